// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
import Money
import Pricing
import Scenarios
import Wording

extension TieredClause: ReadableClause {
  static var assumable: [AssumedPrice] { [.tiers] }

  static func read(_ f: Fields) -> TieredClause? {
    let standard = RateCard.assumedTiered
    let tiers = f.optional(
      "tiers", Form<[Tier]>.list(of: Form<Tier>.tier, count: 1...1000),
      "Brackets of daily average. Left out: the rate card's assumed table.")
    var clause = TieredClause(tiers: tiers ?? standard.tiers)
    clause.mode = f.value(
      "mode", Form<TierMode>.word(), default: standard.mode, "One bracket, or each its part.")
    clause.key = f.value(
      "key", Form<Key>.word(), default: standard.key, "Which month's average counts.")
    clause.overflow =
      f.optional("overflow", Form<TierOverflow>.overflow, "Price above the last bracket.")
      ?? (f.has("tiers") ? nil : standard.overflow)
    clause.minimum = f.optional("minimum", Form<Money>.money(), "Least due for a month.")
    clause.startingAverage = f.optional(
      "starting_average", Form<ExactDecimal>.decimal,
      "Average before the first month, for key last_month.")
    clause.inquiryTypes = f.countedTypes
    clause.conversation = f.billableConversation()
    clause.surcharges = f.surcharges()
    return clause
  }
}

extension Form<Tier> {
  fileprivate static let tier = Form.object("tier") { f in
    let from = f.optional(
      "from", Form<ExactDecimal>.decimal, "Start, which must be the end of the tier before.")
    let upTo = f.optional(
      "up_to", Form<ExactDecimal>.decimal, "End, included; left out in the last tier.")
    let price = f.required("price", Form<UnitPrice>.price(), "Price in the tier's unit.")
    let unit = f.value("unit", Form<TierUnit>.word(), default: .monthlyFee, "What it is paid for.")
    return price.map { Tier(from: from, upTo: upTo, price: $0, unit: unit) }
  }
}

extension Form<TierOverflow> {
  fileprivate static let overflow = Form.object("overflow") { f in
    let price = f.required("price", Form<UnitPrice>.price(), "Price of what is beyond.")
    let unit = f.value(
      "unit", Form<TierUnit>.word(), default: .perMonthPerDailyInquiry, "What it is paid for.")
    return price.map { TierOverflow(price: $0, unit: unit) }
  }
}

extension PerConversationClause: ReadableClause {
  static var assumable: [AssumedPrice] { [.brackets] }

  static func read(_ f: Fields) -> PerConversationClause? {
    let standard = RateCard.perConversationClause
    let brackets = f.optional(
      "brackets",
      Form<[Bracket]>.list(of: Form<PerConversationClause.Bracket>.bracket, count: 1...1000),
      "Brackets of volume. Left out: 0.9 within 500 a day, 0.7 beyond.")
    let price = f.optional("price", Form<UnitPrice>.price(), "One price, in place of brackets.")
    if f.has("price"), f.has("brackets") {
      f.reading?.report(found: "both price and brackets", allowed: "one of them")
    }
    var clause = standard
    if let brackets { clause.brackets = brackets }
    if let price { clause.brackets = [Bracket(price: price)] }
    clause.mode = f.value(
      "mode", Form<TierMode>.word(), default: standard.mode, "One bracket, or each its part.")
    clause.key = f.value(
      "key", Form<Key>.word(), default: standard.key, "Volume that picks the bracket.")
    clause.minimum = f.optional("minimum", Form<Money>.money(), "Least due for a month.")
    clause.inquiryTypes = f.countedTypes
    clause.conversation = f.billableConversation()
    clause.surcharges = f.surcharges()
    return clause
  }
}

extension Form<PerConversationClause.Bracket> {
  fileprivate static let bracket = Form.object("bracket") { f in
    let from = f.optional(
      "from", Form<ExactDecimal>.decimal, "Start, which must be the end of the bracket before.")
    let upTo = f.optional(
      "up_to", Form<ExactDecimal>.decimal, "End, included; left out in the last bracket.")
    let price = f.required("price", Form<UnitPrice>.price(), "Yuan each.")
    return price.map { PerConversationClause.Bracket(from: from, upTo: upTo, price: $0) }
  }
}

