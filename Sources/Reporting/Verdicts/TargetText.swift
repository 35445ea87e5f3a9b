// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
import Inference
import Measures
import Planning
import Scenarios

extension ServiceTarget {
  /// The promise in words, such as `first reply within 3 min ≥ 90.0% in every month`.
  func words(_ style: NumberStyle) -> String {
    let types = inquiryTypes.isEmpty ? "" : " (" + style.list(inquiryTypes) + ")"
    let sign = wantsMoreOfMeasure ? "≥" : "≤"
    return "\(style.name(measure))\(types) \(sign) \(style.bound(bound, of: measure))"
      + scope.words(style)
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

extension StatementDraft {
  /// A missed target with what was reached: `…: reached 85.0%`.
  mutating func missed(_ result: TargetResult, _ plan: String) -> String {
    let target = result.target.words(style)
    var month = ""
    if let worst = result.worstMonth {
      month = Localized(en: " in \(worst)", zh: "（\(worst)）")[style.language]
    }
    guard let value = result.value?.mean, value.isFinite else {
      return Localized(
        en: "\(target): nothing to measure\(month)", zh: "\(target)：没有可计量的数据\(month)")[
          style.language]
    }
    let isDayShare = if case .shareOfDays = result.target.scope { true } else { false }
    let reached: String
    if isDayShare {
      reached = share("share_of_days_kept", plan, value)
    } else if result.target.measure.unit == .seconds {
      reached = seconds(result.target.measure.key, plan, value)
    } else {
      reached = share("target_value", plan, value)
    }
    let kept =
      isDayShare
      ? Localized(en: "kept on \(reached) of them", zh: "达标日占 \(reached)")
      : Localized(en: "reached \(reached)\(month)", zh: "实际 \(reached)\(month)")
    return Localized(en: "\(target); \(kept.en)", zh: "\(target)，\(kept.zh)")[style.language]
  }
}
