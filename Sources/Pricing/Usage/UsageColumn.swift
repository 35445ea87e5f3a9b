// SPDX-License-Identifier: GPL-3.0-or-later

/// What a recorded usage may tell, by the column of a table that tells it.
package enum UsageColumn: String, CaseIterable, Hashable, Sendable {
  /// Counts of inquiries, by any definition of them.
  case inquiries
  case orders
  /// Sales attributed to agents, and their refunds.
  case sales, refunds
  case seats, shifts, hours
  /// Sales of the whole shop, and their refunds.
  case shopSales = "shop_sales"
  case shopRefunds = "shop_refunds"
  /// A measured result.
  case value

  var isOfPeople: Bool {
    switch self {
    case .seats, .shifts, .hours: true
    case .inquiries, .orders, .sales, .refunds, .shopSales, .shopRefunds, .value: false
    }
  }
}
