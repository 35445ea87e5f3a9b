// SPDX-License-Identifier: GPL-3.0-or-later

import Money
import Pricing
import Wording

extension DepositClause: ReadableClause {
  static var assumable: [AssumedPrice] { [] }

  static func read(_ f: Fields) -> DepositClause? {
    let fixed = f.optional("amount", Form<Money>.money(), "A fixed amount.")
    let share = f.optional("share_of_price", Form<Percentage>.percentage(), "A share of the price.")
    let settlement = f.value(
      "settlement", Form<Settlement>.word(), default: .returned, "What becomes of it at the end.")
    let limit = f.value(
      "legal_limit", Form<Percentage>.percentage(), default: Percentage(20),
      "Beyond this share of the price, a mere prepayment.")
    if f.reading != nil, f.has("amount") == f.has("share_of_price") {
      f.reading?.report(
        found: f.has("amount") ? "both amount and share_of_price" : "no amount",
        allowed: "amount or share_of_price")
    }
    guard let amount = share.map(Amount.shareOfPrice) ?? fixed.map(Amount.fixed) else { return nil }
    return DepositClause(amount: amount, settlement: settlement, legalLimit: limit)
  }
}

extension TrialClause: ReadableClause {
  static var assumable: [AssumedPrice] { [] }

  static func read(_ f: Fields) -> TrialClause? {
    TrialClause(
      months: f.value(
        "months", Form<Int>.integer(0...120), default: 1, "Length of the trial in months."))
  }
}

extension NoticeClause: ReadableClause {
  static var assumable: [AssumedPrice] { [] }

  static func read(_ f: Fields) -> NoticeClause? {
    NoticeClause(
      months: f.value("months", Form<Int>.integer(0...120), default: 1, "Months of notice."))
  }
}

extension EarlyExitClause: ReadableClause {
  static var assumable: [AssumedPrice] { [] }

  static func read(_ f: Fields) -> EarlyExitClause? {
    EarlyExitClause(
      clientPays: f.value(
        "client_pays", Form<Money>.money(), default: .yuan(50_000),
        "Due when the client leaves early."),
      providerPays: f.value(
        "provider_pays", Form<Money>.money(), default: .yuan(50_000),
        "Due when the provider leaves early."),
      providerRefundsAnnualFee: f.value(
        "provider_refunds_annual_fee", Form<Bool>.flag, default: true,
        "Whether the provider who leaves gives the annual fee back."))
  }
}

extension LatePaymentClause: ReadableClause {
  static var assumable: [AssumedPrice] { [] }

  static func read(_ f: Fields) -> LatePaymentClause? {
    let standard = LatePaymentClause()
    return LatePaymentClause(
      dailyRate: f.value(
        "daily_rate", Form<Percentage>.percentage(), default: standard.dailyRate,
        "Of the amount due, for each late day."),
      laterDailyRate: f.value(
        "later_daily_rate", Form<Percentage>.percentage(), default: standard.laterDailyRate,
        "The same from the day after those on."),
      firstRateDays: f.value(
        "first_rate_days", Form<Int>.integer(0...3650), default: standard.firstRateDays,
        "Late days at the first rate."),
      reading: f.value(
        "reading", Form<Reading>.word(), default: standard.reading,
        "Whether the later rate reaches back to the first late day."),
      terminationAfterMonths: f.optional(
        "termination_after_months", Form<Int>.integer(0...120),
        "Months late after which the provider may end the contract. Left out: 3.")
        ?? standard.terminationAfterMonths,
      terminationPenalty: f.value(
        "termination_penalty", Form<Money>.money(), default: standard.terminationPenalty,
        "Due when the provider ends it so."))

  }
}

extension PoachingClause: ReadableClause {
  static var assumable: [AssumedPrice] { [] }

  static func read(_ f: Fields) -> PoachingClause? {
    PoachingClause(
      perPerson: f.value(
        "per_person", Form<Money>.money(), default: .yuan(200_000),
        "For each person taken on."),
      monthsAfterEnd: f.value(
        "months_after_end", Form<Int>.integer(0...120), default: 12,
        "Months after the contract in which the fee is still due.")
    )
  }
}

extension SalesGuaranteeClause: ReadableClause {
  static var assumable: [AssumedPrice] { [] }

  static func read(_ f: Fields) -> SalesGuaranteeClause? {
    let sales = f.required("last_year_sales", Form<Money>.money(), "Sales to be kept up.")
    let compensation = f.value(
      "compensation", Form<Percentage>.percentage(), default: .zero,
      "Share of a shortfall that is paid.")
    return sales.map {
      SalesGuaranteeClause(lastYearSales: $0, compensation: compensation)
    }
  }
}

extension ForceMajeureClause: ReadableClause {
  static var assumable: [AssumedPrice] { [] }

  static func read(_ f: Fields) -> ForceMajeureClause? {
    ForceMajeureClause(
      feesSuspended: f.value(
        "fees_suspended", Form<Bool>.flag, default: true,
        "Whether fees rest during an outage beyond both sides' power."))
  }
}
