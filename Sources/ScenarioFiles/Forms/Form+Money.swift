// SPDX-License-Identifier: GPL-3.0-or-later

import Pricing

extension String {
  /// A decimal with its currency word taken off; thousands are written without separators.
  fileprivate var withoutCurrency: String {
    for unit in ["yuan", "CNY", "元"] where hasSuffix(unit) {
      return dropLast(unit.count).trimmed
    }
    return self
  }
}

private let moneySchema: JSONValue = [
  "anyOf": [
    ["type": "number"], ["type": "string", "pattern": "^-?[0-9]+([.][0-9]+)? ?(yuan|CNY|元)?$"],
  ]
]

extension Form<Money> {
  /// An exact amount of yuan, written `160000`, `0.90` or `160000 yuan`.
  static func money(allowsNegative: Bool = false) -> Form {
    .scalar(
      "yuan\(allowsNegative ? "" : " of 0 or more") with at most two decimals", schema: moneySchema
    ) { text in
      guard let money = try? Money(parsing: text.withoutCurrency),
        allowsNegative || !money.isNegative
      else { return nil }
      return money
    }
  }
}

extension Form<UnitPrice> {
  /// Yuan for one of something, exact to six decimals.
  static func price(allowsNegative: Bool = false) -> Form {
    .scalar(
      "yuan\(allowsNegative ? "" : " of 0 or more") with at most six decimals", schema: moneySchema
    ) { text in
      guard let price = try? UnitPrice(parsing: text.withoutCurrency),
        allowsNegative || !price.yuan.isNegative
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
  /// An exact percentage, written `3 %` or `0.03`.
  static func percentage(allowsNegative: Bool = false) -> Form {
    .scalar(
      allowsNegative ? "a share such as -0.05 or -5 %" : "a share of 0 or more such as 0.05 or 5 %",
      schema: [
        "anyOf": [["type": "number"], ["type": "string", "pattern": "^[+-]?[0-9.]+ ?%$"]]
      ]
    ) { text in
      guard let percentage = percentage(text), allowsNegative || !percentage.percent.isNegative
      else { return nil }
      return percentage
    }
  }

  private static func percentage(_ text: String) -> Percentage? {
    if text.hasSuffix("%") { return try? Percentage(parsing: text.dropLast().trimmed) }
    guard let share = try? ExactDecimal(parsing: text) else { return nil }
    let (millionths, overflow) = share.millionths.multipliedReportingOverflow(by: 100)
    return overflow ? nil : Percentage(ExactDecimal(millionths: millionths))
  }
}
