// SPDX-License-Identifier: GPL-3.0-or-later

package import Calendars
package import Scenarios

/// One thing that can be bought: a person of a supply on a shift, on some dates.
package struct ShiftColumn: Equatable, Sendable {
  /// Its place in the design.
  package let supply: Int
  package let shift: ShiftPattern
  /// The days of a month for a seat that is held by the month; one day for all others.
  package let dates: DateSpan
  /// Whether one booking is for all the dates.
  package let isHeld: Bool
}

extension ShiftSupply {
  /// Every shift on which the people may be booked: starts × lengths × places of the pause, those that
  /// the desk is open for.
  ///
  /// - Parameters:
  ///   - open: Seconds of a day, from midnight, between which the desk is open on some day; the end may lie
  ///     beyond 86,400.
  ///   - step: Seconds between two possible starts.
  package func shifts(open: Range<Int>, step: Int) -> [ShiftPattern] {
    let first = open.lowerBound / step * step
    let isRoundTheClock = open.count >= 86_400
    var shifts: [ShiftPattern] = []
    for length in lengths.map({ $0 * 60 }) {
      let all = Array(
        stride(from: first, to: isRoundTheClock ? first + 86_400 : open.upperBound, by: step))
      let ends = { (begin: Int, length: Int) in
        // Before opening means after midnight.
        isRoundTheClock || (begin < first ? begin + 86_400 : begin) + length <= open.upperBound
      }
      // Where none ends by closing, a start keeps its shortest shift, and a design without starts
      // has it from opening on.
      let isShortest = length == lengths.min().map { $0 * 60 }
      var begins = starts?.map(\.secondsSinceMidnight) ?? all
      let fitting = begins.filter { ends($0, length) }
      if starts == nil {
        begins = fitting.isEmpty && isShortest ? [first] : fitting
      } else {
        begins = begins.filter { ends($0, length) || (isShortest && $0 < open.upperBound) }
      }
      for begin in begins {
        shifts += pauses(in: length, step: step).map { pause in
          let start = begin % 86_400
          let hours = ClockSpan(
            start: ClockTime(unchecked: start),
            end: ClockTime(unchecked: Self.end(start + length)))
          let breaks = pause.map {
            ClockSpan(
              start: ClockTime(unchecked: (start + $0) % 86_400),
              end: ClockTime(unchecked: Self.end(start + $0 + breakMinutes * 60)))
          }
          return ShiftPattern(
            name: "\(hours.start)-\(hours.end)", hours: hours, breaks: breaks.map { [$0] } ?? [])
        }
      }
    }
    return shifts
  }

  /// Seconds from coming to the pause; nil alone where there is none.
  private func pauses(in length: Int, step: Int) -> [Int?] {
    guard breakMinutes > 0, breakMinutes * 60 < length else { return [nil] }
    let latest = min(breakAfter.upperBound * 60, length - breakMinutes * 60)
    let earliest = min(breakAfter.lowerBound * 60, latest)
    return stride(from: earliest, through: latest, by: step).map { $0 }
  }

  /// Midnight is the end of the day.
  private static func end(_ seconds: Int) -> Int {
    seconds > 86_400 ? seconds - 86_400 : seconds
  }
}

extension ShiftPattern {
  /// Intervals of the day, from its midnight, in which a person on the shift takes chats all the time or
  /// in part, with the share of each; those beyond the day's last are the next day's.
  func presence(step: Int) -> [(place: Int, share: Double)] {
    let start = hours.start.secondsSinceMidnight
    let pauses = breaks.map { pause in
      let from = (pause.start.secondsSinceMidnight - start + 86_400) % 86_400 + start
      return from..<from + pause.length
    }
    return (start / step...(start + hours.length - 1) / step).compactMap { place in
      let span = max(start, place * step)..<min(start + hours.length, (place + 1) * step)
      let away = pauses.reduce(0) { $0 + span.clamped(to: $1).count }
      let share = Double(span.count - away) / Double(step)
      return share > 0 ? (place, share) : nil
    }
  }
}
