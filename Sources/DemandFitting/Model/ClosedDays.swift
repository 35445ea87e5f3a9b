// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars

/// Days on which nobody came though many were due: closures, of which nothing is learned of open days.
struct ClosedDays: Equatable, Sendable {
  /// Counted from the history's first day.
  let places: Set<Int>
  /// Weekdays that have been closed for four weeks or more while others were open.
  let weekdays: Set<Weekday>

  /// Median of a weekday's other days from which an empty one is no luck.
  private static let busy = 10.0
  private static let weeks = 4

  /// - Parameter isOrdinary: Days of the history that no event announces.
  init(_ series: CountSeries, isOrdinary: [Bool]) {
    let totals = (0..<series.dayCount).map { series.day($0).reduce(0, +) }
    let used = totals.indices.filter { isOrdinary[$0] && !totals[$0].isNaN }
    let byWeekday = Dictionary(grouping: used) { series.first.advanced(by: $0).weekday }
    let overall = quantile(used.map { totals[$0] }.filter { $0 > 0 }.sorted(), 0.5)
    var places: Set<Int> = []
    var shut: Set<Weekday> = []
    for (weekday, days) in byWeekday {
      let positive = days.map { totals[$0] }.filter { $0 > 0 }.sorted()
      let isShut =
        days.count >= Self.weeks && days.suffix(Self.weeks).allSatisfy { totals[$0] == 0 }
      if positive.isEmpty
        ? days.count >= Self.weeks && overall >= Self.busy
        : quantile(positive, 0.5) >= Self.busy
      {
        places.formUnion(days.filter { totals[$0] == 0 })
        if isShut { shut.insert(weekday) }
      }
    }
    self.places = places
    // Where most of the week is shut the shop is, and not its weekdays.
    weekdays = shut.count <= 3 ? shut : []
  }
}

extension CountSeries {
  /// The series with some days unknown.
  func without(_ days: Set<Int>) -> CountSeries {
    guard !days.isEmpty else { return self }
    var kept = values
    for day in days {
      for slot in 0..<slots { kept[day * slots + slot] = .nan }
    }
    return CountSeries(first: first, interval: interval, values: kept)
  }
}
