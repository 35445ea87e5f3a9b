// SPDX-License-Identifier: GPL-3.0-or-later

package import Money

/// An entry with the balances after it, from the client's side.
package struct LedgerRow: Equatable, Sendable {
  package var entry: LedgerEntry
  /// Received less paid; below zero once the client has paid anything.
  package var cash: Money
  /// What the client owes.
  package var payable: Money
  /// What the client has put down with the provider.
  package var deposit: Money
}

extension Ledger {
  /// The entries with running balances.
  package var rows: [LedgerRow] {
    var balances: [LedgerAccount: Int64] = [:]
    func balance(_ account: LedgerAccount) -> Int64 { balances[account] ?? 0 }
    return entries.map { entry in
      balances[entry.debit, default: 0].addSaturating(entry.amount.fen)
      balances[entry.credit, default: 0].addSaturating(-entry.amount.fen)
      return LedgerRow(
        entry: entry, cash: Money(fen: balance(.cash)), payable: Money(fen: -balance(.payable)),
        deposit: Money(fen: balance(.deposit)))
    }
  }
}
