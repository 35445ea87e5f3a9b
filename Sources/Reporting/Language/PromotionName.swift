// SPDX-License-Identifier: GPL-3.0-or-later

import Wording

/// How readers call a promotion that a scenario takes from the presets.
enum PromotionName {
  private static let known: [String: Localized] = [
    "nian_huo_jie": Localized(en: "Nian Huo Jie", zh: "年货节"),
    "spring_festival": Localized(en: "Spring Festival", zh: "春节"),
    "38": Localized(en: "38 Festival", zh: "38 节"),
    "618": Localized(en: "618", zh: "618"),
    "double_11": Localized(en: "Double 11", zh: "双 11"),
    "double_12": Localized(en: "Double 12", zh: "双 12"),
  ]

  /// `double_11 2026` becomes `Double 11 2026`; a name of the user's own stays as it is.
  static func text(_ name: String, _ language: Language, withYear: Bool = true) -> String {
    let parts = name.split(separator: " ", maxSplits: 1).map(String.init)
    guard let first = parts.first, let words = known[first] else { return name }
    let year = parts.count > 1 ? parts[1] : ""
    // Only a preset's own name ends in its year alone.
    guard year.isEmpty || (year.count == 4 && Int(year) != nil) else { return name }
    guard withYear, !year.isEmpty else { return words[language] }
    return Localized(en: "\(words.en) \(year)", zh: "\(year) 年\(words.zh)")[language]
  }
}
