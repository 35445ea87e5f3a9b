// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
import Capacity
import Demand
import Scenarios

/// The customers of a day up to now, as a file has them.
struct SoFar {
  let date: CivilDate
  /// Seconds after midnight.
  let now: Int
  /// Those of the date who came before now.
  let records: HistoryRecords
  /// Customers by interval of the scenario up to now, the last of them perhaps a part.
  let counts: [Double]
  /// Whether these are counted, and not a sum spread out.
  let areCounted: Bool
  /// By target, what became of them; nil where the file does not tell.
  let past: [TodayQuestion.PastService?]

  /// Now is told by the last row, to five minutes.
  static let grain = 300

  /// - Parameters:
  ///   - date: Nil takes that of the last row.
  ///   - now: Seconds after midnight; nil takes the last row's, up to the next five minutes.
  init(
    _ recorded: RecordedHistory, file: String, date wanted: CivilDate?, now asked: Int?,
    scenario: Scenario
  ) throws(ApplicationError) {
    guard let span = recorded.span else { throw .file(file, .noCustomersOn(wanted, recorded: nil)) }
    let days = DateSpan(unchecked: Self.date(span.first), Self.date(max(span.first, span.end - 1)))
    let date = wanted ?? days.last
    let origin = date.dayNumber * 86_400
    let problem = ApplicationError.file(file, .noCustomersOn(date, recorded: days))
    switch recorded.records {
    case .arrivals(let log):
      let places = log.times.indices.filter {
        log.times[$0] >= Double(origin) && log.times[$0] < Double(origin + 86_400)
      }
      guard let last = places.last else { throw problem }
      let latest = Int(log.times[last]) - origin
      let now = asked ?? (latest / Self.grain + 1) * Self.grain
      let known = places.filter { log.times[$0] < Double(origin + now) }
      let types = Set(scenario.inquiryTypes.map(\.name))
      // Types of other names are shared out as the scenario's demand is.
      let areTyped = !log.typeIndices.isEmpty && log.types.allSatisfy(types.contains)
      let past = ArrivalLog(
        times: known.map { log.times[$0] }, types: areTyped ? log.types : [],
        typeIndices: areTyped ? known.map { log.typeIndices[$0] } : [])
      guard !past.times.isEmpty else { throw problem }
      (self.date, self.now) = (date, now)
      records = .arrivals(past)
      counts = Self.counts(past.times.map { (Int($0) - origin, 1) }, now, scenario.interval.seconds)
      areCounted = true
      let fates = recorded.service.map { service in
        PastFates(
          service, at: known, times: past.times.map { $0 - Double(origin) },
          types: areTyped ? past.typeIndices.map { log.types[Int($0)] } : [], scenario: scenario)
      }
      self.past = scenario.serviceTargets.indices.map { fates?.service(of: $0) }
    case .counts(let log):
      self.past = scenario.serviceTargets.map { _ in nil }
      let places = log.starts.indices.filter { (origin..<origin + 86_400).contains(log.starts[$0]) }
      guard let last = places.last(where: { log.counts[$0] > 0 }) else { throw problem }
      self.date = date
      if log.interval == 86_400 {
        guard let asked else { throw .file(file, .totalNeedsNow(date)) }
        now = asked
        areCounted = false
        let spread = try Self.spread(log.counts[last], until: asked, scenario, file)
        records = .counts(
          CountLog(
            interval: Self.grain, starts: spread.indices.map { origin + $0 * Self.grain },
            counts: spread))
        counts = Self.counts(
          spread.enumerated().map { ($0.offset * Self.grain, Double($0.element)) }, asked,
          scenario.interval.seconds)
        return
      }
      let end = log.starts[last] + log.interval - origin
      // Of an interval that is not over nobody knows how far it is counted.
      let now = min(asked ?? end, 86_400) / log.interval * log.interval
      let known = places.filter { log.starts[$0] + log.interval - origin <= now }
      guard !known.isEmpty else { throw problem }
      self.now = now
      records = .counts(
        CountLog(
          interval: log.interval, starts: known.map { log.starts[$0] },
          counts: known.map { log.counts[$0] }))
      areCounted = log.interval <= scenario.interval.seconds
      counts = Self.counts(
        known.flatMap { place -> [(Int, Double)] in
          let parts = log.interval / Self.grain
          let each = Double(log.counts[place]) / Double(max(1, parts))
          let start = log.starts[place] - origin
          return parts > 0
            ? (0..<parts).map { (start + $0 * Self.grain, each) }
            : [(start, Double(log.counts[place]))]
        }, now, scenario.interval.seconds)
    }
  }

  /// Share in (0, 1] of the last interval of `counts` that has passed.
  func reached(_ interval: Int) -> Double {
    let rest = now % interval
    return rest == 0 ? 1 : Double(rest) / Double(interval)
  }

  private static func date(_ second: Double) -> CivilDate {
    CivilDate(dayNumber: Int((second / 86_400).rounded(.down)))
  }

  private static func counts(
    _ arrivals: [(second: Int, count: Double)], _ now: Int, _ interval: Int
  ) -> [Double] {
    var counts = [Double](repeating: 0, count: (now + interval - 1) / interval)
    for arrival in arrivals where arrival.second < now {
      counts[arrival.second / interval] += arrival.count
    }
    return counts
  }

  /// A sum as whole customers over stretches of five minutes, as they were expected.
  private static func spread(
    _ count: Int, until now: Int, _ scenario: Scenario, _ file: String
  ) throws(ApplicationError) -> [Int] {
    let expected: [Double]
    do throws(DemandError) {
      expected = Array(
        try DayExpectation(scenario, step: grain).counts.prefix(max(1, now / grain)))
    } catch {
      throw ApplicationError(error, file: file)
    }
    let total = expected.reduce(0, +)
    var (sum, given) = (0.0, 0)
    return expected.map { mean in
      sum += mean
      let due = total > 0 ? Int((Double(count) * sum / total).rounded()) : 0
      defer { given = due }
      return due - given
    }
  }
}
