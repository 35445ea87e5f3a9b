// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
import Scenarios
import Tables
import Wording

extension Form<ShiftDesign> {
  /// What may be booked where shifts are to be chosen.
  static let design = Form.object("shift_design") { f in
    let supplies = f.required(
      "supplies", Form<[ShiftSupply]>.list(of: Form<ShiftSupply>.supply, count: 1...50),
      "People who can be booked, and their shifts.")
    let least = f.value(
      "at_least_on_duty", Form<Int>.integer(0...1000), default: 1,
      "People on duty in every open interval, whatever the targets.")
    let distinct = f.optional(
      "distinct_shifts", Form<Int>.integer(1...100),
      "The most hours of work that may differ (09:00-17:00 is one). Left out: any number.")
    guard let supplies else { return nil }
    return ShiftDesign(supplies: supplies, leastOnDuty: least, distinctShifts: distinct)
  }
}

extension Form<ShiftSupply> {
  fileprivate static let supply = Form.object("shift_supply") { f in
    let group = f.required("group", .name(of: .agentGroup), "Agent group.")
    let engagement = f.value(
      "engagement", Form<Engagement>.word(), default: .dedicated,
      "How the people are engaged and billed: dedicated seats are on one shift all month, own and "
        + "short_term people are booked day by day, by the shift or, where an hourly clause bills them, "
        + "by the hour.")
    let starts = f.optional(
      "starts", Form<[ClockTime]>.list(of: Form<ClockTime>.clockStart, count: 1...96),
      "When a shift may begin. Left out: in every interval.")
    let lengths = f.value(
      "lengths", Form<[Seconds]>.list(of: Form<Seconds>.seconds(900...86_400), count: 1...24),
      default: [28_800], "From coming to leaving; several to choose from.")
    let pause = f.value(
      "unpaid_break", Form<Seconds>.seconds(0...14_400), default: 0,
      "A pause without pay in every shift.")
    let earliest = f.value(
      "break_earliest", Form<Seconds>.seconds(0...86_400), default: 10_800,
      "From coming to the earliest beginning of the pause.")
    let latest = f.value(
      "break_latest", Form<Seconds>.seconds(0...86_400), default: 18_000,
      "From coming to the latest beginning of the pause.")
    let weekdays = f.value(
      "weekdays", Form<[Weekday]>.list(of: Form<Weekday>.weekday, count: 1...7),
      default: Weekday.allCases, "Weekdays on which they can be booked. Left out: all.")
    let dates = f.optional(
      "dates", Form<[DateSpan]>.dateSpans, "Dates on which they can be booked. Left out: all.")
    let most = f.optional(
      "at_most", Form<Int>.integer(0...10_000), "The most people on one day. Left out: any number.")
    let notice = f.optional(
      "notice_days", Form<Int>.integer(0...365),
      "Days before the first shift by which they must be booked or hired. Left out: a week for "
        + "short_term people, a month for own staff (F26), the contract's notice_to_add for seats.")
    let shrinkage = f.value(
      "shrinkage", Form<Double>.share(0...0.9), default: 0,
      "As of a line: expected absence that the shop pays beside those on duty.")
    let absence = f.value(
      "absence", Form<Double>.share(0...0.9), default: 0,
      "As of a line: share of shifts to which nobody comes, drawn in the simulation.")
    guard let group, let reading = f.reading else { return nil }
    if engagement == .shared {
      reading.report(
        at: "\(reading.path).engagement", found: "shared",
        allowed: "dedicated, own or short_term, as a provider's pool is not the shop's to book")
    }
    if earliest > latest {
      reading.report(
        found: "break_earliest after break_latest",
        allowed: "an earliest that is not after the latest")
    }
    if f.has("shrinkage"), f.has("absence") {
      reading.report(
        found: "shrinkage and absence on one line",
        allowed: "shrinkage (agents are on duty) or absence (agents are rostered)")
    }
    return ShiftSupply(
      group: group, engagement: engagement, starts: starts,
      lengths: Set(lengths.map { Int($0.value / 60) }).sorted(),
      breakMinutes: Int(pause.value / 60),
      breakAfter: Int(earliest.value / 60)...max(Int(earliest.value / 60), Int(latest.value / 60)),
      weekdays: Set(weekdays), dates: dates, atMost: most, noticeDays: notice,
      shrinkage: shrinkage, absence: absence)
  }
}
