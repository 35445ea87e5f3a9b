// SPDX-License-Identifier: GPL-3.0-or-later

import Experiments
import QueueingTheory
import Wording

extension SteadyStateError {
  var sentence: Localized {
    switch self {
    case .closed:
      return Localized(
        en: "the interval lies in closed hours; it has no steady state.",
        zh: "该时段在非服务时间内，没有稳态。")
    case .nobodyComes:
      return Localized(
        en: "no customer comes in that interval; it has no steady state.",
        zh: "该时段没有顾客，没有稳态。")
    case .unstable(let types, let needed, let agents):
      let load = Decimals.fixed(needed, places: 2)
      return Localized(
        en: "customers of \(types.joined(separator: ", ")) never leave, and their work alone keeps "
          + "\(load) agents busy, where \(agents) \(agents == 1 ? "is" : "are") on duty: the "
          + "queue would grow for ever.",
        zh: "\(types.joined(separator: "、")) 的顾客从不离开，仅他们就需要 \(load) 名客服，而在岗仅 \(agents) 名："
          + "排队会无限增长。")
    case .noSteadyState(let days):
      return Localized(
        en: "after \(days) such days the waits still depend on the start; there is no steady "
          + "state, or --days and --most-days are too few.",
        zh: "运行 \(days) 天后等待仍受起始状态影响；或者没有稳态，或者 --days 与 --most-days 太小。")
    }
  }
}

extension QueueingError {
  var sentence: Localized {
    switch self {
    case .notPositive(let parameter, let found):
      let name = parameter.words
      return Localized(
        en: "\(name.en): found \(asGiven(found)), allowed finite numbers above zero.",
        zh: "\(name.zh)：给出 \(asGiven(found))，应为大于零的有限数。")
    case .outOfRange(let parameter, let found, let allowed):
      let name = parameter.words
      let (low, high) = (
        Decimals.shortest(allowed.lowerBound), Decimals.shortest(allowed.upperBound)
      )
      return Localized(
        en: "\(name.en): found \(asGiven(found)), allowed \(low) to \(high).",
        zh: "\(name.zh)：给出 \(asGiven(found))，可用 \(low) 至 \(high)。")
    case .unstable(let load, let agents):
      let work = Decimals.fixed(load, places: 2)
      return Localized(
        en: "customers never leave, and their work keeps \(work) agents busy, where \(agents) "
          + "\(agents == 1 ? "is" : "are") on duty: the queue would grow for ever.",
        zh: "顾客从不离开，其工作需要 \(work) 名客服，而在岗仅 \(agents) 名：排队会无限增长。")
    case .unreachable(let largest):
      return Localized(
        en: "no number of agents up to \(largest) reaches the target.",
        zh: "客服数直到 \(largest) 也达不到目标。")
    case .numerical(let error):
      return Localized(
        en: "the formula could not be evaluated (\(error)).", zh: "公式无法求值（\(error)）。")
    }
  }
}

extension QueueingError.Parameter {
  /// The quantity as the command's options call it.
  fileprivate var words: Localized {
    switch self {
    case .arrivalRate: Localized(en: "arrivals per hour", zh: "每小时到达")
    case .meanHandlingTime, .handlingTime: Localized(en: "handling time", zh: "处理时长")
    case .waitingRoom: Localized(en: "waiting room", zh: "等候位")
    case .timeLimit: Localized(en: "time limit", zh: "时限")
    case .composeTime: Localized(en: "composing time", zh: "书写时长")
    case .thinkTime: Localized(en: "thinking time", zh: "思考时长")
    case .switchingTime: Localized(en: "switching time", zh: "切换时长")
    case .agents: Localized(en: "agents", zh: "客服数")
    case .patience: Localized(en: "patience", zh: "耐心")
    case .target: Localized(en: "target", zh: "目标")
    case .safety: Localized(en: "safety", zh: "安全系数")
    case .messages: Localized(en: "messages", zh: "消息数")
    case .concurrency: Localized(en: "concurrency", zh: "同时会话数")
    case .interval: Localized(en: "interval", zh: "时段长度")
    }
  }
}
