// SPDX-License-Identifier: GPL-3.0-or-later

import Money
import Pricing
import Tables
import Wording

extension String {
  /// A decimal with its currency word taken off; thousands are written without separators.
  fileprivate var withoutCurrency: String {
    for unit in ["yuan", "CNY", "元"] where hasSuffix(unit) {
      return dropLast(unit.count).trimmed
    }
    return self
  }
}

/// `dedicated_seat` or `dedicated_seat.high`.
private let rateCardSchema: JSONValue = [
  "type": "string", "pattern": "^[a-z][a-z0-9_]*([.](low|usual|high))?$",
]

/// The largest amount that may be written: some such lines a month stay over ten years within what an
/// invoice can state.
private let mostYuan: Int64 = 10_000_000_000
/// The largest price of one of something, for quantities that have a bound of their own.
private let mostYuanEach: Int64 = 10_000_000

private func moneySchema(allowsNegative: Bool, upTo most: Int64) -> JSONValue {
  let number: JSONValue = ["type": "number", "maximum": .integer(Int(most))]
  let sign = allowsNegative ? "-?" : ""
  return [
    "anyOf": [
      number.with(["minimum": .integer(allowsNegative ? -Int(most) : 0)]),
      ["type": "string", "pattern": .string("^\(sign)[0-9]+([.][0-9]+)? ?(yuan|CNY|元)?$")],
      rateCardSchema,
    ]
  ]
}

extension Form<Money> {
  /// An exact amount of yuan, written `160000`, `0.90` or `160000 yuan`, or a name of the rate card.
  static func money(allowsNegative: Bool = false) -> Form {
    .scalar(
      allowsNegative
        ? "-\(mostYuan) to \(mostYuan) yuan with at most two decimals"
        : "0 to \(mostYuan) yuan with at most two decimals",
      schema: moneySchema(allowsNegative: allowsNegative, upTo: mostYuan)
    ) { text in
      guard
        let money = RateCard.amount(named: text) ?? (try? Money(parsing: text.withoutCurrency)),
        allowsNegative || !money.isNegative, money.fen.magnitude <= UInt64(mostYuan) * 100
      else { return nil }
      return money
    }
  }
}

extension Form<UnitPrice> {
  /// Yuan for one of something, exact to six decimals, or a name of the rate card.
  static func price(allowsNegative: Bool = false) -> Form {
    .scalar(
      allowsNegative
        ? "-\(mostYuanEach) to \(mostYuanEach) yuan with at most six decimals, or a price's name "
          + "such as dedicated_seat"
        : "0 to \(mostYuanEach) yuan with at most six decimals, or a price's name such as "
          + "dedicated_seat",
      schema: moneySchema(allowsNegative: allowsNegative, upTo: mostYuanEach)
    ) { text in
      guard
        let price = RateCard.price(named: text) ?? (try? UnitPrice(parsing: text.withoutCurrency)),
        allowsNegative || !price.yuan.isNegative,
        price.yuan.millionths.magnitude <= UInt64(mostYuanEach) * 1_000_000
      else { return nil }
      return price
    }
  }
}

extension Form<ExactDecimal> {
  static let decimal = Form.scalar(
    "a decimal number of 0 or more with at most six places",
    schema: ["type": "number", "minimum": 0]
  ) { text in
    guard let value = try? ExactDecimal(parsing: text), !value.isNegative else { return nil }
    return value
  }
}

extension Form<Percentage> {
  /// An exact percentage, written `3 %` or `0.03`, or a name of the rate card.
  static func percentage(allowsNegative: Bool = false) -> Form {
    .scalar(
      allowsNegative ? "a share such as -0.05 or -5 %" : "a share of 0 or more such as 0.05 or 5 %",
      schema: [
        "anyOf": [
          ["type": "number"], ["type": "string", "pattern": "^[+-]?[0-9.]+ ?%$"], rateCardSchema,
        ]
      ]
    ) { text in
      guard let percentage = percentage(text), allowsNegative || !percentage.percent.isNegative
      else { return nil }
      return percentage
    }
  }

  private static func percentage(_ text: String) -> Percentage? {
    if let published = RateCard.percentage(named: text) { return published }
    if text.hasSuffix("%") { return try? Percentage(parsing: text.dropLast().trimmed) }
    guard let share = try? ExactDecimal(parsing: text) else { return nil }
    let (millionths, overflow) = share.millionths.multipliedReportingOverflow(by: 100)
    return overflow ? nil : Percentage(ExactDecimal(millionths: millionths))
  }
}
