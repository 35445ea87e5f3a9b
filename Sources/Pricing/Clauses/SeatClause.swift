// SPDX-License-Identifier: GPL-3.0-or-later

package import Money

/// Dedicated seats at a price per person, shift and month (F6, and F8 for after-sale by R10).
///
/// A seat covers one shift of one person (R9). Part months and seats added or returned within a
/// month are billed by days (R6).
package struct SeatClause: Equatable, Sendable, BillingClause {
  package static let kind = ClauseKind.seats
  package static let example = SeatClause(seats: .staffed(group: "staff"))
  package var terms: ClauseTerms { .seats(self) }

  /// Who stands in on a seat's rest days (R9).
  package enum RestDayCover: String, CaseIterable, Sendable {
    case provider, client
  }

  package var seats: SeatSource
  /// Yuan per seat and month; 4,500–5,500 in F6 and F8.
  package var monthlyPrice: UnitPrice
  /// Added to the price, e.g. 30 % for a night shift (F9f).
  package var surcharge: Percentage
  package var restDayCover: RestDayCover
  /// When the number of seats may change.
  package var seatTerms = SeatTerms.assumed
  /// Whether a surcharge above 100 % is meant.
  package var allowsAboveHundred: Bool

  package init(
    seats: SeatSource, monthlyPrice: UnitPrice = .yuan(5000), surcharge: Percentage = .zero,
    restDayCover: RestDayCover = .provider, allowsAboveHundred: Bool = false
  ) {
    self.allowsAboveHundred = allowsAboveHundred
    self.seats = seats
    self.monthlyPrice = monthlyPrice
    self.surcharge = surcharge
    self.restDayCover = restDayCover
  }

  var needs: ClauseNeeds {
    ClauseNeeds(
      inquiryTypes: [], conversations: .none, people: seats.people, result: nil)
  }
  var phase: BillingPhase { .charge }
  var detail: UsageDetail { .months }
  var isPricedByVolume: Bool { false }
  var singlePrice: UnitPrice? { surcharge == .zero ? monthlyPrice : nil }
  var scope: Contract.Scope { .chat }
  func billing(group: String) -> SeatClause {
    var clause = self
    clause.seats = seats.billing(group: group)
    return clause
  }
  func requiredColumns(_ options: ReadingOptions) -> [UsageColumn] { seats.requiredColumns }
  func warning(plan: String, clause: String, in language: ExplanationLanguage) -> String? { nil }

  func charge(_ month: BilledMonth, on sheet: inout BillingSheet) throws(PricingError) {
    let days = try seats.seatDays(in: month)
    guard days != 0 else { return }
    let quantity = month.months(ofDays: days)
    let reason = Explanation.seatDays(days, dayBase: month.dayBase)
    try sheet.charge(quantity, .seatMonths, at: monthlyPrice, reason)
    if surcharge != .zero {
      try sheet.charge(
        quantity, .seatMonths, at: surcharge, of: monthlyPrice, .surcharge(surcharge))
    }
  }

  func check(_ checker: inout ContractChecker) {
    seats.check(&checker)
    checker.price("monthly_price", monthlyPrice)
    checker.percentage("surcharge", surcharge, allowsAboveHundred: allowsAboveHundred)
  }
}
