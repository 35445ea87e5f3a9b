// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
import Money
import Pricing
import Testing

struct VolumeClauseTests {
  private func daily(_ counts: [Int64]) throws -> MonthlyUsage {
    let first = try Fixture.date("2026-04-01")
    let span = try #require(
      DateSpan(first: first, last: first.advanced(by: counts.count - 1)))
    var usage = Usage(schema: Fixture.schema, span: span)
    for (day, count) in counts.enumerated() {
      usage.add(count, column: 1, type: 0, on: first.advanced(by: day))
    }
    return try #require(usage.months(of: BillingPeriod.periods(of: span)).first)
  }

  @Test func `the first five hundred of each day at 0.9, the rest at 0.7 (F9a)`() throws {
    let invoices = try Fixture.price(
      .perConversation(RateCard.perConversationClause), on: daily([480, 500, 501, 900]))
    #expect(
      try invoices.total
        == WorkedExamples.amount("F9a 0.9 within 500 a day, 0.7 beyond"))
    #expect(invoices.lines.map(\.quantity) == [Fraction(1980), Fraction(401)])
  }

  @Test func `brackets of each day need daily counts`() throws {
    #expect(
      throws: PricingError.dailyCountsNeeded(
        clause: 0, try #require(YearMonth(iso: "2026-04")))
    ) {
      try Fixture.price(
        .perConversation(RateCard.perConversationClause),
        on: Fixture.month("2026-04", inquiries: 20_000))
    }
  }

  @Test(arguments: [6000, 6001, 15_000, 15_001] as [Int64])
  func `the daily average sets one price for all (F9b)`(count: Int64) throws {
    let clause = PerConversationClause(
      brackets: [
        .init(upTo: 200, price: UnitPrice(yuan: ExactDecimal(millionths: 1_800_000))),
        .init(upTo: 500, price: UnitPrice(yuan: ExactDecimal(millionths: 1_400_000))),
        .init(price: .yuan(1)),
      ], mode: .slab, key: .dailyAverage)
    #expect(
      try Fixture.price(
        .perConversation(clause),
        on: Fixture.month("2026-04", inquiries: count)
      ).total
        == WorkedExamples.amount("F9b \(count) inquiries in 30 days"))
  }

  @Test func `night hours are surcharged by their share of the conversations (F9f)`() throws {
    let span = try Fixture.span("2026-04-01", "2026-04-30")
    var usage = Usage(schema: Fixture.schema, span: span, byHour: true)
    usage.add(750, column: 1, type: 0, on: span.first, hour: 17)
    usage.add(200, column: 1, type: 0, on: span.first, hour: 18)
    usage.add(50, column: 1, type: 0, on: span.last, hour: 23)
    var clause = PerConversationClause(price: UnitPrice(yuan: ExactDecimal(millionths: 900_000)))
    clause.surcharges = [
      ConversationSurcharge(.hours(start: 18, end: 24), Percentage(30))
    ]
    let invoices = try Fixture.contract(.perConversation(clause)).price(
      usage.months(of: BillingPeriod.periods(of: span)), schema: Fixture.schema)
    #expect(
      try invoices.total
        == WorkedExamples.amount("F9f night conversations 30 percent dearer"))
  }

  @Test(arguments: [
    (PackageClause.Blocks.started, "F9c 10,000 included, 12,345 used"),
    (.full, "F9c only full blocks"), (.exact, "F9c blocks in proportion"),
  ])
  func `blocks above the included volume (F9c)`(blocks: PackageClause.Blocks, name: String) throws {
    var clause = PackageClause(
      fee: .perMonth(.yuan(20_000)), included: 10_000, extraPrice: .yuan(300), blockSize: 100)
    clause.blocks = blocks
    #expect(
      try Fixture.price(
        .package(clause), on: Fixture.month("2026-04", inquiries: 12_345)
      ).total == WorkedExamples.amount(name))
  }

  @Test func `a seat includes inquiries and each further one is charged (F9d)`() throws {
    let clause = PackageClause(
      fee: .perSeat(.yuan(3800), .agreed(2)), included: 1500,
      extraPrice: UnitPrice(yuan: ExactDecimal(millionths: 900_000)))
    let invoices = try Fixture.price(
      .package(clause), on: Fixture.month("2026-04", inquiries: 3100),
      Fixture.month("2026-05", inquiries: 3000))
    #expect(
      try invoices.months[0].total
        == WorkedExamples.amount("F9d two seats with 1,500 each, 3,100 used"))
    #expect(invoices.months[1].total == .yuan(7600))
  }

  @Test func `orders at the price of the month's bracket`() throws {
    let clause = OrderClause(
      brackets: [
        .init(upTo: 50_000, price: UnitPrice(yuan: ExactDecimal(millionths: 2_500_000))),
        .init(upTo: 100_000, price: UnitPrice(yuan: ExactDecimal(millionths: 1_800_000))),
        .init(price: UnitPrice(yuan: ExactDecimal(millionths: 1_200_000))),
      ])
    #expect(
      try Fixture.price(
        .orders(clause), on: Fixture.month("2026-04", Fixture.orders(60_000, sales: .yuan(1)))
      ).total
        == WorkedExamples.amount("orders 2.5 below 50,000, then 1.8, then 1.2 by slab: 60,000"))
  }

  @Test func `the contract says what an effective conversation is (R14)`() throws {
    let schema = UsageSchema(
      inquiryTypes: ["chat"],
      conversations: [.everyArrival, .answeredByPerson, .answered(within: 60)])
    let month = MonthlyUsage(
      month: try #require(YearMonth(iso: "2026-04")), counts: [100, 80, 50, 0, 0, 0])
    let clause = ClauseTerms.perConversation(PerConversationClause(price: .yuan(1)))
    let amounts = try [
      EffectiveConversation.everyArrival, .answeredByPerson, .answered(within: 60),
    ]
    .map { definition in
      try Fixture.contract(clause, options: ReadingOptions(conversation: definition))
        .price([month], schema: schema).total
    }
    #expect(amounts == [.yuan(100), .yuan(80), .yuan(50)])
    #expect(
      throws: PricingError.conversationNotCounted(
        clause: 0, .oncePerCustomerAndDay, counted: schema.conversations)
    ) {
      try Fixture.contract(
        clause, options: ReadingOptions(conversation: .oncePerCustomerAndDay)
      ).price([month], schema: schema)
    }
  }

  @Test func `surcharges of hours and dates add up and never bear on each other (F9f, F9g)`() throws
  {
    let span = try Fixture.span("2026-04-01", "2026-04-30")
    var usage = Usage(schema: Fixture.schema, span: span, byHour: true)
    usage.add(600, column: 1, type: 0, on: span.first, hour: 12)
    usage.add(300, column: 1, type: 0, on: span.last, hour: 12)
    usage.add(100, column: 1, type: 0, on: span.last, hour: 23)
    var clause = PerConversationClause(price: UnitPrice(yuan: ExactDecimal(millionths: 905_000)))
    clause.surcharges = [
      ConversationSurcharge(.dates([DateSpan(unchecked: span.last, span.last)]), Percentage(50)),
      ConversationSurcharge(.hours(start: 22, end: 8), Percentage(30)),
    ]
    let month = try #require(usage.months(of: BillingPeriod.periods(of: span)).first)
    let invoices = try Fixture.price(.perConversation(clause), on: month)
    #expect(try invoices.total == WorkedExamples.amount("F9f F9g surcharges add up"))
    #expect(invoices.lines.map(\.quantity) == [Fraction(1000), Fraction(400), Fraction(100)])
    clause.surcharges.reverse()
    #expect(try Fixture.price(.perConversation(clause), on: month).total == invoices.total)
  }

  @Test func `where prices differ a surcharge is in proportion to the charges (F9g)`() throws {
    var clause = RateCard.perConversationClause
    clause.brackets[0].upTo = 100
    let counts = (0..<30).map { $0 < 14 ? Int64(90) : 110 }
    let month = try daily(counts)
    clause.surcharges = [
      ConversationSurcharge(.dates([try Fixture.span("2026-04-21", "2026-04-30")]), Percentage(50))
    ]
    #expect(
      try Fixture.price(.perConversation(clause), on: month).total
        == WorkedExamples.amount("F9g a surcharge in proportion where prices differ"))
  }
}
