// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
import Money

extension LedgerBuilder {
  mutating func postInvoice(_ index: Int) throws(PricingError) {
    let invoice = invoices.months[index]
    var annual = Money.zero
    for line in invoice.lines {
      if case .annualFee(let year) = line.explanation {
        annual = try annual.adding(line.amount)
        try postAnnualFee(line.amount, year: year, invoice.month)
      }
    }
    let due = contract.settlement.dueDate(afterServiceUntil: invoice.served.last)
    // An invoice due before the month is over is an advance; it is a cost when it falls due.
    let posted = min(invoice.served.last, due)
    let rest = try invoice.total.subtracting(annual)
    post(.invoice, on: posted, .serviceCost, from: .payable, rest, invoice.month)
    let credit = try interruptionCredit(invoice)
    post(.interruptionCredit, on: posted, .payable, from: .serviceCost, credit, invoice.month)
    var owed = try rest.subtracting(credit)
    if index == invoices.months.count - 1 {
      owed = try settleDeposit(owed, due: due, invoice.month)
    }
    try pay(owed, due: due, life.payments[invoice.month] ?? .onTime, invoice.month)
  }

  private mutating func postAnnualFee(
    _ fee: Money, year: Int, _ month: YearMonth
  ) throws(PricingError) {
    let begin =
      year == 1
      ? (contract.signed ?? served.first) : served.first.adding(months: 12 * (year - 1))
    post(.annualFee, on: begin, .serviceCost, from: .payable, fee, month)
    let due = workingDays(contract.annualFeeDueWorkingDays, after: begin)
    try pay(fee, due: due, life.annualFeePayment, month)
  }

  /// The n-th working day after a date (R7); a notice names a year without an official arrangement.
  private mutating func workingDays(_ count: Int, after date: CivilDate) -> CivilDate {
    let day = ChineseWorkingDays.date(count, workingDaysAfter: date)
    if let year = day.unpublishedYear {
      notices.append(LedgerNotice(date: day.date, matter: .workingDaysUnknown(year: year)))
    }
    return day.date
  }

  /// Pays a debt on its day, with the late fee of F16 where the contract has one.
  mutating func pay(
    _ amount: Money, due: CivilDate, _ payment: ContractLife.Payment, _ month: YearMonth
  ) throws(PricingError) {
    guard amount != .zero else { return }
    let paid: CivilDate?
    switch payment {
    case .onTime: paid = due
    case .late(let days): paid = due.advanced(by: days)
    case .never: paid = nil
    }
    let closing = life.closing ?? max(served.last, due)
    let until = paid ?? max(closing, due)
    if let clause = contract.latePayment, amount > .zero {
      let fee = try clause.fee(on: amount, daysLate: due.days(to: until))
      post(.lateFee, on: until, .penalties, from: .payable, fee, month)
      if paid != nil { post(.lateFeePayment, on: until, .payable, from: .cash, fee, month) }
      if fee > amount {
        notices.append(LedgerNotice(date: until, matter: .lateFeeMayBeCut(month)))
      }
      if let right = clause.terminationRight(dueDate: due), right <= until {
        notices.append(LedgerNotice(date: right, matter: .terminationRight(month)))
      }
    }
    debts.append((month, due, paid))
    if let paid { post(.payment, on: paid, .payable, from: .cash, amount, month) }
  }

  /// Fees for time that fall on interrupted days (F24), in proportion to the days served; minimums
  /// shrink alike.
  private func interruptionCredit(_ invoice: Invoice) throws(PricingError) -> Money {
    guard let clause = contract.forceMajeure, clause.feesSuspended else { return .zero }
    let days = Int64(invoice.served.count)
    let lost = Int64(
      invoice.served.count { day in life.interruptions.contains { $0.contains(day) } })
    guard lost > 0 else { return .zero }
    func share(_ amount: Money) throws(PricingError) -> Money {
      try amount.part(lost, of: days)
    }
    var fees: [Int: Money] = [:]
    for line in invoice.lines where line.unit.isTime {
      fees[line.clause] = try (fees[line.clause] ?? .zero).adding(line.amount)
    }
    // Rounded once over all fees; a minimum gives back what the smaller fees under it leave over.
    var credit = try share(Money.sum(fees.values))
    for line in invoice.lines {
      guard case .minimum(let least) = line.explanation else { continue }
      let isOfAll = contract.clauses[line.clause].terms.isMinimumOfAll
      let given = isOfAll ? credit : try share(fees[line.clause] ?? .zero)
      let back = try min(line.amount, share(least).subtracting(given))
      credit = try credit.adding(max(.zero, back))
    }
    return credit
  }
}

extension ClauseTerms {
  /// Whether a minimum is one over all clauses.
  fileprivate var isMinimumOfAll: Bool { billing?.phase == .floor }
}

extension QuantityUnit {
  /// Whether the quantity is time held, whatever was done in it.
  var isTime: Bool { self == .months || self == .seatMonths }
}
