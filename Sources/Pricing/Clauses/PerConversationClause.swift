// SPDX-License-Identifier: GPL-3.0-or-later

package import Money

/// A price for each billable conversation, falling with volume (F9a, F9b).
package struct PerConversationClause: Equatable, Sendable, BillingClause {
  package static let kind = ClauseKind.perConversation
  package static let example = RateCard.perConversationClause
  package var terms: ClauseTerms { .perConversation(self) }

  /// The volume by which brackets are looked up.
  package enum Key: String, CaseIterable, Sendable {
    /// Each day by itself; needs daily counts when there is more than one bracket.
    case eachDay = "each_day"
    /// The month's daily average.
    case dailyAverage = "daily_average"
    /// The month's total.
    case monthTotal = "month_total"
  }

  package struct Bracket: Equatable, Sendable {
    package var from: ExactDecimal?
    /// The last conversation inside; `nil` for an open last bracket.
    package var upTo: ExactDecimal?
    package var price: UnitPrice

    package init(from: ExactDecimal? = nil, upTo: ExactDecimal? = nil, price: UnitPrice) {
      self.from = from
      self.upTo = upTo
      self.price = price
    }
  }

  package var brackets: [Bracket]
  package var mode: TierMode
  package var key: Key
  package var minimum: Money?
  package var inquiryTypes: [String]
  package var conversation: EffectiveConversation?
  package var surcharges: [ConversationSurcharge]

  package init(
    brackets: [Bracket], mode: TierMode = .graduated, key: Key = .eachDay, minimum: Money? = nil,
    inquiryTypes: [String] = [], conversation: EffectiveConversation? = nil,
    surcharges: [ConversationSurcharge] = []
  ) {
    self.brackets = brackets
    self.mode = mode
    self.key = key
    self.minimum = minimum
    self.inquiryTypes = inquiryTypes
    self.conversation = conversation
    self.surcharges = surcharges
  }

  /// One price for every conversation.
  package init(price: UnitPrice, inquiryTypes: [String] = []) {
    self.init(brackets: [Bracket(price: price)], inquiryTypes: inquiryTypes)
  }

  var needs: ClauseNeeds {
    ClauseNeeds(
      inquiryTypes: inquiryTypes, conversations: .defined(conversation), people: nil, result: nil)
  }
  var phase: BillingPhase { .charge }
  var detail: UsageDetail {
    surcharges.detail
      + UsageDetail(days: brackets.count > 1 && key == .eachDay, hours: false)
  }
  var isPricedByVolume: Bool { true }
  var singlePrice: UnitPrice? { nil }
  var scope: Contract.Scope { .chat }
  func billing(group: String) -> PerConversationClause { self }
  func requiredColumns(_ options: ReadingOptions) -> [UsageColumn] { [.inquiries] }
  func warning(plan: String, clause: String, in language: ExplanationLanguage) -> String? { nil }

  func charge(_ month: BilledMonth, on sheet: inout BillingSheet) throws(PricingError) {
    let before = sheet.total
    let count = try month.conversations()
    if brackets.count == 1 || key != .eachDay {
      let scale = key == .dailyAverage ? Fraction(month.servedDays) : .one
      let volume = Fraction(unchecked: count, scale.numerator)
      try brackets.forEachPart(of: volume, mode, month) { index, part throws(PricingError) in
        try charge(index, part.multiplied(by: scale), on: &sheet)
      }
    } else {
      try chargeByDay(month, on: &sheet)
    }
    try surcharges.charge(
      month, on: &sheet, price: singlePrice(count, month), since: before, count)
    if let minimum {
      try sheet.topUp(to: minimum, of: month, since: before)
    }
  }

  /// The price that every conversation of the month has, if there is one.
  private func singlePrice(_ count: Int64, _ month: BilledMonth) -> UnitPrice? {
    if brackets.count == 1 { return brackets[0].price }
    guard mode == .slab, key != .eachDay else { return nil }
    let days = key == .dailyAverage ? month.servedDays : 1
    let volume = Fraction(unchecked: count, days)
    return brackets.first { bracket in
      bracket.upTo.map { volume <= Fraction(exactly: $0) } ?? true
    }?.price
  }

  private func chargeByDay(
    _ month: BilledMonth, on sheet: inout BillingSheet
  ) throws(PricingError) {
    var parts = [Fraction](repeating: .zero, count: brackets.count)
    for day in 0..<month.usage.served.count {
      let count = Fraction(try month.conversations(onDay: day))
      try brackets.forEachPart(of: count, mode, month) { index, part throws(PricingError) in
        parts[index] = try parts[index].adding(part)
      }
    }
    for (index, part) in parts.enumerated() where !part.isZero {
      try charge(index, part, on: &sheet)
    }
  }

  private func charge(
    _ index: Int, _ quantity: Fraction, on sheet: inout BillingSheet
  ) throws(PricingError) {
    guard !quantity.isZero else { return }
    try sheet.charge(
      quantity, .inquiries, at: brackets[index].price,
      .bracket(
        index: index, from: brackets.lowerBound(of: index), upTo: brackets[index].upTo,
        key: key, mode: mode))
  }

  func check(_ checker: inout ContractChecker) {
    brackets.check(&checker)
    checker.money("minimum", minimum)
    for (index, surcharge) in surcharges.enumerated() {
      checker.inside("surcharges[\(index)]") { surcharge.check(&$0) }
    }
  }
}

extension [PerConversationClause.Bracket] {
  func lowerBound(of index: Int) -> ExactDecimal {
    index == 0 ? .zero : (self[index - 1].upTo ?? .zero)
  }

  /// Calls `body` with each bracket's index and its part of `volume`.
  func forEachPart(
    of volume: Fraction, _ mode: TierMode, _ month: BilledMonth,
    _ body: (Int, Fraction) throws(PricingError) -> Void
  ) throws(PricingError) {
    for (index, bracket) in enumerated() {
      let top = bracket.upTo.map(Fraction.init(exactly:))
      let holdsAll = top.map { volume <= $0 } ?? true
      switch mode {
      case .slab:
        if holdsAll { return try body(index, volume) }
      case .graduated:
        let from = Fraction(exactly: lowerBound(of: index))
        try body(index, (holdsAll ? volume : (top ?? volume)).subtracting(from))
        if holdsAll { return }
      }
    }
    throw .volumeBeyondTiers(
      clause: month.clause, month.usage.month, volume: volume, last: last?.upTo ?? .zero)
  }

  func check(_ checker: inout ContractChecker) {
    let tiers = map { Tier(from: $0.from, upTo: $0.upTo, price: $0.price, unit: .perInquiry) }
    tiers.check(&checker, units: [.perInquiry], overflow: nil)
  }
}
