// SPDX-License-Identifier: GPL-3.0-or-later

package import Calendars
package import Scenarios

/// How many customers a stream brings at most in expectation, and how much memory its rates take:
/// told from the scenario, before anything is built.
package struct DemandCeiling: Equatable, Sendable {
  /// Expected customers of each day; where phases of promotions overlap or have a shape of their own,
  /// more than there will be.
  package private(set) var days: [Double]
  /// Customers whose arrivals are made at once and sorted: a day's pushes with those still to come, or
  /// the fullest intervals of a record.
  package private(set) var batch = 0.0
  /// Bytes of the compiled rates or records.
  package private(set) var bytes = 0.0

  /// - Parameters:
  ///   - days: Those of warm-up and of the horizon.
  ///   - horizonStart: Date at which a daily mean holds, unless it says so itself.
  package init(
    of stream: DemandStream, over days: DateSpan, horizonStart: CivilDate, typeCount: Int
  ) {
    self.days = Array(repeating: 0, count: days.count)
    switch stream.source {
    case .seasonal(let demand):
      addSeason(
        demand, days, horizonStart, typeCount: typeCount, isAbroad: stream.timeZone != nil)
    case .history(let replay): addRecords(replay.records, from: days.first)
    case .forecast(let paths): addPaths(paths, from: days.first)
    }
  }

  private mutating func addSeason(
    _ demand: SeasonalDemand, _ span: DateSpan, _ horizonStart: CivilDate, typeCount: Int,
    isAbroad: Bool
  ) {
    let phases = demand.promotions.flatMap(\.phases)
    // A market's day lies on two of the shop's days.
    let reach = isAbroad ? 1 : 0
    let ordinary = (-reach..<span.count + reach).map {
      demand.ordinaryMean(on: span.first.advanced(by: $0), horizonStart: horizonStart)
    }
    let surprises = demand.doubt?.surprises?.meanFactor ?? 1
    var mixedDays = 0
    for (day, date) in span.enumerated() {
      var lift = 1.0
      var isMixed = false
      for phase in phases where phase.start.date <= date && date <= phase.lastDate {
        lift += phase.lift
        isMixed = isMixed || phase.mix != nil
      }
      days[day] = (ordinary[day...day + 2 * reach].max() ?? 0) * lift * surprises
      if isMixed { mixedDays += 1 }
    }
    if let bursts = demand.bursts {
      let crowd = bursts.pushesPerDay * bursts.customersPerPush
      for (day, date) in span.enumerated()
      where bursts.dates?.contains(where: { $0.contains(date) }) ?? true {
        days[day] += crowd
      }
      batch = crowd * (2 + bursts.delay.mean / 86_400)
    }
    let profiles = demand.profiles.map(\.count)
    let slot = commonSlot(
      profiles: profiles + phases.compactMap { $0.profile?.count },
      instants: phases.flatMap { [$0.start.secondsSince1970, $0.end.secondsSince1970] }
        + (isAbroad ? [900] : []))
    let slotsPerDay = Double(86_400 / slot)
    bytes = slotsPerDay * (Double(span.count) * 12 + Double(mixedDays * typeCount) * 8)
  }

  private mutating func addRecords(_ records: HistoryRecords, from first: CivilDate) {
    switch records {
    case .arrivals(let log):
      for time in log.times { add(1, on: Int(bounded: time / 86_400) - first.dayNumber) }
      batch = 4096
      bytes = Double(log.times.count) * 12
    case .counts(let log):
      for (start, count) in zip(log.starts, log.counts) {
        add(Double(count), on: floorDivide(start, 86_400) - first.dayNumber)
      }
      batch = Double(log.counts.max() ?? 0) * 64
      bytes = Double(log.starts.count) * 16
    }
  }

  /// Each day at its mean over the paths.
  private mutating func addPaths(_ paths: ForecastPaths, from first: CivilDate) {
    let count = Double(paths.counts.count)
    for (start, sum) in zip(paths.starts, paths.sum.counts) {
      add(Double(sum) / count, on: floorDivide(start, 86_400) - first.dayNumber)
    }
    batch = Double(paths.counts.compactMap { $0.max() }.max() ?? 0) * 64
    bytes = Double(paths.starts.count) * 8 * (count + 1)
  }

  private mutating func add(_ count: Double, on day: Int) {
    if days.indices.contains(day) { days[day] += count }
  }
}
