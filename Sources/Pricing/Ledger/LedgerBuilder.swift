// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
import Money

/// Turns a contract, its usage and what the parties did into entries.
struct LedgerBuilder {
  let contract: Contract
  let life: ContractLife
  let served: DateSpan
  let trialEnd: CivilDate?
  let invoices: Invoices
  /// The shop's sales of each complete contract year, the first first (F15).
  let yearlySales: [Money]
  /// The price of the whole agreed term, by which a deposit is measured (R11).
  let agreedPrice: Money
  var entries: [LedgerEntry] = []
  var notices: [LedgerNotice] = []
  /// Due dates and payment dates of every debt, for the right to terminate.
  var debts: [(month: YearMonth, due: CivilDate, paid: CivilDate?)] = []

  init(_ contract: Contract, usage: RecordedUsage, life: ContractLife) throws(LedgerError) {
    let problems = contract.validate()
    guard problems.isEmpty else { throw .pricing(.invalidContract(problems)) }
    guard let agreed = contract.term.map(usage.span.intersection) ?? usage.span else {
      throw .pricing(.noMonths)
    }
    for (month, payment) in life.payments { try Self.check(payment, month) }
    try Self.check(life.annualFeePayment, nil)
    for event in life.poaching where !(0...1_000_000).contains(event.people) {
      throw .peopleOutOfRange(event.date, event.people)
    }
    trialEnd =
      contract.trialMonths > 0
      ? agreed.first.adding(months: contract.trialMonths).advanced(by: -1) : nil
    served = try Self.served(contract, agreed, life.end, trialEnd: trialEnd)
    var shortened = contract
    shortened.term = served
    self.contract = contract
    self.life = life
    do throws(PricingError) {
      invoices = try usage.invoices(for: shortened)
      if served == agreed {
        agreedPrice = invoices.total
      } else {
        shortened.term = agreed
        agreedPrice = try usage.invoices(for: shortened).total
      }
      yearlySales = try Self.yearlySales(contract, usage, served)
    } catch {
      throw .pricing(error)
    }
    let billed = invoices.months.map(\.month)
    for month in life.payments.keys.sorted() where !billed.contains(month) {
      throw .monthNotBilled(month, billed: billed)
    }
    let bound = min(contract.signed ?? served.first, served.first)
    for event in life.poaching where event.date < bound {
      throw .poachingBeforeContract(event.date, first: bound)
    }
  }

  private static func yearlySales(
    _ contract: Contract, _ usage: RecordedUsage, _ served: DateSpan
  ) throws(PricingError) -> [Money] {
    guard contract.salesGuarantee != nil else { return [] }
    var sales: [Money] = []
    while let year = DateSpan.contractYear(sales.count, from: served.first),
      year.last <= served.last
    {
      sales.append(try usage.shopSales(of: year))
    }
    return sales
  }

  private static func check(
    _ payment: ContractLife.Payment, _ month: YearMonth?
  ) throws(LedgerError) {
    if case .late(let days) = payment, !(0...ContractLife.longestDelay).contains(days) {
      throw .delayOutOfRange(month, days: days)
    }
  }

  private static func served(
    _ contract: Contract, _ agreed: DateSpan, _ end: ContractLife.End, trialEnd: CivilDate?
  ) throws(LedgerError) -> DateSpan {
    let lastDay: CivilDate
    switch end {
    case .asAgreed: return agreed
    case .inTrial(let day):
      guard let trialEnd, day <= trialEnd else {
        throw .notInTrial(day, trialEnd: trialEnd)
      }
      lastDay = day
    case .notice(let given):
      guard let notice = contract.notice else { throw .noNoticeClause }
      guard agreed.contains(given) else { throw .endsOutsideTerm(given, term: agreed) }
      lastDay = min(given.adding(months: notice.months), agreed.last)
    case .early(_, let day), .overLatePayment(let day): lastDay = day
    }
    guard let served = DateSpan(first: agreed.first, last: lastDay), lastDay <= agreed.last else {
      throw .endsOutsideTerm(lastDay, term: agreed)
    }
    return served
  }

  mutating func ledger() throws(LedgerError) -> Ledger {
    do throws(PricingError) {
      try postDeposit()
      for index in invoices.months.indices { try postInvoice(index) }
      try postPoaching()
      try postGuarantee()
      try settle()
    } catch {
      throw .pricing(error)
    }
    if let trialEnd, trialEnd < served.last || life.end == .asAgreed {
      notices.append(LedgerNotice(date: trialEnd, matter: .trialEnds))
    }
    notices.append(LedgerNotice(date: served.last, matter: .serviceEnds))
    try checkTermination()
    // Stable: entries of one day keep the order in which they were made.
    let ordered = entries.enumerated().sorted {
      ($0.element.date, $0.offset) < ($1.element.date, $1.offset)
    }
    return Ledger(
      invoices: invoices, entries: ordered.map(\.element),
      notices: notices.enumerated().sorted {
        ($0.element.date, $0.offset) < ($1.element.date, $1.offset)
      }.map(\.element))
  }

  /// Records `amount` from `credit` to `debit`; a negative amount goes the other way.
  mutating func post(
    _ event: LedgerEvent, on date: CivilDate, _ debit: LedgerAccount, from credit: LedgerAccount,
    _ amount: Money, _ month: YearMonth? = nil
  ) {
    guard amount != .zero else { return }
    let (to, source) = amount.isNegative ? (credit, debit) : (debit, credit)
    entries.append(
      LedgerEntry(
        date: date, event: event, month: month, debit: to, credit: source,
        amount: amount.isNegative ? amount.negated : amount))
  }

  private func checkTermination() throws(LedgerError) {
    guard case .overLatePayment(let day) = life.end else { return }
    let rights = debts.compactMap { debt -> CivilDate? in
      guard let right = contract.latePayment?.terminationRight(dueDate: debt.due) else {
        return nil
      }
      if let paid = debt.paid, paid < right { return nil }
      return right
    }
    let open = debts.contains { debt in
      guard let right = contract.latePayment?.terminationRight(dueDate: debt.due) else {
        return false
      }
      return right <= day && (debt.paid.map { $0 >= day } ?? true)
    }
    if !open { throw .noTerminationRight(day, earliest: rights.min()) }
  }
}

extension DateSpan {
  /// The contract year of an index from 0, whose first day is an anniversary of `start`.
  static func contractYear(_ index: Int, from start: CivilDate) -> DateSpan? {
    DateSpan(
      first: start.adding(months: 12 * index),
      last: start.adding(months: 12 * (index + 1)).advanced(by: -1))
  }
}
