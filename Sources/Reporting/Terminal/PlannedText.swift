// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
import Capacity
import Experiments
import Inference
import Planning
import Scenarios
import Wording

/// Planned shifts: which days were planned, who works when, and what the fewest on the plan's own shifts
/// would cost.
struct PlannedText {
  private let comparison: Comparison
  private let style: NumberStyle
  private let names: VerdictWriter

  init(_ comparison: Comparison, style: NumberStyle) {
    self.comparison = comparison
    self.style = style
    names = VerdictWriter(comparison: comparison, style: style)
  }

  /// The days first where all plans have the same, then each plan's shifts.
  func parts(width: Int) -> [String] {
    let texts = tables.map { part in
      wrapped(part.heading, width) + part.table.text(width: width)
    }
    return texts + (note.map { [wrapped($0, width)] } ?? [])
  }

  var tables: [(heading: String, table: TextTable)] {
    var known: [[CivilDate]] = []
    return comparison.planned.flatMap { planned in
      let first = planned.days.map { $0.dates[0] }
      let isKnown = known.contains(first)
      known.append(first)
      return (isKnown ? [] : [(daysHeading(planned), days(planned))])
        + [(heading(planned), shifts(planned))]
    }
  }

  /// How to read the tables; nil without a planned plan.
  var note: String? {
    guard !comparison.planned.isEmpty else { return nil }
    return say(
      "Shifts: people on each by month; a range where its days differ, · where nobody is on it. "
        + "planned-days.csv has every day, staffing.csv every stretch of days.",
      "班次：各月每班人数；月内各天不同则写范围，无人则为 ·。每天见 planned-days.csv，各段日期见 staffing.csv。")
  }

  /// What the other of the two ways would cost, for the row below a plan.
  func other(_ plan: String) -> (words: String, cost: Double, halfWidth: Double)? {
    guard let planned = comparison.planned.first(where: { $0.plan == plan }),
      let fewest = planned.fewest
    else { return nil }
    if planned.isKept {
      let answer = fewest.answer.words(style)
      return (
        say("  · fewest by month, own shifts (\(answer))", "  · 现有班次按月最少（\(answer)）"),
        fewest.cost.mean, fewest.cost.halfWidth
      )
    }
    return planned.cost.map { cost in
      let answer = planned.answer.words(style)
      return (
        say("  · shifts planned (\(answer))", "  · 规划班次（\(answer)）"), cost.mean, cost.halfWidth
      )
    }
  }

  private func say(_ en: String, _ zh: String) -> String {
    Localized(en: en, zh: zh)[style.language]
  }

  private func wrapped(_ line: String, _ width: Int) -> String {
    TextWidth.wrap(line, to: width).joined(separator: "\n") + "\n"
  }

  // MARK: Days

  private func daysHeading(_ planned: PlannedStaffing) -> String {
    let count = planned.days.reduce(0) { $0 + $1.dates.count }
    return say(
      "Days planned: \(style.count(planned.days.count)) kinds (month × promotion phase × volume) stand for "
        + "\(style.count(count)) days, each by its first",
      "规划的日子：\(style.count(planned.days.count)) 类（月份 × 大促阶段 × 咨询量）代表 \(style.count(count)) 天，"
        + "每类取第一天")
  }

  private func days(_ planned: PlannedStaffing) -> TextTable {
    var rows: [(month: YearMonth, promotions: [String], kinds: [Int])] = []
    for (index, kind) in planned.days.enumerated() {
      let place = rows.firstIndex { $0.month == kind.month && $0.promotions == kind.promotions }
      if let place {
        rows[place].kinds.append(index)
      } else {
        rows.append((kind.month, kind.promotions, [index]))
      }
    }
    return TextTable(
      columns: [
        .init(say("Month", "月份"), .left), .init(say("Promotion", "大促"), .left),
        .init(say("days", "天数")), .init(say("kinds", "类数")),
        .init(say("planned", "规划日"), .left),
      ],
      rows: rows.map { row in
        let kinds = row.kinds.map { planned.days[$0] }
        return [
          row.month.description, row.promotions.joined(separator: " + "),
          style.count(kinds.reduce(0) { $0 + $1.dates.count }), style.count(kinds.count),
          kinds.map { String($0.dates[0].description.suffix(2)) }.joined(separator: ", "),
        ]
      })
  }

  // MARK: Shifts

  private func heading(_ planned: PlannedStaffing) -> String {
    let title = names.title(planned.plan)
    guard let fewest = planned.fewest, let saves = fewest.saves else {
      return say("Shifts planned for “\(title)”", "“\(title)”的规划班次")
    }
    let amount = style.amount(abs(saves.mean))
    let width = style.amount(saves.halfWidth)
    if planned.isKept {
      return say(
        saves.mean >= 0
          ? "Shifts planned for “\(title)”: \(amount) ± \(width) less than the fewest by month on its own shifts"
          : "Shifts planned for “\(title)”: \(amount) ± \(width) more than the fewest by month on its own "
            + "shifts, of which the targets are not known to be met",
        saves.mean >= 0
          ? "“\(title)”的规划班次：比现有班次按月最少人数省 \(amount) ± \(width)"
          : "“\(title)”的规划班次：比现有班次按月最少人数贵 \(amount) ± \(width)，而后者未确定达标")
    }
    return say(
      saves.mean < 0
        ? "“\(title)” keeps its own shifts, with the fewest by month: planned shifts would cost \(amount) ± "
          + "\(width) more"
        : "“\(title)” keeps its own shifts, with the fewest by month: of planned shifts the targets are not "
          + "known to be met",
      saves.mean < 0
        ? "“\(title)”保留现有班次、按月最少人数：规划班次会贵 \(amount) ± \(width)"
        : "“\(title)”保留现有班次、按月最少人数：规划班次未确定达标")
  }

  /// People on each shift by month.
  private func shifts(_ planned: PlannedStaffing) -> TextTable {
    let lines = planned.keptLines
    let months = comparison.horizon.months
    let isOneYear = Set(months.map(\.year)).count == 1
    let groups = Set(lines.map(\.group))
    let engagements = Set(lines.map(\.engagement))
    var keys: [String] = []
    for line in lines where line.agents > 0 && !keys.contains(line.shiftKey) {
      keys.append(line.shiftKey)
    }
    let rows = keys.compactMap { key -> [String]? in
      let same = lines.filter { $0.shiftKey == key }
      guard let first = same.first else { return nil }
      var name = groups.count > 1 ? "\(first.group) " : ""
      name += "\(first.shift.hours.start)-\(first.shift.hours.end)"
      if let pause = first.shift.breaks.first { name += " (\(pause.start)-\(pause.end))" }
      if engagements.count > 1 { name += " · " + words(first.engagement) }
      let cells = months.map { month -> String in
        let days = month.days.intersection(comparison.horizon) ?? month.days
        let counts = days.map { date in
          same.reduce(0) { $0 + ($1.works(on: date) ? $1.agents : 0) }
        }.filter { $0 > 0 }
        guard let least = counts.min(), let most = counts.max() else { return "·" }
        return least == most ? style.count(most) : "\(style.count(least))–\(style.count(most))"
      }
      return [name] + cells
    }
    return TextTable(
      columns: [.init(say("Shift", "班次"), .left)]
        + months.map { .init(String($0.description.suffix(isOneYear ? 2 : 5))) },
      rows: rows)
  }

  private func words(_ engagement: Engagement) -> String {
    switch engagement {
    case .dedicated: say("seats", "坐席")
    case .own: say("own", "自有")
    case .shortTerm: say("short term", "短期")
    case .shared: say("shared", "共享")
    }
  }
}
