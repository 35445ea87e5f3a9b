// SPDX-License-Identifier: GPL-3.0-or-later

package import Wording

/// How documents are written.
package struct DocumentOptions: Sendable {
  package var language: Language
  /// ISO 4217 code of the amounts.
  package var currency: String
  package var formats: TableFormats

  package init(
    language: Language = .english, currency: String = "CNY",
    formats: TableFormats = TableFormats()
  ) {
    self.language = language
    self.currency = currency
    self.formats = formats
  }

  package var style: NumberStyle { NumberStyle(language, currency: currency) }
}
