// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
import Scenarios
import Tables
import Wording

extension Form<StaffingPlan> {
  /// The word `planned`, a list of lines, or a mapping with `lines`, `fewest`, `planned`, `shared_pool`,
  /// `unstaffed` or `design`.
  static let staffing = Form.scalar(
    .words(["planned": StaffingPlan(lines: [], sizing: .planned)]), orElse: roster)

  private static let roster = Form.list(
    lines.map { lines in StaffingPlan(lines: lines.flatMap { $0 }) },
    orElse: .object("staffing") { f in
      let lines = f.value("lines", Self.lines, default: [], "Who works when.")
      let sizing = f.optional(
        "fewest", Form<Sizing>.sizing, "Find the fewest seats that meet the service targets.")
      let isPlanned = f.value(
        "planned", Form<Bool>.flag, default: false,
        "Choose shifts, and people for each, for every kind of day (month and promotion phase), so that the "
          + "service targets are met at least cost: what `design` offers, else the lines' groups on shifts "
          + "as long as theirs. `fewest` is quicker.")
      let pool = f.optional("shared_pool", Form<SharedPool>.pool, "Agents shared with other shops.")
      let unstaffed = f.value(
        "unstaffed", Form<UnstaffedHours>.word(), default: .refuse,
        "Whether open half hours may be without anybody for a type, by shifts, breaks or holds.")
      let design = f.optional(
        "design", Form<ShiftDesign>.design,
        "What `planned` and `inquiry plan` may book. Left out: shifts as long as the lines', of their groups."
      )
      guard let reading = f.reading else { return nil }
      if let sizing { sizing.check(lines.flatMap { $0 }, reading) }
      if let sizing, f.has("shared_pool") {
        if case .lines = sizing.subject {
        } else {
          let by = sizing.periods == .whole ? "" : ".by"
          reading.report(
            at: "\(reading.path).fewest\(by)", found: "fewest\(by) beside a shared pool",
            allowed: "dedicated or own seats only, as a provider's pool is not the shop's to size")
        }
      }
      if isPlanned, sizing != nil {
        reading.report(
          found: "planned beside fewest", allowed: "one of them: planned chooses the shifts too")
        return nil
      }
      let isDesigned = isPlanned && design != nil
      guard f.has("lines") || f.has("shared_pool") || isDesigned else {
        reading.report(found: "neither lines nor shared_pool", allowed: "at least one of them")
        return nil
      }
      // Who works is not known as long as a part of it cannot be read.
      if f.has("lines"), lines.isEmpty { return nil }
      if f.has("shared_pool"), pool == nil { return nil }
      return StaffingPlan(
        lines: lines.flatMap { $0 } + (pool?.lines ?? []), sizing: isPlanned ? .planned : sizing,
        background: pool?.background ?? [], unstaffed: unstaffed, design: design)
    })

  private static let lines = Form<[[StaffingLine]]>.list(
    of: Form<[StaffingLine]>.lines, count: 1...1000)
}

extension Form<[StaffingLine]> {
  /// One row of a roster; with several shifts, one line for each.
  static let lines = Form.object("staffing_line") { f in
    let engagement = f.value(
      "engagement", Form<Engagement>.word(), default: .dedicated,
      "How the people are engaged and billed.")
    return readLines(f, engagement)
  }

