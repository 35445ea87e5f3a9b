// SPDX-License-Identifier: GPL-3.0-or-later

package import Calendars
package import Money

/// The client's accounts in a contract's ledger.
package enum LedgerAccount: String, CaseIterable, Sendable {
  case cash
  /// Money put down with the provider (an asset).
  case deposit
  /// What the provider is owed.
  case payable
  /// The price of the service: the cost of the months served.
  case serviceCost = "service_cost"
  /// Late fees, exit payments and compensations; below zero if more was received than paid.
  case penalties
}

package enum LedgerEvent: String, CaseIterable, Sendable {
  case annualFee = "annual_fee"
  case invoice
  case interruptionCredit = "interruption_credit"
  case payment
  case lateFee = "late_fee"
  case lateFeePayment = "late_fee_payment"
  case depositPaid = "deposit_paid"
  case depositReturned = "deposit_returned"
  case depositSetOff = "deposit_set_off"
  case depositForfeited = "deposit_forfeited"
  /// The provider defaults and returns the deposit a second time (R11).
  case depositDoubled = "deposit_doubled"
  case clientExit = "client_exit"
  case providerExit = "provider_exit"
  case annualFeeRefund = "annual_fee_refund"
  case lateTermination = "late_termination"
  case poaching
  case guaranteeCompensation = "guarantee_compensation"
}

/// One movement: `amount`, above zero, from the credited to the debited account.
package struct LedgerEntry: Equatable, Sendable {
  package var date: CivilDate
  package var event: LedgerEvent
  /// The billing month concerned, if there is one.
  package var month: YearMonth?
  package var debit: LedgerAccount
  package var credit: LedgerAccount
  package var amount: Money
}

/// Something of consequence that moves no money.
package struct LedgerNotice: Equatable, Sendable {
  package enum Matter: Equatable, Sendable {
    case serviceEnds
    case trialEnds
    /// From this day the provider may terminate over the month's invoice (R5).
    case terminationRight(YearMonth)
    /// A late fee has outgrown the debt; a court may cut it (R12).
    case lateFeeMayBeCut(YearMonth)
    /// The part of a deposit above the legal limit is a mere prepayment (R11).
    case depositAboveLegalLimit(excess: Money)
    /// Sales of a contract year fell short of the year before (F15).
    case guaranteeBreached(shortfall: Money)
    /// Staff taken on after the clause ceased to bind.
    case poachingNoLongerBound
    /// No published arrangement of the year: its weekends and legal days were skipped.
    case workingDaysUnknown(year: Int)
  }

  package var date: CivilDate
  package var matter: Matter

  package init(date: CivilDate, matter: Matter) {
    self.date = date
    self.matter = matter
  }
}
