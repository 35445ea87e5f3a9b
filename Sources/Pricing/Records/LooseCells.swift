// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars

/// Cells as spreadsheets write them, where they can mean one thing only.
enum LooseCells {
  /// `2026/3/1`, `2026.3.1` or `2026-3-1`. Year first always: day and month cannot be told apart
  /// otherwise.
  static func date(_ text: some StringProtocol) -> CivilDate? {
    guard let mark = text.first(where: { !$0.isASCIIDigit }), "-/.".contains(mark) else {
      return nil
    }
    let parts = text.split(separator: mark, omittingEmptySubsequences: false)
    guard parts.count == 3, let year = number(parts[0], digits: 4...4),
      let month = number(parts[1], digits: 1...2), let day = number(parts[2], digits: 1...2)
    else { return nil }
    return CivilDate(year: year, month: month, day: day)
  }

  /// `2026/3` or `2026-3`, or the first of a month as a date. A point is refused: 2026.1 may be what
  /// a spreadsheet has left of 2026.10.
  static func month(_ text: String) -> YearMonth? {
    if let day = CivilDate(iso: text) ?? date(text) { return day.day == 1 ? day.yearMonth : nil }
    guard let mark = text.first(where: { !$0.isASCIIDigit }), "-/".contains(mark) else {
      return nil
    }
    let parts = text.split(separator: mark, omittingEmptySubsequences: false)
    guard parts.count == 2, let year = number(parts[0], digits: 4...4),
      let month = number(parts[1], digits: 1...2)
    else { return nil }
    return CivilDate(year: year, month: month, day: 1)?.yearMonth
  }

  /// A number without the commas between its thousands; nil if they stand elsewhere.
  static func withoutThousands(_ text: String) -> String? {
    let sign = text.hasPrefix("-") ? "-" : ""
    let parts = text.dropFirst(sign.count).split(
      separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    let groups = (parts.first ?? "").split(separator: ",", omittingEmptySubsequences: false)
    guard groups.count > 1, let first = groups.first, (1...3).contains(first.count),
      first.allSatisfy(\.isASCIIDigit), first.first != "0",
      groups.dropFirst().allSatisfy({ $0.count == 3 && $0.allSatisfy(\.isASCIIDigit) })
    else { return nil }
    return sign + groups.joined() + (parts.count == 2 ? "." + parts[1] : "")
  }

  private static func number(_ text: some StringProtocol, digits: ClosedRange<Int>) -> Int? {
    digits.contains(text.count) && text.allSatisfy(\.isASCIIDigit) ? Int(text) : nil
  }
}

extension Character {
  var isASCIIDigit: Bool { ("0"..."9").contains(self) }
}
