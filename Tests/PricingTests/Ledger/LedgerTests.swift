// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
import Money
import Pricing
import Testing

struct LedgerTests {
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

  @Test func `a contract lived as agreed pays each month's invoice the month after (F19)`() throws {
    let ledger = try ledger(contract("2026-01-01", "2026-03-31", seat))
    let expected = try ["2026-02-15", "2026-03-15", "2026-04-15"].map { try Fixture.date($0) }
    #expect(ledger.cashFlow.map(\.date) == expected)
    #expect(ledger.cashFlow.allSatisfy { $0.amount == .yuan(-4500) })
    #expect(ledger.balance(.payable) == .zero)
    #expect(ledger.cost == .yuan(13_500))
  }

  @Test func `the annual fee is due two working days after signing (F14, R7)`() throws {
    var contract = try contract(
      "2026-03-01", "2026-04-30", Clause("all", .fullService(FullServiceClause())))
    contract.signed = try Fixture.date("2026-02-13")
    let ledger = try ledger(contract) { usage in
      usage.updateShop(on: usage.span.first) { $0.sales = .yuan(100_000) }
    }
    let first = try #require(ledger.cashFlow.first)
    #expect(try first.date == Fixture.date("2026-02-24"))
    #expect(first.amount == .yuan(-160_000))
    #expect(ledger.cost == .yuan(175_000))
  }

