// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
import Demand
import Measures
import Scenarios

/// What became of the customers of a stretch of time, recorded or simulated.
package struct BackcastSums: Equatable, Sendable {
  package var arrivals = 0.0
  /// Of those, whose end is known.
  package var ended = 0.0
  package var abandoned = 0.0
  /// Seconds of the waits that are known.
  package var wait = 0.0
  package var waited = 0.0
  /// Answered within the scenario's acceptable wait, of those whose wait and end are known.
  package var inTime = 0.0
  package var judged = 0.0

  package init() {}

  static func += (left: inout BackcastSums, right: BackcastSums) {
    left.arrivals += right.arrivals
    left.ended += right.ended
    left.abandoned += right.abandoned
    left.wait += right.wait
    left.waited += right.waited
    left.inTime += right.inTime
    left.judged += right.judged
  }

  /// A measure's value; nil where nothing is known of it.
  package subscript(measure: BackcastMeasure) -> Double? {
    switch measure {
    case .abandonment: ended > 0 ? abandoned / ended : nil
    case .meanWait: waited > 0 ? wait / waited : nil
    case .serviceLevel: judged > 0 ? inTime / judged : nil
    }
  }
}

/// What is set beside the record.
package enum BackcastMeasure: String, CaseIterable, Sendable {
  case abandonment
  case meanWait = "mean_wait"
  case serviceLevel = "service_level"

  /// A difference below it is of no interest: a hundredth of the customers, or five seconds.
  package var leastOfInterest: Double { self == .meanWait ? 5 : 0.01 }
}

extension BackcastSums {
  /// One recorded customer.
  init(wait: Float, outcome: RecordedOutcome, acceptableWait: Double) {
    arrivals = 1
    let isEnded = outcome == .served || outcome == .abandoned
    if isEnded { ended = 1 }
    if outcome == .abandoned { abandoned = 1 }
    guard wait.isFinite else { return }
    (self.wait, waited) = (Double(wait), 1)
    guard isEnded else { return }
    judged = 1
    if outcome == .served, Double(wait) <= acceptableWait { inTime = 1 }
  }

  /// Simulated counts.
  init(_ row: some CountRow) {
    arrivals = row.number(of: .count(.arrived))
    abandoned = row.number(of: .count(.abandoned))
    let answered = row.number(of: .answered)
    let blocked = row.number(of: .count(.blocked))
    ended = answered + abandoned + blocked
    wait = row.number(of: .time(.answeredWait)) + row.number(of: .time(.abandonedWait))
    waited = ended
    inTime = row.number(of: .answeredWithin)
    judged = arrivals
  }
}

/// The record by day and by time of day.
struct RecordedPast {
  var days: [BackcastSums]
  var slots: [BackcastSums]
  var total = BackcastSums()

  /// - Parameter perDay: Intervals of a day.
  init(
    _ log: ArrivalLog, _ service: RecordedService, days span: DateSpan, perDay: Int,
    acceptableWait: Double
  ) {
    days = [BackcastSums](repeating: BackcastSums(), count: span.count)
    slots = [BackcastSums](repeating: BackcastSums(), count: perDay)
    let origin = Double(span.first.dayNumber) * 86_400
    for (index, time) in log.times.enumerated() {
      let second = time - origin
      let day = Int((second / 86_400).rounded(.down))
      guard days.indices.contains(day) else { continue }
      let slot = Int((second - Double(day) * 86_400) / 86_400 * Double(perDay))
      let one = BackcastSums(
        wait: service.waits.isEmpty ? .nan : service.waits[index],
        outcome: service.outcomes.isEmpty ? .unknown : service.outcomes[index],
        acceptableWait: acceptableWait)
      days[day] += one
      slots[min(slot, perDay - 1)] += one
      total += one
    }
  }
}
