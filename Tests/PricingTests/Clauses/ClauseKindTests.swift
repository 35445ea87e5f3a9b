// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
import Money
import Pricing
import Testing

/// What every kind of clause says of itself, held against what it does.
@Suite struct ClauseKindTests {
  private static let schema = UsageSchema(
    inquiryTypes: ["chat"], groups: ["staff", "others"], results: ["delay_rate"])
  private static let fee = Clause("fee", .fixedFee(FixedFeeClause(fee: .yuan(100))))
  private static let column = schema.conversations.count

  private func contract(_ kind: ClauseKind) -> Contract {
    Contract(name: "one", clauses: [Clause("it", kind.type.example.terms), Self.fee])
  }

  /// A month with something of everything.
  private func month(volume: Int64 = 9_000, daily: Bool = true) throws -> MonthlyUsage {
    var usage = MonthlyUsage(
      empty: try #require(YearMonth(iso: "2026-03")), schema: Self.schema, daily: daily,
      hourly: daily)
    for column in 0...Self.column { usage.counts[column] = volume }
    if daily {
      for column in 0..<Self.column {
        usage.dailyCounts[column] = volume
        usage.hourlyCounts[column] = volume
      }
    }
    usage.counts[Self.schema.salesColumn] = 1_000_000
    usage.counts[Self.schema.refundsColumn] = 10_000
    usage.shop = ShopSales(sales: .yuan(50_000), silentSales: .yuan(1000), refunds: .yuan(500))
    for group in usage.staffing.indices {
      let work = Int64(group + 1)
      usage.staffing[group].seatDays = 31 * work
      usage.staffing[group].shifts.ordinary = 22 * work
      usage.staffing[group].minutes.ordinary = 22 * 480 * work
    }
    usage.results = [Fraction(1, over: 5)]
    return usage
  }

  private func price(
    _ contract: Contract, _ usage: MonthlyUsage, columns: Set<UsageColumn>? = nil
  ) throws -> Charges {
    let schema = UsageSchema(
      inquiryTypes: Self.schema.inquiryTypes, groups: Self.schema.groups,
      results: Self.schema.results, columns: columns ?? Self.schema.columns)
    return try ContractPricer(contract, schema: schema).charges(for: [usage], keepsLines: true)
  }

  @Test(arguments: ClauseKind.allCases)
  func `a kind's example is sound and of that kind`(kind: ClauseKind) {
    #expect(kind.type.kind == kind)
    #expect(kind.type.example.terms.kind == kind)
    #expect(contract(kind).validate().isEmpty)
  }

  @Test(arguments: ClauseKind.allCases)
  func `a usage that is silent about what a clause charges by is refused`(kind: ClauseKind) throws {
    let contract = contract(kind)
    let usage = try month()
    let whole = try price(contract, usage)
    let required = contract.clauses[0].terms.requiredColumns(contract.options)
    for column in UsageColumn.allCases {
      let told = Self.schema.columns.subtracting([column])
      if required.contains(column) {
        let error = PricingError.columnMissing(
          clause: 0, column, told: UsageColumn.allCases.filter(told.contains))
        #expect(throws: error) { try price(contract, usage, columns: told) }
      } else {
        #expect(try price(contract, usage, columns: told) == whole)
      }
    }
  }

  @Test(arguments: ClauseKind.allCases)
  func `a clause that reads a column says so`(kind: ClauseKind) throws {
    let contract = contract(kind)
    let required = Set(contract.clauses[0].terms.requiredColumns(contract.options))
    let whole = try price(contract, month()).clauses[0]
    for (column, empty) in emptied {
      var usage = try month()
      empty(&usage)
      let changes = try price(contract, usage).clauses[0] != whole
      #expect(!changes || required.contains(column), "\(column)")
    }
  }