extension PackageClause: ReadableClause {
  static var assumable: [AssumedPrice] { [.extraPrice] }

  static func read(_ f: Fields) -> PackageClause? {
    let monthly = f.optional(
      "monthly_fee", Form<UnitPrice>.price(), "For the whole package (20,000 is quoted).")
    let perSeat = f.optional(
      "fee_per_seat", Form<UnitPrice>.price(), "For each seat (3,800 is quoted).")
    let seats: SeatSource? =
      f.reading == nil || f.has("fee_per_seat") ? f.seats() : nil
    let terms = f.seatTerms()
    let included = f.required(
      "included", Form<Int>.integer(0...100_000_000),
      "Inquiries a month included; per seat with fee_per_seat.")
    let extra = f.value(
      "extra_price", Form<UnitPrice>.price(), default: .yuan(300), "For each further block.")
    let block = f.value(
      "block_size", Form<Int>.integer(1...1_000_000), default: 100, "Inquiries in one.")
    let blocks = f.value("blocks", Form<Blocks>.word(), default: .started, "Which blocks count.")
    let types = f.countedTypes
    let conversation = f.billableConversation()
    if f.reading != nil, f.has("monthly_fee") == f.has("fee_per_seat") {
      f.reading?.report(
        found: f.has("monthly_fee") ? "both monthly_fee and fee_per_seat" : "no fee",
        allowed: "monthly_fee or fee_per_seat")
    }
    var fee = monthly.map(Fee.perMonth)
    if let perSeat, let seats { fee = .perSeat(perSeat, seats) }
    guard let fee, let included else { return nil }
    var clause = PackageClause(
      fee: fee, included: included, extraPrice: extra, blockSize: block, blocks: blocks,
      inquiryTypes: types, conversation: conversation)
    clause.seatTerms = terms
    return clause
  }
}

extension OrderClause: ReadableClause {
  static var assumable: [AssumedPrice] { [] }

  static func read(_ f: Fields) -> OrderClause? {
    let brackets = f.required(
      "brackets",
      Form<[PerConversationClause.Bracket]>.list(
        of: Form<PerConversationClause.Bracket>.bracket, count: 1...1000),
      "Brackets of monthly orders.")
    let mode = f.value(
      "mode", Form<TierMode>.word(), default: .slab, "One bracket, or each its part.")
    let types = f.countedTypes
    return brackets.map { OrderClause(brackets: $0, mode: mode, inquiryTypes: types) }
  }
}

extension Fields {
  fileprivate func surcharges() -> [ConversationSurcharge] {
    value(
      "surcharges", Form<[ConversationSurcharge]>.list(of: Form<ConversationSurcharge>.surcharge),
      default: [], "Night hours or promotion dates.")
  }
}

extension Form<ConversationSurcharge> {
  fileprivate static let surcharge = Form.object("surcharge") { f in
    let hours = f.optional(
      "hours",
      Form<ClockSpan>.span.checked("full hours such as 18:00-24:00") {
        $0.start.secondsSinceMidnight % 3600 == 0 && $0.end.secondsSinceMidnight % 3600 == 0
      }, "Full clock hours.")
    let dates = f.optional("dates", Form<[DateSpan]>.dateSpans, "Dates.")
    let percentage = f.required("percentage", Form<Percentage>.percentage(), "Added to the price.")
    let allowsAboveHundred = f.allowsAboveHundred
    if f.reading != nil, f.has("hours") == f.has("dates") {
      f.reading?.report(
        found: f.has("hours") ? "both hours and dates" : "neither hours nor dates",
        allowed: "one of them")
    }
    guard let percentage else { return nil }
    let when: ConversationSurcharge.When? =
      dates.map { .dates($0) }
      ?? hours.map {
        .hours(
          start: $0.start.secondsSinceMidnight / 3600, end: $0.end.secondsSinceMidnight / 3600)
      }
    guard let when else { return nil }
    var surcharge = ConversationSurcharge(when, percentage)
    surcharge.allowsAboveHundred = allowsAboveHundred
    return surcharge
  }
}
