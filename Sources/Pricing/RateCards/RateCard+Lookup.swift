// SPDX-License-Identifier: GPL-3.0-or-later

package import Money

extension RateCard {
  /// A place in the range of a published price.
  package enum Level: String, CaseIterable, Sendable { case low, usual, high }

  /// The figure that a name stands for: `dedicated_seat` is its usual price, `dedicated_seat.high` the
  /// upper end of the range.
  package static func figure(named text: String) -> (value: ExactDecimal, unit: Unit)? {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    guard (1...2).contains(parts.count),
      let level = Level(rawValue: parts.count == 2 ? parts[1] : "usual"),
      let entry = all.lazy.compactMap({ $0.entry(parts[0]) }).first
    else { return nil }
    return (entry.value(level), entry.unit)
  }

  /// The price in yuan that a name stands for.
  package static func price(named text: String) -> UnitPrice? {
    guard let figure = figure(named: text), !figure.unit.isPercentage else { return nil }
    return UnitPrice(yuan: figure.value)
  }

  /// The amount that a name stands for, if it is whole 分.
  package static func amount(named text: String) -> Money? {
    price(named: text).flatMap { try? Money(parsing: $0.description) }
  }

  /// The percentage that a name stands for.
  package static func percentage(named text: String) -> Percentage? {
    guard let figure = figure(named: text), figure.unit.isPercentage else { return nil }
    return Percentage(figure.value)
  }
}

extension RateCard.Entry {
  package func value(_ level: RateCard.Level) -> ExactDecimal {
    switch level {
    case .low: low
    case .usual: usual
    case .high: high
    }
  }
}

extension RateCard.Unit {
  /// Whether the figures are per cent of something, and no yuan.
  package var isPercentage: Bool {
    switch self {
    case .percentOfSales, .percentOfWage, .percentPerDay, .percentSurcharge: true
    case .perSeatMonth, .perShift, .perHour, .perInquiry, .perBlockOf100, .perMonth, .perYear,
      .perDailyInquiryMonth, .perPerson, .perPersonMonth, .perOrder, .once:
      false
    }
  }
}
