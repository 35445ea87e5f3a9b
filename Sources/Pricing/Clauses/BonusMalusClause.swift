// SPDX-License-Identifier: GPL-3.0-or-later

package import Money

/// A ladder of bonus and malus on one measured result (F6).
///
/// Example: 5 % off when the delay rate is above 10 %, 15 % off above 20 %.
package struct BonusMalusClause: Equatable, Sendable, BillingClause {
  package static let kind = ClauseKind.bonusMalus
  package static let example = BonusMalusClause(
    result: "delay_rate",
    steps: [
      Step(upTo: ExactDecimal(millionths: 100_000), .none), Step(.shareOfCharges(Percentage(-5))),
    ])
  package var terms: ClauseTerms { .bonusMalus(self) }

  package enum Adjustment: Equatable, Sendable {
    case none
    /// A share of the month's charges; negative for a malus.
    case shareOfCharges(Percentage)
    /// Fixed yuan a month; negative for a malus.
    case amount(Money)
    /// Yuan for each unit of the result, such as each late reply; negative for a malus.
    case perUnit(UnitPrice)
  }

  package struct Step: Equatable, Sendable {
    /// The end of the step; `nil` in the last one.
    package var upTo: ExactDecimal?
    package var adjustment: Adjustment

    package init(upTo: ExactDecimal? = nil, _ adjustment: Adjustment) {
      self.upTo = upTo
      self.adjustment = adjustment
    }
  }

  /// Which step a result exactly on a bound belongs to.
  package enum Bound: String, CaseIterable, Sendable {
    /// The lower step, as in R2.
    case lower
    /// The upper step: "at least 95 %" is met by 95 %.
    case upper
  }

  /// Name of the result in the usage.
  package var result: String
  package var steps: [Step]
  package var boundBelongsTo: Bound
  /// The bounds of a share are numbers like 0.95, not percentages.
  package init(result: String, steps: [Step], boundBelongsTo: Bound = .lower) {
    self.result = result
    self.steps = steps
    self.boundBelongsTo = boundBelongsTo
  }

  var needs: ClauseNeeds {
    ClauseNeeds(inquiryTypes: [], conversations: .none, people: nil, result: result)
  }
  var phase: BillingPhase { .adjustment }
  var detail: UsageDetail { .months }
  var isPricedByVolume: Bool { false }
  var singlePrice: UnitPrice? { nil }
  var scope: Contract.Scope { .chat }
  func billing(group: String) -> BonusMalusClause { self }
  func requiredColumns(_ options: ReadingOptions) -> [UsageColumn] { [.value] }
  func warning(plan: String, clause: String, in language: ExplanationLanguage) -> String? { nil }

  func charge(_ month: BilledMonth, on sheet: inout BillingSheet) throws(PricingError) {
    guard let value = month.usage.results[month.binding.result] else {
      throw .resultNotMeasured(clause: month.clause, name: result, month.usage.month)
    }
    let index = steps.firstIndex { holds(value, $0) } ?? steps.count - 1
    guard steps.indices.contains(index) else { return }
    let reason = Explanation.ladder(step: index, value: value)
    switch steps[index].adjustment {
    case .none: return
    case .shareOfCharges(let percentage):
      try sheet.charge(percentage, of: sheet.totalBeforePhase, reason)
    case .amount(let amount):
      try sheet.charge(month.servedMonths, .months, at: UnitPrice(amount), reason)
    case .perUnit(let price):
      try sheet.charge(value, .units, at: price, reason)
    }
  }

  private func holds(_ value: Fraction, _ step: Step) -> Bool {
    guard let bound = step.upTo.map(Fraction.init(exactly:)) else { return true }
    return boundBelongsTo == .lower ? value <= bound : value < bound
  }

  func check(_ checker: inout ContractChecker) {
    checker.notEmpty("result", result)
    if steps.isEmpty { checker.report("steps", found: "[]", .mustNotBeEmpty) }
    var previous: ExactDecimal?
    for (index, step) in steps.enumerated() {
      checker.inside("steps[\(index)]") { checker in
        if let upTo = step.upTo {
          if let previous, upTo <= previous {
            checker.report("up_to", found: upTo.description, .bracketsMustRise)
          }
          if index == steps.count - 1 {
            checker.report("up_to", found: upTo.description, .mustBeOneOf(["open last step"]))
          }
          previous = upTo
        } else if index < steps.count - 1 {
          checker.report("up_to", found: "", .onlyLastBracketMayBeOpen)
        }
        if case .shareOfCharges(let share) = step.adjustment,
          share.percent.millionths.magnitude > Percentage.hundred.percent.millionths.magnitude
        {
          checker.report(
            "share_of_charges", found: share.description, .mustBeWithin("-100 % to 100 %"))
        }
      }
    }
  }
}
