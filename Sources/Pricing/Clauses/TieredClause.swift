// SPDX-License-Identifier: GPL-3.0-or-later

package import Money

/// A price that depends on the month's average daily inquiries (F7, R1, R2).
///
/// The average is billable inquiries ÷ days served, not rounded before the bracket is looked up.
package struct TieredClause: Equatable, Sendable, BillingClause {
  package static let kind = ClauseKind.tiered
  package static let example = RateCard.assumedTiered
  package var terms: ClauseTerms { .tiered(self) }

  /// Which month's average is looked up (R1).
  package enum Key: String, CaseIterable, Sendable {
    /// The month billed; settled afterwards.
    case thisMonth = "this_month"
    /// The month before; billed in advance.
    case lastMonth = "last_month"
  }

  package var tiers: [Tier]
  package var mode: TierMode
  package var key: Key
  /// The price above the last bracket; `nil` refuses such a volume.
  package var overflow: TierOverflow?
  /// The least charge of a full month under this clause.
  package var minimum: Money?
  /// The daily average before the first billed month, for `lastMonth`; without it that of the
  /// recorded month before, or if there is none the first month's own.
  package var startingAverage: ExactDecimal?
  /// The inquiry types that count; empty means all.
  package var inquiryTypes: [String]
  /// What counts as billable here; `nil` takes the contract's definition.
  package var conversation: EffectiveConversation?
  package var surcharges: [ConversationSurcharge]

  package init(
    tiers: [Tier], mode: TierMode = .slab, key: Key = .thisMonth,
    overflow: TierOverflow? = nil, minimum: Money? = nil,
    startingAverage: ExactDecimal? = nil,
    inquiryTypes: [String] = [], conversation: EffectiveConversation? = nil,
    surcharges: [ConversationSurcharge] = []
  ) {
    self.tiers = tiers
    self.mode = mode
    self.key = key
    self.overflow = overflow
    self.minimum = minimum
    self.startingAverage = startingAverage
    self.inquiryTypes = inquiryTypes
    self.conversation = conversation
    self.surcharges = surcharges
  }

  var needs: ClauseNeeds {
    ClauseNeeds(
      inquiryTypes: inquiryTypes, conversations: .defined(conversation), people: nil, result: nil)
  }
  var phase: BillingPhase { .charge }
  var detail: UsageDetail { surcharges.detail }
  var isPricedByVolume: Bool { true }
  var singlePrice: UnitPrice? { nil }
  var scope: Contract.Scope { .chat }
  func billing(group: String) -> TieredClause { self }
  func requiredColumns(_ options: ReadingOptions) -> [UsageColumn] { [.inquiries] }
  func warning(plan: String, clause: String, in language: ExplanationLanguage) -> String? {
    guard key == .lastMonth else { return nil }
    return switch language {
    case .english:
      "\(plan) bills “\(clause)” by last month's volume: it lags a rise and can be gamed."
    case .chinese: "“\(plan)”的“\(clause)”按上月量计价：滞后于增长，也可能被利用。"
    }
  }

  func charge(_ month: BilledMonth, on sheet: inout BillingSheet) throws(PricingError) {
    let before = sheet.total
    let count = try month.conversations()
    let volume = try volume(of: month)
    switch mode {
    case .slab: try chargeSlab(month, volume, count, on: &sheet)
    case .graduated: try chargeGraduated(month, volume, on: &sheet)
    }
    try surcharges.charge(month, on: &sheet, price: singlePrice(volume), since: before, count)
    if let minimum {
      try sheet.topUp(to: minimum, of: month, since: before)
    }
  }

  /// The daily average that picks the bracket, and the month it is of.
  struct Volume {
    var average: Fraction
    var source: Explanation.AverageSource
  }

  private func volume(of month: BilledMonth) throws(PricingError) -> Volume {
    let own = try month.dailyAverage(of: month.usage)
    guard key == .lastMonth else { return Volume(average: own, source: .thisMonth) }
    if month.index > 0 {
      let previous = try month.dailyAverage(of: month.months[month.index - 1])
      return Volume(average: previous, source: .lastMonth)
    }
    if let startingAverage {
      return Volume(average: Fraction(exactly: startingAverage), source: .agreedStart)
    }
    if let before = month.before {
      return Volume(average: try month.dailyAverage(of: before), source: .lastMonth)
    }
    return Volume(average: own, source: .firstMonthItself)
  }

  func check(_ checker: inout ContractChecker) {
    tiers.check(&checker, overflow: overflow)
    checker.money("minimum", minimum)
    if let startingAverage, startingAverage.isNegative {
      checker.report("starting_average", found: startingAverage.description, .mustNotBeNegative)
    }
    if key == .lastMonth { checkUnitsInAdvance(&checker) }
    for (index, surcharge) in surcharges.enumerated() {
      checker.inside("surcharges[\(index)]") { surcharge.check(&$0) }
    }
  }

  /// Last month's average can pick the one price of each inquiry, but it cannot say how many of this
  /// month's inquiries lie in a bracket or beyond the last one.
  private func checkUnitsInAdvance(_ checker: inout ContractChecker) {
    let word = TierUnit.perInquiry.rawValue
    let others = TierUnit.allCases.filter { $0 != .perInquiry }.map(\.rawValue)
      .joined(separator: " or ")
    if mode == .graduated, let index = tiers.firstIndex(where: { $0.unit == .perInquiry }) {
      checker.report(
        "tiers[\(index)].unit", found: word,
        .cannotCombine(
          with: "mode: graduated and key: last_month",
          instead: "\(others), or mode: slab, or key: this_month"))
    }
    guard let overflow else { return }
    if overflow.unit == .perInquiry {
      checker.report(
        "overflow.unit", found: word,
        .cannotCombine(with: "key: last_month", instead: "\(others), or key: this_month"))
    } else if mode == .slab, tiers.last?.unit == .perInquiry {
      checker.report(
        "tiers[\(tiers.count - 1)].unit", found: word,
        .cannotCombine(
          with: "an overflow and key: last_month",
          instead: "\(others), or no overflow, or key: this_month"))
    }
  }
}

