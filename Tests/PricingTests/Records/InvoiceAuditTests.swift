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
}
