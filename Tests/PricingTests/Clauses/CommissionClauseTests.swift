// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
import Money
import Pricing
import Testing

struct CommissionClauseTests {
  private let flat = BaseAndCommissionClause(seats: .agreed(1))

  @Test func `a base and two percent of the sales that agents close (F5)`() throws {
    let sales = try Money(parsing: "123456.78")
    let refunds = try Money(parsing: "10000.01")
    let month = try Fixture.month(
      "2026-03", Fixture.orders(900, sales: sales, refunds: refunds))
    #expect(
      try Fixture.price(.baseAndCommission(flat), on: month).total
        == WorkedExamples.amount("F5 one seat, 2 percent of 123,456.78"))
    let net = try Fixture.price(
      .baseAndCommission(flat), on: month,
      options: ReadingOptions(salesBasis: .netOfRefunds))
    #expect(try net.total == WorkedExamples.amount("R8 net of 10,000.01 refunds"))
  }

  @Test func `lower-priced goods pay the higher percentage, the bound included (F5)`() throws {
    let scaled = BaseAndCommissionClause(
      seats: .agreed(1),
      commission: [
        .init(upToOrderValue: .yuan(100), rate: Percentage(3)), .init(rate: Percentage(1)),
      ])
    let cheap = try Fixture.month("2026-03", Fixture.orders(500, sales: .yuan(50_000)))
    #expect(
      try Fixture.price(.baseAndCommission(scaled), on: cheap).total
        == WorkedExamples.amount("F5 commission 3 percent up to 100 an order, else 1"))
    let dear = try Fixture.month("2026-03", Fixture.orders(500, sales: .yuan(50_001)))
    #expect(
      try Fixture.price(.baseAndCommission(scaled), on: dear).total
        == WorkedExamples.amount("F5 commission 1 percent above 100 an order"))
  }

  @Test func `silent orders carry no commission for agents (R8)`() throws {
    let month = try Fixture.month("2026-03") {
      $0.shop = ShopSales(sales: .yuan(500_000), silentSales: .yuan(500_000))
    }
    #expect(try Fixture.price(.baseAndCommission(flat), on: month).total == .yuan(1500))
  }

  @Test func `full service takes the fee once a year and a share of all sales (F14)`() throws {
    let months = try (0..<13).map { offset in
      let month = try #require(YearMonth(iso: "2026-01")).advanced(by: offset)
      return try Fixture.month(month.description) {
        $0.shop.sales = offset == 0 ? Money(fen: 33_333_333) : .yuan(200_000)
        $0.shop.silentSales = .yuan(100_000)
      }
    }
    let invoices = try Fixture.contract(.fullService(FullServiceClause()))
      .price(months, schema: Fixture.schema)
    #expect(
      try invoices.months[0].total
        == WorkedExamples.amount("F14 first month with shop sales of 333,333.33"))
    for month in 1..<12 {
      #expect(
        try invoices.months[month].total == WorkedExamples.amount("F14 second month"))
    }
    #expect(invoices.months[12].total == .yuan(190_000), "the second contract year begins")
  }

  @Test func `the fee of a contract signed in mid-month recurs on its anniversary (F14)`() throws {
    let term = try Fixture.span("2025-03-20", "2026-12-31")
    var contract = Fixture.contract(.fullService(FullServiceClause()), term: term)
    contract.clauses[0].terms = .fullService(FullServiceClause(commission: .zero))
    let usage = Usage(schema: Fixture.schema, span: term)
    let invoices = try contract.price(usage.months(for: contract), schema: Fixture.schema)
    let charged = invoices.lines.map(\.month.description)
    #expect(charged == ["2025-03", "2026-03"])
  }
}
