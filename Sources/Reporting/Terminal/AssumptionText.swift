// SPDX-License-Identifier: GPL-3.0-or-later

package import Planning
package import Tables
import Wording

/// A queueing formula beside the simulation, and what lies between them.
package struct AssumptionText {
  private let ladder: AssumptionLadder
  private let style: NumberStyle
  private var language: Language { style.language }

  package init(_ ladder: AssumptionLadder, style: NumberStyle) {
    self.ladder = ladder
    self.style = style
  }

  package var table: TextTable {
    let headings = [
      Localized(en: "Assumptions", zh: "假设"), Localized(en: "service level", zh: "服务 水平"),
      Localized(en: "95% ±", zh: "95% ±"), Localized(en: "change", zh: "变化"),
      Localized(en: "abandon %", zh: "放弃率"), Localized(en: "mean wait", zh: "平均 等待"),
      Localized(en: "occupancy", zh: "占用率"),
    ]
    var before: Double?
    let rows = ladder.rungs.map { rung -> [String] in
      defer { before = rung.serviceLevel }
      return [
        Self.name(rung.assumption)[language], style.percent(rung.serviceLevel),
        rung.halfWidth.map { style.percent($0, places: 2) } ?? "",
        before.map { points(rung.serviceLevel - $0) } ?? "",
        style.percent(rung.abandonment), style.duration(rung.meanWait),
        style.percent(rung.engaged),
      ]
    }
    return TextTable(
      columns: headings.enumerated().map {
        TextTable.Column($0.element[language], $0.offset == 0 ? .left : .right)
      }, rows: rows)
  }

  /// The averages that went into the formula.
  package var averages: String {
    let desk = ladder.desk
    let perHour = style.number(desk.arrivalRate * 3600, places: 1)
    let handling = style.number(desk.handling, places: 0)
    let team = desk.team == 1 ? "1 agent" : "\(desk.team) agents"
    let patience = desk.patience.map { style.number($0, places: 0) }
    return Localized(
      en: "Averages in open hours: \(perHour) inquiries an hour, \(team), "
        + "\(handling) s of an agent a chat, "
        + (patience.map { "patience \($0) s." } ?? "nobody leaves."),
      zh: "开放时段平均：每小时咨询 \(perHour) 次，在岗 \(desk.team) 人，每次咨询占用客服 \(handling) 秒，"
        + (patience.map { "耐心 \($0) 秒。" } ?? "无人离开。"))[language]
  }

  /// The formula's service level, the simulated one, and the assumption that differs most.
  package var conclusion: String {
    guard let formula = ladder.rungs.first?.serviceLevel,
      let real = ladder.rungs.last?.serviceLevel,
      real.isFinite
    else {
      return Localized(
        en: "There is nobody to serve, so nothing to compare.", zh: "没有可服务的咨询，无从比较。")[language]
    }
    let causes = ladder.changes.filter(\.isCertain).prefix(2).map {
      Self.cause($0.assumption)[language] + Localized(en: " (", zh: "（")[language]
        + points($0.points) + Localized(en: ")", zh: "）")[language]
    }
    let first =
      formula.isFinite
      ? Localized(
        en: "The formula promises \(style.percent(formula)) in time, the plan gives "
          + "\(style.percent(real)).",
        zh: "公式给出的服务水平为 \(style.percent(formula))，方案实际为 \(style.percent(real))。")
      : Localized(
        en: "The formula has no steady state at these averages; the plan gives "
          + "\(style.percent(real)) in time.",
        zh: "按这些平均值公式没有稳态；方案实际服务水平为 \(style.percent(real))。")
    let second: Localized
    if causes.isEmpty {
      second = Localized(
        en: " No assumption of it moves the service by half a point beyond chance.",
        zh: "除随机误差外，它的任何一个假设对服务的影响都不到半个百分点。")
    } else {
      second = Localized(
        en: " What moves it most: " + causes.joined(separator: ", then ") + ".",
        zh: "影响最大的是：" + causes.joined(separator: "，其次是") + "。")
    }
    return first[language] + second[language]
  }

  package var json: JSONValue {
    let desk = ladder.desk
    return .object([
      .init(
        "averages",
        [
          "arrivals_per_hour": .number(desk.arrivalRate * 3600),
          "agents": .number(Double(desk.team)),
          "handling_s": .number(desk.handling), "patience_s": .optional(desk.patience),
        ]),
      .init(
        "rungs",
        .array(
          ladder.rungs.map { rung in
            [
              "assumptions": .string(rung.assumption.rawValue),
              "service_level": .number(rung.serviceLevel),
              "half_width": .optional(rung.halfWidth), "abandonment": .number(rung.abandonment),
              "mean_wait_s": .number(rung.meanWait), "busy": .number(rung.engaged),
            ]
          })),
    ])
  }

  private func points(_ change: Double) -> String {
    guard change.isFinite else { return NumberStyle.missing }
    return (change < 0 ? "−" : "+") + style.number(abs(change) * 100, places: 1)
  }

  private static func name(_ assumption: Assumption) -> Localized {
    switch assumption {
    case .formula: Localized(en: "Queueing formula on averages", zh: "排队公式（平均值）")
    case .chance: Localized(en: "the same, simulated", zh: "同样假设的仿真")
    case .parallelChats: Localized(en: "+ parallel chats", zh: "＋并行会话")
    case .laws: Localized(en: "+ handling and patience", zh: "＋处理时长与耐心")
    case .routing: Localized(en: "+ skills, routing", zh: "＋技能与路由")
    case .dayAndRoster: Localized(en: "+ the week, the roster", zh: "＋一周的起伏与排班")
    case .seasons: Localized(en: "+ seasons, promotions", zh: "＋季节与大促")
    case .randomDays: Localized(en: "+ random days: the plan", zh: "＋随机的忙闲：方案本身")
    }
  }

  private static func cause(_ assumption: Assumption) -> Localized {
    switch assumption {
    case .formula, .chance: Localized(en: "chance", zh: "随机误差")
    case .parallelChats: Localized(en: "several chats at once", zh: "同时接待多个会话")
    case .laws:
      Localized(en: "the laws of handling and patience", zh: "处理时长与耐心的分布")
    case .routing:
      Localized(en: "who may answer what, and the routing rules", zh: "技能分工与路由规则")
    case .dayAndRoster:
      Localized(en: "the course of the day and week against the roster", zh: "一天与一周的起伏对排班")
    case .seasons: Localized(en: "seasons and promotions", zh: "季节与大促")
    case .randomDays: Localized(en: "days busy at random", zh: "随机的忙闲日")
    }
  }
}
