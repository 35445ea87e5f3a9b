// SPDX-License-Identifier: GPL-3.0-or-later

package import Application
import Experiments
import Inference
import Measures
import Planning
import Wording

/// The plans side by side while a page is worked on: few columns, and under each figure what it is
/// against the baseline.
package struct LiveTable: Sendable {
  /// A figure, and its paired difference to the baseline.
  package struct Cell: Equatable, Sendable {
    package var text: String
    /// `+1,200 ± 300`, or that nobody can tell; nil without a baseline.
    package var difference: String?
    /// Whether the interval of the difference lies on one side of zero.
    package var isSure = false
  }

  package let headings: [String]
  /// In the order of the plans; the plan's name is the first cell.
  package let rows: [(isRecommended: Bool, cells: [Cell])]

  private let style: NumberStyle
  private let change: ChangeReport?

  package init(_ answer: LiveAnswer, style: NumberStyle) {
    self.style = style
    change = answer.change
    let comparison = answer.comparison
    let text = ComparisonText(comparison, style: style)
    let (costs, service) = (text.costs, text.service)
    func say(_ en: String, _ zh: String) -> String { Localized(en: en, zh: zh)[style.language] }
    headings = [
      costs.columns[0].heading, costs.columns[1].heading, costs.columns[2].heading,
      costs.columns[6].heading, style.heading(.serviceLevel), style.heading(.abandonment),
      style.heading(.orders), say("sales lost", "损失销售"), say("net result", "净结果"),
      say("on duty", "在岗"), say("targets", "目标"),
    ].map(Markup.joined)
    let changes = answer.change?.effect.plans ?? []
    let difference = Difference(style: style, hasBaseline: answer.change != nil)
    // Plans sized by hand may have a second row, of what sizes by month would cost.
    let own = costs.rows.filter { !$0[0].hasPrefix("  ") }
    rows = zip(comparison.plans, zip(own, service.rows)).map { plan, texts in
      let (cost, served) = texts
      let change = changes.first { $0.after.name == plan.name }
      let points = Difference.Unit(factor: 100, places: 2, name: say(" pts", " 个百分点"))
      return (
        plan.name == Self.recommended(comparison),
        [
          Cell(text: cost[0]),
          difference.cell(cost[1], change?.cost),
          Cell(text: cost[2]), Cell(text: cost[6]),
          difference.cell(
            style.value(plan.service[.serviceLevel]?.mean, of: .serviceLevel),
            change?.serviceLevel, points),
          difference.cell(
            style.value(plan.service[.abandonment]?.mean, of: .abandonment),
            change?.abandonment, points),
          difference.cell(style.number(plan.commerce.orders.mean), change?.orders),
          difference.cell(style.number(plan.commerce.salesLost.mean), change?.salesLost),
          difference.cell(style.number(plan.commerce.netResult.mean), change?.netResult),
          difference.step(
            served[1], from: change.map { style.count($0.before.staffing.peakOnDuty) }),
          difference.step(text.targets(plan), from: change.map { text.targets($0.before) }),
        ]
      )
    }
  }

  private static func recommended(_ comparison: Comparison) -> String? {
    if case .winner(let plan, _, _) = comparison.verdict.recommendation { plan } else { nil }
  }

  /// As an element of a page; every cell names its column for narrow screens.
  package var markup: Markup {
    var body = Markup()
    body.element("div", ["class": "scroll"]) { division in
      division.element("table", ["class": "live"]) { table in
        table.element("thead") { head in
          head.element("tr") { row in
            for heading in headings {
              row.element("th", ["scope": "col"], text: heading)
            }
          }
        }
        table.element("tbody") { lines in
          for row in rows {
            lines.element("tr", row.isRecommended ? ["class": "chosen"] : [:]) { line in
              for (index, cell) in row.cells.enumerated() {
                Self.draw(cell, index == 0 ? "th" : "td", headings[index], &line)
              }
            }
          }
        }
      }
    }
    return body
  }

  private static func draw(
    _ cell: Cell, _ name: String, _ heading: String, _ line: inout Markup
  ) {
    let body = { (inner: inout Markup) in
      inner.element("span", ["class": "figure"], text: cell.text)
      guard let difference = cell.difference else { return }
      inner.element("span", ["class": cell.isSure ? "delta sure" : "delta"], text: difference)
    }
    if name == "th" {
      line.element(name, ["scope": "row"], body)
    } else {
      line.element(name, ["data-column": heading], body)
    }
  }
}

/// How a figure differs from the baseline's, in a few characters.
private struct Difference {
  let style: NumberStyle
  let hasBaseline: Bool

  private func say(_ en: String, _ zh: String) -> String {
    Localized(en: en, zh: zh)[style.language]
  }

  /// In what a difference is told.
  struct Unit {
    var factor = 1.0
    var places = 0
    var name = ""
  }

  func cell(
    _ text: String, _ change: ChangeEffect.Change?, _ unit: Unit = Unit()
  ) -> LiveTable.Cell {
    guard hasBaseline else { return LiveTable.Cell(text: text) }
    guard let change else { return LiveTable.Cell(text: text, difference: say("new", "新增")) }
    let interval = change.difference
    if change.isNothing {
      let isKnown = interval.halfWidth.isFinite
      return LiveTable.Cell(
        text: text, difference: isKnown ? "=" : say("= so far", "目前相同"))
    }
    let shown = style.number(interval.mean * unit.factor, places: unit.places)
    let size = interval.mean > 0 ? "+" + shown : shown
    guard interval.halfWidth.isFinite else {
      return LiveTable.Cell(
        text: text, difference: size + unit.name + say(", no interval yet", "，尚无区间"))
    }
    let isSure = abs(interval.mean) > interval.halfWidth
    let width = style.number(interval.halfWidth * unit.factor, places: unit.places)
    let whole = "\(size) ± \(width)\(unit.name)"
    return LiveTable.Cell(
      text: text, difference: isSure ? whole : say("cannot tell: ", "尚难判断：") + whole,
      isSure: isSure)
  }

  /// A word or count that is what it was, or another.
  func step(_ text: String, from before: String?) -> LiveTable.Cell {
    guard hasBaseline else { return LiveTable.Cell(text: text) }
    guard let before else { return LiveTable.Cell(text: text, difference: say("new", "新增")) }
    let plain = text.replacing(" †", with: "")
    return LiveTable.Cell(
      text: text, difference: before == plain ? "=" : say("was ", "原为 ") + before,
      isSure: before != plain)
  }
}
