// SPDX-License-Identifier: GPL-3.0-or-later

/// The published holiday arrangement of one year; days are written as month × 100 + day.
struct ChineseHolidayYear: Sendable {
  let year: Int
  /// The legal days themselves.
  let statutoryDays: [Int]
  /// All days off by the arrangement, legal days and weekend days inside them included; ranges do
  /// not cross a month's end.
  let daysOff: [ClosedRange<Int>]
  /// Weekend days on which offices work.
  let makeUpDays: [Int]

  /// Sources: notices of the General Office of the State Council on the arrangement of holidays,
  /// 2023-10-25 for 2024, 2024-11-12 for 2025 and 2025-11-04 for 2026. The number of legal days follows
  /// the State Council's regulation on annual and memorial days: 11 as in force up to 2024, 13 since its
  /// revision of 2024-11-10.
  static let published: [ChineseHolidayYear] = [
    ChineseHolidayYear(
      year: 2024,
      statutoryDays: [101, 210, 211, 212, 404, 501, 610, 917, 1001, 1002, 1003],
      daysOff: [101...101, 210...217, 404...406, 501...505, 610...610, 915...917, 1001...1007],
      makeUpDays: [204, 218, 407, 428, 511, 914, 929, 1012]),
    ChineseHolidayYear(
      year: 2025,
      statutoryDays: [101, 128, 129, 130, 131, 404, 501, 502, 531, 1001, 1002, 1003, 1006],
      daysOff: [
        101...101, 128...131, 201...204, 404...406, 501...505, 531...531, 601...602, 1001...1008,
      ],
      makeUpDays: [126, 208, 427, 928, 1011]),
    ChineseHolidayYear(
      year: 2026,
      statutoryDays: [101, 216, 217, 218, 219, 405, 501, 502, 619, 925, 1001, 1002, 1003],
      daysOff: [101...103, 215...223, 404...406, 501...505, 619...621, 925...927, 1001...1007],
      makeUpDays: [104, 214, 228, 509, 920, 1010]),
  ]
}
