// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
import Scenarios

extension DeskDescription {
  /// The description as a scenario, and its staffing.
  ///
  /// - Throws: `DeskError.outOfRange` for numbers of the description's own; what the model's compiler
  ///   refuses comes later.
  func compiled() throws(DeskError) -> (scenario: Scenario, staffing: [StaffingLine]) {
    try require("days", Double(days), 1...3660)
    try require("warmUpDays", Double(warmUpDays), 0...60)
    for type in customers {
      try require("customers.\(type.name).perDay", type.perDay, 0...1e9)
      if let profile = type.profile {
        guard [24, 48, 96].contains(profile.count), profile.allSatisfy({ $0 >= 0 && $0.isFinite }),
          profile.contains(where: { $0 > 0 })
        else { throw .profile(customers: type.name) }
      }
    }
    let first = CivilDate(dayNumber: 20_458)
    guard let horizon = DateSpan(first: first, last: first.advanced(by: days - 1)) else {
      throw .outOfRange(place: "days", found: Double(days), allowed: 1...3660)
    }
    let lines = try shifts.enumerated().map { index, shift throws(DeskError) in
      try line(shift, place: "shifts[\(index)]")
    }
    let scenario = Scenario(
      name: "desk", seed: seed, horizon: horizon, timeZone: "UTC",
      serviceWindow: .daily(try span(openHours, place: "openHours", latest: 24)),
      inquiryTypes: customers.map(inquiryType), demand: customers.map(stream), agentGroups: groups,
      routing: routing, acceptableWait: acceptableWait,
      experiment: ExperimentSettings(warmUpDays: warmUpDays))
    return (scenario, lines)
  }

  private func inquiryType(_ customer: CustomerType) -> InquiryType {
    InquiryType(
      name: customer.name, service: customer.service, patience: customer.patience,
      firstReplyDelay: customer.firstReplyDelay, wrapUp: customer.wrapUp,
      conversion: customer.conversion, priority: customer.priority,
      waitWeight: customer.waitWeight, replyTarget: customer.replyTarget)
  }

  private func stream(_ customer: CustomerType) -> DemandStream {
    DemandStream(
      name: customer.name,
      source: .seasonal(
        SeasonalDemand(dailyMean: customer.perDay, profile: customer.profile ?? evenProfile)),
      mix: [TypeShare(inquiryType: customer.name, share: 1)])
  }

  /// Each quarter hour's part of the open hours.
  private var evenProfile: [Double] {
    (0..<96).map { quarter in
      let (start, end) = (Double(quarter) / 4, Double(quarter + 1) / 4)
      return max(0, min(end, openHours.upperBound) - max(start, openHours.lowerBound))
    }
  }

  private func line(_ shift: ShiftPlan, place: String) throws(DeskError) -> StaffingLine {
    guard shift.hours.lowerBound < 24 else {
      throw .outOfRange(place: "\(place).hours", found: shift.hours.lowerBound, allowed: 0...24)
    }
    let breaks = try shift.breaks.map { pause throws(DeskError) in
      try span(pause, place: "\(place).breaks", latest: 48)
    }
    return StaffingLine(
      group: shift.group,
      shift: ShiftPattern(
        name: place, hours: try span(shift.hours, place: "\(place).hours", latest: 48),
        breaks: breaks),
      agents: shift.agents)
  }

  /// Hours as a stretch of the clock, to the second.
  private func span(
    _ hours: Range<Double>, place: String, latest: Double
  ) throws(DeskError) -> ClockSpan {
    try require(place, hours.lowerBound, 0...latest)
    try require(place, hours.upperBound, 0...latest)
    let (start, end) = (Self.second(hours.lowerBound), Self.second(hours.upperBound))
    guard end > start, end - start <= 86_400 else {
      throw .outOfRange(place: place, found: hours.upperBound - hours.lowerBound, allowed: 0...24)
    }
    // A whole day ends at midnight, like every other stretch: end and start may be equal.
    return ClockSpan(
      start: ClockTime(unchecked: start % 86_400),
      end: ClockTime(unchecked: end == 86_400 ? end : end % 86_400))
  }

  private static func second(_ hour: Double) -> Int { Int((hour * 3600).rounded()) }

  private func require(
    _ place: String, _ value: Double, _ range: ClosedRange<Double>
  ) throws(DeskError) {
    guard range.contains(value) else {
      throw .outOfRange(place: place, found: value, allowed: range)
    }
  }
}
