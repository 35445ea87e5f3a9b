// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
import Scenarios

/// The duty periods that every agent of one line works.
struct LineDuty {
  struct Period {
    var span: TimeSpan
    var breaks: [TimeSpan]
  }

  private(set) var spans: [Period] = []

  init(
    _ line: StaffingLine, index: Int, horizon: DateSpan, warmUpDays: Int
  ) throws(WorkforceError) {
    let hours = line.shift.hours
    let start = Double(hours.start.secondsSinceMidnight)
    var pauses: [(start: Double, end: Double)] = []
    for pause in line.shift.breaks {
      var begin = Double(pause.start.secondsSinceMidnight)
      if begin < start { begin += 86_400 }
      let end = begin + Double(pause.length)
      guard begin >= pauses.last?.end ?? start, end <= start + Double(hours.length) else {
        throw .misplacedBreak(line: index, shift: line.shift.name)
      }
      pauses.append((begin, end))
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
        breaks: pauses.compactMap { pause in
          guard midnight + pause.end > firstInstant else { return nil }
          return TimeSpan(
            start: SimulationTime(max(firstInstant, midnight + pause.start)),
            end: SimulationTime(midnight + pause.end))
        })
    }
  }

  /// Adds a period, or prolongs the last one if it ends where this one begins.
  private mutating func append(from start: Double, to end: Double, breaks: [TimeSpan]) {
    if let last = spans.last, last.span.end.secondsSinceStart >= start {
      spans[spans.count - 1].span = TimeSpan(start: last.span.start, end: SimulationTime(end))
      spans[spans.count - 1].breaks += breaks
    } else {
      let span = TimeSpan(start: SimulationTime(start), end: SimulationTime(end))
      spans.append(Period(span: span, breaks: breaks))
    }
  }
}
