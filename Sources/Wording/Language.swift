// SPDX-License-Identifier: GPL-3.0-or-later

/// A language in which tables, reports and verdicts are written.
package enum Language: String, CaseIterable, Sendable {
  case english = "en"
  case chinese = "zh"

  /// The tag of HTML's `lang` attribute.
  package var htmlTag: String { self == .english ? "en" : "zh-CN" }
}

/// One text in every language: a sentence cannot be written in one and forgotten in the other.
package struct Localized: Equatable, Sendable {
  package let en: String
  package let zh: String

  package init(en: String, zh: String) {
    self.en = en
    self.zh = zh
  }

  /// A text that is the same in every language, such as a name.
  package init(both text: String) {
    en = text
    zh = text
  }

  package subscript(_ language: Language) -> String {
    switch language {
    case .english: en
    case .chinese: zh
    }
  }
}
