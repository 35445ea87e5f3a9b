// SPDX-License-Identifier: GPL-3.0-or-later

import Application
import Calendars
import DemandFitting
import Reporting
import Scenarios
import Wording

extension FitWords {
  func name(_ weekday: Weekday) -> String {
    style.language == .english ? String(weekday.name.en.prefix(3)) : weekday.name.zh
  }

  func name(_ subject: FitDiagnostics.Effect.Subject) -> String {
    switch subject {
    case .weekday(let weekday): name(weekday)
    case .kind(let kind, .workday): say("\(kind), on a workday", "\(kind)，逢工作日")
    case .kind(let kind, .weekend): say("\(kind), at a weekend", "\(kind)，逢周末")
    case .kind(let kind, .eve): say("the eve of \(kind)", "\(kind) 前一天")
    case .kind(let kind, .dayAfter): say("the day after \(kind)", "\(kind) 后一天")
    case .name(let name): name
    }
  }

  /// The family and the figures of a law.
  func law(_ law: Distribution) -> String {
    let mean = say("mean ", "均值 ") + style.duration(law.mean)
    switch law {
    case .exponential: return say("exponential, ", "指数分布，") + mean
    case .lognormal(_, let cv):
      return say("lognormal, ", "对数正态分布，") + mean + ", cv " + style.number(cv, places: 2)
    case .gamma(_, let cv):
      return say("gamma, ", "伽马分布，") + mean + ", cv " + style.number(cv, places: 2)
    case .weibull(_, let shape):
      return say("Weibull, ", "威布尔分布，") + mean
        + say(", shape ", "，形状 ") + style.number(shape, places: 2)
    case .deterministic, .uniform, .empirical, .mixture, .never: return mean
    }
  }
}