  /// What a silent column leaves at zero.
  private var emptied: [(UsageColumn, (inout MonthlyUsage) -> Void)] {
    [
      (.orders, { $0.counts[Self.schema.ordersColumn] = 0 }),
      (.sales, { $0.counts[Self.schema.salesColumn] = 0 }),
      (.refunds, { $0.counts[Self.schema.refundsColumn] = 0 }),
      (.shopSales, { $0.shop.sales = .zero }),
      (.shopRefunds, { $0.shop.refunds = .zero }),
      (.seats, { $0.staffing[0].seatDays = 0 }),
      (.shifts, { $0.staffing[0].shifts.ordinary = 0 }),
      (.hours, { $0.staffing[0].minutes.ordinary = 0 }),
      (
        .inquiries,
        { usage in
          for column in 0..<Self.column {
            usage.counts[column] = 0
            usage.dailyCounts[column] = 0
            usage.hourlyCounts[column] = 0
          }
        }
      ),
    ]
  }

  @Test(arguments: ClauseKind.allCases)
  func `a price by volume moves with the volume, any other stays`(kind: ClauseKind) throws {
    let contract = contract(kind)
    let once = try price(contract, month()).clauses[0]
    let twice = try price(contract, month(volume: 18_000)).clauses[0]
    #expect((once != twice) == contract.clauses[0].terms.isPricedByVolume)
    #expect(contract.isPricedByVolume == contract.clauses[0].terms.isPricedByVolume)
  }

  @Test(arguments: ClauseKind.allCases)
  func `a clause bills the people whom it names, and others when told so`(kind: ClauseKind) throws {
    var contract = contract(kind)
    let own = try price(contract, month()).clauses[0]
    let terms = contract.clauses[0].terms
    contract.clauses[0].terms = terms.billing(group: "others")
    let others = contract.clauses[0].terms
    #expect(others.people?.group == terms.people.map { _ in "others" })
    #expect(others.people?.work == terms.people?.work)
    #expect((try price(contract, month()).clauses[0] != own) == (terms.people != nil))
  }

  @Test(arguments: ClauseKind.allCases)
  func `a clause looks at no finer counts than it says`(kind: ClauseKind) throws {
    let contract = contract(kind)
    guard contract.detail == .months else {
      #expect(throws: PricingError.self) { try price(contract, month(daily: false)) }
      return
    }
    #expect(try price(contract, month(daily: false)) == price(contract, month()))
  }

  @Test(arguments: ClauseKind.allCases)
  func `the one price of a clause is that of its lines`(kind: ClauseKind) throws {
    let contract = contract(kind)
    guard let price = contract.clauses[0].terms.singlePrice else { return }
    let lines = try #require(try self.price(contract, month()).invoices).lines
    let prices = lines.filter { $0.clause == 0 }.map(\.price)
    #expect(!prices.isEmpty && prices.allSatisfy { $0 == .each(price) })
  }

  @Test(arguments: ClauseKind.allCases)
  func `a warning names plan and clause in both languages`(kind: ClauseKind) {
    let terms = kind.type.example.terms
    for language in ExplanationLanguage.allCases {
      let words = terms.warning(plan: "Plan A", clause: "the term", in: language)
      #expect((words != nil) == terms.warns)
      #expect(words?.contains("Plan A") ?? true)
      #expect(words?.contains("the term") ?? true)
    }
  }

  @Test func `running the shop is the one scope beyond chat (F14)`() {
    for kind in ClauseKind.allCases {
      let scope = Contract.scope(of: [Clause("it", kind.type.example.terms)])
      #expect((scope == .wholeShop) == (kind == .fullService))
    }
  }

  @Test(arguments: ClauseKind.allCases)
  func `every line explains itself in both languages`(kind: ClauseKind) throws {
    let lines = try #require(try price(contract(kind), month()).invoices).lines
    #expect(
      lines.contains { $0.clause == 0 } == kind.type.example.terms.bills || kind == .minimumCharge)
    for line in lines {
      #expect(!line.explanation(in: .english).isEmpty)
      #expect(line.explanation(in: .chinese) != line.explanation(in: .english))
    }
  }
}
