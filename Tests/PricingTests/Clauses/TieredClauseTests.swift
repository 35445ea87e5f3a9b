// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
import Money
import Pricing
import Testing

struct TieredClauseTests {
  private static func decimal(_ tenths: Int64) -> UnitPrice {
    UnitPrice(yuan: ExactDecimal(millionths: tenths * 100_000))
  }

  private let perInquiry: [Tier] = [
    Tier(upTo: 100, price: decimal(12), unit: .perInquiry),
    Tier(upTo: 300, price: decimal(10), unit: .perInquiry),
    Tier(upTo: nil, price: decimal(8), unit: .perInquiry),
  ]

  @Test(arguments: [0, 1500, 1501, 3000, 6000, 12000, 24000, 24001, 30000] as [Int64])
  func `the default table by slab, upper bounds inside, overflow above (F7, R2)`(
    count: Int64
  ) throws {
    let invoices = try Fixture.price(
      .tiered(RateCard.assumedTiered), on: Fixture.month("2026-04", inquiries: count))
    #expect(
      try invoices.total
        == WorkedExamples.amount("F7 slab of \(count) inquiries in 30 days"))
  }

  @Test(arguments: [3100, 3101, 9300, 9301, 15000] as [Int64])
  func `slab and graduated rates per inquiry (R2)`(count: Int64) throws {
    let month = try Fixture.month("2026-03", inquiries: count)
    let slab = try Fixture.price(.tiered(TieredClause(tiers: perInquiry)), on: month)
    #expect(
      try slab.total
        == WorkedExamples.amount("R2 slab per inquiry, \(count) in 31 days"))
    let graduated = try Fixture.price(
      .tiered(TieredClause(tiers: perInquiry, mode: .graduated)), on: month)
    #expect(
      try graduated.total
        == WorkedExamples.amount("R2 graduated per inquiry, \(count) in 31 days"))
  }

  @Test func `the average counts the days served and the fee is prorated (R1, R6)`() throws {
    let month = try Fixture.month(
      "2026-04", served: Fixture.span("2026-04-01", "2026-04-10"), inquiries: 900)
    #expect(
      try Fixture.price(.tiered(RateCard.assumedTiered), on: month).total
        == WorkedExamples.amount("R1 part month: 900 inquiries in 10 of 30 days"))
    let busy = try Fixture.month(
      "2026-04", served: Fixture.span("2026-04-01", "2026-04-10"), inquiries: 9000)
    #expect(
      try Fixture.price(.tiered(RateCard.assumedTiered), on: busy).total
        == WorkedExamples.amount("F7 overflow in a part month: 9,000 in 10 of 30 days"))
  }

  @Test func `last month's average prices this month, the agreed start the first (R1)`() throws {
    var clause = RateCard.assumedTiered
    clause.key = .lastMonth
    clause.startingAverage = 20
    let invoices = try Fixture.price(
      .tiered(clause), on: Fixture.month("2026-04", inquiries: 3000),
      Fixture.month("2026-05", inquiries: 31_000))
    #expect(invoices.months[0].total == .yuan(900))
    #expect(
      try invoices.months[1].total
        == WorkedExamples.amount("R1 last month's 100 a day prices this month"))
  }

  @Test func `the recorded month before the term prices the first one (R1)`() throws {
    var clause = RateCard.assumedTiered
    clause.key = .lastMonth
    let term = try Fixture.span("2026-05-01", "2026-05-31")
    let contract = Fixture.contract(.tiered(clause), term: term)
    let months = [
      try Fixture.month("2026-04", inquiries: 3000),
      try Fixture.month("2026-05", inquiries: 31_000),
    ]
    let expected = try WorkedExamples.amount("R1 last month's 100 a day prices this month")
    #expect(try contract.price(months, schema: Fixture.schema).total == expected)
    let usage = "month,answered\n2026-04,3000\n2026-05,31000\n"
    #expect(
      try UsageFile.parse(usage, for: UsageReading([contract])).invoices(for: contract).total
        == expected)
    let days = "date,answered\n2026-04-09,3000\n2026-05-09,31000\n"
    #expect(
      try UsageFile.parse(days, for: UsageReading([contract])).invoices(for: contract).total
        == expected)
  }

  @Test func `a rate per month for each inquiry of daily average is not a rate each (F7)`() throws {
    let tier = Tier(upTo: nil, price: Self.decimal(125), unit: .perMonthPerDailyInquiry)
    #expect(
      try Fixture.price(
        .tiered(TieredClause(tiers: [tier])), on: Fixture.month("2026-03", inquiries: 4000)
      ).total
        == WorkedExamples.amount(
          "F7 unit per month per daily inquiry: 4,000 in 31 days at 12.5"))
  }

  @Test func `a volume above the last bracket is refused where there is no overflow (R2)`() throws {
    let clause = TieredClause(tiers: RateCard.assumedTierTable)
    #expect(
      throws: PricingError.volumeBeyondTiers(
        clause: 0, try #require(YearMonth(iso: "2026-04")),
        volume: try #require(Fraction(24_001, over: 30)), last: 800)
    ) {
      try Fixture.price(.tiered(clause), on: Fixture.month("2026-04", inquiries: 24_001))
    }
  }

  @Test func `the minimum tops a part month up in proportion`() throws {
    var clause = RateCard.assumedTiered
    clause.minimum = .yuan(3000)
    let month = try Fixture.month(
      "2026-04", served: Fixture.span("2026-04-16", "2026-04-30"), inquiries: 10)
    let invoices = try Fixture.price(.tiered(clause), on: month)
    #expect(
      try invoices.total == WorkedExamples.amount("minimum of 3,000 in a half month"))
    #expect(invoices.lines.count == 2)
  }

  @Test func `only the named inquiry types count`() throws {
    var clause = RateCard.assumedTiered
    clause.inquiryTypes = ["pre_sale"]
    let month = try Fixture.month("2026-04", inquiries: 1500, afterSale: 5000)
    #expect(try Fixture.price(.tiered(clause), on: month).total == .yuan(900))
  }

  @Test func `one inquiry more never lowers a graduated bill`() throws {
    let clauses = [
      TieredClause(tiers: perInquiry, mode: .graduated),
      TieredClause(
        tiers: RateCard.assumedTierTable, mode: .graduated,
        overflow: RateCard.assumedTierOverflow),
    ]
    for clause in clauses {
      let pricer = try ContractPricer(
        Fixture.contract(.tiered(clause)), schema: Fixture.schema)
      var previous = Money.zero
      for count in stride(from: Int64(0), through: 31_000, by: 1) {
        let total = try pricer.total(of: [Fixture.month("2026-03", inquiries: count)])
        #expect(total >= previous)
        previous = total
      }
    }
  }
}
