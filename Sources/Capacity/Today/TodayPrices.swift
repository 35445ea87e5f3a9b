// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
import Experiments
import Plans
import Pricing
import Scenarios

/// What changes of a day cost: at the plan's contract where it has a price, else by what an hour of
/// such people costs there.
struct TodayPrices {
  private var prices: SupplyPrices?
  private let design: ShiftDesign
  private let month: DateSpan
  private let day: CivilDate

  /// Hours beyond a shift are paid so many times, where the contract says nothing: the least that the
  /// law has for working days.
  static let overtimeFactor = 1.5

  init(_ question: TodayQuestion) {
    var supplies = (question.plan.staffing.design ?? question.plan.staffing.impliedDesign).supplies
    // People of a roster whom the plan does not book.
    for person in question.people
    where !supplies.contains(where: {
      $0.group == person.group && $0.engagement == person.line.engagement
    }) {
      supplies.append(ShiftSupply(group: person.group, engagement: person.line.engagement))
    }
    design = ShiftDesign(supplies: supplies)
    month = question.month.horizon
    day = question.day
    prices = try? SupplyPrices(question.plan, design: design, scenario: question.month)
  }

  /// Yuan of minutes beyond somebody's shift.
  mutating func overtime(
    of person: DutyPerson, to longer: ShiftPattern, minutes: Int
  ) -> (yuan: Double?, isAssumed: Bool) {
    let date = DateSpan(unchecked: day, day)
    if person.line.engagement == .shortTerm,
      let now = price(person.group, .shortTerm, person.shift, date, isHeld: false),
      let then = price(person.group, .shortTerm, longer, date, isHeld: false), then - now > 0.005
    {
      return (then - now, false)
    }
    guard let hour = hour(of: person.group, person.line.engagement, person.shift) else {
      return (nil, true)
    }
    return (hour * Self.overtimeFactor * Double(minutes) / 60, true)
  }

  /// Yuan of one person more on a shift of the day.
  mutating func extra(
    _ group: String, _ engagement: Engagement, _ shift: ShiftPattern
  ) -> (yuan: Double?, isAssumed: Bool) {
    if engagement == .shortTerm,
      let price = price(group, engagement, shift, DateSpan(unchecked: day, day), isHeld: false),
      price > 0.005
    {
      return (price, false)
    }
    // Without a price of their own they cost as others of the group do.
    let like = design.supplies.first { $0.group == group && $0.engagement != .shortTerm }
    guard let hour = hour(of: group, like?.engagement ?? engagement, shift) else {
      return (nil, true)
    }
    return (hour * Self.overtimeFactor * Double(shift.workedMinutes) / 60, true)
  }

  /// Yuan of an hour: of a shift that is bought by the day, or of a month's shifts.
  private mutating func hour(
    of group: String, _ engagement: Engagement, _ shift: ShiftPattern
  ) -> Double? {
    let isHeld = engagement == .dedicated
    let dates = isHeld ? month : DateSpan(unchecked: day, day)
    guard let price = price(group, engagement, shift, dates, isHeld: isHeld), price > 0.005 else {
      return nil
    }
    return price / Double(dates.count) / (Double(max(1, shift.workedMinutes)) / 60)
  }

  private mutating func price(
    _ group: String, _ engagement: Engagement, _ shift: ShiftPattern, _ dates: DateSpan,
    isHeld: Bool
  ) -> Double? {
    guard
      let supply = design.supplies.firstIndex(where: {
        $0.group == group && $0.engagement == engagement
      })
    else { return nil }
    return try? prices?.price(
      ShiftColumn(supply: supply, shift: shift, dates: dates, isHeld: isHeld))
  }
}
