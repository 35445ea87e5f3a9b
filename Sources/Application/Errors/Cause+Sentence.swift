// SPDX-License-Identifier: GPL-3.0-or-later

import Capacity
import Demand
import Inference
import Planning
import SimulationEngine
package import Wording
import Workforce

extension Cause {
  /// One sentence: what, where, found, allowed.
  package var sentence: Localized {
    switch self {
    case .planning(let error): error.sentence
    case .requirement(let error): error.sentence
    case .shifts(let error): error.sentence
    case .integerProgram(let error): error.sentence
    case .demand(let error): error.sentence
    case .model(let error): error.sentence
    case .workforce(let error): error.sentence
    case .pricing(let error): error.sentence
    case .steadyState(let error): error.sentence
    case .queueing(let error): error.sentence
    case .inference(let error): error.sentence
    case .other(let text):
      Localized(en: "unexpected: \(text).", zh: "意外错误：\(text)。")
    }
  }
}

extension RequirementError {
  fileprivate var sentence: Localized {
    switch self {
    case .noTargets:
      Localized(
        en:
          "service_targets: found none, needed one at least: people are required by what they must keep.",
        zh: "service_targets：没有目标；至少需要一个目标，才能确定所需人数。")
    case .daysOutside(let horizon):
      Localized(
        en: "dates: found days outside \(horizon), the scenario's horizon.",
        zh: "dates：超出场景的时间范围 \(horizon)。")
    case .nobodyAnswers(let type):
      Localized(
        en: "agent_groups: nobody of the plan's groups answers \(type), which has customers.",
        zh: "agent_groups：方案的客服组中无人接待 \(type)，而该类型有顾客。")
    case .closed:
      Localized(
        en: "service_window: chat is closed on all these days.", zh: "service_window：这些日子全天不营业。")
    case .unreachable(let people):
      Localized(
        en: "service_targets: \(people) people on duty at once do not keep them; a bound is out of "
          + "reach at any number.",
        zh: "service_targets：同时在岗 \(people) 人仍不能达标；该目标无论多少人都无法达到。")
    }
  }
}

extension PlanningError {
  fileprivate var sentence: Localized {
    switch self {
    case .outOfRange(let field, let found, let allowed):
      return .found(.verbatim(asGiven(found)), allowed: Phrase(numbersIn: allowed)).placed(field)
    case .differentHorizons:
      return Localized(
        en: "horizon: found another one than in the scenario of --against; before and after need "
          + "the same days.",
        zh: "horizon：与 --against 的场景不同；前后对比须为相同的日期。")
    case .noCommonPlan:
      return Localized(
        en: "plans: found none that the scenario of --against has too.",
        zh: "plans：没有一个方案同时也在 --against 的场景中。")
    case .sizingSharedPool(let plan):
      return Localized(
        en: "plans.\(plan): a shared pool cannot be sized; its agents are the provider's.",
        zh: "plans.\(plan)：共享池不能求规模；其客服属于服务商。")
    case .sizingWithoutTargets(let plan):
      return Localized(
        en: "plans.\(plan): staffing: fewest needs service_targets to meet.",
        zh: "plans.\(plan)：staffing: fewest 需要有待达成的 service_targets。")
    case .sizingUnknownGroup(let plan, let group):
      return Localized(
        en: "plans.\(plan): no staffing line has the group \(group) that is to be sized.",
        zh: "plans.\(plan)：没有排班行属于要求规模的组 \(group)。")
    case .unknownPlan(let name, let known):
      let list = known.joined(separator: ", ")
      return Localized(
        en: "no plan \(name); the scenario has \(list).", zh: "没有方案 \(name)；场景中有 \(list)。")
    case .contract(let plan, let error):
      return Cause.pricing(error).sentence.placed("plans.\(plan).contract")
    case .unknownInquiryType(let name, let known):
      let list = known.joined(separator: ", ")
      return Localized(
        en: "service_targets: no inquiry type \(name); there are \(list).",
        zh: "service_targets：没有咨询类型 \(name)；现有 \(list)。")
    case .notASharedPool(let plan):
      return Localized(en: "plans.\(plan): not on a shared pool.", zh: "plans.\(plan)：不在共享池上。")
    }
  }
}

