// SPDX-License-Identifier: GPL-3.0-or-later

import Money
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

  @Test func `a sum beyond ten to the fifteen fen is none, never wrapped`() {
    let most = Money.limit
    #expect(most.plus(.zero) == most)
    #expect(most.plus(Money(fen: 1)) == nil)
    #expect(most.negated.minus(Money(fen: 1)) == nil)
    #expect(Money(fen: .max).plus(Money(fen: .max)) == nil)
    #expect(UnitPrice(yuan: ExactDecimal(millionths: .max)).times(Fraction(.max)) == nil)
    #expect(Percentage.hundred.times(most) == most)
    #expect(Percentage(101).times(most) == nil)
  }

  @Test func `a quantity that leaves 64 bits is none, and one that fits once reduced is exact`() {
    let large = Fraction(.max)
    #expect(large.plus(.one) == nil)
    #expect(Fraction(-2).minus(large) == nil)
    #expect(large.times(Fraction(2)) == nil)
    #expect(Fraction(.max, over: 3).flatMap { $0.times(Fraction(3)) } == large)
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
