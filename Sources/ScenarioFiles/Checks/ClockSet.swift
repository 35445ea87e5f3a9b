// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
import Scenarios

/// Parts of one day, as minutes of the clock.
struct ClockSet: Equatable {
  static let minutes = 1440
  static let full = ClockSet(bits: Array(repeating: true, count: minutes))

  private(set) var bits: [Bool]

  init(bits: [Bool] = Array(repeating: false, count: minutes)) { self.bits = bits }

  /// The parts of the spans that lie on the day on which they start.
  init(_ spans: [ClockSpan]) {
    self.init()
    for span in spans {
      let start = span.start.secondsSinceMidnight / 60
      insert(start..<start + (span.length + 59) / 60)
    }
  }

  var isEmpty: Bool { !bits.contains(true) }

  /// Adds minutes since midnight; those outside the day are left out.
  mutating func insert(_ range: Range<Int>) {
    let inside = range.clamped(to: 0..<Self.minutes)
    for minute in inside { bits[minute] = true }
  }

  mutating func formUnion(_ other: ClockSet) {
    for minute in bits.indices where other.bits[minute] { bits[minute] = true }
  }

  func subtracting(_ other: ClockSet) -> ClockSet {
    ClockSet(bits: zip(bits, other.bits).map { $0 && !$1 })
  }

  func intersection(_ other: ClockSet) -> ClockSet {
    ClockSet(bits: zip(bits, other.bits).map { $0 && $1 })
  }

  /// The first unbroken stretch.
  var firstSpan: ClockSpan? { firstSpan(ofAtLeast: 1) }

  /// The first unbroken stretch of so many minutes or more.
  func firstSpan(ofAtLeast minutes: Int) -> ClockSpan? {
    var from = 0
    while let first = bits[from...].firstIndex(of: true) {
      from = bits[first...].firstIndex(of: false) ?? Self.minutes
      guard from - first >= minutes else { continue }
      guard let start = ClockTime(secondsSinceMidnight: first * 60),
        let end = ClockTime(secondsSinceMidnight: from * 60)
      else { return nil }
      return ClockSpan(start: start, end: end)
    }
    return nil
  }
}

/// The hours of dates in which a window is open, those of the evening before included.
struct OpenHours {
  private let window: ServiceWindow
  private let known = Known()

  /// Days with the same spans have the same hours, which are then compared at once.
  private final class Known {
    var hours: [[[ClockSpan]]: ClockSet] = [:]
  }

  init(_ window: ServiceWindow) { self.window = window }

  func hours(on date: CivilDate) -> ClockSet {
    let (today, before) = (window.spans(on: date), window.spans(on: date.advanced(by: -1)))
    if let hours = known.hours[[today, before]] { return hours }
    var hours = ClockSet(today)
    for span in before {
      let start = span.start.secondsSinceMidnight / 60 - ClockSet.minutes
      hours.insert(start..<start + (span.length + 59) / 60)
    }
    known.hours[[today, before]] = hours
    return hours
  }
}

/// When somebody of the given lines is on duty, or can be given a chat.
struct DutyHours {
  private let lines: [(line: StaffingLine, today: ClockSet, tomorrow: ClockSet)]
  private let known = Known()

  /// Days on which the same lines work have the same hours.
  private final class Known {
    var hours: [[Bool]: ClockSet] = [:]
  }

  /// - Parameter pauses: Whether breaks and holds count as times without that person.
  init(_ lines: [StaffingLine], pauses: Bool = false) {
    self.lines = lines.map { line in
      let hours = line.shift.hours
      let start = hours.start.secondsSinceMidnight / 60
      let end = start + hours.length / 60
      var bits = Array(repeating: false, count: 2 * ClockSet.minutes)
      for minute in start..<min(end, bits.count) { bits[minute] = true }
      if pauses {
        for span in line.shift.breaks + line.shift.holds {
          var first = span.start.secondsSinceMidnight / 60
          if first < start { first += ClockSet.minutes }
          for minute in first..<min(first + (span.length + 59) / 60, bits.count) {
            bits[minute] = false
          }
        }
      }
      return (
        line, ClockSet(bits: Array(bits[..<ClockSet.minutes])),
        ClockSet(bits: Array(bits[ClockSet.minutes...]))
      )
    }
  }

  func hours(on date: CivilDate) -> ClockSet {
    let before = date.advanced(by: -1)
    let works = lines.map { $0.line.works(on: date) } + lines.map { $0.line.works(on: before) }
    if let hours = known.hours[works] { return hours }
    var hours = ClockSet()
    for (index, line) in lines.enumerated() {
      if works[index] { hours.formUnion(line.today) }
      if works[lines.count + index] { hours.formUnion(line.tomorrow) }
    }
    known.hours[works] = hours
    return hours
  }
}
