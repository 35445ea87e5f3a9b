// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
import Money
import Pricing
import Testing

extension Fixture {
  static let seat = Clause(
    "seat", .seats(SeatClause(seats: .agreed(1), monthlyPrice: .yuan(4500))))

  static func contract(_ first: String, _ last: String, _ clauses: [Clause]) throws -> Contract {
    Contract(name: "test", clauses: clauses, term: try span(first, last))
  }

  /// A ledger of the contract's term, which must balance.
  static func ledger(
    _ contract: Contract, _ life: ContractLife = ContractLife(),
    _ fill: (inout Usage) -> Void = { _ in }
  ) throws -> Ledger {
    var usage = Usage(schema: schema, span: try #require(contract.term))
    fill(&usage)
    let ledger = try Ledger(contract, usage: usage, life: life)
    #expect(
      try Money.sum(LedgerAccount.allCases.map { ledger.balance($0) }) == .zero,
      "debits and credits balance")
    return ledger
  }
}
