// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
import Experiments
import Inference
package import Planning
import Scenarios
import Wording

/// People on duty by month and line: the table that a planner orders seats by.
package struct SeatsText {
  struct Table {
    var plan: String
    var heading: String
    var table: TextTable
  }

  private let comparison: Comparison
  private let style: NumberStyle
  private let names: VerdictWriter
  /// Whether each month's cost stands beside its seats.
  private let isPriced: Bool

  package init(_ comparison: Comparison, style: NumberStyle, isPriced: Bool = true) {
    self.isPriced = isPriced
    self.comparison = comparison
    self.style = style
    names = VerdictWriter(comparison: comparison, style: style)
  }

  /// Of plans sized by period, and of the recommended plan where its seats change.
  var all: [Table] {
    let sized = Set(comparison.periodTables.map(\.plan))
    let planned = Set(comparison.planned.map(\.plan))
    return comparison.plans.filter { !planned.contains($0.name) }.filter { plan in
      let isSubject = plan.name == names.subject?.name && !plan.staffing.lines.isEmpty
      let changes = plan.staffing.lineSeats.contains { Set($0.months).count > 1 }
      return sized.contains(plan.name) || (isSubject && changes)
    }.map(table)
  }

  /// Sizes by month that would make a plan cheaper, a line for each of its lines, equal months joined.
  ///
  /// - Parameter onlyDeciding: Only of plans that the verdict would turn to.
  func suggestions(onlyDeciding: Bool = false) -> [String] {
    let deciding = comparison.verdict.changes.compactMap { change -> String? in
      if case .sizing(let plan, _, _) = change { plan } else { nil }
    }
    return comparison.savings.filter { saving in
      saving.saves.mean > 0 && saving.answer != .missed
        && (!onlyDeciding || deciding.contains(saving.plan))
    }.flatMap { saving in
      saving.table.units.indices.map { unit in
        let rule = saving.table.units[unit]
        var runs: [(first: String, last: String, size: Int)] = []
        for (period, size) in zip(rule.periods, saving.table.sizes.counts[unit]) {
          let isMonth = !period.name.contains("/")
          if isMonth, runs.last?.size == size {
            runs[runs.count - 1].last = period.name
          } else {
            runs.append((period.name, period.name, size))
          }
        }
        let sizes = runs.map { run in
          (run.first == run.last ? run.first : "\(run.first)…\(run.last)")
            + " " + style.count(run.size) + (rule.isPercent ? "%" : "")
        }.joined(separator: ", ")
        let line = rule.name.isEmpty ? "" : " · \(rule.name)"
        return Localized(
          en: "“\(names.title(saving.plan))”\(line) sized by month: \(sizes)",
          zh: "“\(names.title(saving.plan))”\(line) 按月定坐席：\(sizes)")[style.language]
      }
    }
  }

  func tables(width: Int) -> [String] { all.map { text($0, width) } }

  private func text(_ seats: Table, _ width: Int) -> String {
    TextWidth.wrap(seats.heading, to: width).joined(separator: "\n") + "\n"
      + seats.table.text(width: width)
  }

  /// What the searches of a run found: one size of a plan in a sentence, sizes by period as a table.
  package func found(width: Int = 100) -> [String] {
    let sized = Set(comparison.periodTables.map(\.plan))
    let sizes = comparison.plans.compactMap { plan in
      plan.staffing.sizeWords(style).map { "“\(names.title(plan.name))” \($0)" }
    }
    var parts: [String] = []
    if !sizes.isEmpty {
      let sentence = Localized(
        en: "Sizes found by the search: " + sizes.joined(separator: ", ") + ".",
        zh: "搜索得到的规模：" + sizes.joined(separator: "，") + "。")[style.language]
      parts.append(TextWidth.wrap(sentence, to: width).joined(separator: "\n") + "\n")
    }
    let plans = comparison.plans.filter { sized.contains($0.name) }
    return parts + plans.map { text(table($0), width) }
      + PlannedText(comparison, style: style).parts(width: width)
  }

  private func table(_ plan: PlanOutcome) -> Table {
    let rows = plan.staffing.lineSeats.filter { $0.engagement != .shared }
    let groups = Set(rows.map(\.group))
    let headings = rows.map { row in
      (groups.count > 1 ? row.group + " " : "") + row.name
    }
    let months = plan.staffing.months
    let paid = months.map { month in
      month.groups.filter { group in rows.contains { $0.group == group.group } }
        .reduce(0) { $0 + $1.seats }
    }
    var lines: [(first: Int, last: Int, cells: [String], cost: Double)] = []
    for index in months.indices {
      let cells =
        rows.map { row in row.months[index].map(words) ?? NumberStyle.missing }
        + [style.number(paid[index], places: paid[index] == paid[index].rounded() ? 0 : 1)]
      let cost = plan.cost.months.first { $0.month == months[index].month }?.total.mean ?? 0
      if let last = lines.last, last.cells == cells {
        lines[lines.count - 1].last = index
        lines[lines.count - 1].cost += cost
      } else {
        lines.append((index, index, cells, cost))
      }
    }
    let unit = style.currencySign
    let columns =
      [Localized(en: "Month", zh: "月份")[style.language]] + headings
      + [paidHeading(rows)[style.language]]
      + (isPriced ? [Localized(en: "cost \(unit)", zh: "费用 \(unit)")[style.language]] : [])
    return Table(
      plan: plan.name,
      heading: Localized(
        en: "Seats by month under “\(names.title(plan.name))” (people on duty on each line)",
        zh: "“\(names.title(plan.name))”各月坐席（各班同时在岗人数）")[style.language],
      table: TextTable(
        columns: columns.enumerated().map {
          TextTable.Column($0.element, $0.offset == 0 ? .left : .right)
        },
        rows: lines.map { line in
          let (first, last) = (months[line.first].month, months[line.last].month)
          let span = first == last ? "\(first)" : "\(first)…\(last)"
          return [span] + line.cells + (isPriced ? [style.number(line.cost)] : [])
        }))
  }

  /// Seats are bought; own staff are people who are paid.
  private func paidHeading(_ rows: [LineSeats]) -> Localized {
    let own = rows.count { $0.engagement == .own }
    if own == 0 { return Localized(en: "paid seats", zh: "计费 坐席") }
    return own == rows.count
      ? Localized(en: "people paid", zh: "计薪 人数")
      : Localized(en: "people and seats paid", zh: "计薪与 计费人数")
  }

  private func words(_ range: ClosedRange<Int>) -> String {
    range.lowerBound == range.upperBound
      ? style.count(range.lowerBound)
      : "\(style.count(range.lowerBound))–\(style.count(range.upperBound))"
  }
}
