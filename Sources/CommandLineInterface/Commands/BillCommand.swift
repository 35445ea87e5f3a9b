// SPDX-License-Identifier: GPL-3.0-or-later

import Application
import ArgumentParser
import Foundation
import Plans
import Pricing
import Reporting
import Tables
import Wording

struct BillCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bill",
    abstract: "Price recorded months by a contract, or check an invoice, without simulation.",
    discussion: """
      CONTRACT is a contract on its own (what a plan has under `contract:`) or a scenario, all of \
      whose plans are priced: what every other plan would have cost. People that the usage does not \
      tell are then those whom the plan rosters.

      USAGE is a CSV file of one of three kinds:
        by month   month,inquiries,seats,sales
                   2026-03,4130,2,182000.50
        by date    date,inquiry_type,arrived,answered,orders,group,shift_kind,shifts
                   2026-11-11,pre_sale,900,870,130,,,
                   2026-11-11,,,,,short_term,promotion,6
        chat log   arrived_at,outcome,customer,first_reply_seconds,duration_seconds,orders,sales
                   2026-03-01 09:00:12,served,anna,21,300,1,99.00
      or the chats.csv of a simulation.
      All columns but the date or month can be left out: inquiries (or inquiries_per_day by month; \
      or arrived, answered, billable, customer_days, answered_within_60), orders, sales, refunds; \
      group, shift_kind, seats, shifts, hours; shop_sales, silent_sales, shop_refunds; result, \
      value; hour by date. A heading may name what it is about: inquiries:pre_sale, seats:dedicated, \
      shifts:short_term:promotion, value:service_level. Headings may be Chinese: 月份, 日期, 咨询量, \
      坐席数, 销售额; of an invoice 月份, 项目, 数量, 单价, 金额. Days without a row count as zero.

      INVOICE is a CSV file with month, clause, amount and, where the invoice states them, quantity \
      and price; a clause called total states a sum. Status 1 says that it differs.

      Documentation/billing.md has every column, every clause and every choice of reading.
      """)

  @Argument(help: "A contract or a scenario.", completion: .scenarios)
  var contract: String

  @Argument(help: "Recorded usage.", completion: .tables)
  var usage: String

  @Option(help: "Of a scenario, the one plan to price line by line.", completion: .plans)
  var plan: String?

  @Option(help: "A received invoice to compare line by line.", completion: .tables)
  var against: String?

  @Option(
    help: "What the parties did: late payments, an early end, staff taken on.",
    completion: .scenarios)
  var life: String?

  @Option(
    name: .shortAndLong, help: "Folder for invoices.csv, ledger.csv and manifest.json.",
    completion: .directory)
  var output: String?

  @Option(name: .customLong("lang"), help: "Language of the text: en or zh.")
  var language: Language = .english

  @Option(help: "What to print: table or json.")
  var format: OutputFormat = .table

  @Option(
    name: .customLong("set"),
    help: "Replace a value of the contract, as in clauses[0].price=0.8; may be repeated.")
  var settings: [String] = []

  @OptionGroup(title: "Tables") var tables: TableOptions

  @Flag(
    name: .customLong("allow-outside"),
    help: "Let a scenario name files that do not lie in its folder.")
  var allowsOutside = false

  func validate() throws { try tables.requireFolder(output != nil) }

  func run() async throws {
    let useCase = try BillUseCase(
      BillUseCase.Request(
        contract: contract, usage: usage, plan: plan, life: life, against: against,
        settings: settings, allowsOutside: allowsOutside))
    let language = language
    let clock = RunClock()
    let target = try RunTarget(
      output, tables, sparing: useCase.inputs, for: BillDocuments.names)
    let outcome = try await useCase.run { printNote($0, language) }
    let (bills, audit) = (outcome.bills, outcome.audit)
    let documents = target.documents(language, currency: bills.first?.contract.currency ?? "CNY")
    try target.write(language) { folder, inputs throws(OutputError) in
      try BillDocuments.write(
        bills, manifest: manifest(inputs, clock), to: folder, options: documents)
    }
    switch format {
    case .table: try printTables(bills, audit, documents.style)
    case .json:
      try emit(
        BillJSON.document(bills, audit: audit?.differences, language: language).text,
        terminator: "")
    }
    if audit?.differences.isEmpty == false { throw ExitStatus.differs.code }
    if bills.allSatisfy({ $0.ledger == nil }) { throw ExitStatus.noAnswer.code }
  }

  private func manifest(_ inputs: [InputRecord], _ clock: RunClock) -> Manifest {
    func name(_ path: String) -> String { URL(fileURLWithPath: path).lastPathComponent }
    var arguments = [name(contract), name(usage)]
    for (option, value) in [
      ("--plan", plan), ("--life", life.map(name)), ("--against", against.map(name)),
    ] {
      if let value { arguments += [option, value] }
    }
    arguments += settings.flatMap { ["--set", $0] } + ["--lang", language.rawValue]
    if allowsOutside { arguments.append("--allow-outside") }
    arguments += tables.arguments
    return Manifest(
      product: .current, command: "bill", arguments: arguments, inputs: inputs, run: clock.run)
  }

  private func printTables(
    _ bills: [PlanBill], _ audit: BillAudit?, _ style: NumberStyle
  ) throws(OutputError) {
    try emit(BillText(bills, style: style).text(), terminator: "")
    guard let audit else { return }
    try emit(
      "\n"
        + AuditText(audit.differences, of: audit.invoices, file: audit.file, style: style).text(),
      terminator: "")
  }
}
