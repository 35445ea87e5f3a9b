// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
import Money
import Pricing
import Testing

struct InvoiceAuditTests {
  /// The bill that repeats computed lines.
  private func csv(_ invoices: Invoices) -> String {
    let rows = invoices.lines.map { line in
      [
        line.month.description, invoices.clauseName(of: line),
        line.quantity.rounded(toPlaces: 6).description, line.price.text, line.amount.description,
      ]
    }
    return ([InvoiceFile.columns] + rows).map { row in
      row.map { "\"\($0.replacing("\"", with: "\"\""))\"" }.joined(separator: ",")
    }.joined(separator: "\n")
  }

  /// March stays in the second tier, April crosses into the third by one inquiry.
  private func tierInvoices() throws -> Invoices {
    try Contract(
      name: "tiers", clauses: [Clause("pre-sale tiers", .tiered(RateCard.assumedTiered))]
    )
    .price(
      [
        Fixture.month("2026-03", inquiries: 3100), Fixture.month("2026-04", inquiries: 3001),
      ], schema: Fixture.schema)
  }

  /// October: promotion and holiday shifts, and two seats added on the 20th.
  private func promotionInvoices() throws -> Invoices {
    let seats = SeatClause(
      seats: .agreed(3, changes: [.added(2, from: try Fixture.date("2026-10-20"))]),
      monthlyPrice: .yuan(4500))
    let contract = Contract(
      name: "promotion",
      clauses: [
        Clause("seats", .seats(seats)), Clause("helpers", .shifts(ShiftClause(group: "helpers"))),
      ])
    let october = try Fixture.month("2026-10") {
      $0.staffing[1].shifts = ByShiftKind(
        ordinary: 0, promotion: 36, statutoryHoliday: 9, night: 0)
    }
    return try contract.price([october], schema: Fixture.schema)
  }

  @Test func `a bill that repeats the computed lines has no difference`() throws {
    for invoices in [try tierInvoices(), try promotionInvoices()] {
      let records = try InvoiceFile.parse(csv(invoices))
      #expect(records.lines.count == invoices.lines.count)
      #expect(try InvoiceAudit.compare(invoices, against: records).isEmpty)
    }
  }

  @Test func `a month billed in the wrong tier is found down to the line (R2)`() throws {
    let invoices = try tierInvoices()
    #expect(invoices.months.map(\.total) == [.yuan(1600), .yuan(2800)])
    let bill = """
      month,clause,quantity,price,amount
      2026-03,pre-sale tiers,1,2800,2800.00
      2026-04,pre-sale tiers,1,2800,2800.00
      """
    let differences = try InvoiceAudit.compare(invoices, against: InvoiceFile.parse(bill))
    #expect(differences.count == 1)
    guard case .price(let line, let record)? = differences.first else {
      Issue.record("expected a price difference")
      return
    }
    #expect(line.month.description == "2026-03")
    #expect(record.line == 2)
    #expect(differences.first?.overcharge == .yuan(1200))
  }

  @Test func `a promotion month with three faults shows each of them (F10, F11, R6)`() throws {
    let invoices = try promotionInvoices()
    #expect(try invoices.total == Money(parsing: "26883.87"))
    let bill = """
      month,clause,quantity,price,amount
      2026-10,seats,5,4500,22500.00
      2026-10,helpers,36,200,7200.00
      2026-10,helpers,9,350,3150.00
      2026-10,system fee,1,500,500.00
      """
    let differences = try InvoiceAudit.compare(invoices, against: InvoiceFile.parse(bill))
    #expect(differences.count == 3)
    let lines = differences.map { difference in
      switch difference {
      case .quantity(_, let record): "quantity \(record.line)"
      case .price(_, let record): "price \(record.line)"
      case .amount(_, let record): "amount \(record.line)"
      case .unexpected(let record): "unexpected \(record.line)"
      case .missing: "missing"
      case .sum(let sum, _): "sum \(sum.line)"
      }
    }
    #expect(lines == ["quantity 2", "price 4", "unexpected 5"])
    let billed = try Money.sum(InvoiceFile.parse(bill).lines.map(\.amount))
    #expect(
      try Money.sum(differences.map(\.overcharge)) == billed.subtracting(invoices.total))
  }

  @Test func `a wrong sum and a forgotten line are found`() throws {
    let invoices = try promotionInvoices()
    let bill = """
      month,clause,quantity,price,amount
      2026-10,seats,3.774194,4500,16983.88
      2026-10,helpers,36,200,7200.00
      """
    let differences = try InvoiceAudit.compare(invoices, against: InvoiceFile.parse(bill))
    #expect(differences.count == 2)
    #expect(differences.map(\.overcharge) == [Money(fen: 1), .yuan(-2700)])
  }

  @Test func `sums that a bill states are checked against its own lines`() throws {
    let invoices = try tierInvoices()
    let bill = """
      month,clause,amount
      2026-03,pre-sale tiers,1600.00
      2026-03,Total,1600.00
      2026-04,pre-sale tiers,2800.00
      ,合计,4500.00
      """
    let differences = try InvoiceAudit.compare(invoices, against: InvoiceFile.parse(bill))
    #expect(
      differences
        == [.sum(InvoiceSum(line: 5, month: nil, amount: .yuan(4500)), ofLines: .yuan(4400))])
    #expect(differences.first?.overcharge == .yuan(100))
  }

  @Test func `a bill may state the sum of a clause's lines alone`() throws {
    let invoices = try promotionInvoices()
    let bill = { (helpers: String) in
      "month,clause,amount\n2026-10,seats,\(invoices.lines[0].amount)\n2026-10,helpers,\(helpers)\n"
    }
    let same = try InvoiceFile.parse(bill("9900.00"))
    #expect(try InvoiceAudit.compare(invoices, against: same).isEmpty)
    let other = try InvoiceAudit.compare(invoices, against: InvoiceFile.parse(bill("9900.01")))
    #expect(other.reduce(0) { $0 + $1.overcharge.fen } == 1)
  }

  /// November: 60 hours of which 40 fall into a promotion at 50 % more, at 23 yuan.
  private func hourlyInvoices() throws -> Invoices {
    var clause = HourlyClause(group: "helpers", price: .yuan(23))
    clause.surcharges.promotion = Percentage(50)
    let month = try Fixture.month("2026-11") {
      $0.staffing[1].minutes = ByShiftKind(
        ordinary: 20 * 60, promotion: 40 * 60, statutoryHoliday: 0, night: 0)
    }
    return try Contract(name: "hours", clauses: [Clause("hours", .hourly(clause))])
      .price([month], schema: Fixture.schema)
  }

  @Test(arguments: [
    "2026-11,hours,20,23,460.00\n2026-11,hours,40,34.5,1380.00",
    "2026-11,hours,60,23,1380.00\n2026-11,hours,40,11.5,460.00",
    "2026-11,hours,20,23,460.00\n2026-11,hours,40,23,920.00\n2026-11,hours,40,50% × 23,460.00",
  ])
  func `a price with its surcharge in it agrees with the two lines of the contract`(
    _ rows: String
  ) throws {
    let bill = try InvoiceFile.parse("month,clause,quantity,price,amount\n\(rows)\n")
    #expect(try InvoiceAudit.compare(hourlyInvoices(), against: bill).isEmpty)
  }

  @Test func `an hour too many at the joined price is one difference`() throws {
    let bill = try InvoiceFile.parse(
      """
      month,clause,quantity,price,amount
      2026-11,hours,20,23,460.00
      2026-11,hours,41,34.5,1414.50
      """)
    let differences = try InvoiceAudit.compare(hourlyInvoices(), against: bill)
    guard case .quantity(let line, let record)? = differences.first, differences.count == 1 else {
      Issue.record("expected one difference of quantity, found \(differences)")
      return
    }
    #expect(record.line == 3 && line.quantity == Fraction(40))
    #expect(try differences.first?.overcharge == Money(parsing: "34.50"))
  }

  /// Three seats all October and two more from the 20th: 2 × 12/31 × 4500 = 3483.87.
  private func seatContract() throws -> Contract {
    let changes: [SeatChange] = [.added(2, from: try Fixture.date("2026-10-20"))]
    return Contract(
      name: "seats",
      clauses: [
        Clause(
          "seats",
          .seats(SeatClause(seats: .agreed(3, changes: changes), monthlyPrice: .yuan(4500))))
      ])
  }

  @Test(arguments: ["2", "0.774194", "0.77"])
  func `added seats are matched to their dates`(_ written: String) throws {
    let contract = try seatContract()
    let invoices = try contract.price([Fixture.month("2026-10")], schema: Fixture.schema)
    let bill = try InvoiceFile.parse(
      """
      month,clause,quantity,price,amount
      2026-10,seats,3,4500,13500.00
      2026-10,seats,\(written),4500,3483.87
      """)
    #expect(try InvoiceAudit.compare(invoices, against: bill, of: contract).isEmpty)
  }

  @Test func `added seats billed for the whole month are one difference on their own dates`() throws
  {
    let contract = try seatContract()
    let invoices = try contract.price([Fixture.month("2026-10")], schema: Fixture.schema)
    let bill = try InvoiceFile.parse(
      """
      month,clause,quantity,price,amount
      2026-10,seats,3,4500,13500.00
      2026-10,seats,2,4500,9000.00
      """)
    let differences = try InvoiceAudit.compare(invoices, against: bill, of: contract)
    guard case .quantity(let line, let record)? = differences.first, differences.count == 1 else {
      Issue.record("expected one difference of quantity, found \(differences)")
      return
    }
    #expect(record.line == 3)
    let added = try #require(
      try DateSpan(first: Fixture.date("2026-10-20"), last: Fixture.date("2026-10-31")))
    #expect(line.explanation == .seatsFrom(2, added))
    #expect(line.explanation(in: .english) == "2 seats from 2026-10-20 to 2026-10-31")
    #expect(line.explanation(in: .chinese) == "2 个坐席，2026-10-20 至 2026-10-31 服务")
    #expect(try line.amount == Money(parsing: "3483.87"))
  }

  @Test func `seats that go within the month are billed until their last day`() throws {
    let seats = SeatClause(
      seats: .agreed(
        2,
        changes: [
          .added(2, from: try Fixture.date("2026-10-05")),
          .returned(3, lastDay: try Fixture.date("2026-10-20")),
        ]), monthlyPrice: .yuan(3100))
    let contract = Contract(name: "seats", clauses: [Clause("seats", .seats(seats))])
    let invoices = try contract.price([Fixture.month("2026-10")], schema: Fixture.schema)
    // One all month, one until the 20th, two from the 5th to the 20th, at 100 a day.
    let bill = try InvoiceFile.parse(
      """
      month,clause,quantity,price,amount
      2026-10,seats,1,3100,3100.00
      2026-10,seats,1,3100,2000.00
      2026-10,seats,2,3100,3200.00
      """)
    #expect(try invoices.total == Money(parsing: "8300"))
    #expect(try InvoiceAudit.compare(invoices, against: bill, of: contract).isEmpty)
  }
}
