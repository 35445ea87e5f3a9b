// SPDX-License-Identifier: GPL-3.0-or-later

import Experiments
import Inference
import Measures
import Scenarios
import SimulationEngine
import Workforce

/// What customers of the rest of a day meet, replication by replication.
struct DayService: Sendable {
  let targets: [ServiceTarget]
  /// Of the past: the record's, or the mean of what was simulated where the record tells nothing.
  private let past: [TodayQuestion.PastService?]
  private let intervals: Int
  /// `[target][replication][interval]`, of those who come from now on.
  private(set) var tops: [[[Double]]]
  private(set) var bottoms: [[[Double]]]
  /// The same of those who came before, simulated.
  private var pastTops: [[[Double]]]
  private var pastBottoms: [[[Double]]]
  /// Customers of the rest by replication and interval.
  private(set) var customers: [[Double]] = []
  /// Yuan of contribution lost with those of the rest whom nobody answers.
  private(set) var lost: [Double] = []

  /// - Parameter before: The same day before a change: what was simulated of the past there holds here.
  init(
    _ question: TodayQuestion, scenario: Scenario, lines: [StaffingLine],
    replications: Range<Int>, before: DayService? = nil
  ) async throws {
    targets = scenario.serviceTargets
    past = question.past
    intervals = scenario.interval.perDay
    tops = targets.map { _ in [] }
    (bottoms, pastTops, pastBottoms) = (tops, tops, tops)
    let timeline = try StaffingTimeline(scenario: scenario, lines: lines)
    let model = try SimulationModel(
      scenario: scenario, staffing: timeline, arrivals: question.arrivals)
    let parts = TargetParts(scenario)
    let values = scenario.inquiryTypes.map(TypeValue.init)
    let margin = scenario.grossMargin * (1 - scenario.refundShare)
    try await OrderedReplications.run(replications, threads: question.threads) { replication in
      let record = simulate(model, replication: replication)
      return Part(
        own: parts.read(record),
        past: parts.read(record, shop: ContactLayout.background),
        customers: (0..<record.intervalCount).map {
          Double(record.total(intervals: $0..<$0 + 1).arrived)
        },
        lost: values.indices.reduce(0) { sum, type in
          let measures = ServiceMeasures(
            record, intervals: 0..<record.intervalCount, type: type, value: values[type])
          return sum + margin * measures.number(of: .money(.salesLost))
        })
    } consume: { _, part in
      for target in targets.indices {
        tops[target].append(part.own.tops[target])
        bottoms[target].append(part.own.bottoms[target])
        pastTops[target].append(part.past.tops[target])
        pastBottoms[target].append(part.past.bottoms[target])
      }
      customers.append(part.customers)
      lost.append(part.lost)
    }
    if let before { (pastTops, pastBottoms) = (before.pastTops, before.pastBottoms) }
  }

  private struct Part: Sendable {
    let own: (tops: [[Double]], bottoms: [[Double]])
    let past: (tops: [[Double]], bottoms: [[Double]])
    let customers: [Double]
    let lost: Double
  }

  var replications: Range<Int> { customers.indices }

  /// Over an interval, or the whole day: numerator and denominator of a replication, with what has
  /// happened already.
  func parts(
    _ target: Int, _ replication: Int, in places: Range<Int>? = nil, withPast: Bool = true
  ) -> (top: Double, bottom: Double) {
    var (top, bottom) = (0.0, 0.0)
    for place in places ?? 0..<intervals {
      top += tops[target][replication][place]
      bottom += bottoms[target][replication][place]
      guard withPast else { continue }
      top += past[target]?.tops[place] ?? pastTops[target][replication][place]
      bottom += past[target]?.bottoms[place] ?? pastBottoms[target][replication][place]
    }
    return (top, bottom)
  }

  /// What has happened already, alone; nil where nothing has.
  func soFar(_ target: Int) -> Double? {
    var (top, bottom) = (0.0, 0.0)
    for replication in replications {
      let all = parts(target, replication)
      let rest = parts(target, replication, withPast: false)
      top += all.top - rest.top
      bottom += all.bottom - rest.bottom
    }
    return bottom > 0 ? top / bottom : nil
  }

  /// The measure, at 95 %; nil where nobody came.
  func value(
    _ target: Int, in places: Range<Int>? = nil, withPast: Bool = true
  ) -> ConfidenceInterval? {
    let parts = replications.map { self.parts(target, $0, in: places, withPast: withPast) }
    return try? RatioEstimate.ratioOfExpectations(
      numerators: parts.map(\.top), denominators: parts.map(\.bottom)
    ).interval
  }

  /// The day's measure in every replication; the bound where nobody came.
  func values(_ target: Int) -> [Double] {
    replications.map { replication in
      let (top, bottom) = parts(target, replication)
      return bottom > 0 ? top / bottom : targets[target].bound
    }
  }

  /// How far the day keeps a target, in customers (or seconds of all of them), in every replication.
  func surplus(_ target: Int) -> [Double] {
    let sign = targets[target].wantsMoreOfMeasure ? 1.0 : -1.0
    return replications.map { replication in
      let (top, bottom) = parts(target, replication)
      return sign * (top - targets[target].bound * bottom)
    }
  }

  /// The room of every replication's day to the bound.
  func margins(_ target: Int) -> [Double] { values(target).map(targets[target].room) }

  /// How probably the day keeps a target.
  func probability(_ target: Int) -> MarginProbability { MarginProbability(margins(target)) }

  /// How probably it keeps all of them: each replication's least room, on the scale of the bound.
  var probability: MarginProbability {
    let scaled = targets.indices.map { target in
      let scale = abs(targets[target].fullRoom(isKept: true))
      return margins(target).map { $0 / max(scale, 1e-9) }
    }
    return MarginProbability(
      replications.map { replication in scaled.map { $0[replication] }.min() ?? 0 })
  }
}