extension DemandError {
  fileprivate var sentence: Localized {
    switch self {
    case .outOfRange(let stream, let field, let found, let allowed):
      return .found(.verbatim(asGiven(found)), allowed: Phrase(numbersIn: allowed)).placed(
        "demand \(stream): \(field)")
    case .wrongCount(let stream, let field, let found, let allowed):
      let list = allowed.map(String.init).joined(separator: ", ")
      return Localized(
        en: "found \(found) values, allowed \(list).", zh: "给出 \(found) 个值，可用 \(list) 个。"
      ).placed("demand \(stream): \(field)")
    case .emptyProfile(let stream, let field):
      return Localized(en: "all weights are zero.", zh: "所有权重都为零。")
        .placed("demand \(stream): \(field)")
    case .emptyPhase(let stream, let wave, let phase):
      return Localized(
        en: "promotion \(wave), phase \(phase): ends at or before its start.",
        zh: "大促 \(wave)、阶段 \(phase)：结束不晚于开始。"
      ).placed("demand \(stream)")
    case .unknownTimeZone(let stream, let name):
      return Localized(en: "no time zone \(name).", zh: "没有时区 \(name)。").placed("demand \(stream)")
    case .unknownInquiryType(let stream, let name):
      return Localized(en: "no inquiry type \(name).", zh: "没有咨询类型 \(name)。")
        .placed("demand \(stream)")
    case .historyOutsideHorizon(let stream, let recorded, let horizon):
      let days = recorded.map(String.init(describing:))
      return Localized(
        en: "the history covers \(days ?? "no day"), the horizon is \(horizon); they share no day.",
        zh: "历史数据覆盖 \(days ?? "零天")，时间范围为 \(horizon)；两者没有共同的日期。"
      ).placed("demand \(stream)")
    }
  }
}

extension ModelError {
  fileprivate var sentence: Localized {
    switch self {
    case .invalidLaw(let place, let found, let allowed),
      .outOfRange(let place, let found, let allowed):
      return .found(.verbatim(asGiven(found)), allowed: Phrase(numbersIn: allowed)).placed(
        Self.written(place))
    case .zeroLengthService(let type):
      return Localized(
        en: "service takes no time; give it a mean above zero.", zh: "处理不耗时；请给出大于零的均值。"
      ).placed("inquiry_types.\(type)")
    case .noAgent(let type):
      return Localized(
        en: "no agent of the plan has the skill.", zh: "该方案中没有客服具备此技能。"
      ).placed("inquiry_types.\(type)")
    case .reserveLeavesNothing(let slots, let rostered, let reserved, let never):
      return Localized(
        en: "found \(slots) kept for \(reserved), allowed fewer than the \(rostered) chat slots of "
          + "the plan's agents who serve it; \(never) would never be answered.",
        zh: "为 \(reserved) 预留了 \(slots) 个，应少于该方案中接待它的客服共有的 \(rostered) 个会话位；"
          + "否则 \(never) 永远得不到应答。"
      ).placed("routing.contact_selection.slots")
    case .unknownInquiryType(let place, let name):
      return Localized(en: "no inquiry type \(name).", zh: "没有咨询类型 \(name)。").placed(place)
    case .duplicateName(let place, let name):
      return Localized(en: "\(name) stands there twice.", zh: "\(name) 出现了两次。").placed(place)
    case .mismatchedParts(let part):
      return Localized(
        en: "\(part): found other days, types or groups than the scenario's.",
        zh: "\(part)：日期、咨询类型或客服组与场景不一致。")
    case .emptyScenario(let part):
      return Localized(en: "\(part): found none, allowed one or more.", zh: "\(part)：一个也没有，至少应有一个。")
    case .horizonTooLong(let days, let allowed):
      return Localized(
        en: "horizon: \(days) days, allowed at most \(allowed) with so many inquiry types.",
        zh: "horizon：\(days) 天；咨询类型这么多时最多 \(allowed) 天。")
    }
  }

