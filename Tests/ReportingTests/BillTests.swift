// SPDX-License-Identifier: GPL-3.0-or-later

import Application
import Calendars
import Foundation
import Money
import Pricing
import Reporting
import Tables
import Testing
import Wording

@Suite struct BillTests {
  /// 3,100 inquiries in March are 100 a day, 3,001 in April a little more.
  private func bill(_ options: ReadingOptions = ReadingOptions()) throws -> PlanBill {
    let contract = Contract(
      name: "tiers", clauses: [Clause("pre-sale", .tiered(RateCard.assumedTiered))],
      options: options)
    let usage = try UsageFile.parse("month,inquiries\n2026-03,3100\n2026-04,3001\n")
    return PlanBill(
      plan: "tiers", contract: contract, outcome: .priced(try Ledger(contract, usage: usage)))
  }

  private func refused() throws -> PlanBill {
    PlanBill(
      plan: "seats", contract: try bill().contract,
      outcome: .refused(
        .ledger(.pricing(.columnMissing(clause: 2, .sales, told: [.orders])))))
  }

  @Test func `an invoice shows quantity, price, amount, reason and due date (R1, R12)`() throws {
    let text = BillText(
      [try bill(ReadingOptions(taxRate: Percentage(6)))], style: NumberStyle(.english)
    ).text()
    for part in [
      "2026-03: 2026-03-01 to 2026-03-31, 31 days, due 2026-04-15", "1,600.00", "2,800.00",
      "100.03 inquiries a", "Total of 2 months: ¥4,400.00, of which ¥249.06 tax at 6%",
    ] {
      #expect(text.contains(part), "\(part)")
    }
  }

  @Test func `cash is told by date where more moves than the bills (F17, F21)`() throws {
    var contract = try bill().contract
    contract.clauses.append(
      Clause("deposit", .deposit(DepositClause(amount: .fixed(.yuan(800)), settlement: .setOff))))
    let usage = try UsageFile.parse("month,inquiries\n2026-03,3100\n2026-04,3001\n")
    let deposit = PlanBill(
      plan: "tiers", contract: contract, outcome: .priced(try Ledger(contract, usage: usage)))
    for language in Language.allCases {
      let text = BillText([deposit], style: NumberStyle(language)).text()
      let rows = text.split(separator: "\n").filter { $0.contains("2026-0") && !$0.contains("—") }
      #expect(rows.contains { $0.hasPrefix("2026-03-01") && $0.hasSuffix(" -800.00") })
      #expect(rows.contains { $0.hasPrefix("2026-05-15") && $0.contains("2,000.00  -4,400.00") })
      #expect(
        !BillText([try bill()], style: NumberStyle(language)).text().contains("-4,400.00"),
        "bills alone need no table")
    }
    #expect(
      BillJSON.document([deposit], language: .english).text.contains(
        "\"cash_flow\""))
  }

  @Test func `several plans are listed from the cheapest, the refused ones with the reason`() throws
  {
    let text = BillText([try refused(), try bill()], style: NumberStyle(.english)).text()
    #expect(text.contains("tiers       2  4,400.00"))
    let reason = "clauses[2]: charges by the column sales, which the usage does not have"
    #expect(text.contains("! seats: not priced: \(reason)"))
  }

  @Test func `the lines written are a bill that agrees with the contract`() throws {
    let folder = try OutputFolder(path: NSTemporaryDirectory() + "bill-" + UUID().uuidString)
    defer { try? FileManager.default.removeItem(atPath: folder.path) }
    let bill = try bill()
    let manifest = Manifest(
      product: .init(version: "1", revision: ""), command: "bill", arguments: [], inputs: [],
      run: .init(startedAt: "", seconds: 0, threads: 1))
    let written = try BillDocuments.write(
      [bill], manifest: manifest, to: folder,
      options: DocumentOptions(formats: TableFormats(byteOrderMark: true)))
    #expect(written.tooLong.isEmpty)
    let file = folder.place(of: "invoices.csv")
    let received = try InvoiceFile.parse(String(contentsOfFile: file, encoding: .utf8))
    let invoices = try #require(bill.invoices)
    #expect(received.lines.count == 2)
    #expect(try InvoiceAudit.compare(invoices, against: received).isEmpty)
    let ledger = try String(contentsOfFile: folder.place(of: "ledger.csv"), encoding: .utf8)
    #expect(
      ledger.hasSuffix(
        "tiers,2026-05-15,payment,2026-04,payable,cash,2800.00,-4400.00,0.00,0.00,4\r\n"))
  }

  @Test func `a wrong line is named with what it should be, in either language`() throws {
    let invoices = try #require(bill().invoices)
    let received = try InvoiceFile.parse(
      "month,clause,price,amount\n2026-03,pre-sale,2800,2800\n2026-04,pre-sale,2800,2800\n")
    let differences = try InvoiceAudit.compare(invoices, against: received)
    let english = AuditText(
      differences, of: invoices, file: "bill.csv", style: NumberStyle(.english)
    ).text()
    #expect(english.hasPrefix("bill.csv:2: 2026-03, pre-sale: price 2800, by the contract 1600 ("))
    #expect(english.hasSuffix("1 difference: the bill asks ¥1,200.00 too much.\n"))
    let chinese = AuditText(
      differences, of: invoices, file: "bill.csv", style: NumberStyle(.chinese)
    ).text()
    #expect(chinese.contains("单价为 2800，按合同应为 1600"))
    #expect(chinese.hasSuffix("账单多收 1,200.00 元。\n"))
    let json = BillJSON.document([try bill()], audit: differences, language: .english).text
    #expect(json.contains("\"overcharge\": 1200"))
    #expect(json.contains("\"kind\": \"price\""))
  }

  @Test func `the document has the notices of the terminal, with a word for each matter`() throws {
    var contract = try bill().contract
    contract.clauses = [Clause("all", .fullService(FullServiceClause()))]
    contract.signed = try #require(CivilDate(iso: "2026-12-30"))
    let usage = try UsageFile.parse("month,inquiries,shop_sales\n2027-01,100,1000\n")
    let bill = PlanBill(
      plan: "all", contract: contract, outcome: .priced(try Ledger(contract, usage: usage)))
    let english = BillJSON.document([bill], language: .english).text
    #expect(english.contains("\"matter\": \"working_days_unknown\""))
    #expect(english.contains("\"date\": \"2027-01-04\""))
    #expect(english.contains("The working days of 2027 are not published here"))
    #expect(BillJSON.document([bill], language: .chinese).text.contains("2027 年的放假调休安排未收录"))
  }
}
