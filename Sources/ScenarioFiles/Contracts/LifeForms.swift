// SPDX-License-Identifier: GPL-3.0-or-later

import Pricing

extension DepositClause {
  @Sendable static func read(_ f: Fields) -> ClauseTerms? {
    let fixed = f.optional("amount", Form<Money>.money(), "A fixed amount.")
    let share = f.optional("share_of_price", Form<Percentage>.percentage(), "A share of the price.")
    let settlement = f.value(
      "settlement", Form<Settlement>.word(), default: .returned, "What becomes of it (F21).")
    let limit = f.value(
      "legal_limit", Form<Percentage>.percentage(), default: Percentage(20),
      "Beyond it, a mere prepayment (R11).")
    if f.reading != nil, f.has("amount") == f.has("share_of_price") {
      f.reading?.report(
        found: f.has("amount") ? "both amount and share_of_price" : "no amount",
        allowed: "amount or share_of_price")
    }
    guard let amount = share.map(Amount.shareOfPrice) ?? fixed.map(Amount.fixed) else { return nil }
    return .deposit(DepositClause(amount: amount, settlement: settlement, legalLimit: limit))
  }
}

extension TrialClause {
  @Sendable static func read(_ f: Fields) -> ClauseTerms? {
    .trial(
      TrialClause(
        months: f.value("months", Form<Int>.integer(0...120), default: 1, "Length (F22).")))
  }
}

extension NoticeClause {
  @Sendable static func read(_ f: Fields) -> ClauseTerms? {
    .notice(
      NoticeClause(
        months: f.value("months", Form<Int>.integer(0...120), default: 1, "Notice (F23).")))
  }
}

extension EarlyExitClause {
  @Sendable static func read(_ f: Fields) -> ClauseTerms? {
    .earlyExit(
      EarlyExitClause(
        clientPays: f.value("client_pays", Form<Money>.money(), default: .yuan(50_000), "F17."),
        providerPays: f.value("provider_pays", Form<Money>.money(), default: .yuan(50_000), "F17."),
        providerRefundsAnnualFee: f.value(
          "provider_refunds_annual_fee", Form<Bool>.flag, default: true, "F17.")))
  }
}

extension LatePaymentClause {
  @Sendable static func read(_ f: Fields) -> ClauseTerms? {
    let standard = LatePaymentClause()
    return .latePayment(
      LatePaymentClause(
        dailyRate: f.value(
          "daily_rate", Form<Percentage>.percentage(), default: standard.dailyRate, "F16."),
        laterDailyRate: f.value(
          "later_daily_rate", Form<Percentage>.percentage(), default: standard.laterDailyRate,
          "F16."),
        firstRateDays: f.value(
          "first_rate_days", Form<Int>.integer(0...3650), default: standard.firstRateDays, "F16."),
        reading: f.value("reading", Form<Reading>.word(), default: standard.reading, "R4."),
        terminationAfterMonths: f.optional(
          "termination_after_months", Form<Int>.integer(0...120), "F16, R5. Left out: 3.")
          ?? standard.terminationAfterMonths,
        terminationPenalty: f.value(
          "termination_penalty", Form<Money>.money(), default: standard.terminationPenalty, "F16."))
    )
  }
}

extension PoachingClause {
  @Sendable static func read(_ f: Fields) -> ClauseTerms? {
    .poaching(
      PoachingClause(
        perPerson: f.value("per_person", Form<Money>.money(), default: .yuan(200_000), "F18."),
        monthsAfterEnd: f.value("months_after_end", Form<Int>.integer(0...120), default: 12, "F18.")
      ))
  }
}

extension SalesGuaranteeClause {
  @Sendable static func read(_ f: Fields) -> ClauseTerms? {
    let sales = f.required("last_year_sales", Form<Money>.money(), "Sales to be kept up (F15).")
    let compensation = f.value(
      "compensation", Form<Percentage>.percentage(), default: .zero,
      "Share of a shortfall that is paid.")
    return sales.map {
      .salesGuarantee(SalesGuaranteeClause(lastYearSales: $0, compensation: compensation))
    }
  }
}

extension ForceMajeureClause {
  @Sendable static func read(_ f: Fields) -> ClauseTerms? {
    .forceMajeure(
      ForceMajeureClause(
        feesSuspended: f.value(
          "fees_suspended", Form<Bool>.flag, default: true, "During an outage (F24).")))
  }
}
