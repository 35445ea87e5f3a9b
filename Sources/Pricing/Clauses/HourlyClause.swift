// SPDX-License-Identifier: GPL-3.0-or-later

package import Money

/// People by the hour on duty (F9g, F12, and part-timers of F27).
package struct HourlyClause: Equatable, Sendable, BillingClause {
  package static let kind = ClauseKind.hourly
  package static let example = HourlyClause(group: "staff")
  package var terms: ClauseTerms { .hourly(self) }

  package var group: String
  /// Yuan per person-hour.
  package var price: UnitPrice
  /// Added to the price by kind of shift; F9g has +50–100 % in a promotion.
  package var surcharges: ByShiftKind<Percentage>
  /// Whether a surcharge above 100 % is meant.
  package var allowsAboveHundred = false

  package init(
    group: String, price: UnitPrice = .yuan(12),
    surcharges: ByShiftKind<Percentage> = ByShiftKind(
      ordinary: .zero, promotion: Percentage(50), statutoryHoliday: Percentage(50),
      night: Percentage(30))
  ) {
    self.group = group
    self.price = price
    self.surcharges = surcharges
  }

  var needs: ClauseNeeds {
    ClauseNeeds(
      inquiryTypes: [], conversations: .none,
      people: BilledPeople(group: group, work: .hours), result: nil)
  }
  var phase: BillingPhase { .charge }
  var detail: UsageDetail { .months }
  var isPricedByVolume: Bool { false }
  var singlePrice: UnitPrice? { price }
  var scope: Contract.Scope { .chat }
  func billing(group: String) -> HourlyClause {
    var clause = self
    clause.group = group
    return clause
  }
  func requiredColumns(_ options: ReadingOptions) -> [UsageColumn] { [.hours] }
  func warning(plan: String, clause: String, in language: ExplanationLanguage) -> String? { nil }

  func charge(_ month: BilledMonth, on sheet: inout BillingSheet) throws(PricingError) {
    let minutes = month.staffing().minutes
    for kind in ShiftKind.allCases where minutes[kind] != 0 {
      let hours = Fraction(unchecked: minutes[kind], 60)
      try sheet.charge(hours, .hours, at: price, .shiftKind(kind))
      if surcharges[kind] != .zero {
        try sheet.charge(
          hours, .hours, at: surcharges[kind], of: price, .surcharge(surcharges[kind]))
      }
    }
  }

  func check(_ checker: inout ContractChecker) {
    checker.notEmpty("group", group)
    checker.price("price", price)
    for kind in ShiftKind.allCases {
      checker.percentage(
        "surcharges.\(kind.name)", surcharges[kind], allowsAboveHundred: allowsAboveHundred)
    }
  }
}
