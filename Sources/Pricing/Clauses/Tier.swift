// SPDX-License-Identifier: GPL-3.0-or-later

package import Money

/// What a tier's price is for. The three differ by a factor of about thirty (F7), so every tier
/// names its own.
package enum TierUnit: String, CaseIterable, Sendable {
  /// Yuan for the month, once the tier is reached.
  case monthlyFee = "monthly_fee"
  /// Yuan for each inquiry.
  case perInquiry = "per_inquiry"
  /// Yuan a month for each inquiry of daily average.
  case perMonthPerDailyInquiry = "per_month_per_daily_inquiry"
}

/// One bracket of a tier table. Its upper bound belongs to it (R2).
package struct Tier: Equatable, Sendable {
  /// Where the bracket starts; `nil` means where the one before it ends (0 for the first).
  package var from: ExactDecimal?
  /// The last volume inside the bracket; `nil` for an open last bracket.
  package var upTo: ExactDecimal?
  package var price: UnitPrice
  package var unit: TierUnit

  package init(
    from: ExactDecimal? = nil, upTo: ExactDecimal?, price: UnitPrice, unit: TierUnit
  ) {
    self.from = from
    self.upTo = upTo
    self.price = price
    self.unit = unit
  }
}

/// How a tier table prices a volume (R2).
package enum TierMode: String, CaseIterable, Sendable {
  /// The whole month at the one bracket reached.
  case slab
  /// Each bracket prices only the inquiries inside it.
  case graduated
}

/// The price of each inquiry above the last bracket.
package struct TierOverflow: Equatable, Sendable {
  package var price: UnitPrice
  /// `perInquiry` or `perMonthPerDailyInquiry`.
  package var unit: TierUnit

  package init(price: UnitPrice, unit: TierUnit = .perMonthPerDailyInquiry) {
    self.price = price
    self.unit = unit
  }
}

extension [Tier] {
  /// The index of the bracket that holds `volume`, or `nil` above the last one.
  func bracket(holding volume: Fraction) -> Int? {
    firstIndex { tier in
      tier.upTo.map { volume <= Fraction(exactly: $0) } ?? true
    }
  }

  func lowerBound(of index: Int) -> ExactDecimal {
    index == 0 ? .zero : (self[index - 1].upTo ?? .zero)
  }

  func check(
    _ checker: inout ContractChecker, units: [TierUnit] = TierUnit.allCases,
    overflow: TierOverflow?
  ) {
    if isEmpty { checker.report("tiers", found: "[]", .mustNotBeEmpty) }
    for (index, tier) in enumerated() {
      checker.inside("tiers[\(index)]") { checker in
        check(tier, at: index, units: units, &checker)
      }
    }
    guard let overflow else { return }
    checker.inside("overflow") { checker in
      checker.price("price", overflow.price)
      if overflow.unit == .monthlyFee || !units.contains(overflow.unit) {
        let allowed = units.filter { $0 != .monthlyFee }.map(\.rawValue)
        checker.report("unit", found: overflow.unit.rawValue, .mustBeOneOf(allowed))
      }
      if let last, last.upTo == nil {
        checker.report("price", found: overflow.price.description, .overflowAfterOpenBracket)
      }
    }
  }

  private func check(
    _ tier: Tier, at index: Int, units: [TierUnit], _ checker: inout ContractChecker
  ) {
    checker.price("price", tier.price)
    if !units.contains(tier.unit) {
      checker.report("unit", found: tier.unit.rawValue, .mustBeOneOf(units.map(\.rawValue)))
    }
    if tier.upTo == nil, index < count - 1 {
      checker.report("up_to", found: "", .onlyLastBracketMayBeOpen)
    }
    let start = lowerBound(of: index)
    if let from = tier.from, from != start {
      checker.report(
        "from", found: from.description, .bracketsMustMeet(previousEnd: start.description))
    }
    if let upTo = tier.upTo, upTo <= start {
      checker.report("up_to", found: upTo.description, .bracketsMustRise)
    }
  }
}
