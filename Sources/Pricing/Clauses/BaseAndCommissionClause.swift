// SPDX-License-Identifier: GPL-3.0-or-later

package import Money

/// A base per person, shift and month plus a percentage of the sales attributed to agents (F5, R8).
///
/// The percentage may depend on the month's average order value: lower-priced goods pay more.
package struct BaseAndCommissionClause: Equatable, Sendable, BillingClause {
  package static let kind = ClauseKind.baseAndCommission
  package static let example = BaseAndCommissionClause(seats: .staffed(group: "staff"))
  package var terms: ClauseTerms { .baseAndCommission(self) }

  /// The commission for average order values up to a bound, the bound included (R2).
  package struct Step: Equatable, Sendable {
    /// `nil` in the last step: any higher value.
    package var upToOrderValue: Money?
    package var rate: Percentage

    package init(upToOrderValue: Money? = nil, rate: Percentage) {
      self.upToOrderValue = upToOrderValue
      self.rate = rate
    }
  }

  package var seats: SeatSource
  /// When the number of seats may change.
  package var seatTerms = SeatTerms.assumed
  /// Yuan per seat and month; about 1,500 in F5.
  package var base: UnitPrice
  /// One step with a flat rate, or several by average order value.
  package var commission: [Step]
  /// The inquiry types whose sales count; empty means all.
  package var inquiryTypes: [String]
  /// Whether a rate above 100 % is meant.
  package var allowsAboveHundred: Bool

  package init(
    seats: SeatSource, base: UnitPrice = .yuan(1500),
    commission: [Step] = [Step(rate: Percentage(2))], inquiryTypes: [String] = [],
    allowsAboveHundred: Bool = false
  ) {
    self.seats = seats
    self.base = base
    self.commission = commission
    self.inquiryTypes = inquiryTypes
    self.allowsAboveHundred = allowsAboveHundred
  }

  var needs: ClauseNeeds {
    ClauseNeeds(
      inquiryTypes: inquiryTypes, conversations: .none, people: seats.people, result: nil)
  }
  var phase: BillingPhase { .charge }
  var detail: UsageDetail { .months }
  var isPricedByVolume: Bool { false }
  var singlePrice: UnitPrice? { nil }
  var scope: Contract.Scope { .chat }
  func billing(group: String) -> BaseAndCommissionClause {
    var clause = self
    clause.seats = seats.billing(group: group)
    return clause
  }
  func requiredColumns(_ options: ReadingOptions) -> [UsageColumn] {
    seats.requiredColumns + [.sales] + (commission.count > 1 ? [.orders] : [])
      + (options.salesBasis == .netOfRefunds ? [.refunds] : [])
  }
  func warning(plan: String, clause: String, in language: ExplanationLanguage) -> String? { nil }

  func charge(_ month: BilledMonth, on sheet: inout BillingSheet) throws(PricingError) {
    let days = try seats.seatDays(in: month)
    if days != 0 {
      try sheet.charge(
        month.months(ofDays: days), .seatMonths, at: base,
        .seatDays(days, dayBase: month.dayBase))
    }
    let sales = try month.attributedSales()
    guard sales != .zero else { return }
    let orders = try month.orders()
    let step = try step(forSales: sales, orders: orders)
    try sheet.charge(
      step.rate, of: sales,
      .commission(
        basis: month.options.salesBasis, wholeShop: false,
        orders: commission.count > 1 ? orders : nil))
  }

  private func step(forSales sales: Money, orders: Int64) throws(PricingError) -> Step {
    guard let last = commission.last else { return Step(rate: .zero) }
    for step in commission.dropLast() {
      guard let bound = step.upToOrderValue else { return step }
      // sales ÷ orders ≤ bound, without dividing.
      if Fraction(sales.fen) <= (try Fraction(orders).multiplied(by: Fraction(bound.fen))) {
        return step
      }
    }
    return last
  }

  func check(_ checker: inout ContractChecker) {
    seats.check(&checker)
    checker.price("base", base)
    if commission.isEmpty { checker.report("commission", found: "[]", .mustNotBeEmpty) }
    var previous: Money?
    for (index, step) in commission.enumerated() {
      checker.inside("commission[\(index)]") { checker in
        checker.percentage("rate", step.rate, allowsAboveHundred: allowsAboveHundred)
        checker.money("up_to_order_value", step.upToOrderValue)
        let isLast = index == commission.count - 1
        if step.upToOrderValue == nil, !isLast {
          checker.report("up_to_order_value", found: "", .onlyLastBracketMayBeOpen)
        }
        if isLast, let bound = step.upToOrderValue {
          checker.report(
            "up_to_order_value", found: bound.description, .mustBeOneOf(["open last step"]))
        }
        if let bound = step.upToOrderValue, let previous, bound <= previous {
          checker.report("up_to_order_value", found: bound.description, .bracketsMustRise)
        }
        previous = step.upToOrderValue ?? previous
      }
    }
  }
}
