// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars

extension Ledger {
  /// Header of `ledger.csv`.
  package static let csvHeader = [
    "date", "event", "month", "debit", "credit", "amount", "cash_balance", "payable_balance",
    "deposit_balance",
  ]

  /// Rows of `ledger.csv`, one for each entry, with running balances in yuan.
  ///
  /// `payable_balance` is what the client owes; `cash_balance` what it has received less paid.
  package var csvRows: [[String]] {
    var cash: Int64 = 0
    var payable: Int64 = 0
    var deposit: Int64 = 0
    return entries.map { entry in
      let amount = entry.amount.fen
      cash += entry.debit == .cash ? amount : entry.credit == .cash ? -amount : 0
      payable += entry.credit == .payable ? amount : entry.debit == .payable ? -amount : 0
      deposit += entry.debit == .deposit ? amount : entry.credit == .deposit ? -amount : 0
      return [
        entry.date.description, entry.event.rawValue, entry.month?.description ?? "",
        entry.debit.rawValue, entry.credit.rawValue, entry.amount.description,
        Money(fen: cash).description, Money(fen: payable).description,
        Money(fen: deposit).description,
      ]
    }
  }
}
