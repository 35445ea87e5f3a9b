// SPDX-License-Identifier: GPL-3.0-or-later

package import Money

/// Money put down at signing (F21, R11). It moves cash flow, not cost.
package struct DepositClause: Equatable, Sendable, CheckedClause {
  package static let kind = ClauseKind.deposit
  package static let example = DepositClause(amount: .fixed(.yuan(10_000)))
  package var terms: ClauseTerms { .deposit(self) }

  package enum Amount: Equatable, Sendable {
    case fixed(Money)
    /// A share of the contract's price.
    case shareOfPrice(Percentage)
  }

  package enum Settlement: String, CaseIterable, Sendable {
    /// Paid back when the last invoice is due.
    case returned
    /// Set off against the last invoice; what is left is paid back.
    case setOff = "set_off"
  }

  package var amount: Amount
  package var settlement: Settlement
  /// Share of the price above which the rest is a mere prepayment by law (R11).
  package var legalLimit: Percentage

  package init(
    amount: Amount, settlement: Settlement = .returned, legalLimit: Percentage = Percentage(20)
  ) {
    self.amount = amount
    self.settlement = settlement
    self.legalLimit = legalLimit
  }

  func requiredColumns(_ options: ReadingOptions) -> [UsageColumn] { [] }
  func warning(plan: String, clause: String, in language: ExplanationLanguage) -> String? { nil }

  func check(_ checker: inout ContractChecker) {
    switch amount {
    case .fixed(let amount): checker.money("amount", amount)
    case .shareOfPrice(let share): checker.percentage("share_of_price", share)
    }
    checker.percentage("legal_limit", legalLimit)
  }
}

/// The first month (or months) in which either side may end (F22, R6).
package struct TrialClause: Equatable, Sendable, CheckedClause {
  package static let kind = ClauseKind.trial
  package static let example = TrialClause()
  package var terms: ClauseTerms { .trial(self) }

  package var months: Int

  package init(months: Int = 1) { self.months = months }

  func requiredColumns(_ options: ReadingOptions) -> [UsageColumn] { [] }
  func warning(plan: String, clause: String, in language: ExplanationLanguage) -> String? { nil }

  func check(_ checker: inout ContractChecker) { checker.range("months", months, 1...12) }
}

/// Notice to be given by either side after the trial (F23).
package struct NoticeClause: Equatable, Sendable, CheckedClause {
  package static let kind = ClauseKind.notice
  package static let example = NoticeClause()
  package var terms: ClauseTerms { .notice(self) }

  package var months: Int

  package init(months: Int = 1) { self.months = months }

  func requiredColumns(_ options: ReadingOptions) -> [UsageColumn] { [] }
  func warning(plan: String, clause: String, in language: ExplanationLanguage) -> String? { nil }

  func check(_ checker: inout ContractChecker) { checker.range("months", months, 0...24) }
}

/// What leaving before the end costs (F17, R13).
package struct EarlyExitClause: Equatable, Sendable, CheckedClause {
  package static let kind = ClauseKind.earlyExit
  package static let example = EarlyExitClause()
  package var terms: ClauseTerms { .earlyExit(self) }

  /// Due from a client who leaves; fees already paid stay with the provider.
  package var clientPays: Money
  /// Due from a provider who leaves.
  package var providerPays: Money
  /// Whether a provider who leaves returns the current year's annual fee.
  package var providerRefundsAnnualFee: Bool

  package init(
    clientPays: Money = .yuan(50_000), providerPays: Money = .yuan(50_000),
    providerRefundsAnnualFee: Bool = true
  ) {
    self.clientPays = clientPays
    self.providerPays = providerPays
    self.providerRefundsAnnualFee = providerRefundsAnnualFee
  }

  func requiredColumns(_ options: ReadingOptions) -> [UsageColumn] { [] }
  func warning(plan: String, clause: String, in language: ExplanationLanguage) -> String? {
    switch language {
    case .english: "\(plan): leaving early costs what “\(clause)” says."
    case .chinese: "“\(plan)”：提前解约须按“\(clause)”付费。"
    }
  }

  func check(_ checker: inout ContractChecker) {
    checker.money("client_pays", clientPays)
    checker.money("provider_pays", providerPays)
  }
}

/// Taking on the provider's staff (F18).
package struct PoachingClause: Equatable, Sendable, CheckedClause {
  package static let kind = ClauseKind.poaching
  package static let example = PoachingClause()
  package var terms: ClauseTerms { .poaching(self) }

  package var perPerson: Money
  /// Months after the end during which the clause still binds.
  package var monthsAfterEnd: Int

  package init(perPerson: Money = .yuan(200_000), monthsAfterEnd: Int = 12) {
    self.perPerson = perPerson
    self.monthsAfterEnd = monthsAfterEnd
  }

  func requiredColumns(_ options: ReadingOptions) -> [UsageColumn] { [] }
  func warning(plan: String, clause: String, in language: ExplanationLanguage) -> String? {
    switch language {
    case .english: "\(plan): hiring the provider's staff costs the fee of “\(clause)”."
    case .chinese: "“\(plan)”：招用服务商员工须付“\(clause)”的费用。"
    }
  }

  func check(_ checker: inout ContractChecker) {
    checker.money("per_person", perPerson)
    checker.range("months_after_end", monthsAfterEnd, 0...120)
  }
}

/// The provider's promise that annual sales do not fall below the year before (F15).
package struct SalesGuaranteeClause: Equatable, Sendable, CheckedClause {
  package static let kind = ClauseKind.salesGuarantee
  package static let example = SalesGuaranteeClause(lastYearSales: .yuan(1_000_000))
  package var terms: ClauseTerms { .salesGuarantee(self) }

  /// Sales of the twelve months before the contract.
  package var lastYearSales: Money
  /// What the provider owes for each yuan short. The source names no remedy, so the default is 0
  /// and the ledger only states the breach.
  package var compensation: Percentage

  package init(lastYearSales: Money, compensation: Percentage = .zero) {
    self.lastYearSales = lastYearSales
    self.compensation = compensation
  }

  func requiredColumns(_ options: ReadingOptions) -> [UsageColumn] { [.shopSales] }
  func warning(plan: String, clause: String, in language: ExplanationLanguage) -> String? { nil }

  func check(_ checker: inout ContractChecker) {
    checker.money("last_year_sales", lastYearSales)
    checker.percentage("compensation", compensation)
  }
}

/// Disaster, war, power or network failure: the service is interrupted and neither side is liable (F24).
package struct ForceMajeureClause: Equatable, Sendable, CheckedClause {
  package static let kind = ClauseKind.forceMajeure
  package static let example = ForceMajeureClause()
  package var terms: ClauseTerms { .forceMajeure(self) }

  /// Whether time-based fees of the interrupted days are given back.
  package var feesSuspended: Bool

  package init(feesSuspended: Bool = true) { self.feesSuspended = feesSuspended }

  func requiredColumns(_ options: ReadingOptions) -> [UsageColumn] { [] }
  func warning(plan: String, clause: String, in language: ExplanationLanguage) -> String? { nil }

  func check(_ checker: inout ContractChecker) {}
}
