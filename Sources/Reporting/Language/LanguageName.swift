// SPDX-License-Identifier: GPL-3.0-or-later

import Wording

/// The language in which customers write, by its ISO 639 code in a scenario.
enum LanguageName {
  private static let names: [String: Localized] = [
    "zh": Localized(en: "Chinese", zh: "中文"), "en": Localized(en: "English", zh: "英文"),
    "ja": Localized(en: "Japanese", zh: "日文"), "ko": Localized(en: "Korean", zh: "韩文"),
    "de": Localized(en: "German", zh: "德文"), "fr": Localized(en: "French", zh: "法文"),
    "es": Localized(en: "Spanish", zh: "西班牙文"), "pt": Localized(en: "Portuguese", zh: "葡萄牙文"),
    "ru": Localized(en: "Russian", zh: "俄文"), "ar": Localized(en: "Arabic", zh: "阿拉伯文"),
    "th": Localized(en: "Thai", zh: "泰文"), "vi": Localized(en: "Vietnamese", zh: "越南文"),
    "id": Localized(en: "Indonesian", zh: "印尼文"), "ms": Localized(en: "Malay", zh: "马来文"),
  ]

  /// The code itself where no name is known.
  static func text(_ code: String, _ language: Language) -> String {
    names[code.lowercased()]?[language] ?? code
  }
}
