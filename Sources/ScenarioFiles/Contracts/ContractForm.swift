// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
import Money
import Pricing
import Wording

extension Form<Contract> {
  /// One clause, a list of clauses, or a mapping that also states term, options and settlement.
  ///
  /// A clause that is only named has the prices of the reference rate card.
  static let contract = Form.list(
    clauses.map { Contract(name: "", clauses: $0, scope: Contract.scope(of: $0)) },
    orElse: .scalar(
      Form<Clause>.clause.map {
        Contract(name: "", clauses: numbered([$0]), scope: Contract.scope(of: [$0]))
      },
      orElse: .object("contract", read)))

  /// A clause as a mapping, without a list around it.
  static let singleClause = Form<Clause>.clause.map {
    Contract(name: "", clauses: numbered([$0]), scope: Contract.scope(of: [$0]))
  }

  private static let clauses = Form<[Clause]>.list(of: Form<Clause>.clause, count: 1...100).map(
    numbered)

  @Sendable private static func read(_ f: Fields) -> Contract? {
    let clauses = f.required("clauses", clauses, "What is billed, and the terms of its life.")
    let term = f.optional("term", Form<DateSpan>.dates, "Days of service. Left out: the horizon.")
    let signed = f.optional(
      "signed", Form<CivilDate>.date, "Day of signing. Left out: the first day.")
    let scope = f.optional(
      "scope", Form<Contract.Scope>.word(),
      "whole_shop is shown but not ranked. Left out: by the clauses.")
    let options = f.value(
      "options", Form<ReadingOptions>.options, default: ReadingOptions(), "Choices of reading.")
    let settlement = f.value(
      "settlement", Form<Settlement>.settlement, default: Settlement(), "When it is paid.")
    let currency = f.value(
      "currency", Form<String>.text, default: "CNY", "ISO 4217; every plan has the same.")
    guard let clauses else { return nil }
    return Contract(
      name: "", clauses: clauses, term: term, signed: signed,
      scope: scope ?? Contract.scope(of: clauses), options: options, settlement: settlement,
      currency: currency)
  }

  /// Clauses that were not named are called by their kind, numbered where it repeats.
  @Sendable private static func numbered(_ clauses: [Clause]) -> [Clause] {
    var result: [Clause] = []
    for var clause in clauses {
      if clause.name.isEmpty {
        let kind = clause.terms.kind
        let count = result.count { $0.terms.kind == kind }
        clause.name = count == 0 ? kind.rawValue : "\(kind.rawValue) \(count + 1)"
      }
      result.append(clause)
    }
    return result
  }
}

extension Form<ReadingOptions> {
  fileprivate static let options = Form.object("contract_options") { f in
    ReadingOptions(
      conversation: f.value(
        "conversation", Form<EffectiveConversation>.conversation, default: .answeredByPerson,
        "What counts as billable."),
      partMonth: f.value(
        "part_month", Form<ReadingOptions.PartMonth>.word(), default: .calendarDays,
        "Divisor of a part month."),
      salesBasis: f.value(
        "sales_basis", Form<ReadingOptions.SalesBasis>.word(), default: .gross,
        "Sales on which shares are due."),
      taxRate: f.optional("tax_rate", Form<Percentage>.percentage(), "Tax rate to show split out."))
  }
}

extension Form<EffectiveConversation> {
  /// `answered`, `arrived`, or a mapping with further conditions (R14).
  static let conversation = Form.scalar(
    base.map { EffectiveConversation($0) },
    orElse: .object("conversation") { f in
      EffectiveConversation(
        f.value("base", base, default: .answered, "Which contacts can count."),
        answeredWithin: f.optional(
          "answered_within", Form<Double>.duration(1...86_400),
          "Only if the first answer came in time."
        ).map { Int($0) },
        minimumDuration: f.optional(
          "minimum_duration", Form<Double>.duration(0...86_400),
          "Only if it lasted this long."
        ).map { Int($0) },
        oncePerCustomerAndDay: f.value(
          "once_per_customer_and_day", Form<Bool>.flag, default: false, "Repeats count once."))
    })

  private static let base = Form<EffectiveConversation.Base>.word()
}

extension Form<Settlement> {
  fileprivate static let settlement = Form.object("settlement") { f in
    Settlement(
      monthsAfter: f.value(
        "months_after", Form<Int>.integer(0...24), default: 1, "0 the same month, 1 the following."),
      day: f.value("day", Form<Int>.integer(1...31), default: 15, "Last day in time."),
      movesToWorkingDay: f.value(
        "moves_to_working_day", Form<Bool>.flag, default: false, "A due date on a day off moves on."
      ))
  }
}
