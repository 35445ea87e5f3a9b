// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
import Money

extension LedgerBuilder {
  func depositAmount() throws(PricingError) -> Money {
    switch contract.deposit?.amount {
    case .fixed(let amount): amount
    case .shareOfPrice(let share): try share.share(of: agreedPrice)
    case nil: .zero
    }
  }

  /// The part of the deposit with the force of one; the rest is a mere prepayment (R11).
  private func bindingDeposit() throws(PricingError) -> Money {
    guard let deposit = contract.deposit else { return .zero }
    return try min(depositAmount(), max(.zero, deposit.legalLimit.share(of: agreedPrice)))
  }

  mutating func postDeposit() throws(PricingError) {
    let amount = try depositAmount()
    let signed = contract.signed ?? served.first
    post(.depositPaid, on: signed, .deposit, from: .cash, amount)
    let excess = try amount.subtracting(bindingDeposit())
    if excess > .zero {
      notices.append(
        LedgerNotice(date: signed, matter: .depositAboveLegalLimit(excess: excess)))
    }
  }

  /// Uses or returns the deposit with the last invoice and gives what is left to pay of it.
  mutating func settleDeposit(
    _ owed: Money, due: CivilDate, _ month: YearMonth
  ) throws(PricingError) -> Money {
    guard let clause = contract.deposit else { return owed }
    var held = try depositAmount()
    if try forfeitsDeposit() {
      let forfeited = try bindingDeposit()
      post(.depositForfeited, on: served.last, .penalties, from: .deposit, forfeited)
      held = try held.subtracting(forfeited)
    }
    var owed = owed
    if clause.settlement == .setOff, owed > .zero {
      let used = min(held, owed)
      post(.depositSetOff, on: due, .payable, from: .deposit, used, month)
      held = try held.subtracting(used)
      owed = try owed.subtracting(used)
    }
    post(.depositReturned, on: due, .cash, from: .deposit, held)
    return owed
  }

  /// Whether the client defaulted and the deposit is worth more to the provider than the agreed
  /// payment: by law one of the two may be claimed, not both.
  private func forfeitsDeposit() throws(PricingError) -> Bool {
    guard let agreed = clientPenalty else { return false }
    return try bindingDeposit() > agreed
  }

  private var clientPenalty: Money? {
    switch life.end {
    case .early(.client, _): contract.earlyExit?.clientPays ?? .zero
    case .overLatePayment: contract.latePayment?.terminationPenalty ?? .zero
    default: nil
    }
  }

  /// What the end itself costs (F16, F17, R13).
  mutating func settle() throws(PricingError) {
    let day = served.last
    switch life.end {
    case .asAgreed, .inTrial, .notice: return
    case .early(.client, _), .overLatePayment:
      guard try !forfeitsDeposit(), let penalty = clientPenalty else { return }
      var event = LedgerEvent.clientExit
      if case .overLatePayment = life.end { event = .lateTermination }
      post(event, on: day, .penalties, from: .payable, penalty)
      post(event, on: day, .payable, from: .cash, penalty)
    case .early(.provider, _):
      let agreed = contract.earlyExit?.providerPays ?? .zero
      let doubled = try bindingDeposit()
      if doubled > agreed {
        post(.depositDoubled, on: day, .cash, from: .penalties, doubled)
      } else {
        post(.providerExit, on: day, .cash, from: .penalties, agreed)
      }
      try refundAnnualFee(on: day)
    }
  }

  private mutating func refundAnnualFee(on day: CivilDate) throws(PricingError) {
    guard contract.earlyExit?.providerRefundsAnnualFee == true,
      life.annualFeePayment != .never
    else { return }
    let fee = invoices.lines.last { line in
      if case .annualFee = line.explanation { true } else { false }
    }
    if let fee {
      post(.annualFeeRefund, on: day, .cash, from: .serviceCost, fee.amount, fee.month)
    }
  }

  mutating func postPoaching() throws(PricingError) {
    guard let clause = contract.poaching else { return }
    for event in life.poaching {
      guard event.date <= served.last.adding(months: clause.monthsAfterEnd) else {
        notices.append(LedgerNotice(date: event.date, matter: .poachingNoLongerBound))
        continue
      }
      let due = try UnitPrice(clause.perPerson).amount(for: Fraction(Int64(event.people)))
      post(.poaching, on: event.date, .penalties, from: .payable, due)
      post(.poaching, on: event.date, .payable, from: .cash, due)
    }
  }

  /// The promise that each complete contract year sells no less than the year before it (F15).
  mutating func postGuarantee() throws(PricingError) {
    guard let clause = contract.salesGuarantee else { return }
    var promised = clause.lastYearSales
    for (index, sales) in yearlySales.enumerated() {
      defer { promised = sales }
      let shortfall = try promised.subtracting(sales)
      guard shortfall > .zero,
        let year = DateSpan.contractYear(index, from: served.first)
      else { continue }
      notices.append(
        LedgerNotice(date: year.last, matter: .guaranteeBreached(shortfall: shortfall)))
      post(
        .guaranteeCompensation, on: year.last, .cash, from: .penalties,
        try clause.compensation.share(of: shortfall))
    }
  }
}
