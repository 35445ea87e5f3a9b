// SPDX-License-Identifier: GPL-3.0-or-later

import Demand
import Pricing
import ScenarioFiles
import Tables

enum RecordTargets {
  /// With most kinds of clauses, so that most columns of a usage are asked for.
  private static let terms = """
    clauses:
      - {kind: seats, name: seats, monthly_price: 5000}
      - {kind: base_and_commission, name: share, base: 1500, commission: 2 %}
      - {kind: tiered, name: tiers, tiers: [{up_to: 400, price: 900}, {price: 1600}]}
    """
  private static let usage = """
    month,inquiries,seats,sales,orders
    2026-03,1130,2,182000.50,1200
    2026-04,2130,3,82000,700
    """

  private static let sound: Contract = {
    do throws(ScenarioFileError) {
      return try ContractFile.parse(text: terms, fileName: "contract.yaml")
    } catch {
      preconditionFailure("the contract is none: \(error)")
    }
  }()

  static func history(_ bytes: [UInt8]) {
    for unsorted in [HistoryReader.Unsorted.refuse, .sort] {
      for zone in [nil, "Asia/Shanghai"] {
        // As bytes, which may be GBK, or no text.
        var rest = bytes
        let rows = DelimitedRows {
          defer { rest = [] }
          return rest
        }
        _ = try? HistoryReader(unsorted: unsorted, timeZone: zone).read(rows)
      }
    }
  }

  static func usage(_ bytes: [UInt8]) {
    guard let text = text(bytes) else { return }
    _ = ledger(sound, text)
  }

  static func invoice(_ bytes: [UInt8]) {
    guard let text = text(bytes),
      let bill = try? InvoiceFile.parse(text, notes: RecordNotes())
    else { return }
    guard let ledger = ledger(sound, usage) else { preconditionFailure("the ledger is none") }
    _ = try? InvoiceAudit.compare(ledger.invoices, against: bill, of: sound)
  }

  static func contract(_ bytes: [UInt8]) {
    guard let text = text(bytes), let contract = contract(text) else { return }
    _ = ledger(contract, usage)
  }

  private static func contract(_ text: String) -> Contract? {
    try? ContractFile.parse(text: text, fileName: "contract.yaml")
  }

  private static func ledger(_ contract: Contract, _ text: String) -> Ledger? {
    guard
      let records = try? UsageFile.parse(text, for: UsageReading([contract]), notes: RecordNotes())
    else { return nil }
    return try? Ledger(contract, usage: records, life: ContractLife())
  }
}
