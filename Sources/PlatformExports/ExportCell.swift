// SPDX-License-Identifier: GPL-3.0-or-later

package import Calendars

/// How platforms write values: `1,234`, `95.3%`, `2分30秒`, `-` for nothing.
package enum ExportCell {
  /// Whether a cell says nothing.
  package static func isEmpty(_ text: String) -> Bool {
    text.isEmpty || ["-", "--", "—", "——", "/", "无", "N/A", "null"].contains(text)
  }

  /// A day as `2026-04-01`, `2026/4/1`, `20260401` or `2026年4月1日`, with or without a time of day.
  package static func date(_ text: String) -> CivilDate? {
    if text.utf8.count == 8, let number = Int(text) {
      return CivilDate(year: number / 10_000, month: number / 100 % 100, day: number % 100)
    }
    let plain = text.replacing("年", with: "-").replacing("月", with: "-").replacing("日", with: "")
    guard let stamp = Timestamp(Array(plain.utf8)[...]) else { return nil }
    return CivilDate(dayNumber: Int((Double(stamp.wallClock) / 86_400).rounded(.down)))
  }

  /// A value of a column; nil where the cell is none.
  static func value(_ text: String, _ kind: ExportColumn.Kind) -> Double? {
    switch kind {
    case .date, .name: nil
    case .count, .number: number(text).flatMap { $0 >= 0 ? $0 : nil }
    case .amount: number(text)
    case .share: share(text).flatMap { (0...1).contains($0) ? $0 : nil }
    case .seconds: seconds(text, unit: 1).flatMap { $0 <= longest ? $0 : nil }
    case .minutes: seconds(text, unit: 60).flatMap { $0 <= longest ? $0 : nil }
    }
  }

  /// Numbers beyond this are no figure of a day.
  private static let largest = 1e10
  /// Seconds of a month, longer than anything that is timed.
  private static let longest = 2_678_400.0

  private static func number(_ text: String) -> Double? {
    var plain = text.filter { $0 != "," && $0 != "，" && $0 != "¥" && $0 != "￥" && $0 != " " }
    var factor = 1.0
    if plain.hasSuffix("万") {
      plain.removeLast()
      factor = 10_000
    }
    for unit in ["元", "人", "次", "条"] where plain.hasSuffix(unit) { plain.removeLast() }
    guard let value = Double(plain), (value * factor).magnitude <= largest else { return nil }
    return value * factor
  }

  /// `95.3%` or 0.953; a number above 1 is in percent too.
  private static func share(_ text: String) -> Double? {
    let plain = text.replacing("％", with: "%")
    if plain.hasSuffix("%") { return number(String(plain.dropLast())).map { $0 / 100 } }
    return number(plain).map { $0 > 1 ? $0 / 100 : $0 }
  }

  /// `7小时41分52秒`, `2分30秒`, `00:02:30`, `45s`, or a number of the column's unit.
  package static func seconds(_ text: String, unit: Double) -> Double? {
    if let value = number(text) { return value >= 0 ? value * unit : nil }
    if text.contains(":") {
      let parts = text.split(separator: ":", omittingEmptySubsequences: false).map { Double($0) }
      guard (2...3).contains(parts.count), parts.allSatisfy({ $0.map { $0 >= 0 } ?? false }) else {
        return nil
      }
      return parts.reduce(0) { $0 * 60 + ($1 ?? 0) }
    }
    var (total, digits, isAny) = (0.0, "", false)
    for character in text.replacing("小时", with: "时").replacing("分钟", with: "分") {
      if character.isASCII, character.isNumber || character == "." {
        digits.append(character)
        continue
      }
      if character == " " { continue }
      let factor: Double? =
        switch character {
        case "天", "d": 86_400
        case "时", "h": 3600
        case "分", "m", "'": 60
        case "秒", "s", "\"": 1
        default: nil
        }
      guard let factor, let value = Double(digits) else { return nil }
      total += factor * value
      (digits, isAny) = ("", true)
    }
    return isAny && digits.isEmpty ? total : nil
  }
}
