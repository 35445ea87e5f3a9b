// SPDX-License-Identifier: GPL-3.0-or-later

import Application
import Calendars
import Capacity
import Experiments
import Exports
import Inference
import Measures
import Scenarios
import Wording

/// People of one group in one interval.
package struct RequirementRow: Sendable {
  let outcome: RequireUseCase.Outcome
  let group: Int
  let place: Int

  static func rows(of outcome: RequireUseCase.Outcome) -> [RequirementRow] {
    let requirement = outcome.requirement
    return requirement.isOpen.indices.filter { requirement.isOpen[$0] }.flatMap { place in
      requirement.question.groups.indices.map {
        RequirementRow(outcome: outcome, group: $0, place: place)
      }
    }
  }

  func count(_ method: Requirement.Method) -> CSVCell {
    let found = outcome.requirement.candidates.first { $0.method == method }
    return found.map { .integer($0.profile.counts[group][place]) } ?? .empty
  }
}

/// A target in one interval under what was found.
package struct RequirementServiceRow: Sendable {
  let requirement: Requirement
  let target: Int
  let place: Int

  static func rows(of requirement: Requirement) -> [RequirementServiceRow] {
    requirement.isOpen.indices.filter { requirement.isOpen[$0] }.flatMap { place in
      requirement.targets.indices.map {
        RequirementServiceRow(requirement: requirement, target: $0, place: place)
      }
    }
  }

  var value: ConfidenceInterval? { requirement.found.values[target][place] }
}

/// A target in one of the stretches in which it must hold, under one method's people.
package struct RequirementCheckRow: Sendable {
  let requirement: Requirement
  let method: Requirement.Method
  let check: Requirement.Check

  static func rows(of requirement: Requirement) -> [RequirementCheckRow] {
    requirement.candidates.flatMap { candidate in
      candidate.checks.map {
        RequirementCheckRow(requirement: requirement, method: candidate.method, check: $0)
      }
    }
  }
}

extension Requirement {
  func date(of place: Int) -> CivilDate {
    question.days[place / question.scenario.interval.perDay]
  }

  func start(of place: Int) -> ClockTime {
    let length = question.scenario.interval.seconds
    return ClockTime(unchecked: place * length % 86_400)
  }
}

extension CSVTable<RequirementRow> {
  package static let requirements = CSVTable(
    file: "requirements.csv",
    row: Localized(
      en: "One row per open interval and agent group: people on duty who can take chats.",
      zh: "每个营业时段与客服组一行：可接待的在岗人数。"),
    key: ["date", "interval_start", "group"],
    columns: [
      CSVColumn("date", as: .date, en: "Day of the shop's clock", zh: "店铺时钟的日期") {
        .text($0.outcome.requirement.date(of: $0.place).description)
      },
      CSVColumn("interval_start", en: "Start of the interval", zh: "时段开始") {
        .text($0.outcome.requirement.start(of: $0.place).description)
      },
      CSVColumn("interval_length", "s", as: .integer, en: "Length of the interval", zh: "时段长度") {
        .integer($0.outcome.requirement.question.scenario.interval.seconds)
      },
      CSVColumn("group", en: "Agent group", zh: "客服组") {
        .text($0.outcome.requirement.question.groups[$0.group])
      },
      CSVColumn(
        "on_duty", "agents", en: "Fewest people on duty, not on a break, that keep the targets",
        zh: "达标所需的最少在岗人数（不含休息者）"
      ) { $0.count(.simulation) },
      CSVColumn(
        "rostered", "agents",
        en: "The same ÷ (1 − the group's absence): what to roster on average", zh: "计入缺勤后应排班的人数"
      ) {
        let found = Double($0.outcome.requirement.found.profile.counts[$0.group][$0.place])
        return .fixed(found / (1 - $0.outcome.absence[$0.group]), places: Places.count)
      },
      CSVColumn(
        "modified_offered_load", "agents",
        en: "What the formula asks for at the modified offered load; empty where it was not asked",
        zh: "按修正负荷（MOL）公式所需人数；未要求时为空"
      ) { $0.count(.modifiedOfferedLoad) },
      CSVColumn(
        "erlang_a", "agents",
        en: "What it asks for at the interval's own rate; empty where it was not asked",
        zh: "按该时段到达率的 Erlang A 公式所需人数；未要求时为空"
      ) { $0.count(.erlangA) },
      CSVColumn(
        "inquiries", "inquiries", en: "Expected inquiries of the interval, of all groups together",
        zh: "该时段的预期咨询量（各组合计）"
      ) { .fixed($0.outcome.requirement.inquiries[$0.place], places: Places.count) },
      CSVColumn.timeZone { $0.outcome.requirement.question.scenario.timeZone },
    ])
}

