// SPDX-License-Identifier: GPL-3.0-or-later

package import Calendars
import Demand
import Experiments
import Inference
import Scenarios
import SimulationEngine

/// A recorded past beside the same customers simulated.
package struct Backcast: Equatable, Sendable {
  /// A figure of the record, and what replications give for it.
  package struct Comparison: Equatable, Sendable {
    package let measure: BackcastMeasure
    package let recorded: Double
    package let mean: Double
    /// Within them lie 80 % of the replications.
    package let low: Double
    package let high: Double
    /// Standard deviation of the replications.
    package let deviation: Double

    /// Whether the record lies where four of five replications do.
    package var isInside: Bool { recorded >= low && recorded <= high }
    /// Whether chance explains the record, or the difference is too small to matter: some rows of a right
    /// model lie outside the band.
    package var isExplained: Bool {
      let distance = abs(recorded - mean)
      return distance < measure.leastOfInterest || distance <= Self.deviations * deviation
    }
    /// Beyond so many standard deviations lies one of a thousand of a right model.
    private static let deviations = 3.3
    package var isAbove: Bool { recorded > high }
  }

  package struct Row: Equatable, Sendable {
    /// Of a row by day.
    package let date: CivilDate?
    /// Of a row by time of day, all days together.
    package let start: ClockTime?
    package let arrivals: Int
    /// Of what the record tells and somebody was simulated for.
    package let comparisons: [Comparison]

    package subscript(measure: BackcastMeasure) -> Comparison? {
      comparisons.first { $0.measure == measure }
    }
  }

  package let total: Row
  package let days: [Row]
  package let slots: [Row]
  package let replications: Int
  /// Seconds of a row by time of day.
  package let interval: Int

  /// Rows with fewer recorded customers say too little.
  package static let fewest = 30

  /// Simulates the customers of the record.
  ///
  /// - Parameter experiment: On the days of the record, with its arrivals as demand.
  static func run(
    _ experiment: Experiment, beside log: ArrivalLog, _ service: RecordedService,
    replications: Range<Int>, threads: Int
  ) async throws -> Backcast {
    let scenario = experiment.scenario
    var past: RecordedPast?
    var simulated: [(total: BackcastSums, days: [BackcastSums], slots: [BackcastSums])] = []
    var interval = 1800
    try await experiment.run(replications, threads: threads) { summary in
      let perDay = summary.record.interval.perDay
      interval = 86_400 / perDay
      if past == nil {
        past = RecordedPast(
          log, service, days: scenario.horizon, perDay: perDay,
          acceptableWait: scenario.acceptableWait.value)
      }
      simulated.append(Self.sums(summary, scenario, perDay))
    }
    guard let past else { throw CancellationError() }
    func row(
      date: CivilDate? = nil, start: ClockTime? = nil, _ recorded: BackcastSums,
      _ values: [BackcastSums]
    ) -> Row {
      Row(
        date: date, start: start, arrivals: Int(recorded.arrivals),
        comparisons: BackcastMeasure.allCases.compactMap { measure in
          recorded[measure].flatMap { Comparison(measure, $0, values.compactMap { $0[measure] }) }
        })
    }
    let days = scenario.horizon.enumerated().map { index, date in
      row(date: date, past.days[index], simulated.map { $0.days[index] })
    }
    let slots = past.slots.indices.map { index in
      row(
        start: ClockTime(secondsSinceMidnight: index * interval), past.slots[index],
        simulated.map { $0.slots[index] })
    }
    return Backcast(
      total: row(past.total, simulated.map(\.total)),
      days: days.filter { $0.arrivals > 0 }, slots: slots.filter { $0.arrivals > 0 },
      replications: replications.count, interval: interval)
  }

  private static func sums(
    _ summary: ReplicationSummary, _ scenario: Scenario, _ perDay: Int
  ) -> (total: BackcastSums, days: [BackcastSums], slots: [BackcastSums]) {
    let types = scenario.inquiryTypes.count
    var total = BackcastSums()
    var days = [BackcastSums](repeating: BackcastSums(), count: scenario.horizon.count)
    for (index, measures) in summary.days.enumerated() {
      let sums = BackcastSums(measures)
      days[index / types] += sums
      total += sums
    }
    var slots = [BackcastSums](repeating: BackcastSums(), count: perDay)
    for day in scenario.horizon.indices {
      for slot in 0..<perDay {
        let interval = day * perDay + slot
        for type in 0..<types {
          slots[slot] += BackcastSums(
            ServiceMeasures(
              summary.record, intervals: interval..<interval + 1, type: type,
              value: TypeValue(scenario.inquiryTypes[type])))
        }
      }
    }
    return (total, days, slots)
  }
}

extension Backcast.Comparison {
  /// Nil without a simulated value.
  init?(_ measure: BackcastMeasure, _ recorded: Double, _ values: [Double]) {
    guard let order = try? OrderStatistics(sorting: values) else { return nil }
    self.init(
      measure: measure, recorded: recorded,
      mean: values.reduce(0, +) / Double(values.count), low: order.quantile(0.1),
      high: order.quantile(0.9),
      deviation: values.count > 1 ? SampleMoments(values).variance.squareRoot() : 0)
  }
}
