// SPDX-License-Identifier: GPL-3.0-or-later

package import Calendars
package import Money

/// One line of an invoice: quantity × price = amount, and the reason.
///
/// A line holds numbers only; its words are made on demand from `explanation`.
package struct InvoiceLine: Sendable, Equatable {
  package var month: YearMonth
  /// Index of the clause within the contract.
  package var clause: Int
  package var quantity: Fraction
  package var unit: QuantityUnit
  package var price: LinePrice
  /// `quantity` × `price`, rounded once (R3).
  package var amount: Money
  package var explanation: Explanation
}

package enum QuantityUnit: String, CaseIterable, Sendable {
  case months
  case seatMonths = "seat_months"
  case staffMonths = "staff_months"
  case inquiries
  /// Inquiries of daily average, over a month.
  case dailyInquiries = "daily_inquiries"
  /// Blocks of inquiries.
  case blocks
  case shifts
  case hours
  case orders
  case years
  case hires
  /// Yuan of sales or of fees.
  case yuan
  case units
}

/// The price of one unit on an invoice line.
package enum LinePrice: Equatable, Sendable {
  case each(UnitPrice)
  /// A share of an amount in yuan, which is the quantity.
  case share(Percentage)
  /// A share of a unit price, such as the employer's contribution on a wage.
  case shareOfPrice(Percentage, of: UnitPrice)
}