extension TieredClause {
  /// The price that every inquiry of the month has, if there is one.
  private func singlePrice(_ volume: Volume) -> UnitPrice? {
    guard mode == .slab || tiers.count == 1, let index = tiers.bracket(holding: volume.average),
      tiers[index].unit == .perInquiry
    else { return nil }
    return tiers[index].price
  }

  private func chargeSlab(
    _ month: BilledMonth, _ volume: Volume, _ count: Int64, on sheet: inout BillingSheet
  ) throws(PricingError) {
    guard let index = tiers.bracket(holding: volume.average) else {
      return try chargeBeyondLast(month, volume, on: &sheet)
    }
    let tier = tiers[index]
    let reason = explanation(of: index, volume)
    switch tier.unit {
    case .monthlyFee:
      try sheet.charge(month.servedMonths, .months, at: tier.price, reason)
    case .perInquiry:
      try sheet.charge(Fraction(count), .inquiries, at: tier.price, reason)
    case .perMonthPerDailyInquiry:
      try sheet.charge(
        quantity(volume.average, tier.unit, month), .dailyInquiries, at: tier.price, reason)
    }
  }

  /// Above the last bracket: that bracket at its upper bound, and the overflow on the rest.
  private func chargeBeyondLast(
    _ month: BilledMonth, _ volume: Volume, on sheet: inout BillingSheet
  ) throws(PricingError) {
    guard let last = tiers.last, let bound = last.upTo else { return }
    let index = tiers.count - 1
    try sheet.charge(
      quantity(Fraction(exactly: bound), last.unit, month), last.unit.quantityUnit,
      at: last.price, explanation(of: index, volume))
    try chargeOverflow(month, volume, above: bound, on: &sheet)
  }

  private func chargeGraduated(
    _ month: BilledMonth, _ volume: Volume, on sheet: inout BillingSheet
  ) throws(PricingError) {
    for (index, tier) in tiers.enumerated() {
      let from = Fraction(exactly: tiers.lowerBound(of: index))
      guard index == 0 || volume.average > from else { return }
      let top = tier.upTo.map { min(Fraction(exactly: $0), volume.average) } ?? volume.average
      try sheet.charge(
        quantity(top.subtracting(from), tier.unit, month), tier.unit.quantityUnit,
        at: tier.price, explanation(of: index, volume))
    }
    if let bound = tiers.last?.upTo, volume.average > Fraction(exactly: bound) {
      try chargeOverflow(month, volume, above: bound, on: &sheet)
    }
  }

  private func chargeOverflow(
    _ month: BilledMonth, _ volume: Volume, above bound: ExactDecimal,
    on sheet: inout BillingSheet
  ) throws(PricingError) {
    guard let overflow else {
      throw .volumeBeyondTiers(
        clause: month.clause, month.usage.month, volume: volume.average, last: bound)
    }
    let excess = try volume.average.subtracting(Fraction(exactly: bound))
    try sheet.charge(
      quantity(excess, overflow.unit, month), overflow.unit.quantityUnit, at: overflow.price,
      .overflow(average: volume.average, source: volume.source, above: bound))
  }

  private func quantity(
    _ dailyInquiries: Fraction, _ unit: TierUnit, _ month: BilledMonth
  ) throws(PricingError) -> Fraction {
    switch unit {
    case .monthlyFee: month.servedMonths
    case .perInquiry: try dailyInquiries.multiplied(by: Fraction(month.servedDays))
    case .perMonthPerDailyInquiry: try dailyInquiries.multiplied(by: month.servedMonths)
    }
  }

  private func explanation(of index: Int, _ volume: Volume) -> Explanation {
    .tier(
      index: index, from: tiers.lowerBound(of: index), upTo: tiers[index].upTo,
      average: volume.average, source: volume.source, mode: mode)
  }
}

extension TierUnit {
  var quantityUnit: QuantityUnit {
    switch self {
    case .monthlyFee: .months
    case .perInquiry: .inquiries
    case .perMonthPerDailyInquiry: .dailyInquiries
    }
  }
}