extension CSVTable<RequirementServiceRow> {
  package static let requirementService = CSVTable(
    file: "requirement-service.csv",
    row: Localized(
      en: "One row per open interval and target, under the people of `on_duty`.",
      zh: "每个营业时段与目标一行：在 on_duty 人数下的服务。"),
    key: ["date", "interval_start", "target"],
    columns: [
      CSVColumn("date", as: .date, en: "Day of the shop's clock", zh: "店铺时钟的日期") {
        .text($0.requirement.date(of: $0.place).description)
      },
      CSVColumn("interval_start", en: "Start of the interval", zh: "时段开始") {
        .text($0.requirement.start(of: $0.place).description)
      },
    ] + CSVColumn.target({ $0.target + 1 }, { $0.requirement.targets[$0.target] }) + [
      CSVColumn(
        "value", as: .number,
        en: "The measure, for customers who come in the interval; empty where nobody does",
        zh: "该时段到达顾客的指标值；无人到达时为空"
      ) { $0.value.map { .fixed($0.mean, places: Places.share) } ?? .empty },
      CSVColumn("half_width", as: .number, en: "Of its 95% interval", zh: "95% 区间的半宽") {
        $0.value.map { .fixed($0.halfWidth, places: Places.share) } ?? .empty
      },
      CSVColumn.timeZone { $0.requirement.question.scenario.timeZone },
    ])
}

extension CSVTable<RequirementCheckRow> {
  package static let requirementChecks = CSVTable(
    file: "requirement-checks.csv",
    row: Localized(
      en: "One row per method, stretch in which the targets must hold, and target: what simulated "
        + "customers met under the method's people.",
      zh: "每种方法、每个须达标的时间段与目标一行：在该方法的人数下模拟所得的服务。"),
    key: ["method", "first_date", "first_start", "target"],
    columns: [
      CSVColumn(
        "method", en: "`simulation`, `modified_offered_load` or `erlang_a`",
        zh: "simulation、modified_offered_load 或 erlang_a"
      ) { .text($0.method.rawValue) },
      CSVColumn("first_date", as: .date, en: "Day of the stretch's first interval", zh: "首个时段的日期") {
        .text($0.requirement.date(of: $0.check.block.lowerBound).description)
      },
      CSVColumn("first_start", en: "Start of its first interval", zh: "首个时段的开始") {
        .text($0.requirement.start(of: $0.check.block.lowerBound).description)
      },
      CSVColumn("intervals", "intervals", as: .integer, en: "Its length", zh: "时间段所含的时段数") {
        .integer($0.check.block.count)
      },
    ] + CSVColumn.target({ $0.check.target + 1 }, { $0.check.result.target }) + [
      CSVColumn(
        "value", as: .number, en: "The measure over the stretch; empty where nobody came", zh: "指标值"
      ) {
        $0.check.result.value.map { .fixed($0.mean, places: Places.share) } ?? .empty
      },
      CSVColumn("half_width", as: .number, en: "Of its 95% interval", zh: "95% 区间的半宽") {
        $0.check.result.value.map { .fixed($0.halfWidth, places: Places.share) } ?? .empty
      },
      CSVColumn(
        "kept_probability", as: .number,
        en: "Estimated probability that such a stretch keeps the target",
        zh: "此类时间段达标的估计概率"
      ) {
        $0.check.result.horizons.map { .fixed($0.probability.mean, places: Places.share) } ?? .empty
      },
      CSVColumn(
        "confidence", as: .number, en: "How surely it must keep it; empty where the mean decides",
        zh: "须达到的把握程度；按均值判断时为空"
      ) { $0.check.result.horizons?.wanted.map(CSVCell.number) ?? .empty },
      CSVColumn("answer", en: "`met`, `undecided` or `missed`", zh: "met、undecided 或 missed") {
        .text($0.check.result.answer.rawValue)
      },
      CSVColumn.timeZone { $0.requirement.question.scenario.timeZone },
    ])
}
