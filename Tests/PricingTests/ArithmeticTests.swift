// SPDX-License-Identifier: GPL-3.0-or-later

import Money
import Pricing
import Testing

struct ArithmeticTests {
  @Test func `a sum beyond ten to the fifteen fen is refused, never wrapped`() throws {
    let most = Money.limit
    #expect(try most.adding(.zero) == most)
    #expect(throws: PricingError.amountTooLarge) { try most.adding(Money(fen: 1)) }
    #expect(throws: PricingError.amountTooLarge) {
      try Money(fen: .max).adding(Money(fen: .max))
    }
    #expect(throws: PricingError.amountTooLarge) {
      try UnitPrice(yuan: ExactDecimal(millionths: .max)).amount(for: Fraction(.max))
    }
  }

  @Test func `a line rounds half away from zero, credits too (R3)`() throws {
    let half = UnitPrice(yuan: ExactDecimal(millionths: 5000))
    #expect(
      try half.amount(for: .one) == WorkedExamples.amount("R3 half a fen away from zero"))
    #expect(
      try half.amount(for: Fraction(-1))
        == WorkedExamples.amount("R3 a credit rounds away from zero too"))
    let below = UnitPrice(yuan: ExactDecimal(millionths: 4999))
    #expect(try below.amount(for: .one) == .zero)
  }

  @Test func `tax is split out of an amount that includes it (R3)`() throws {
    let invoices = try Fixture.price(
      .fixedFee(FixedFeeClause(fee: .yuan(10_600))), on: Fixture.month("2026-03"),
      options: ReadingOptions(taxRate: Percentage(6)))
    #expect(
      try invoices.taxIncluded(in: invoices.total)
        == WorkedExamples.amount("R3 tax of 6 percent inside 10,600"))
  }
}
