// SPDX-License-Identifier: GPL-3.0-or-later

import Pricing
import Testing

struct MoneyTests {
  @Test(arguments: [
    ("4500", 450_000), ("4500.50", 450_050), ("-0.01", -1), ("0.1", 10), ("+3", 300),
    ("4500.5000", 450_050), (" 12.30 ", 1230),
  ])
  func `reads decimal yuan`(text: String, fen: Int64) throws {
    #expect(try Money(parsing: text) == Money(fen: fen))
  }

  @Test(arguments: ["", "-", ".5", "5.", "1,000", "1e3", "NaN", "0x10", "1.2.3", "１２"])
  func `refuses what is not a plain decimal`(text: String) {
    #expect(throws: DecimalError.notANumber(text)) { try Money(parsing: text) }
  }

  @Test func `refuses a third decimal place and amounts beyond the limit`() {
    #expect(throws: DecimalError.tooManyPlaces("0.001", allowed: 2)) {
      try Money(parsing: "0.001")
    }
    #expect(throws: DecimalError.tooLarge("10000000000000.01")) {
      try Money(parsing: "10000000000000.01")
    }
    #expect(throws: DecimalError.tooLarge("99999999999999999999")) {
      try Money(parsing: "99999999999999999999")
    }
    #expect(throws: Never.self) { try Money(parsing: "10000000000000.00") }
  }

  @Test func `prints two decimal places`() {
    #expect(Money(fen: 450_000).description == "4500.00")
    #expect(Money(fen: -1).description == "-0.01")
    #expect(Money(fen: Int64.min).description == "-92233720368547758.08")
  }

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

  @Test func `fractions compare by value and print exactly`() throws {
    let third = try #require(Fraction(1, over: 3))
    #expect(third == Fraction(2, over: 6))
    #expect(third < Fraction(exactly: ExactDecimal(millionths: 333_334)))
    #expect(third > Fraction(exactly: ExactDecimal(millionths: 333_333)))
    #expect(third.description == "1/3")
    #expect(Fraction(17, over: 4)?.description == "4.25")
    #expect(Fraction(1, over: 0) == nil)
    #expect(Fraction(-7, over: 2)?.roundedUp == -3)
    #expect(Fraction(7, over: 2)?.roundedUp == 4)
    #expect(Fraction(-7, over: 2)?.roundedDown == -4)
  }
}