  fileprivate static func readLines(_ f: Fields, _ engagement: Engagement) -> [StaffingLine]? {
    let group = f.required("group", .name(of: .agentGroup), "Agent group.")
    let shifts = f.required(
      "shift", Form<[ShiftPattern]>.shiftChoice,
      "A shift's name, hours such as 09:00-17:00, or a list of them.")
    let agents = f.value(
      "agents", Form<Int>.integer(1...10_000), default: 1,
      "People on duty on each shift; with absence, people rostered.")
    let weekdays = f.value(
      "weekdays", Form<[Weekday]>.list(of: Form<Weekday>.weekday, count: 1...7),
      default: Weekday.allCases,
      "Weekdays worked. Left out: all.")
    let dates = f.optional(
      "dates", Form<[DateSpan]>.dateSpans, "Dates on which the line holds. Left out: the horizon.")
    let name = f.optional(
      "name", Form<String>.text.checked("a plain name") { isPlainName($0) },
      "By which `fewest: {lines: …}` knows the line. Left out: its shift's name.")
    let shrinkage = f.value(
      "shrinkage", Form<Double>.share(0...0.9), default: 0,
      "Expected share of absent people. `agents` are on duty; own staff, and seats whose rest days the "
        + "client covers, are paid as agents ÷ (1 − shrinkage), in fractions, rounded once a month "
        + "for the team.")
    let absence = f.value(
      "absence", Form<Double>.share(0...0.9), default: 0,
      "Share of shifts to which nobody comes, drawn in the simulation: `agents` are those rostered. Not "
        + "beside shrinkage.")
    if f.has("shrinkage"), f.has("absence") {
      f.reading?.report(
        found: "shrinkage and absence on one line",
        allowed: "shrinkage (agents are on duty) or absence (agents are rostered)")
    }
    guard let group, let shifts else { return nil }
    return shifts.map { shift in
      StaffingLine(
        name: name ?? "", group: group, shift: shift, agents: agents, engagement: engagement,
        weekdays: Set(weekdays), dates: dates, shrinkage: shrinkage, absence: absence)
    }
  }
}

extension Form<[DateSpan]> {
  static let dateSpans = Form.list(
    .list(of: Form<DateSpan>.dates, count: 1...1000), orElse: Form<DateSpan>.dates.map { [$0] }
  ).checked("date spans in order that do not overlap") { spans in
    zip(spans, spans.dropFirst()).allSatisfy { $0.last < $1.first }
  }
}

extension Form<[ShiftPattern]> {
  private static let someShifts = Form.list(
    Form.list(of: Form<ShiftPattern>.reference, count: 1...24),
    orElse: Form<ShiftPattern>.reference.map { [$0] })

  /// Shifts by name or by hours; several on one line must not overlap.
  fileprivate static let shiftChoice = Form(someShifts.allowed, schema: someShifts.schema) {
    node, reading in
    guard let shifts = someShifts.read(node, reading) else { return nil }
    for (index, shift) in shifts.enumerated() {
      for other in shifts[..<index] where other.overlaps(shift) {
        reading.report(
          found: "overlapping shifts \(other.label) and \(shift.label)",
          allowed: "shifts that do not overlap; write overlapping shifts as two lines")
      }
    }
    return shifts
  }
}

extension ShiftPattern {
  fileprivate var label: String { name == hours.text ? name : "\(name) (\(hours.text))" }

  fileprivate func overlaps(_ other: ShiftPattern) -> Bool {
    let start = hours.start.secondsSinceMidnight
    return [-86_400, 0, 86_400].contains { day in
      let otherStart = other.hours.start.secondsSinceMidnight + day
      return start < otherStart + other.hours.length && otherStart < start + hours.length
    }
  }
}

extension Form<ShiftPattern> {
  fileprivate static let reference = Form(
    "a shift's name, or hours such as 09:00-17:00", schema: { _ in ["type": "string"] }
  ) { node, reading in
    guard let text = node.text, text.contains(":") else {
      return Form<String>.name(of: .shift).read(node, reading).flatMap { reading.shifts[$0] }
    }
    return Form<ClockSpan>.span.read(node, reading).map {
      ShiftPattern(name: $0.text, hours: $0)
    }
  }
}

/// Agents shared with other shops, and the customers of those shops.
struct SharedPool: Sendable {
  var lines: [StaffingLine]
  var background: [DemandStream]
}

extension Form<SharedPool> {
  fileprivate static let pool = Form.object("shared_pool") { f in
    let lines = Form<[StaffingLine]>.readLines(f, .shared)
    let demand = f.required(
      "background_demand", Form<DemandStream>.stream, "The other shops' customers, all together.")
    guard let lines, var demand else { return nil }
    demand.name = "other shops"
    demand.isBackground = true
    return SharedPool(lines: lines, background: [demand])
  }
}
