// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars

/// Which weekdays share a shape of the day, and which have one of their own.
///
/// The shapes are those of the fit, which has moved each weekday to its likes as far as its own data
/// leave doubt; what still differs by more than a twentieth of the day's inquiries is a kind of its own.
struct DayKinds {
  /// The weekdays of the most common shape, at least one.
  private(set) var ordinary: [Weekday]
  /// Saturday and Sunday, where they differ from the others and not from one another.
  private(set) var weekend: [Weekday]?
  /// Every other weekday with a shape of its own.
  private(set) var others: [Weekday]

  /// Share of inquiries at other hours from which shapes differ.
  private static let difference = 0.05

  /// - Parameters:
  ///   - shares: By weekday, Monday first.
  ///   - volumes: The same; closed weekdays have none.
  init(_ shares: [[Double]], volumes: [Double]) {
    func distance(_ a: Weekday, _ b: Weekday) -> Double {
      zip(shares[a.rawValue], shares[b.rawValue]).reduce(0) { $0 + abs($1.0 - $1.1) } / 2
    }
    let open = Weekday.allCases.filter { volumes[$0.rawValue] > 0 }
    let likes = open.map { day in open.filter { distance(day, $0) <= Self.difference } }
    func volume(_ days: [Weekday]) -> Double { days.reduce(0) { $0 + volumes[$1.rawValue] } }
    var ordinary = open.isEmpty ? Weekday.allCases : [open[0]]
    for days in likes where volume(days) > volume(ordinary) { ordinary = days }
    let rest = open.filter { !ordinary.contains($0) }
    self.ordinary = ordinary
    let isWeekend =
      rest.contains(.saturday) && rest.contains(.sunday)
      && distance(.saturday, .sunday) <= Self.difference
    weekend = isWeekend ? [.saturday, .sunday] : nil
    others = rest.filter { !isWeekend || !$0.isWeekend }
  }
}
