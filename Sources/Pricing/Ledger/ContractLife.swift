// SPDX-License-Identifier: GPL-3.0-or-later

package import Calendars

/// What the parties did over the life of a contract; by default everything as agreed.
package struct ContractLife: Equatable, Sendable {
  package enum Party: String, CaseIterable, Sendable { case client, provider }

  package enum End: Equatable, Sendable {
    /// The term, or the usage, runs out.
    case asAgreed
    /// Within the trial (F22).
    case inTrial(lastDay: CivilDate)
    /// By notice given on a day (F23).
    case notice(given: CivilDate)
    /// Before the end and without notice (F17).
    case early(Party, lastDay: CivilDate)
    /// By the provider over a late payment (F16, R5).
    case overLatePayment(lastDay: CivilDate)
  }

  package enum Payment: Equatable, Sendable {
    case onTime
    /// Days after the due date; the first late day is the day after it (R12).
    case late(days: Int)
    case never
  }

  package struct Poaching: Equatable, Sendable {
    package var date: CivilDate
    package var people: Int

    package init(date: CivilDate, people: Int) {
      self.date = date
      self.people = people
    }
  }

  /// A hundred years, in days.
  package static let longestDelay = 36_525

  package var end: End
  /// Payments of invoices that were not on time, by billing month.
  package var payments: [YearMonth: Payment]
  /// Payment of the annual fee.
  package var annualFeePayment: Payment
  package var poaching: [Poaching]
  /// Days on which the service was interrupted by an event outside both parties' power (F24).
  package var interruptions: [DateSpan]
  /// The day up to which unpaid amounts accrue late fees; `nil` means the day of the last movement.
  package var closing: CivilDate?

  package init(
    end: End = .asAgreed, payments: [YearMonth: Payment] = [:],
    annualFeePayment: Payment = .onTime, poaching: [Poaching] = [],
    interruptions: [DateSpan] = [], closing: CivilDate? = nil
  ) {
    self.end = end
    self.payments = payments
    self.annualFeePayment = annualFeePayment
    self.poaching = poaching
    self.interruptions = interruptions
    self.closing = closing
  }
}

/// Why a contract's life cannot be put into a ledger.
package enum LedgerError: Error, Equatable, Sendable {
  case pricing(PricingError)
  case endsOutsideTerm(CivilDate, term: DateSpan)
  case notInTrial(CivilDate, trialEnd: CivilDate?)
  case noNoticeClause
  /// The provider has no such right yet; `earliest` is the first day of one, if any.
  case noTerminationRight(CivilDate, earliest: CivilDate?)
  /// Not from 0 to `ContractLife.longestDelay` days; `nil` for the annual fee.
  case delayOutOfRange(YearMonth?, days: Int)
  /// A payment is told of a month that has no invoice.
  case monthNotBilled(YearMonth, billed: [YearMonth])
  /// Staff taken on before the parties had a contract.
  case poachingBeforeContract(CivilDate, first: CivilDate)
  /// Not from 0 to a million people.
  case peopleOutOfRange(CivilDate, Int)
}
