// SPDX-License-Identifier: GPL-3.0-or-later

import Capacity
import Scenarios
import Wording

extension TargetHold {
  /// Over what the targets hold, as an end of a sentence.
  var words: Localized {
    switch self {
    case .interval:
      let least = Int(RequirementQuestion.inquiriesBehindShare)
      return Localized(
        en: "in every stretch of a day that expects \(least) inquiries",
        zh: "每日各时间段（预期咨询不少于 \(least) 条）")
    case .day: return Localized(en: "on every day", zh: "每一天")
    case .period: return Localized(en: "over all the days together", zh: "整个时段合计")
    }
  }
}

extension Requirement {
  /// One line for each target, numbered as in the tables, with how surely it is to be held.
  func numberedTargets(_ style: NumberStyle) -> [String] {
    targets.enumerated().map { index, target in
      let surely =
        target.confidence.share.map { share in
          let percent = style.percent(share, places: 0)
          return Localized(
            en: ", held with a probability of \(percent)", zh: "，把握程度 \(percent)")
        } ?? Localized(en: ", in the mean", zh: "（按均值）")
      return "\(index + 1). " + target.boundWords(style) + surely[style.language]
    }
  }
}
