// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
package import Pricing

/// A received invoice beside what the contract makes of the usage.
package struct BillAudit: Sendable {
  /// Name of the invoice's file.
  package let file: String
  package let invoices: Invoices
  package let differences: [InvoiceDifference]

  init(
    of bills: [PlanBill], against path: String, _ report: (ReadingNote) -> Void
  ) throws(ApplicationError) {
    guard bills.count == 1, let bill = bills.first else {
      throw .request(.planOfInvoiceUnnamed(known: bills.map(\.plan)))
    }
    switch bill.outcome {
    case .priced(let ledger): invoices = ledger.invoices
    case .refused(let why): throw .noAnswer(.bill(subject: bill.plan, why))
    }
    file = URL(fileURLWithPath: path).lastPathComponent
    differences = try Self.differences(invoices, of: bill.contract, path, report)
  }

  private static func differences(
    _ invoices: Invoices, of contract: Contract, _ path: String, _ report: (ReadingNote) -> Void
  ) throws(ApplicationError) -> [InvoiceDifference] {
    let bill = try ReceivedInvoice.read(path, report)
    do throws(PricingError) {
      return try InvoiceAudit.compare(invoices, against: bill, of: contract)
    } catch {
      throw .file(path, .refused(plan: nil, .pricing(error)))
    }
  }
}

extension ReceivedInvoice {
  /// Reads an invoice's file and says what was assumed in reading it.
  static func read(
    _ path: String, _ report: (ReadingNote) -> Void
  ) throws(ApplicationError) -> ReceivedInvoice {
    let notes = RecordNotes()
    do throws(RecordError) {
      let bill = try InvoiceFile.read(path: path, notes: notes)
      if notes.isGBK { report(ReadingNote(file: path, what: .gbk)) }
      for note in notes.notes { report(ReadingNote(file: path, what: .record(note))) }
      return bill
    } catch {
      throw .file(path, .records(error))
    }
  }
}
