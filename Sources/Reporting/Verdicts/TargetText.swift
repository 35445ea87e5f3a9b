// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
import Experiments
import Inference
import Measures
import Planning
import Scenarios
import Wording

extension ServiceTarget {
  /// The promise in words, such as `first reply within 3 min ≥ 90.0% in every month`.
  func words(_ style: NumberStyle) -> String {
    boundWords(style) + scope.words(style) + confidence.words(style)
  }

  /// Without the scope, such as `first reply within 3 min ≥ 90.0%`.
  func boundWords(_ style: NumberStyle) -> String {
    let types = inquiryTypes.isEmpty ? "" : " (" + style.list(inquiryTypes) + ")"
    let sign = wantsMoreOfMeasure ? "≥" : "≤"
    return "\(style.name(measure))\(types) \(sign) \(style.bound(bound, of: measure))"
  }
}

extension NumberStyle {
  /// A bound with as many places as it has, one at least: 99.95 % must not read as 100.0 %.
  fileprivate func bound(_ value: Double, of measure: Measure) -> String {
    if measure.unit == .seconds { return duration(value) }
    let percent = value * 100
    let places = (1...4).first { places in
      let shown = Double(Decimals.fixed(percent, places: places)) ?? percent
      return abs(shown - percent) < 1e-9
    }
    return self.percent(value, places: places ?? 4)
  }
}

extension TargetScope {
  fileprivate func words(_ style: NumberStyle) -> String {
    switch self {
    case .year: return Localized(en: " over the whole period", zh: "（整个期间）")[style.language]
    case .everyMonth: return Localized(en: " in every month", zh: "（每个月）")[style.language]
    case .shareOfDays(let share):
      let days = style.percent(share, places: 0)
      return Localized(en: " on \(days) of the days", zh: "（\(days) 的日子）")[style.language]
    }
  }
}

extension TargetConfidence {
  fileprivate func words(_ style: NumberStyle) -> String {
    guard let share else { return "" }
    let wanted = style.percent(share, places: 0)
    return Localized(
      en: ", in \(wanted) of the horizons that may come", zh: "，在 \(wanted) 的可能情形中")[style.language]
  }
}

extension TargetAnswer {
  func words(_ style: NumberStyle) -> String {
    switch self {
    case .met: Localized(en: "met", zh: "达标")[style.language]
    case .undecided: Localized(en: "cannot tell", zh: "尚难判断")[style.language]
    case .missed: Localized(en: "missed", zh: "未达标")[style.language]
    }
  }
}

extension StatementDraft {
  /// A target with its estimate, interval and worst month: `…; reached 85.0% (95% interval 84.1% to
  /// 85.9%) in 2026-11`.
  mutating func reached(_ result: TargetResult, _ plan: String) -> String {
    let target = result.target.words(style)
    let isEveryMonth = result.target.scope == .everyMonth
    let month = isEveryMonth ? result.worst.map { monthWords($0.month) } ?? .none : .none
    guard let value = result.value, value.mean.isFinite else {
      return Localized(
        en: "\(target): nothing to measure\(month.en)", zh: "\(target)：没有可计量的数据\(month.zh)")[
          style.language]
    }
    let isDayShare = if case .shareOfDays = result.target.scope { true } else { false }
    let figure = keep(value.mean, of: result, plan)
    var range = Localized.none
    if value.halfWidth.isFinite, value.halfWidth > 0 {
      let isShare = isDayShare || result.target.measure.unit != .seconds
      let low = keep(max(0, value.lower), of: result, plan, "_low")
      let high = keep(
        isShare ? min(1, value.upper) : value.upper, of: result, plan, "_high")
      range = Localized(en: " (95% interval \(low) to \(high))", zh: "（95% 区间 \(low) 至 \(high)）")
    }
    var worst = Localized.none
    if !isEveryMonth, let month = result.worst, let value = month.value {
      let figure = keep(value, of: result, plan, "_worst_month")
      worst = Localized(en: ", in \(month.month) \(figure)", zh: "，\(month.month) 仅 \(figure)")
    }
    let kept =
      isDayShare
      ? Localized(
        en: "kept on \(figure) of them\(range.en)\(worst.en)",
        zh: "达标日占 \(figure)\(range.zh)\(worst.zh)")
      : Localized(
        en: "reached \(figure)\(range.en)\(month.en)\(worst.en)",
        zh: "实际 \(figure)\(range.zh)\(month.zh)\(worst.zh)")
    let often = horizons(result, plan)
    return Localized(
      en: "\(target); \(often.en)\(kept.en)", zh: "\(target)，\(often.zh)\(kept.zh)")[style.language]
  }

