// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
import Money
import Pricing
import Testing

/// Guarantees over years, interruptions, and events that do not belong to a contract.
struct LedgerEventTests {
  private let seat = Fixture.seat

  private func contract(_ first: String, _ last: String, _ clauses: Clause...) throws -> Contract {
    try Fixture.contract(first, last, clauses)
  }

  private func ledger(
    _ contract: Contract, _ life: ContractLife = ContractLife(),
    _ fill: (inout Usage) -> Void = { _ in }
  ) throws -> Ledger {
    try Fixture.ledger(contract, life, fill)
  }

  @Test func `each contract year is held against the one before it, to the day (F15)`() throws {
    let contract = try contract(
      "2025-09-16", "2027-12-31", seat,
      Clause(
        "guarantee",
        .salesGuarantee(
          SalesGuaranteeClause(lastYearSales: .yuan(366_000), compensation: Percentage(1)))))
    let second = try Fixture.date("2026-09-16")
    let third = try Fixture.date("2027-09-16")
    let ledger = try ledger(contract) { usage in
      for date in usage.span {
        let sales = date < second ? 1000 : date < third ? 990 : 0
        usage.updateShop(on: date) { $0.sales = .yuan(Int32(sales)) }
      }
    }
    let paid = ledger.entries.filter { $0.event == .guaranteeCompensation }
    #expect(
      try paid.map(\.date) == [Fixture.date("2026-09-15"), Fixture.date("2027-09-15")])
    #expect(
      try paid.map(\.amount) == [
        WorkedExamples.amount("F15 a hundredth of the first year's shortfall"),
        WorkedExamples.amount("F15 a hundredth of the second year's shortfall"),
      ])
    let kept = Clause(
      "guarantee",
      .salesGuarantee(SalesGuaranteeClause(lastYearSales: .yuan(365_000))))
    let year = try self.contract("2025-09-16", "2026-10-31", seat, kept)
    let fulfilled = try self.ledger(year) { usage in
      for date in usage.span where date < second {
        usage.updateShop(on: date) { $0.sales = .yuan(1000) }
      }
    }
    #expect(
      !fulfilled.notices.contains { if case .guaranteeBreached = $0.matter { true } else { false } }
    )
  }

  @Test func `an interruption makes fees and minimums smaller by days (F24)`() throws {
    let life = ContractLife(interruptions: [try Fixture.span("2026-06-28", "2026-07-02")])
    let force = Clause("force", .forceMajeure(ForceMajeureClause()))
    let fee = Clause("fee", .fixedFee(FixedFeeClause(fee: .yuan(3000))))
    let least = Clause("least", .minimumCharge(MinimumChargeClause(monthlyMinimum: .yuan(6000))))
    let plain = try ledger(contract("2026-06-01", "2026-06-30", fee, force), life)
    #expect(
      try plain.cost
        == .yuan(3000).subtracting(
          WorkedExamples.amount("F24 three days of a fee of 3,000 given back")))
    let topped = try ledger(contract("2026-06-01", "2026-06-30", fee, force, least), life)
    #expect(try topped.cost == WorkedExamples.amount("F24 a minimum of 6,000 over 27 of 30 days"))
    var each = PerConversationClause(price: .yuan(1))
    each.minimum = .yuan(2000)
    let chats = try ledger(
      contract("2026-06-01", "2026-06-30", Clause("each", .perConversation(each)), force), life
    ) { usage in usage.add(900, column: 1, type: 0, on: usage.span.first) }
    #expect(
      try chats.cost
        == WorkedExamples.amount("F24 a minimum of 2,000 on conversations over 27 of 30 days"))
  }

  @Test func `events outside the contract are errors, not passed over`() throws {
    let contract = try contract(
      "2026-01-01", "2026-03-31", seat, Clause("poaching", .poaching(PoachingClause())))
    let april = try Fixture.yearMonth("2026-04")
    let months = try ["2026-01", "2026-02", "2026-03"].map { try Fixture.yearMonth($0) }
    #expect(throws: LedgerError.monthNotBilled(april, billed: months)) {
      try ledger(contract, ContractLife(payments: [april: .never]))
    }
    let day = try Fixture.date("2025-12-31")
    #expect(
      throws: LedgerError.poachingBeforeContract(day, first: try Fixture.date("2026-01-01"))
    ) {
      try ledger(contract, ContractLife(poaching: [.init(date: day, people: 1)]))
    }
  }

  @Test func `whatever the parties do, every ledger balances`() throws {
    let clauses = [
      seat, Clause("least", .minimumCharge(MinimumChargeClause(monthlyMinimum: .yuan(4600)))),
      Clause("all", .fullService(FullServiceClause())),
      Clause(
        "deposit",
        .deposit(DepositClause(amount: .shareOfPrice(Percentage(25)), settlement: .setOff))),
      Clause("trial", .trial(TrialClause())), Clause("notice", .notice(NoticeClause())),
      Clause("exit", .earlyExit(EarlyExitClause())),
      Clause("late", .latePayment(LatePaymentClause(reading: .retroactive))),
      Clause("poaching", .poaching(PoachingClause())),
      Clause("force", .forceMajeure(ForceMajeureClause())),
      Clause(
        "guarantee",
        .salesGuarantee(
          SalesGuaranteeClause(lastYearSales: .yuan(999_999), compensation: Percentage(7)))),
    ]
    let contract = try Fixture.contract("2026-01-20", "2027-03-31", clauses)
    let day = try Fixture.date("2026-06-17")
    let ends: [ContractLife.End] = [
      .asAgreed, .inTrial(lastDay: try Fixture.date("2026-02-05")), .notice(given: day),
      .early(.client, lastDay: day), .early(.provider, lastDay: day),
      .overLatePayment(lastDay: day),
    ]
    let january = try Fixture.yearMonth("2026-01")
    for end in ends {
      for payment in [ContractLife.Payment.onTime, .late(days: 95), .never] {
        if case .overLatePayment = end, payment != .never { continue }
        let life = ContractLife(
          end: end, payments: [january: payment], annualFeePayment: payment,
          poaching: [.init(date: day, people: 2)],
          interruptions: [try Fixture.span("2026-01-30", "2026-02-02")])
        // `ledger` expects that the accounts balance.
        let ledger = try ledger(contract, life) { usage in
          for date in usage.span {
            usage.updateShop(on: date) {
              $0.sales = Money(fen: 123_457 + Int64(date.components.day))
            }
          }
        }
        #expect(ledger.balance(.deposit) == .zero)
        #expect(payment == .never || ledger.balance(.payable) == .zero)
        #expect(
          ledger.cashFlow.reduce(Int64(0)) { $0 + $1.amount.fen } == ledger.balance(.cash).fen)
      }
    }
  }
}
