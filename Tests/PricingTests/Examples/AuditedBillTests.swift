// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Money
import Pricing
import ScenarioFiles
import Testing

/// The worked pairs of contract, usage and received invoice in `Scenarios/bills`, from file to
/// difference.
struct AuditedBillTests {
  private static let folder = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Scenarios/bills")

  private func text(_ name: String) throws -> String {
    try String(contentsOf: Self.folder.appending(path: name), encoding: .utf8)
  }

  private func contract(_ name: String) throws -> Contract {
    guard
      case .contract(let contract) = try ContractFile.read(
        try text(name), path: name)
    else {
      Issue.record("\(name) is a scenario")
      return Fixture.contract()
    }
    return contract
  }

  private func audit(
    _ pair: String
  ) throws -> (invoices: Invoices, differences: [InvoiceDifference]) {
    let contract = try contract("\(pair).yaml")
    let usage = try UsageFile.parse(text("\(pair)-usage.csv"), for: UsageReading([contract]))
    let invoices = try usage.invoices(for: contract)
    let bill = try InvoiceFile.parse(text("\(pair)-invoice.csv"))
    return (invoices, try InvoiceAudit.compare(invoices, against: bill))
  }

  @Test func `a month at the bound of a bracket is billed one tier too high (F7, R1, R2)`() throws {
    let (invoices, differences) = try audit("slab-tier")
    #expect(
      try invoices.months.map(\.total)
        == [
          WorkedExamples.amount("bill slab tier 2026-02"),
          WorkedExamples.amount("bill slab tier 2026-03"),
          WorkedExamples.amount("bill slab tier 2026-04"),
          WorkedExamples.amount("bill slab tier 2026-05"),
        ])
    try #require(differences.count == 1)
    guard case .price(let line, let record) = differences[0] else {
      Issue.record("expected a price, found \(differences[0])")
      return
    }
    #expect(record.line == 4)
    #expect(record.price == .each(.yuan(2800)) && line.price == .each(.yuan(1600)))
    #expect(differences[0].overcharge == .yuan(1200))
  }

  @Test
  func `seats added within a promotion month are billed for all of it (F10, F11, F20, R6)`() throws
  {
    let (invoices, differences) = try audit("promotion-month")
    #expect(
      try invoices.months.map(\.total)
        == [
          WorkedExamples.amount("bill promotion month 2026-10"),
          WorkedExamples.amount("bill promotion month 2026-11"),
        ])
    try #require(differences.count == 1)
    guard case .quantity(let line, let record) = differences[0] else {
      Issue.record("expected a quantity, found \(differences[0])")
      return
    }
    #expect(record.line == 2)
    #expect(line.quantity == Fraction(117, over: 31))
    #expect(try differences[0].overcharge == Money(parsing: "5883.87"))
  }

  @Test func `a contract stands in a file as a mapping, a list, one clause or one word`() throws {
    let texts = [
      "clauses: [{kind: tiered}]", "[{kind: tiered}]", "- tiered", "kind: tiered", "tiered",
    ]
    let contracts = try texts.map { try ContractFile.parse(text: $0, fileName: "shop.yaml") }
    #expect(contracts.allSatisfy { $0 == contracts[0] })
    #expect(contracts[0].name == "shop")
    #expect(
      contracts[0].clauses
        == [Clause("tiered", .tiered(RateCard.assumedTiered), assumed: [.tiers])])
  }

  @Test func `every contract of the documentation can be read`() throws {
    let file = Self.folder.appending(path: "../../Documentation/billing.md")
    let blocks = try String(contentsOf: file, encoding: .utf8).split(separator: "```yaml\n")
      .dropFirst().compactMap { $0.split(separator: "```").first }
    #expect(blocks.count == 4)
    var kinds: Set<ClauseKind> = []
    for block in blocks {
      let contract = try ContractFile.parse(text: String(block), fileName: "billing.md")
      kinds.formUnion(contract.clauses.map(\.terms.kind))
    }
    #expect(kinds == Set(ClauseKind.allCases), "every kind of clause has an example")
  }

  @Test(arguments: [
    (
      "- {kind: tiered, tiers: [{up_to: 9, price: 1}, {from: 8, up_to: 20, price: 2}]}", 1,
      "[0].tiers[1].from"
    ),
    (
      "clauses:\n  - {kind: seats}\n  - {kind: base_and_commission, commission: 101 %}", 3,
      "clauses[1].commission[0].rate"
    ),
    ("term: 2026-05-01/2026-04-30\nclauses: [seats]", 1, "term"),
    ("term: 2026-04-01/2026-04-30\nsigned: 2026-05-01\nclauses: [seats]", 2, "signed"),
  ])
  func `a mistake in a contract's file is found with its line and path`(
    text: String, line: Int, path: String
  ) throws {
    let error = #expect(throws: ScenarioFileError.self) {
      try ContractFile.parse(text: text, fileName: "c.yaml")
    }
    #expect(error?.problems.map(\.line) == [line])
    #expect(error?.problems.map(\.path) == [path])
  }

  @Test func `what the parties did is read from a file (F16, F17, F18, F24)`() throws {
    let life = try LifeFile.parse(
      text: """
        end: {kind: early, by: client, last_day: 2026-07-10}
        payments: [{month: 2026-05, paid: 35 days}, {month: 2026-06, paid: never}]
        annual_fee_payment: 3
        poaching: [{date: 2026-08-01, people: 2}]
        interruptions: [2026-06-01/2026-06-02]
        closing: 2026-12-31
        """, fileName: "life.yaml")
    let expected = ContractLife(
      end: .early(.client, lastDay: try Fixture.date("2026-07-10")),
      payments: [
        try Fixture.yearMonth("2026-05"): .late(days: 35),
        try Fixture.yearMonth("2026-06"): .never,
      ],
      annualFeePayment: .late(days: 3),
      poaching: [.init(date: try Fixture.date("2026-08-01"), people: 2)],
      interruptions: [try Fixture.span("2026-06-01", "2026-06-02")],
      closing: try Fixture.date("2026-12-31"))
    #expect(life == expected)
    #expect(throws: ScenarioFileError.self) {
      try LifeFile.parse(text: "payments: [{month: 2026-05, paid: soon}]", fileName: "l.yaml")
    }
  }
}
