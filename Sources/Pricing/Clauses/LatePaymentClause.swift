// SPDX-License-Identifier: GPL-3.0-or-later

package import Calendars
package import Money

/// The price of paying late (F16, R4, R5).
package struct LatePaymentClause: Equatable, Sendable, CheckedClause {
  package static let kind = ClauseKind.latePayment
  package static let example = LatePaymentClause()
  package var terms: ClauseTerms { .latePayment(self) }

  /// What the second rate applies to once it is reached (R4).
  package enum Reading: String, CaseIterable, Sendable {
    /// The first rate for days 1–30, the second from day 31 on.
    case stepped
    /// Once day 31 is reached, the second rate for all days.
    case retroactive
  }

  /// Per day, on the unpaid amount, simple.
  package var dailyRate: Percentage
  /// Per day, once `firstRateDays` are over.
  package var laterDailyRate: Percentage
  /// Days at the first rate.
  package var firstRateDays: Int
  package var reading: Reading
  /// The provider may terminate when payment is more than so many months late; `nil` never.
  package var terminationAfterMonths: Int?
  /// Due from the client if the provider terminates for that reason; it keeps the fees too.
  package var terminationPenalty: Money

  package init(
    dailyRate: Percentage = Percentage(5), laterDailyRate: Percentage = Percentage(20),
    firstRateDays: Int = 30, reading: Reading = .stepped, terminationAfterMonths: Int? = 3,
    terminationPenalty: Money = .yuan(100_000)
  ) {
    self.dailyRate = dailyRate
    self.laterDailyRate = laterDailyRate
    self.firstRateDays = firstRateDays
    self.reading = reading
    self.terminationAfterMonths = terminationAfterMonths
    self.terminationPenalty = terminationPenalty
  }

  /// The fee on `amount` after `days` days of delay, rounded once.
  ///
  /// Day 1 is the day after the due date. A fee of 5 % a day exceeds the debt after 20 days; a court
  /// may cut it (R12).
  ///
  /// - Throws: `.amountTooLarge` beyond 10¹⁵ 分.
  package func fee(on amount: Money, daysLate days: Int) throws(PricingError) -> Money {
    guard days > 0, amount > .zero else { return .zero }
    let early: Int
    if reading == .retroactive, days > firstRateDays {
      early = 0
    } else {
      early = min(days, firstRateDays)
    }
    let first = Int64(early).multipliedReportingOverflow(by: dailyRate.percent.millionths)
    let later = Int64(days - early)
      .multipliedReportingOverflow(by: laterDailyRate.percent.millionths)
    let rate = first.partialValue.addingReportingOverflow(later.partialValue)
    guard !first.overflow, !later.overflow, !rate.overflow else { throw .amountTooLarge }
    return try amount.part(rate.partialValue, of: 100_000_000)
  }

  /// The first day on which the provider may terminate over an amount due on `dueDate` and still
  /// unpaid (R5): the day after the same day of the month so many months on, clamped to its end.
  package func terminationRight(dueDate: CivilDate) -> CivilDate? {
    terminationAfterMonths.map { dueDate.adding(months: $0).advanced(by: 1) }
  }

  func requiredColumns(_ options: ReadingOptions) -> [UsageColumn] { [] }
  func warning(plan: String, clause: String, in language: ExplanationLanguage) -> String? {
    switch language {
    case .english: "\(plan): “\(clause)” charges \(dailyRate) a day; a court may cut such a fee."
    case .chinese: "“\(plan)”的“\(clause)”按日 \(dailyRate) 收取；此类违约金可能被法院调减。"
    }
  }

  func check(_ checker: inout ContractChecker) {
    checker.percentage("daily_rate", dailyRate)
    checker.percentage("later_daily_rate", laterDailyRate)
    checker.range("first_rate_days", firstRateDays, 0...3650)
    checker.range("termination_after_months", terminationAfterMonths, 0...120)
    checker.money("termination_penalty", terminationPenalty)
  }
}
