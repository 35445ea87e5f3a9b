// SPDX-License-Identifier: GPL-3.0-or-later

package import Money

/// Short-term agents at a price per person and shift, by kind of shift (F10, F11).
package struct ShiftClause: Equatable, Sendable, BillingClause {
  package static let kind = ClauseKind.shifts
  package static let example = ShiftClause(group: "staff")
  package var terms: ClauseTerms { .shifts(self) }

  /// The staffing group whose person-shifts are billed.
  package var group: String
  /// Yuan per person-shift; `nil` where the contract has no price, which refuses such shifts.
  package var prices: ByShiftKind<UnitPrice?>

  package init(
    group: String,
    prices: ByShiftKind<UnitPrice?> = ByShiftKind(
      ordinary: .yuan(200), promotion: .yuan(200), statutoryHoliday: .yuan(300), night: .yuan(260))
  ) {
    self.group = group
    self.prices = prices
  }

  var needs: ClauseNeeds {
    ClauseNeeds(
      inquiryTypes: [], conversations: .none,
      people: BilledPeople(group: group, work: .shifts), result: nil)
  }
  var phase: BillingPhase { .charge }
  var detail: UsageDetail { .months }
  var isPricedByVolume: Bool { false }
  var singlePrice: UnitPrice? { nil }
  var scope: Contract.Scope { .chat }
  func billing(group: String) -> ShiftClause {
    var clause = self
    clause.group = group
    return clause
  }
  func requiredColumns(_ options: ReadingOptions) -> [UsageColumn] { [.shifts] }
  func warning(plan: String, clause: String, in language: ExplanationLanguage) -> String? { nil }

  func charge(_ month: BilledMonth, on sheet: inout BillingSheet) throws(PricingError) {
    let shifts = month.staffing().shifts
    for kind in ShiftKind.allCases where shifts[kind] != 0 {
      guard let price = prices[kind] else {
        throw .noPriceForShiftKind(clause: month.clause, kind)
      }
      try sheet.charge(Fraction(shifts[kind]), .shifts, at: price, .shiftKind(kind))
    }
  }

  func check(_ checker: inout ContractChecker) {
    checker.notEmpty("group", group)
    for kind in ShiftKind.allCases {
      checker.price("prices.\(kind.name)", prices[kind])
    }
  }
}
