// SPDX-License-Identifier: GPL-3.0-or-later

package import Calendars

/// The clauses that govern a contract's life, found by kind; a contract has at most one of each.
extension Contract {
  package var deposit: DepositClause? {
    first { if case .deposit(let clause) = $0 { clause } else { nil } }
  }
  package var trial: TrialClause? {
    first { if case .trial(let clause) = $0 { clause } else { nil } }
  }
  package var notice: NoticeClause? {
    first { if case .notice(let clause) = $0 { clause } else { nil } }
  }
  package var earlyExit: EarlyExitClause? {
    first { if case .earlyExit(let clause) = $0 { clause } else { nil } }
  }
  package var latePayment: LatePaymentClause? {
    first { if case .latePayment(let clause) = $0 { clause } else { nil } }
  }
  package var poaching: PoachingClause? {
    first { if case .poaching(let clause) = $0 { clause } else { nil } }
  }
  package var salesGuarantee: SalesGuaranteeClause? {
    first { if case .salesGuarantee(let clause) = $0 { clause } else { nil } }
  }
  package var forceMajeure: ForceMajeureClause? {
    first { if case .forceMajeure(let clause) = $0 { clause } else { nil } }
  }

  /// Months of trial, 0 if there is none.
  package var trialMonths: Int { trial?.months ?? 0 }

  private func first<T>(_ pick: (ClauseTerms) -> T?) -> T? {
    for clause in clauses {
      if let found = pick(clause.terms) { return found }
    }
    return nil
  }

  /// Working days after signing within which an annual fee is due (R7).
  var annualFeeDueWorkingDays: Int {
    first { if case .fullService(let clause) = $0 { clause.feeDueWorkingDays } else { nil } } ?? 2
  }
}

extension Settlement {
  /// The last day on which the invoice of service up to `lastDay` is paid in time (R12).
  package func dueDate(afterServiceUntil lastDay: CivilDate) -> CivilDate {
    let month = lastDay.yearMonth.advanced(by: monthsAfter)
    let due = month.firstDay.advanced(by: min(day, month.dayCount) - 1)
    return movesToWorkingDay ? ChineseWorkingDays.workingDay(onOrAfter: due).date : due
  }
}
