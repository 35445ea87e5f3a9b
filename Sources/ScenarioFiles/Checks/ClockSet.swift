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

  /// The hours of a date in which a window is open, those of the evening before included.
  init(_ window: ServiceWindow, on date: CivilDate) {
    self.init(window.spans(on: date))
    for span in window.spans(on: date.advanced(by: -1)) {
      let start = span.start.secondsSinceMidnight / 60 - Self.minutes
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
  var firstSpan: ClockSpan? {
    guard let first = bits.firstIndex(of: true) else { return nil }
    let end = bits[first...].firstIndex(of: false) ?? Self.minutes
    guard let start = ClockTime(secondsSinceMidnight: first * 60),
      let end = ClockTime(secondsSinceMidnight: end * 60)
    else { return nil }
    return ClockSpan(start: start, end: end)
  }
}

/// When somebody of the given lines is on duty.
struct DutyHours {
  private let lines: [(line: StaffingLine, today: ClockSet, tomorrow: ClockSet)]

  init(_ lines: [StaffingLine]) {
    self.lines = lines.map { line in
      let start = line.shift.hours.start.secondsSinceMidnight / 60
      let end = start + line.shift.hours.length / 60
      var today = ClockSet()
      var tomorrow = ClockSet()
      today.insert(start..<end)
      tomorrow.insert(start - ClockSet.minutes..<end - ClockSet.minutes)
      return (line, today, tomorrow)
    }
  }

  func hours(on date: CivilDate) -> ClockSet {
    var hours = ClockSet()
    for (line, today, tomorrow) in lines {
      if line.works(on: date) { hours.formUnion(today) }
      if line.works(on: date.advanced(by: -1)) { hours.formUnion(tomorrow) }
    }
    return hours
  }
}
