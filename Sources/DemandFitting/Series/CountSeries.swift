// SPDX-License-Identifier: GPL-3.0-or-later

package import Calendars
package import Scenarios

/// Counts on a grid of whole days and equal slots; NaN where nothing is known.
package struct CountSeries: Equatable, Sendable {
  package let first: CivilDate
  /// Length of a slot in seconds; divides a day.
  package let interval: Int
  /// Slot after slot from 00:00 of the first day, whole days.
  package private(set) var values: [Double]

  package var slots: Int { 86_400 / interval }
  package var dayCount: Int { values.count / slots }
  package var days: [CivilDate] { (0..<dayCount).map(first.advanced(by:)) }

  package func day(_ index: Int) -> ArraySlice<Double> {
    values[index * slots..<(index + 1) * slots]
  }

  /// - Parameter values: Whole days from 00:00 of `first`.
  package init(first: CivilDate, interval: Int, values: [Double]) {
    self.first = first
    self.interval = interval
    self.values = values
  }

  /// The series of a recorded history.
  ///
  /// Arrival times are counted per half hour; a day without any arrival between two others counts
  /// as zero.
  package init(_ records: HistoryRecords, arrivalInterval: Int = 1800) throws(FitError) {
    switch records {
    case .counts(let log):
      guard let start = log.starts.first, let end = log.starts.last else { throw .noData }
      let firstDay = floorDay(start)
      var values = [Double](
        repeating: .nan,
        count: (floorDay(end) - firstDay + 1) * (86_400 / log.interval))
      // A grid that is shifted against midnight (00:10, 00:40 …) is taken to the slot it begins in.
      for (start, count) in zip(log.starts, log.counts) {
        values[(start - firstDay * 86_400) / log.interval] = Double(count)
      }
      self.init(first: CivilDate(dayNumber: firstDay), interval: log.interval, values: values)
    case .arrivals(let log):
      guard let start = log.times.first, let end = log.times.last else { throw .noData }
      let firstDay = floorDay(Int(start.rounded(.down)))
      let origin = firstDay * 86_400
      let slotOf = { (time: Double) in (Int(time.rounded(.down)) - origin) / arrivalInterval }
      let lastDay = floorDay(Int(end.rounded(.down)))
      var values = [Double](
        repeating: 0, count: (lastDay - firstDay + 1) * (86_400 / arrivalInterval))
      for time in log.times { values[slotOf(time)] += 1 }
      self.init(
        first: CivilDate(dayNumber: firstDay), interval: arrivalInterval, values: values)
    }
  }

  /// The series without the days before the first inquiry, where they are a week or more and too
  /// many for chance: the shop had not begun.
  package var sinceLaunch: CountSeries {
    guard let start = values.firstIndex(where: { $0 > 0 }) else { return self }
    let empty = start / slots
    let busy = (empty..<dayCount).count { day($0).contains { $0 > 0 } }
    // As rarely empty as later days are, this many in a row have a chance below exp(−5).
    let expected = Double(empty * busy) / Double(dayCount - empty)
    guard empty >= 7, expected >= 4.999 else { return self }
    return CountSeries(
      first: first.advanced(by: empty), interval: interval,
      values: Array(values.dropFirst(empty * slots)))
  }

  /// The series up to an instant (wall-clock seconds since 1970): later slots are dropped, those of
  /// a begun day become unknown.
  package func before(_ second: Int) -> CountSeries {
    let known = max(0, min(values.count, (second - first.dayNumber * 86_400) / interval))
    let days = (known + slots - 1) / slots
    var kept = Array(values.prefix(days * slots))
    for index in known..<max(known, kept.count) { kept[index] = .nan }
    return CountSeries(first: first, interval: interval, values: kept)
  }
}

func floorDay(_ second: Int) -> Int {
  let (quotient, rest) = second.quotientAndRemainder(dividingBy: 86_400)
  return rest < 0 ? quotient - 1 : quotient
}
