// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
package import Scenarios

/// What a replication draws of a stream's doubt, laid out over the plan's days.
package struct DoubtPlan: Equatable, Sendable {
  package let doubt: DemandDoubt
  /// For each day of the plan the years since the date at which the daily mean holds.
  package let years: [Double]
  /// Promotion waves, and runs of dates with a factor of their own, with the places of the plan's days
  /// on which they are.
  package let waves: [Wave]
  /// Share of an ordinary week's inquiries in each hour of the day.
  package let hours: [Double]

  package struct Wave: Equatable, Sendable {
    package let name: String
    package let days: [Int]
  }

  init(doubt: DemandDoubt, years: [Double], waves: [Wave], hours: [Double]) {
    self.doubt = doubt
    self.years = years
    self.waves = waves
    self.hours = hours
  }

  /// Nil where nothing is in doubt.
  init?(_ demand: SeasonalDemand, days: DateSpan, horizonStart: CivilDate) {
    guard let doubt = demand.doubt, doubt != DemandDoubt() else { return nil }
    self.doubt = doubt
    let origin = demand.growthFrom ?? horizonStart
    years = days.map { Double(origin.days(to: $0)) / 365 }
    waves =
      (demand.promotions.compactMap { wave in wave.span.map { (wave.name, $0) } }
      + demand.datedRuns.map { ("dates \($0.first)", $0) }).compactMap { name, span in
        let places = days.enumerated().filter { span.contains($0.element) }.map(\.offset)
        return places.isEmpty ? nil : Wave(name: name, days: places)
      }
    let total = demand.weekdayFactors.reduce(0, +)
    let week = demand.profiles.map { spread($0, over: 96) }
    hours = (0..<24).map { hour in
      guard total > 0 else { return 1 / 24 }
      let shares = week.map { $0[hour * 4..<hour * 4 + 4].reduce(0, +) }
      return zip(shares, demand.weekdayFactors).reduce(0) { $0 + $1.0 * $1.1 } / total
    }
  }
}

extension SeasonalDemand {
  /// Neighbouring dates that have a factor of their own, each run in one piece.
  fileprivate var datedRuns: [DateSpan] {
    var runs: [DateSpan] = []
    for date in dateFactors.keys.sorted() {
      let last = runs.last
      let first = last.map { $0.last.days(to: date) == 1 } == true ? last?.first : nil
      guard let run = DateSpan(first: first ?? date, last: date) else { continue }
      if first != nil { runs[runs.count - 1] = run } else { runs.append(run) }
    }
    return runs
  }
}
