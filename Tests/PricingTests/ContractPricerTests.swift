// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
import Money
import Pricing
import Testing

struct ContractPricerTests {
  private let seats = ClauseTerms.seats(
    SeatClause(seats: .staffed(group: "team"), monthlyPrice: .yuan(4501)))
  private let all: [ClauseTerms] = [
    .bonusMalus(
      BonusMalusClause(result: "delay_rate", steps: [.init(.shareOfCharges(Percentage(-7)))])),
    .minimumCharge(MinimumChargeClause(monthlyMinimum: .yuan(9000))),
    .seats(SeatClause(seats: .staffed(group: "team"), monthlyPrice: .yuan(4501))),
    .tiered(RateCard.assumedTiered),
    .baseAndCommission(BaseAndCommissionClause(seats: .staffed(group: "team"))),
    .shifts(ShiftClause(group: "helpers")),
    .inHouse(InHouseClause(group: "team")),
    .fullService(FullServiceClause()),
    .fixedFee(FixedFeeClause(fee: .yuan(333))),
  ]

  /// Twelve months with numbers that are unlike each other, from a fixed seed.
  private func year(seed: UInt64) throws -> [MonthlyUsage] {
    var state = seed
    func next(_ bound: Int64) -> Int64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int64(state >> 33) % bound
    }
    return try (0..<12).map { offset in
      let month = try #require(YearMonth(iso: "2026-01")).advanced(by: offset)
      return try Fixture.month(month.description, inquiries: next(40_000), afterSale: next(9000)) {
        $0.staffing[0].seatDays = next(300)
        $0.staffing[0].shifts.statutoryHoliday = next(9)
        $0.staffing[1].shifts = ByShiftKind(
          ordinary: next(50), promotion: next(50), statutoryHoliday: next(9), night: next(9))
        $0.results[0] = Fraction(next(100), over: 100)
        $0.shop.sales = Money(fen: next(900_000_000))
        Fixture.orders(next(5000), sales: Money(fen: next(99_999_999)))(&$0)
      }
    }
  }

  @Test func `lines sum to their month and months to the total`() throws {
    for seed in 1...30 as ClosedRange<UInt64> {
      let months = try year(seed: seed)
      let contract = Contract(
        name: "all", clauses: all.enumerated().map { Clause("\($0.offset)", $0.element) })
      let pricer = try ContractPricer(contract, schema: Fixture.schema)
      let invoices = try pricer.invoices(for: months)
      for invoice in invoices.months {
        #expect(try Money.sum(invoice.lines.map(\.amount)) == invoice.total)
      }
      #expect(try Money.sum(invoices.months.map(\.total)) == invoices.total)
      #expect(try pricer.total(of: months) == invoices.total)
      let charges = try pricer.charges(for: months, keepsLines: true)
      #expect(charges.invoices == invoices && charges.total == invoices.total)
      #expect(charges.monthly == invoices.months.map(\.total))
      for clause in charges.clauses.indices {
        let lines = invoices.lines.filter { $0.clause == clause }
        #expect(try charges.clauses[clause] == Money.sum(lines.map(\.amount)))
      }
    }
  }

  @Test func `the order of clauses does not matter`() throws {
    for seed in 1...30 as ClosedRange<UInt64> {
      let months = try year(seed: seed)
      let named = all.enumerated().map { Clause("\($0.offset)", $0.element) }
      let forwards = try Contract(name: "a", clauses: named)
        .price(months, schema: Fixture.schema)
      let backwards = try Contract(name: "a", clauses: named.reversed())
        .price(months, schema: Fixture.schema)
      #expect(forwards.total == backwards.total)
      #expect(forwards.months.map(\.total) == backwards.months.map(\.total))
    }
  }

  @Test func `every line is its quantity times its price, rounded once`() throws {
    let contract = Contract(
      name: "all", clauses: all.enumerated().map { Clause("\($0.offset)", $0.element) })
    for line in try contract.price(year(seed: 7), schema: Fixture.schema).lines {
      let quantity = line.quantity
      let amount =
        switch line.price {
        case .each(let price): try price.amount(for: quantity)
        case .share(let share):
          try UnitPrice.yuan(1).amount(for: quantity.multiplied(by: share.fraction))
        case .shareOfPrice(let share, let price):
          try price.amount(for: quantity.multiplied(by: share.fraction))
        }
      #expect(amount == line.amount)
    }
  }

  @Test func `splitting a month conserves linear lines within one fen each`() throws {
    let linear = Contract(
      name: "linear",
      clauses: [
        Clause("seat", .seats(SeatClause(seats: .agreed(3), monthlyPrice: .yuan(4501)))),
        Clause("fee", .fixedFee(FixedFeeClause(fee: .yuan(777)))),
      ])
    let whole = try linear.price([Fixture.month("2026-03")], schema: Fixture.schema)
    let march = try Fixture.span("2026-03-01", "2026-03-31")
    for last in march.dropLast() {
      let parts = [
        try #require(DateSpan(first: march.first, last: last)),
        try #require(DateSpan(first: last.advanced(by: 1), last: march.last)),
      ]
      let split = try linear.price(
        parts.map { try Fixture.month("2026-03", served: $0) }, schema: Fixture.schema)
      for clause in 0..<2 {
        let sum = try Money.sum(split.lines.filter { $0.clause == clause }.map(\.amount))
        let expected = try #require(whole.lines.first { $0.clause == clause }).amount
        #expect(abs(sum.fen - expected.fen) <= 1)
      }
    }
  }

  @Test func `splitting what was done conserves linear lines within one fen each`() throws {
    let odd = UnitPrice(yuan: ExactDecimal(millionths: 905_003))
    let contract = Contract(
      name: "linear",
      clauses: [
        Clause("chat", .perConversation(PerConversationClause(price: odd))),
        Clause(
          "shift",
          .shifts(ShiftClause(group: "helpers", prices: ByShiftKind(repeating: odd)))),
        Clause("hour", .hourly(HourlyClause(group: "helpers", price: odd))),
      ])
    func month(_ served: DateSpan, _ amount: Int64) throws -> MonthlyUsage {
      try Fixture.month("2026-03", served: served, inquiries: amount) {
        $0.staffing[1].shifts.night = amount
        $0.staffing[1].minutes.ordinary = amount
      }
    }
    let march = try Fixture.span("2026-03-01", "2026-03-31")
    let whole = try contract.price([month(march, 9999)], schema: Fixture.schema)
    let first = try Fixture.span("2026-03-01", "2026-03-09")
    let rest = try Fixture.span("2026-03-10", "2026-03-31")
    for part in stride(from: Int64(0), through: 9999, by: 101) {
      let split = try contract.price(
        [month(first, part), month(rest, 9999 - part)], schema: Fixture.schema)
      for clause in 0..<3 {
        let sum = try Money.sum(split.lines.filter { $0.clause == clause }.map(\.amount))
        let expected = try #require(whole.lines.first { $0.clause == clause }).amount
        #expect(abs(sum.fen - expected.fen) <= 1)
      }
    }
  }

  @Test func `a missing month, months out of order and no month at all are errors`() throws {
    let contract = Fixture.contract(seats)
    let (january, february, march) = (
      try Fixture.month("2026-01"), try Fixture.month("2026-02"), try Fixture.month("2026-03")
    )
    #expect(throws: PricingError.monthMissing(february.month)) {
      try contract.price([january, march], schema: Fixture.schema)
    }
    #expect(
      throws: PricingError.monthsOutOfOrder(previous: february.month, found: january.month)
    ) {
      try contract.price([february, january], schema: Fixture.schema)
    }
    #expect(throws: PricingError.noMonths) {
      try contract.price([], schema: Fixture.schema)
    }
  }

  @Test func `negative quantities, mixed currencies and unknown names are errors`() throws {
    let contract = Fixture.contract(seats)
    let negative = try Fixture.month("2026-01") { $0.staffing[0].seatDays = -1 }
    #expect(throws: PricingError.negativeQuantity(negative.month)) {
      try contract.price([negative], schema: Fixture.schema)
    }
    let dollars = UsageSchema(inquiryTypes: ["chat"], currency: "USD")
    #expect(throws: PricingError.currenciesMixed(contract: "CNY", usage: "USD")) {
      try ContractPricer(contract, schema: dollars)
    }
    #expect(
      throws: PricingError.unknownGroup(clause: 0, name: "team", known: ["others"])
    ) {
      try ContractPricer(
        contract, schema: UsageSchema(inquiryTypes: ["chat"], groups: ["others"]))
    }
    var typed = RateCard.assumedTiered
    typed.inquiryTypes = ["telephone"]
    #expect(
      throws: PricingError.unknownInquiryType(
        clause: 0, name: "telephone", known: Fixture.schema.inquiryTypes)
    ) {
      try ContractPricer(Fixture.contract(.tiered(typed)), schema: Fixture.schema)
    }
  }

  @Test func `amounts beyond ten to the fifteen fen are refused`() throws {
    let dear = ClauseTerms.seats(
      SeatClause(
        seats: .agreed(1_000_000),
        monthlyPrice: UnitPrice(yuan: ExactDecimal(millionths: 10_000_000_000_000))))
    let month = try Fixture.month("2026-03")
    #expect(throws: Never.self) {
      try Fixture.contract(dear).price([month], schema: Fixture.schema)
    }
    var dearer = SeatClause(seats: .agreed(1_000_000))
    dearer.monthlyPrice = UnitPrice(yuan: ExactDecimal(millionths: 10_000_001_000_000))
    #expect(throws: PricingError.chargeTooLarge(clause: 0, month.month)) {
      try Fixture.contract(.seats(dearer)).price([month], schema: Fixture.schema)
    }
  }

  @Test func `months outside the term are left out, half months are an error`() throws {
    let term = try Fixture.span("2026-02-01", "2026-02-28")
    let contract = Fixture.contract(.fixedFee(FixedFeeClause(fee: .yuan(100))), term: term)
    let months = try ["2026-01", "2026-02", "2026-03"].map { try Fixture.month($0) }
    #expect(try contract.price(months, schema: Fixture.schema).total == .yuan(100))
    let half = Fixture.contract(
      .fixedFee(FixedFeeClause(fee: .yuan(100))),
      term: try Fixture.span("2026-02-01", "2026-02-10"))
    #expect(throws: PricingError.usageOutsideTerm(months[1].month)) {
      try half.price(months, schema: Fixture.schema)
    }
  }

  @Test func `a trial that starts in mid-month must be a billing month of its own (R6)`() throws {
    let contract = Fixture.contract(
      .fixedFee(FixedFeeClause(fee: .yuan(100))), .trial(TrialClause()))
    let march = try Fixture.month("2026-03", served: Fixture.span("2026-03-20", "2026-03-31"))
    let april = try Fixture.month("2026-04")
    #expect(
      throws: PricingError.trialNeedsOwnMonth(try Fixture.span("2026-03-20", "2026-04-19"))
    ) {
      try contract.price([march, april], schema: Fixture.schema)
    }
  }

  @Test func `every explanation has words in both languages`() throws {
    let contract = Contract(
      name: "all", clauses: all.enumerated().map { Clause("\($0.offset)", $0.element) })
    for line in try contract.price(year(seed: 3), schema: Fixture.schema).lines {
      let english = line.explanation(in: .english)
      #expect(!english.isEmpty)
      #expect(english.allSatisfy { !("\u{4E00}"..."\u{9FFF}").contains($0) })
      #expect(
        line.explanation(in: .chinese).contains { ("\u{4E00}"..."\u{9FFF}").contains($0) })
    }
  }
}
