// SPDX-License-Identifier: GPL-3.0-or-later

import Capacity
import Demand
import Measures
import Scenarios

/// What became of recorded customers, as counts by interval and type that any measure can be read from.
struct PastFates {
  private let scenario: Scenario
  private let hasWaits: Bool
  private let hasOutcomes: Bool
  /// `rows[interval × types + type]`.
  private var rows: [Row]

  private struct Row: CountRow {
    let layout: CountLayout
    var numbers: [Double]

    func number(at place: Int) -> Double { numbers[place] }

    mutating func add(_ sum: ContactSum, threshold: Double? = nil, _ value: Double = 1) {
      numbers[layout.place(of: sum, threshold: threshold)] += value
    }
  }

  /// - Parameters:
  ///   - places: Of the customers in `service`, in order of `times`.
  ///   - times: Seconds after midnight.
  ///   - types: Names; empty where the file has none, and the first type stands for all.
  init(
    _ service: RecordedService, at places: [Int], times: [Double], types: [String],
    scenario: Scenario
  ) {
    self.scenario = scenario
    hasWaits = !service.waits.isEmpty
    hasOutcomes = !service.outcomes.isEmpty
    let layout = scenario.countLayout
    let typeCount = scenario.inquiryTypes.count
    rows = Array(
      repeating: Row(layout: layout, numbers: Array(repeating: 0, count: layout.width)),
      count: scenario.interval.perDay * typeCount)
    for (index, place) in places.enumerated() {
      let type =
        types.isEmpty ? 0 : scenario.inquiryTypes.firstIndex { $0.name == types[index] } ?? 0
      let interval = min(
        Int(times[index]) / scenario.interval.seconds, scenario.interval.perDay - 1)
      add(
        wait: hasWaits ? Double(service.waits[place]) : .nan,
        outcome: hasOutcomes ? service.outcomes[place] : .unknown, type: type,
        to: interval * typeCount + type)
    }
  }

  /// Whoever has neither a wait nor an end still waits, and is not judged yet.
  private mutating func add(wait: Double, outcome: RecordedOutcome, type: Int, to row: Int) {
    let isServed = outcome == .served || (outcome == .unknown && wait.isFinite)
    guard isServed || outcome == .abandoned else { return }
    rows[row].add(.count(.arrived))
    let isKnown = wait.isFinite
    guard isServed else {
      rows[row].add(.count(.abandoned))
      if isKnown { rows[row].add(.time(.abandonedWait), wait) }
      return
    }
    rows[row].add(.answered)
    guard isKnown else { return }
    let reply = wait + scenario.inquiryTypes[type].firstReplyDelay.mean
    for threshold in rows[row].layout.thresholds {
      if wait <= threshold { rows[row].add(.answeredWithin, threshold: threshold) }
      if reply <= threshold { rows[row].add(.repliedWithin, threshold: threshold) }
    }
    rows[row].add(.time(.answeredWait), wait)
    rows[row].add(.time(.firstReply), reply)
  }

  /// A target's numerator and denominator; nil where the record tells nothing of its measure.
  func service(of target: Int) -> TodayQuestion.PastService? {
    let measure = scenario.serviceTargets[target].measure
    let terms = measure.definition.numerator + (measure.definition.denominator ?? [])
    guard terms.allSatisfy({ isTold($0.sum) }) else { return nil }
    let types = scenario.targetTypes[target]
    let typeCount = scenario.inquiryTypes.count
    let parts = (0..<scenario.interval.perDay).map { interval in
      types.reduce((top: 0.0, bottom: 0.0)) { sum, type in
        let own = rows[interval * typeCount + type].parts(of: measure)
        return (sum.top + own.top, sum.bottom + own.bottom)
      }
    }
    return TodayQuestion.PastService(tops: parts.map(\.top), bottoms: parts.map(\.bottom))
  }

  private func isTold(_ sum: ContactSum) -> Bool {
    switch sum {
    case .count(.arrived), .answered: true
    case .count(.abandoned): hasOutcomes
    // Turned away or never served: no record has a word for it.
    case .count(.blocked), .count(.unserved): true
    case .answeredWithin, .repliedWithin, .time: hasWaits
    // A scorecard counts by its own clock and rounds.
    case .count, .money, .score: false
    }
  }
}
