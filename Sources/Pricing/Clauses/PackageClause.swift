// SPDX-License-Identifier: GPL-3.0-or-later

package import Money

/// A fee that includes a volume, and a price for what lies above it (F9c, F9d).
package struct PackageClause: Equatable, Sendable, BillingClause {
  package static let kind = ClauseKind.package
  package static let example = PackageClause(
    fee: .perSeat(.yuan(3800), .staffed(group: "staff")), included: 2000, extraPrice: .yuan(1))
  package var terms: ClauseTerms { .package(self) }

  package enum Fee: Equatable, Sendable {
    /// One fee a month for the whole package.
    case perMonth(UnitPrice)
    /// A fee per seat and month; the included volume is per seat too.
    case perSeat(UnitPrice, SeatSource)
  }

  /// What is charged for a block that is not full.
  package enum Blocks: String, CaseIterable, Sendable {
    /// A block begun is charged whole.
    case started
    /// Only full blocks are charged.
    case full
    /// In proportion.
    case exact
  }

  package var fee: Fee
  /// When the number of seats may change.
  package var seatTerms = SeatTerms.assumed
  /// Inquiries a month included in one fee; reduced by days in a part month (R6).
  package var included: Int
  /// Price of each further block.
  package var extraPrice: UnitPrice
  /// Inquiries in one block; 1 charges each inquiry.
  package var blockSize: Int
  package var blocks: Blocks
  package var inquiryTypes: [String]
  package var conversation: EffectiveConversation?

  package init(
    fee: Fee, included: Int, extraPrice: UnitPrice, blockSize: Int = 1, blocks: Blocks = .started,
    inquiryTypes: [String] = [], conversation: EffectiveConversation? = nil
  ) {
    self.fee = fee
    self.included = included
    self.extraPrice = extraPrice
    self.blockSize = blockSize
    self.blocks = blocks
    self.inquiryTypes = inquiryTypes
    self.conversation = conversation
  }

  var needs: ClauseNeeds {
    ClauseNeeds(
      inquiryTypes: inquiryTypes, conversations: .defined(conversation), people: seats?.people,
      result: nil)
  }
  var phase: BillingPhase { .charge }
  var detail: UsageDetail { .months }
  var isPricedByVolume: Bool { true }
  var singlePrice: UnitPrice? { nil }
  var scope: Contract.Scope { .chat }
  func billing(group: String) -> PackageClause {
    guard case .perSeat(let price, let seats) = fee else { return self }
    var clause = self
    clause.fee = .perSeat(price, seats.billing(group: group))
    return clause
  }
  func requiredColumns(_ options: ReadingOptions) -> [UsageColumn] {
    [.inquiries] + (seats?.requiredColumns ?? [])
  }
  func warning(plan: String, clause: String, in language: ExplanationLanguage) -> String? { nil }

  private var seats: SeatSource? {
    if case .perSeat(_, let seats) = fee { seats } else { nil }
  }

  func charge(_ month: BilledMonth, on sheet: inout BillingSheet) throws(PricingError) {
    var packages = month.servedMonths
    switch fee {
    case .perMonth(let price):
      try sheet.charge(
        packages, .months, at: price,
        .partMonth(days: month.servedDays, dayBase: month.dayBase))
    case .perSeat(let price, let seats):
      let days = try seats.seatDays(in: month)
      packages = month.months(ofDays: days)
      try sheet.charge(
        packages, .seatMonths, at: price, .seatDays(days, dayBase: month.dayBase))
    }
    let count = try month.conversations()
    let free = try packages.multiplied(by: Fraction(Int64(included)))
    let excess = try Fraction(count).subtracting(free)
    guard excess > .zero else { return }
    try sheet.charge(
      blockCount(excess), blockSize == 1 ? .inquiries : .blocks, at: extraPrice,
      .beyondIncluded(count: count, included: free, blockSize: blockSize))
  }

  private func blockCount(_ excess: Fraction) throws(PricingError) -> Fraction {
    guard blockSize > 1 else { return excess }
    let blocks = try excess.multiplied(by: Fraction(unchecked: 1, Int64(blockSize)))
    switch self.blocks {
    case .started: return Fraction(blocks.roundedUp)
    case .full: return Fraction(blocks.roundedDown)
    case .exact: return blocks
    }
  }

  func check(_ checker: inout ContractChecker) {
    switch fee {
    case .perMonth(let price): checker.price("fee", price)
    case .perSeat(let price, let seats):
      checker.price("fee", price)
      seats.check(&checker)
    }
    checker.range("included", included, 0...1_000_000_000)
    checker.price("extra_price", extraPrice)
    checker.range("block_size", blockSize, 1...1_000_000)
  }
}
