// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Tables
import Testing

/// Recorded months, priced and audited by the built program.
struct BillTests {
  private func bill(_ pair: String, _ more: String...) throws -> Program.Result {
    let base = Program.root.appending(path: "Scenarios/bills/\(pair)").path
    return try Program.run(
      ["bill", base + ".yaml", base + "-usage.csv", "--against", base + "-invoice.csv"] + more)
  }

  @Test func `a bill one tier too high is caught on its line (F7, R1, R2)`() throws {
    let run = try bill("slab-tier")
    #expect(run.status == 1)
    #expect(run.output.contains("slab-tier-invoice.csv:4: 2026-03, pre-sale chat: price 2800"))
    #expect(run.output.contains("1 difference: the bill asks ¥1,200.00 too much."))
  }

  @Test func `seats billed for a month they did not serve are caught (F10, F11, F20, R6)`() throws {
    let run = try bill("promotion-month", "--lang", "zh")
    #expect(run.status == 1)
    #expect(run.output.contains("promotion-month-invoice.csv:2: 2026-10 dedicated seats：数量为 5"))
    #expect(run.output.contains("账单多收 5,883.87 元"))
  }

  @Test func `the same audit as data`() throws {
    let run = try bill("slab-tier", "--format", "json")
    #expect(run.status == 1)
    let document = try #require(
      JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
    let audit = try #require(document["audit"] as? [String: Any])
    #expect(audit["agrees"] as? Bool == false)
    #expect(audit["overcharge"] as? Double == 1200)
    let found = try #require((audit["differences"] as? [[String: Any]])?.first)
    #expect(found["line"] as? Int == 4 && found["kind"] as? String == "price")
  }

  @Test func `what is written can be audited again and balances`() throws {
    let folder = try Folder()
    let base = Program.root.appending(path: "Scenarios/bills/slab-tier").path
    let written = try Program.run(
      "bill", base + ".yaml", base + "-usage.csv", "--output", folder.path("out"))
    #expect(written.status == 0, "\(written.errors)")
    let again = try Program.run(
      "bill", base + ".yaml", base + "-usage.csv", "--against", folder.path("out/invoices.csv"))
    #expect(again.status == 0, "\(again.output)")
    let rows = try folder.rows("out/ledger.csv")
    #expect(rows.last?["payable_balance"] == "0.00")
    #expect(rows.last?["cash_balance"] == "-13635.90")
  }

  static let mistakes: [(contract: String, usage: String, status: Int32, says: [String])] = [
    ("clauses: [{kind: tierd}]", "month,answered\n2026-03,1\n", 65, ["Did you mean tiered?"]),
    (
      "clauses: [{kind: tiered, tiers: [{up_to: 50, price: 1}, {from: 60, up_to: 99, price: 2}]}]",
      "month,answered\n2026-03,1\n", 65, [":1: clauses[0].tiers[1].from: found 60, allowed 50"]
    ),
    (
      "clauses: [{kind: seats, agreed_seats: 1, surcharge: 200 %}]", "month,answered\n2026-03,1\n",
      65, ["clauses[0].surcharge: found 200%", "allow_above_hundred: true"]
    ),
    (
      "term: 2026-05-01/2026-04-01\nclauses: [tiered]", "month,answered\n2026-03,1\n", 65,
      [":1: term: found 2026-05-01/2026-04-01"]
    ),
    ("clauses: [tiered]", "month,answered\n2026-03,1\n2026-05,1\n", 65, ["no row of 2026-04"]),
    ("clauses: [tiered]", "month,answered\n2026-03,-1\n", 65, [":2: answered: found -1"]),
    ("clauses: [tiered]", "month,answerd\n2026-03,1\n", 65, ["Did you mean answered?"]),
    (
      "clauses: [tiered]", "month,answered,currency\n2026-03,1,CNY\n2026-04,1,USD\n", 65,
      [":3: currency: found USD, allowed CNY"]
    ),
    (
      "clauses: [{kind: per_conversation, price: 9000000}]",
      "month,answered\n2026-03,1000000000000\n",
      65, ["clauses[0]: 2026-03 comes to more than 10^15 fen"]
    ),
    (
      "clauses: [{kind: tiered, tiers: [{up_to: 50, price: 1}]}]", "month,answered\n2026-03,3000\n",
      69, ["beyond the last bracket (50)"]
    ),
    ("clauses: [tiered]", "", 65, ["no rows"]),
    (
      "clauses: [{kind: orders, brackets: [{price: 1}]}]", "month,inquiries\n2026-03,900\n", 65,
      ["usage.csv: clauses[0]", "the column orders", "it has inquiries", "with 0 where"]
    ),
    (
      "clauses: [full_service]", "month,inquiries\n2026-03,900\n", 65,
      ["usage.csv: clauses[0]", "the column shop_sales"]
    ),
  ]

  @Test(arguments: mistakes.indices)
  func `bad input ends with one message and no amount`(index: Int) throws {
    let mistake = Self.mistakes[index]
    let folder = try Folder()
    let run = try Program.run(
      "bill", folder.write("contract.yaml", mistake.contract),
      folder.write("usage.csv", mistake.usage))
    #expect(run.status == mistake.status, "\(run.errors)")
    #expect(run.output.isEmpty)
    for words in mistake.says { #expect(run.errors.contains(words), "\(run.errors)") }
  }

  @Test func `what the parties did is checked against the contract, in its own file`() throws {
    let folder = try Folder()
    let contract = try folder.write("contract.yaml", "clauses: [{kind: seats, agreed_seats: 2}]")
    let usage = try folder.write("usage.csv", "month,answered\n2026-03,1\n")
    let lives = [
      ("payments: [{month: 2027-03, paid: never}]", "payments: found 2027-03"),
      ("end: {kind: notice, given: 2026-03-05}", "no notice clause"),
      ("end: {kind: early, by: client, last_day: 2026-04-05}", "found an end on 2026-04-05"),
      ("poaching: [{date: 2026-02-05}]", "poaching: found 2026-02-05"),
    ]
    for (life, says) in lives {
      let run = try Program.run(
        "bill", contract, usage, "--life", folder.write("life.yaml", life))
      #expect(run.status == 65)
      #expect(run.errors.contains("life.yaml: ") && run.errors.contains(says), "\(run.errors)")
    }
  }

  @Test func `what a spreadsheet made of dates and numbers is read, and said`() throws {
    let folder = try Folder()
    let contract = try folder.write(
      "c.yaml", "clauses: [{kind: per_conversation, price: 0.5}]\n")
    let usage = try folder.write("u.csv", "date,inquiries\n2026/3/1,\"1,234\"\n2026/3/2,66\n")
    let run = try Program.run("bill", contract, usage)
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.output.contains("¥650.00"))
    #expect(
      run.errors.contains(
        "u.csv:2: note: 2026/3/1 was read as 2026-03-01: year, month, day (2 cells)."))
    #expect(
      run.errors.contains("u.csv:2: note: 1,234 was read as 1234: the comma parts thousands."))
  }
}
