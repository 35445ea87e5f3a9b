// SPDX-License-Identifier: GPL-3.0-or-later

package import Wording

/// How documents are written.
package struct DocumentOptions: Equatable, Sendable {
  package var language: Language
  /// ISO 4217 code of the amounts.
  package var currency: String
  /// Whether CSV files begin with a byte-order mark, for Excel.
  package var byteOrderMark: Bool

  package init(
    language: Language = .english, currency: String = "CNY", byteOrderMark: Bool = false
  ) {
    self.language = language
    self.currency = currency
    self.byteOrderMark = byteOrderMark
  }

  package var style: NumberStyle { NumberStyle(language, currency: currency) }
}
