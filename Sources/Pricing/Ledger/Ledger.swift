// SPDX-License-Identifier: GPL-3.0-or-later

package import Calendars
package import Money

/// A contract's whole life as movements between the client's accounts: the cost of each month
/// beside the cash that flows on each date.
///
/// Every entry debits one account and credits another, so the balances always sum to zero.
package struct Ledger: Equatable, Sendable {
  package let invoices: Invoices
  /// In order of date.
  package let entries: [LedgerEntry]
  package let notices: [LedgerNotice]

  /// Debits less credits of each account.
  package var balances: [LedgerAccount: Money] {
    var balances: [LedgerAccount: Int64] = [:]
    for entry in entries {
      balances[entry.debit, default: 0].addSaturating(entry.amount.fen)
      balances[entry.credit, default: 0].addSaturating(-entry.amount.fen)
    }
    return balances.mapValues(Money.init(fen:))
  }

  package func balance(_ account: LedgerAccount) -> Money { balances[account] ?? .zero }

  /// Cost of service and penalties together: what the contract cost, whenever it was paid.
  package var cost: Money {
    Money(fen: balance(.serviceCost).fen + balance(.penalties).fen)
  }

  /// Net cash of each date on which cash moved; negative when the client pays.
  package var cashFlow: [(date: CivilDate, amount: Money)] {
    var flow: [(date: CivilDate, amount: Money)] = []
    for entry in entries where entry.debit == .cash || entry.credit == .cash {
      let amount = entry.debit == .cash ? entry.amount.fen : -entry.amount.fen
      if let last = flow.last, last.date == entry.date {
        flow[flow.count - 1].amount = Money(fen: last.amount.fen + amount)
      } else {
        flow.append((entry.date, Money(fen: amount)))
      }
    }
    return flow
  }
}

extension Ledger {
  /// The ledger of a contract whose service was `usage`, lived as `life` says.
  ///
  /// - Throws: `LedgerError` if the life contradicts the contract or the contract cannot be priced.
  package init(_ contract: Contract, usage: Usage, life: ContractLife = ContractLife())
    throws(LedgerError)
  {
    try self.init(contract, usage: .daily(usage), life: life)
  }

  /// The ledger of a contract on recorded usage; a part month needs records by date.
  ///
  /// - Throws: as for a daily usage.
  package init(_ contract: Contract, usage: RecordedUsage, life: ContractLife = ContractLife())
    throws(LedgerError)
  {
    var builder = try LedgerBuilder(contract, usage: usage, life: life)
    self = try builder.ledger()
  }
}