  @Test(arguments: [
    ("2023-12-29", "2024-01-01", "2024-01-31", "2024-01-03", 2023),
    ("2026-12-30", "2026-12-30", "2027-01-31", "2027-01-04", 2027),
  ])
  func `an annual fee over New Year skips the legal day, and the unpublished year is named (R7)`(
    signed: String, first: String, last: String, due: String, year: Int
  ) throws {
    var contract = try contract(first, last, Clause("all", .fullService(FullServiceClause())))
    contract.signed = try Fixture.date(signed)
    let ledger = try ledger(contract)
    #expect(try ledger.cashFlow.first?.date == Fixture.date(due))
    #expect(
      try ledger.notices.contains(
        LedgerNotice(date: Fixture.date(due), matter: .workingDaysUnknown(year: year))))
  }

  @Test func `a deposit moves cash and not cost, returned or set off (F21, R11)`() throws {
    for settlement in DepositClause.Settlement.allCases {
      let ledger = try ledger(
        contract(
          "2026-01-01", "2026-06-30", seat,
          Clause(
            "deposit", .deposit(DepositClause(amount: .fixed(.yuan(3000)), settlement: settlement)))
        ))
      #expect(ledger.cost == .yuan(6 * 4500))
      #expect(ledger.balance(.deposit) == .zero)
      #expect(ledger.balance(.cash) == .yuan(-6 * 4500))
      #expect(ledger.cashFlow.first?.amount == .yuan(-3000))
      #expect(ledger.cashFlow.last?.amount == .yuan(-1500))
    }
  }

  @Test func `a deposit above a fifth of the price is partly a prepayment (R11)`() throws {
    let deposit = Clause("deposit", .deposit(DepositClause(amount: .fixed(.yuan(3000)))))
    let threeMonths = Clause(
      "seat", .seats(SeatClause(seats: .agreed(1), monthlyPrice: .yuan(4000))))
    var life = ContractLife(
      end: .early(.client, lastDay: try Fixture.date("2026-02-28")))
    let contract = try contract("2026-01-01", "2026-03-31", threeMonths, deposit)
    let left = try ledger(contract, life)
    let forfeited = try WorkedExamples.amount(
      "R11 forfeit of a deposit of 3,000 at a price of 12,000")
    #expect(left.balance(.penalties) == forfeited)
    #expect(
      left.notices.contains {
        $0.matter
          == .depositAboveLegalLimit(
            excess: (try? WorkedExamples.amount("R11 the rest of it is a prepayment")) ?? .zero)
      })
    life.end = .early(.provider, lastDay: try Fixture.date("2026-02-28"))
    let doubled = try ledger(contract, life)
    #expect(doubled.balance(.penalties) == forfeited.negated)
  }

  @Test func `a client who leaves early loses the annual fee and pays 50,000 (F17, R13)`() throws {
    let contract = try contract(
      "2026-01-01", "2026-12-31",
      Clause("all", .fullService(FullServiceClause(commission: .zero))),
      Clause("exit", .earlyExit(EarlyExitClause())))
    let day = try Fixture.date("2026-05-20")
    let client = try ledger(contract, ContractLife(end: .early(.client, lastDay: day)))
    #expect(client.cost == .yuan(210_000))
    let provider = try ledger(contract, ContractLife(end: .early(.provider, lastDay: day)))
    #expect(provider.cost == .yuan(-50_000))
    #expect(provider.balance(.serviceCost) == .zero)
  }

  @Test func `a trial across two months is one line by the first month's days (F22, R6)`() throws {
    let contract = try contract(
      "2026-03-20", "2026-04-30", seat, Clause("trial", .trial(TrialClause())))
    let whole = try ledger(contract)
    #expect(
      try whole.invoices.months[0].total
        == WorkedExamples.amount("F22 R6 trial from 20 March, one line by March's days"))
    #expect(
      try whole.invoices.months[1].total
        == WorkedExamples.amount("R6 the rest of April after that trial"))
    let left = try ledger(
      contract, ContractLife(end: .inTrial(lastDay: Fixture.date("2026-03-29"))))
    #expect(
      try left.cost == WorkedExamples.amount("F22 R6 a trial left after ten days"))
    #expect(throws: LedgerError.self) {
      try ledger(contract, ContractLife(end: .inTrial(lastDay: Fixture.date("2026-04-20"))))
    }
  }

  @Test func `one month's notice ends the service a month later (F23)`() throws {
    let contract = try contract(
      "2026-01-01", "2026-12-31", seat, Clause("notice", .notice(NoticeClause())))
    let ledger = try ledger(
      contract, ContractLife(end: .notice(given: Fixture.date("2026-03-10"))))
    #expect(
      try ledger.notices.contains(
        LedgerNotice(date: Fixture.date("2026-04-10"), matter: .serviceEnds)))
    #expect(ledger.cost == .yuan(3 * 4500 + 1500))
    let without = try self.contract("2026-01-01", "2026-12-31", seat)
    #expect(throws: LedgerError.noNoticeClause) {
      try self.ledger(without, ContractLife(end: .notice(given: Fixture.date("2026-03-10"))))
    }
  }

  @Test func `late months pay the fee and may end the contract (F16, R5, R12)`() throws {
    let contract = try contract(
      "2026-01-01", "2026-12-31", seat, Clause("late", .latePayment(LatePaymentClause())))
    let january = try #require(YearMonth(iso: "2026-01"))
    let late = try ledger(contract, ContractLife(payments: [january: .late(days: 31)]))
    #expect(late.balance(.penalties) == .yuan(4500 * 17 / 10))
    #expect(late.notices.contains { $0.matter == .lateFeeMayBeCut(january) })
    #expect(late.balance(.payable) == .zero)
    // Due 15 February; the right arises on 16 May.
    let early = ContractLife(
      end: .overLatePayment(lastDay: try Fixture.date("2026-05-15")),
      payments: [january: .never])
    #expect(
      throws: LedgerError.noTerminationRight(
        try Fixture.date("2026-05-15"), earliest: try Fixture.date("2026-05-16"))
    ) { try ledger(contract, early) }
    let right = ContractLife(
      end: .overLatePayment(lastDay: try Fixture.date("2026-05-16")),
      payments: [january: .never])
    let ended = try ledger(contract, right)
    #expect(ended.entries.contains { $0.event == .lateTermination && $0.amount == .yuan(100_000) })
    #expect(ended.balance(.payable) < .zero, "the unpaid month and its fee stay owed")
  }

  @Test func `hiring the provider's people costs 200,000 each within a year after (F18)`() throws {
    let contract = try contract(
      "2026-01-01", "2026-03-31", seat, Clause("poaching", .poaching(PoachingClause())))
    let life = ContractLife(poaching: [
      .init(date: try Fixture.date("2027-03-31"), people: 2),
      .init(date: try Fixture.date("2027-04-01"), people: 1),
    ])
    let ledger = try ledger(contract, life)
    #expect(ledger.balance(.penalties) == .yuan(400_000))
    #expect(ledger.notices.contains { $0.matter == .poachingNoLongerBound })
  }

  @Test func `sales below last year's breach the guarantee (F15)`() throws {
    let contract = try contract(
      "2026-01-01", "2026-12-31", seat,
      Clause(
        "guarantee",
        .salesGuarantee(
          SalesGuaranteeClause(lastYearSales: .yuan(1_000_000), compensation: Percentage(1)))))
    let ledger = try ledger(contract) { usage in
      usage.updateShop(on: usage.span.last) { $0.sales = .yuan(900_000) }
    }
    #expect(
      ledger.notices.contains { $0.matter == .guaranteeBreached(shortfall: .yuan(100_000)) })
    #expect(ledger.balance(.penalties) == .yuan(-1000))
  }

  @Test func `an interruption beyond both sides' power suspends the fee (F24)`() throws {
    let contract = try contract(
      "2026-04-01", "2026-04-30", seat, Clause("force", .forceMajeure(ForceMajeureClause())))
    let life = ContractLife(interruptions: [try Fixture.span("2026-04-28", "2026-05-02")])
    let ledger = try ledger(contract, life)
    #expect(ledger.cost == .yuan(4050))
    #expect(ledger.balance(.cash) == .yuan(-4050))
  }

  @Test func `a delay or a number of people out of range is an error, not a trap`() throws {
    let contract = try contract(
      "2026-01-01", "2026-03-31", seat, Clause("poaching", .poaching(PoachingClause())))
    let january = try #require(YearMonth(iso: "2026-01"))
    for days in [-1, Int.max] {
      #expect(throws: LedgerError.delayOutOfRange(january, days: days)) {
        try ledger(contract, ContractLife(payments: [january: .late(days: days)]))
      }
    }
    let day = try Fixture.date("2026-02-01")
    #expect(throws: LedgerError.peopleOutOfRange(day, -1)) {
      try ledger(contract, ContractLife(poaching: [.init(date: day, people: -1)]))
    }
    let endless = try self.contract(
      "2026-01-01", "2026-03-31", seat, Clause("trial", .trial(TrialClause(months: .max))))
    #expect(throws: LedgerError.pricing(.invalidContract(endless.validate()))) {
      try ledger(endless)
    }
  }

  @Test func `the ledger's rows carry running balances that end at the accounts'`() throws {
    let ledger = try ledger(contract("2026-01-01", "2026-03-31", seat))
    let rows = ledger.rows
    #expect(rows.map(\.entry) == ledger.entries)
    #expect(rows.last?.cash == .yuan(-13_500))
    #expect(rows.last?.payable == .zero)
    #expect(rows.first?.payable == .yuan(4500))
  }
}