  /// `kept in 93% of them (95% interval 85% to 99%, 28 of 30 simulated); in the mean `, where a share of
  /// the horizons must keep the promise.
  private mutating func horizons(_ result: TargetResult, _ plan: String) -> Localized {
    guard result.target.confidence.share != nil, let horizons = result.horizons else {
      return .none
    }
    let probability = horizons.probability
    let figure = share("kept_probability", plan, probability.mean)
    var range = Localized.none
    if probability.halfWidth.isFinite {
      let low = share("kept_probability_low", plan, max(0, probability.lower))
      let high = share("kept_probability_high", plan, min(1, probability.upper))
      range = Localized(
        en: "95% interval \(low) to \(high), ", zh: "95% 区间 \(low) 至 \(high)，")
    }
    let (kept, of) = (horizons.kept, probability.count)
    return Localized(
      en: "kept in \(figure) of them (\(range.en)\(kept) of \(of) simulated); in the mean ",
      zh: "预计在 \(figure) 的情形中达标（\(range.zh)\(of) 次模拟中 \(kept) 次）；平均")
  }

  /// `about 75 replications would likely tell`, where some number would.
  mutating func needed(_ result: TargetResult, _ plan: String) -> Localized {
    if result.value?.count == 1 {
      return Localized(
        en: "one replication gives no interval: run at least two", zh: "只模拟一次得不到区间，请至少模拟两次")
    }
    guard let count = result.replicationsLikelyToTell else {
      return Localized(
        en: "it lies so near the bound that no affordable number of replications would tell",
        zh: "与目标值太接近，再多次模拟也难以判断")
    }
    let number = number("replications_to_tell", plan, Double(count), "replications")
    return Localized(
      en: "about \(number) replications would likely tell", zh: "大约模拟 \(number) 次多半即可判断")
  }

  private func monthWords(_ month: YearMonth) -> Localized {
    Localized(en: " in \(month)", zh: "（\(month)）")
  }

  /// Keeps a value of the target's measure, and writes it.
  private mutating func keep(
    _ value: Double, of result: TargetResult, _ plan: String, _ suffix: String = ""
  ) -> String {
    let isDayShare = if case .shareOfDays = result.target.scope { true } else { false }
    if isDayShare {
      _ = share("share_of_days_kept" + suffix, plan, value)
    } else if result.target.measure.unit == .seconds {
      _ = seconds(result.target.measure.key + suffix, plan, value)
    } else {
      _ = share("target_value" + suffix, plan, value)
    }
    return written(value, of: result)
  }

  /// With so many places that a value beside the bound does not read as the bound.
  private func written(_ value: Double, of result: TargetResult) -> String {
    var bound = result.target.bound
    if case .shareOfDays(let wanted) = result.target.scope {
      bound = wanted
    } else if result.target.measure.unit == .seconds {
      return style.duration(value)
    }
    let text = (1...4).map { style.percent(value, places: $0) }
    let promised = (1...4).map { style.percent(bound, places: $0) }
    let shown = Double(Decimals.fixed(bound * 100, places: 1)) ?? 0
    let least = abs(shown - bound * 100) < 1e-9 ? 0 : 1
    return (least..<4).first { text[$0] != promised[$0] }.map { text[$0] } ?? text[least]
  }
}

extension Localized {
  static let none = Localized(en: "", zh: "")
}
