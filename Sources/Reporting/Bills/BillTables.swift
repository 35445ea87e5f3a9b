// SPDX-License-Identifier: GPL-3.0-or-later

package import Application
import Calendars
import Exports
import Money
import Pricing
import Wording

extension CSVTable<BilledLine> {
  /// Holds all columns of a bill that can be audited, under their names there.
  package static let billedLines = CSVTable(
    file: "invoices.csv",
    row: Localized(
      en: "One row per invoice line: `quantity_exact` × `unit_price` = `amount`.",
      zh: "账单明细每行一条：quantity_exact × unit_price = amount。"),
    key: ["plan", "line"],
    columns: [
      CSVColumn("plan", en: "Key of the plan, or name of the contract", zh: "方案的键或合同名称") {
        .text($0.plan)
      }
    ]
      + CSVColumn.invoiceLine(
        { $0.line }, clause: { $0.clause }, reading: { $0.line.explanation(in: $0.language) })
      + [CSVColumn.place("line", "the plan's lines", "该方案的明细") { $0.number }])
}

extension CSVTable<PlanLedgerRow> {
  package static let ledger = CSVTable(
    file: "ledger.csv",
    row: Localized(
      en: "One row per movement between the client's accounts, by date; debits equal credits.",
      zh: "委托方各账户之间的每笔变动一行，按日期排列；借贷相等。"),
    key: ["plan", "movement"],
    columns: [
      CSVColumn("plan", en: "Key of the plan, or name of the contract", zh: "方案的键或合同名称") {
        .text($0.plan)
      },
      CSVColumn("date", as: .date, en: "Day of the movement", zh: "发生日期") {
        .text($0.row.entry.date.description)
      },
      CSVColumn("event", en: "What happened, as a key", zh: "事项的键") {
        .text($0.row.entry.event.rawValue)
      },
      CSVColumn("month", en: "Billing month concerned; may be empty", zh: "所属账单月，可为空") {
        .text($0.row.entry.month?.description ?? "")
      },
      CSVColumn("debit", en: "Account debited", zh: "借方账户") { .text($0.row.entry.debit.rawValue) },
      CSVColumn("credit", en: "Account credited", zh: "贷方账户") {
        .text($0.row.entry.credit.rawValue)
      },
      CSVColumn("amount", "yuan", en: "Above zero", zh: "大于零") { .money($0.row.entry.amount) },
      CSVColumn(
        "cash_balance", "yuan", en: "Received less paid so far; below zero once paid",
        zh: "累计收款减付款，付款后为负"
      ) { .money($0.row.cash) },
      CSVColumn("payable_balance", "yuan", en: "What the client owes after it", zh: "此后应付余额") {
        .money($0.row.payable)
      },
      CSVColumn(
        "deposit_balance", "yuan", en: "What the provider holds as a deposit after it",
        zh: "此后定金余额"
      ) { .money($0.row.deposit) },
      CSVColumn.place("movement", "the plan's movements", "该方案的变动") { $0.number },
    ])
}

/// The files of a bill.
package enum BillDocuments {
  package static let schemas = [
    CSVTable<BilledLine>.billedLines.schema, CSVTable<PlanLedgerRow>.ledger.schema,
  ]

  /// Names of all files that a run writes.
  package static var names: [String] { schemas.map(\.file) + [OutputFolder.manifest] }

  /// Writes `invoices.csv` and `ledger.csv`, the manifest last.
  ///
  /// - Throws: `OutputError` at the first file that cannot be written; no file is changed then.
  package static func write(
    _ bills: [PlanBill], manifest: Manifest, to folder: OutputFolder, options: DocumentOptions
  ) throws(OutputError) -> WrittenFiles {
    var files = FileList(folder: folder, options.formats)
    try files.write(.billedLines, BilledLine.lines(of: bills, language: options.language))
    try files.write(.ledger, PlanLedgerRow.rows(of: bills))
    return try files.finish(manifest, replacing: names)
  }
}
