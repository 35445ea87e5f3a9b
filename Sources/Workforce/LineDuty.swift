// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
import Scenarios

/// The duty periods that every agent of one line works.
struct LineDuty {
  struct Period {
    var span: TimeSpan
    var breaks: [TimeSpan]
    var holds: [TimeSpan]
  }

  private(set) var spans: [Period] = []

  init(
    _ line: StaffingLine, index: Int, horizon: DateSpan, warmUpDays: Int
  ) throws(WorkforceError) {
    let hours = line.shift.hours
    let start = Double(hours.start.secondsSinceMidnight)
    guard let pauses = Self.stretches(line.shift.breaks, in: hours) else {
      throw .misplacedBreak(line: index, shift: line.shift.name)
    }
    guard let holds = Self.stretches(line.shift.holds, in: hours) else {
      throw .misplacedHold(line: index, shift: line.shift.name)
    }
    let firstInstant = Double(-warmUpDays) * 86_400
    // The shift of the evening before may still be running at the first instant, and one that
    // follows the last day's without a gap keeps serving those who came before midnight.
    for day in (-warmUpDays - 1)...horizon.count
    where line.works(on: horizon.first.advanced(by: day)) {
      let midnight = Double(day) * 86_400
      let end = midnight + start + Double(hours.length)
      guard end > firstInstant else { continue }
      if day == horizon.count {
        guard let last = spans.last, last.span.end.secondsSinceStart >= midnight + start
        else { continue }
      }
      append(
        from: max(firstInstant, midnight + start), to: end,
        breaks: Self.spans(pauses, on: midnight, from: firstInstant),
        holds: Self.spans(holds, on: midnight, from: firstInstant))
    }
  }

  /// Seconds from the midnight of the shift's first day; nil unless inside the hours, in order.
  private static func stretches(
    _ spans: [ClockSpan], in hours: ClockSpan
  ) -> [(start: Double, end: Double)]? {
    let start = Double(hours.start.secondsSinceMidnight)
    var found: [(start: Double, end: Double)] = []
    for span in spans {
      var begin = Double(span.start.secondsSinceMidnight)
      if begin < start { begin += 86_400 }
      let end = begin + Double(span.length)
      guard begin >= found.last?.end ?? start, end <= start + Double(hours.length) else {
        return nil
      }
      found.append((begin, end))
    }
    return found
  }

  private static func spans(
    _ stretches: [(start: Double, end: Double)], on midnight: Double, from first: Double
  ) -> [TimeSpan] {
    stretches.compactMap { stretch in
      guard midnight + stretch.end > first else { return nil }
      return TimeSpan(
        start: SimulationTime(max(first, midnight + stretch.start)),
        end: SimulationTime(midnight + stretch.end))
    }
  }

  /// Adds a period, or prolongs the last one if it ends where this one begins.
  private mutating func append(
    from start: Double, to end: Double, breaks: [TimeSpan], holds: [TimeSpan]
  ) {
    if let last = spans.last, last.span.end.secondsSinceStart >= start {
      spans[spans.count - 1].span = TimeSpan(start: last.span.start, end: SimulationTime(end))
      spans[spans.count - 1].breaks += breaks
      spans[spans.count - 1].holds += holds
    } else {
      let span = TimeSpan(start: SimulationTime(start), end: SimulationTime(end))
      spans.append(Period(span: span, breaks: breaks, holds: holds))
    }
  }
}
