// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
import Capacity
import Scenarios
import Wording

/// People required, on duty and net of both, interval by interval of a few days.
struct DutyTable {
  /// More days than these are in the files alone.
  private static let mostDays = 7

  private let requirement: Requirement
  private let onDuty: StaffProfile?
  private let style: NumberStyle

  /// - Parameter onDuty: Nil where nobody knows yet who is there.
  init(_ requirement: Requirement, onDuty: StaffProfile?, style: NumberStyle) {
    self.requirement = requirement
    self.onDuty = onDuty
    self.style = style
  }

  private func say(_ en: String, _ zh: String) -> String {
    Localized(en: en, zh: zh)[style.language]
  }

  /// The section; nothing of many days.
  func append(to body: inout Markup) {
    guard requirement.question.days.count <= Self.mostDays else { return }
    body.element("section") { part in
      part.element("h2", text: say("By interval of the day", "逐时段"))
      part.table(table)
      part.element("p", ["class": "soft"], text: note)
    }
  }

  private var note: String {
    onDuty == nil
      ? say(
        "People required. Who is on duty is not known: the plan's size is searched for.",
        "所需人数。方案规模有待搜索，在岗人数未知。")
      : say(
        "On duty − required = net, all groups together. Where net is below zero, other hours of the day "
          + "may make up for it.",
        "在岗 − 需求 = 净值，各组合计。净值为负处可由当日其他时段弥补。")
  }

  /// Intervals of the day against days.
  var table: TextTable {
    let days = requirement.question.days
    let perDay = requirement.question.scenario.interval.perDay
    let slots = (0..<perDay).filter { slot in
      days.indices.contains { requirement.isOpen[$0 * perDay + slot] }
    }
    return TextTable(
      columns: [.init(say("from", "起"), .left)]
        + days.map { .init(String($0.description.suffix(5))) },
      rows: slots.map { slot in
        ["\(requirement.start(of: slot))"] + days.indices.map { cell($0 * perDay + slot) }
      })
  }

  private func cell(_ place: Int) -> String {
    guard requirement.isOpen[place] else { return "" }
    let needed = people(requirement.found.profile, place)
    guard let onDuty else { return "\(needed)" }
    let found = people(onDuty, place)
    let net = found - needed
    let sign = net < 0 ? "−" : net > 0 ? "+" : ""
    return "\(found) − \(needed) = \(sign)\(abs(net))"
  }

  private func people(_ profile: StaffProfile, _ place: Int) -> Int {
    profile.counts.reduce(0) { $0 + $1[place] }
  }
}