  /// A place of the model in the words of a scenario file.
  private static func written(_ place: String) -> String {
    for (model, file) in [("types.", "inquiry_types."), ("groups.", "agent_groups.")]
    where place.hasPrefix(model) {
      return file + place.dropFirst(model.count)
    }
    return place
  }
}

extension WorkforceError {
  fileprivate var sentence: Localized {
    switch self {
    case .unknownGroup(let line, let name):
      Localized(en: "no agent group \(name).", zh: "没有客服组 \(name)。").placed("staffing[\(line)]")
    case .negativeAgents(let line, let found):
      Localized(en: "found \(found), allowed 0 or more.", zh: "给出 \(found)，应为 0 或更大。")
        .placed("staffing[\(line)].agents")
    case .tooManyAgents(let found, let allowed):
      Localized(
        en: "\(found) agents in all, allowed at most \(allowed).",
        zh: "客服共 \(found) 人，最多 \(allowed) 人。"
      ).placed("staffing")
    case .tooManyDutyPeriods(let found, let allowed):
      Localized(
        en: "\(found) shifts over the horizon, allowed at most \(allowed).",
        zh: "时间范围内共 \(found) 个班次，最多 \(allowed) 个。"
      ).placed("staffing")
    case .misplacedBreak(let line, let shift):
      Localized(
        en: "shift \(shift): a break lies outside the shift or overlaps another.",
        zh: "班次 \(shift)：有休息在班次之外，或与另一次休息重叠。"
      ).placed("staffing[\(line)]")
    case .misplacedHold(let line, let shift):
      Localized(
        en: "shift \(shift): a hold lies outside the shift or overlaps another.",
        zh: "班次 \(shift)：有挂起时段在班次之外，或与另一段重叠。"
      ).placed("staffing[\(line)]")
    }
  }
}

extension InferenceError {
  fileprivate var sentence: Localized {
    switch self {
    case .differentLengths(let expected, let found):
      Localized(
        en: "found \(found) replications beside \(expected), allowed as many.",
        zh: "一方有 \(found) 次模拟，另一方有 \(expected) 次；次数应相同。")
    case .tooFew(let found, let needed):
      Localized(
        en: "found \(found) replications, allowed \(needed) or more here.",
        zh: "只有 \(found) 次模拟，这里至少需要 \(needed) 次。")
    case .notFinite(let index):
      Localized(
        en: "replication \(index) gives no finite number.", zh: "第 \(index) 次模拟没有给出有限的数值。")
    case .outsideUnitInterval(let found):
      Localized(
        en: "found \(asGiven(found)), allowed above 0, below 1.",
        zh: "给出 \(asGiven(found))，应在 0 与 1 之间。")
    case .zeroDenominator:
      Localized(en: "a ratio whose denominator is zero.", zh: "比率的分母为零。")
    case .collinearControls:
      Localized(
        en: "control variates that are constant or depend on each other.", zh: "控制变量为常数或彼此相关。")
    }
  }
}

extension Localized {
  /// What was found and what is allowed.
  static func found(_ found: Phrase, allowed: Phrase) -> Localized {
    let (found, allowed) = (found.localized, allowed.localized)
    return Localized(
      en: "found \(found.en), allowed \(allowed.en).", zh: "现为 \(found.zh)，应为 \(allowed.zh)。")
  }
}

/// A number in a message; what is not finite is named, since files leave it empty.
package func asGiven(_ value: Double) -> String {
  value.isFinite ? Decimals.shortest(value) : "\(value)"
}
