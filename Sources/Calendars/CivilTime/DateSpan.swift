// SPDX-License-Identifier: GPL-3.0-or-later

/// Consecutive days, first and last included; never empty.
public struct DateSpan: Hashable, Sendable, RandomAccessCollection, CustomStringConvertible {
  public let first: CivilDate
  public let last: CivilDate

  /// The days from `first` to `last`, or `nil` if `last` comes before `first`.
  public init?(first: CivilDate, last: CivilDate) {
    guard first <= last else { return nil }
    self.init(unchecked: first, last)
  }

  package init(unchecked first: CivilDate, _ last: CivilDate) {
    self.first = first
    self.last = last
  }

  public var startIndex: Int { 0 }
  public var endIndex: Int { first.days(to: last) + 1 }
  public subscript(position: Int) -> CivilDate { first.advanced(by: position) }

  public func contains(_ date: CivilDate) -> Bool { first <= date && date <= last }

  /// The days that both spans share, or `nil` if there are none.
  public func intersection(_ other: DateSpan) -> DateSpan? {
    DateSpan(first: Swift.max(first, other.first), last: Swift.min(last, other.last))
  }

  /// The calendar months that the span touches, in order.
  public var months: [YearMonth] {
    let start = first.yearMonth
    return (0...start.months(to: last.yearMonth)).map(start.advanced(by:))
  }

  /// ISO 8601 interval, as in `2026-11-01/2026-11-11`.
  public var description: String { "\(first)/\(last)" }
}
