// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
import Scenarios
import Wording

extension Form<Sizing> {
  /// `fewest`: one size for the horizon, or sizes by line and by period.
  static let sizing = Form.object("fewest") { f in
    let group = f.optional(
      "group", .name(of: .agentGroup),
      "The group whose lines are sized. Left out, without lines: the whole roster is scaled, in "
        + "percent.")
    let from = f.optional("from", Form<Int>.integer(1...10_000), "Smallest size tried.")
    let to = f.optional("to", Form<Int>.integer(1...10_000), "Largest size tried.")
    let lines = f.optional(
      "lines",
      Form<[(String, ClosedRange<Int>)]>.named(Form<ClosedRange<Int>>.sizes, what: "sizes"),
      "Lines (or shifts) by name, each with a size of its own.")
    let periods = f.optional(
      "by", Form<SizingPeriods>.periods,
      "Periods with a size of their own: month, or names with their date spans, which cover the "
        + "horizon. Left out: one size for the horizon. Short-term lines with dates have a size for each "
        + "of their spans.")
    guard let reading = f.reading else { return nil }
    if f.has("lines") {
      if f.has("group") || f.has("from") || f.has("to") {
        reading.report(
          found: "lines beside group, from or to", allowed: "lines alone, or group with from and to"
        )
        return nil
      }
      guard let lines else { return nil }
      let bounds = lines.map(\.1)
      let least = bounds.map(\.lowerBound).min() ?? 1
      let most = bounds.map(\.upperBound).max() ?? 1
      return Sizing(
        subject: .lines(lines.map { SizedLine(name: $0.0, range: $0.1) }), range: least...most,
        periods: periods ?? .whole)
    }
    for key in ["from", "to"] where !f.has(key) {
      reading.report(found: "no key \(key)", allowed: "\(key): 1 to 10000")
    }
    guard let from, let to else { return nil }
    guard from <= to else {
      reading.report(found: "from \(from) to \(to)", allowed: "from no greater than to")
      return nil
    }
    return Sizing(
      subject: group.map(Sizing.Subject.group) ?? .rosterScale, range: from...to,
      periods: periods ?? .whole)
  }
}

extension Form<ClosedRange<Int>> {
  fileprivate static let sizes = Form.object("sizes") { f in
    let from = f.required("from", Form<Int>.integer(0...10_000), "Smallest size tried.")
    let to = f.required("to", Form<Int>.integer(1...10_000), "Largest size tried.")
    guard let from, let to else { return nil }
    guard from <= to else {
      f.reading?.report(found: "from \(from) to \(to)", allowed: "from no greater than to")
      return nil
    }
    return from...to
  }
}

extension Form<SizingPeriods> {
  fileprivate static let periods = Form.scalar(
    .words(["month": .months]),
    orElse: Form<[(String, [DateSpan])]>.named(Form<[DateSpan]>.dateSpans, what: "date spans")
      .map { .named($0.map { NamedPeriod(name: $0.0, spans: $0.1) }) })
}

extension Sizing {
  /// Reports names of lines that the roster does not have.
  func check(_ lines: [StaffingLine], _ reading: Reading) {
    guard case .lines(let sized) = subject, !lines.isEmpty else { return }
    let known = lines.map(\.sizingName)
    for entry in sized where !known.contains(entry.name) {
      reading.report(
        at: "\(reading.path).fewest.lines.\(entry.name)", found: "no line \(entry.name)",
        allowed: .verbatim(Array(Set(known)).sorted().joined(separator: ", ")))
    }
  }
}
