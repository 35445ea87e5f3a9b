// SPDX-License-Identifier: GPL-3.0-or-later

package import Money
import Pricing
package import Wording

/// How numbers are written for readers (files for machines use `Decimals` alone).
package struct NumberStyle: Equatable, Sendable {
  package var language: Language
  /// ISO 4217 code of the amounts.
  package var currency: String

  package init(_ language: Language = .english, currency: String = "CNY") {
    self.language = language
    self.currency = currency
  }

  /// What stands for a number that does not exist.
  package static let missing = "–"

  package func number(_ value: Double?, places: Int = 0) -> String {
    guard let value, value.isFinite else { return Self.missing }
    return Decimals.grouped(Decimals.fixed(value, places: places))
  }

  package func count(_ value: Int) -> String { Decimals.grouped(String(value)) }

  /// A share in [0, 1] as a percentage: 0.953 is `95.3%`.
  package func percent(_ share: Double?, places: Int = 1) -> String {
    guard let share, share.isFinite else { return Self.missing }
    return Decimals.fixed(share * 100, places: places) + "%"
  }

  /// The same where a share below one must not read as all: 0.9996 is `99.96%`, and what is closer still
  /// `> 99.99%`.
  package func percentShortOfAll(_ share: Double?, places: Int = 1) -> String {
    guard let share, share.isFinite, share < 1 else { return percent(share, places: places) }
    for places in places...max(places, 2) {
      let text = percent(share, places: places)
      if Double(text.dropLast()) ?? 0 < 100 { return text }
    }
    return "> 99.99%"
  }

  /// As a heading of amounts has it: `¥`, or the code of another currency.
  package var currencySign: String { currency == "CNY" ? "¥" : currency }

  /// Whole units of the currency with its sign: `¥1,234` or `1,234 元`.
  package func amount(_ value: Double?, places: Int = 0) -> String {
    guard let value, value.isFinite else { return Self.missing }
    let digits = number(value.magnitude, places: places)
    let sign = value < 0 && digits.contains { ("1"..."9").contains($0) } ? "-" : ""
    switch (currency, language) {
    case ("CNY", .english): return sign + "¥" + digits
    case ("CNY", .chinese): return sign + digits + " 元"
    default: return sign + digits + " " + currency
    }
  }

  /// An exact amount with its cents.
  package func amount(_ money: Money) -> String {
    amount(Double(money.fen) / 100, places: 2)
  }

  /// Seconds in the unit that reads best: `42 s`, `3.5 min`, `2.0 h`.
  package func duration(_ seconds: Double?) -> String {
    guard let seconds, seconds.isFinite else { return Self.missing }
    let isChinese = language == .chinese
    switch seconds.magnitude {
    case ..<120:
      return number(seconds, places: seconds.magnitude < 10 ? 1 : 0)
        + (isChinese ? " 秒" : " s")
    case ..<7200: return number(seconds / 60, places: 1) + (isChinese ? " 分钟" : " min")
    default: return number(seconds / 3600, places: 1) + (isChinese ? " 小时" : " h")
    }
  }

  /// Names in a row: `A, B and C`, `A、B 和 C`.
  package func list(_ names: [String]) -> String {
    guard let last = names.last, names.count > 1 else { return names.first ?? "" }
    let head = names.dropLast().joined(separator: language == .chinese ? "、" : ", ")
    return head + (language == .chinese ? "和" : " and ") + last
  }
}
