// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
import Money
import Pricing
import Testing

struct ContractValidationTests {
  private func problem(_ terms: ClauseTerms) -> ContractProblem? {
    Fixture.contract(terms).validate().first
  }

  private func tiers(_ tiers: Tier...) -> ClauseTerms {
    .tiered(TieredClause(tiers: tiers))
  }

  @Test func `a gap between tiers names the tier, what was found and where it must start`() {
    let found = problem(
      tiers(
        Tier(upTo: 100, price: .yuan(900), unit: .monthlyFee),
        Tier(from: 150, upTo: 200, price: .yuan(1600), unit: .monthlyFee)))
    #expect(
      found
        == ContractProblem(
          path: "clauses[0].tiers[1].from", found: "150",
          rule: .bracketsMustMeet(previousEnd: "100")))
  }

  @Test func `overlapping, falling and open middle tiers are refused`() {
    let first = Tier(upTo: 100, price: .yuan(900), unit: .monthlyFee)
    #expect(
      problem(tiers(first, Tier(from: 80, upTo: 200, price: .yuan(1), unit: .monthlyFee)))?.path
        == "clauses[0].tiers[1].from")
    #expect(
      problem(tiers(first, Tier(upTo: 100, price: .yuan(1), unit: .monthlyFee)))?.rule
        == .bracketsMustRise)
    #expect(
      problem(tiers(Tier(upTo: nil, price: .yuan(1), unit: .monthlyFee), first))?.rule
        == .onlyLastBracketMayBeOpen)
    #expect(problem(.tiered(TieredClause(tiers: [])))?.rule == .mustNotBeEmpty)
  }

  @Test func `a percentage above one hundred needs a word`() {
    var clause = BaseAndCommissionClause(
      seats: .agreed(1), commission: [.init(rate: Percentage(150))])
    #expect(
      problem(.baseAndCommission(clause))
        == ContractProblem(
          path: "clauses[0].commission[0].rate", found: "150%", rule: .percentageNeedsWord))
    clause.allowsAboveHundred = true
    #expect(problem(.baseAndCommission(clause)) == nil)
    var night = SeatClause(seats: .agreed(1), surcharge: Percentage(200))
    #expect(problem(.seats(night))?.rule == .percentageNeedsWord)
    night.allowsAboveHundred = true
    #expect(problem(.seats(night)) == nil)
    #expect(
      Fixture.contract(.seats(night), options: ReadingOptions(taxRate: Percentage(106)))
        .validate().map(\.rule) == [.percentageAboveHundred], "no word allows such a tax")
  }

  @Test func `negative prices and counts, empty names and duplicates are refused`() {
    #expect(
      problem(.seats(SeatClause(seats: .agreed(1), monthlyPrice: .yuan(-1))))?.path
        == "clauses[0].monthly_price")
    #expect(
      problem(.seats(SeatClause(seats: .agreed(-1))))?.path == "clauses[0].agreed_seats")
    #expect(
      problem(.shifts(ShiftClause(group: "")))?.rule == .mustNotBeEmpty)
    var contract = Fixture.contract(
      .seats(SeatClause(seats: .agreed(1))), .seats(SeatClause(seats: .agreed(1))))
    contract.clauses[1].name = contract.clauses[0].name
    #expect(contract.validate().map(\.rule) == [.duplicateName])
  }

  @Test func `several problems are reported together, in the order of the contract`() {
    let contract = Fixture.contract(
      .seats(SeatClause(seats: .agreed(1), monthlyPrice: .yuan(-1))),
      .trial(TrialClause(months: 0)), .trial(TrialClause()))
    #expect(
      contract.validate().map(\.path)
        == ["clauses[0].monthly_price", "clauses[1].months", "clauses[2].kind"])
  }

  @Test func `a graduated rate each by last month's average contradicts itself`() {
    let clause = TieredClause(
      tiers: [Tier(upTo: nil, price: .yuan(1), unit: .perInquiry)], mode: .graduated,
      key: .lastMonth)
    #expect(
      problem(.tiered(clause))?.rule
        == .cannotCombine(
          with: "mode: graduated and key: last_month",
          instead: "monthly_fee or per_month_per_daily_inquiry, or mode: slab, or key: this_month"))
  }

  @Test func `an overflow of each inquiry by last month's average contradicts itself`() {
    let tier = { (unit: TierUnit) in Tier(upTo: 90, price: .yuan(1), unit: unit) }
    var clause = TieredClause(
      tiers: [tier(.monthlyFee)], key: .lastMonth,
      overflow: TierOverflow(price: .yuan(2), unit: .perInquiry))
    #expect(problem(.tiered(clause))?.path == "clauses[0].overflow.unit")
    clause.tiers = [tier(.perInquiry)]
    clause.overflow?.unit = .perMonthPerDailyInquiry
    #expect(problem(.tiered(clause))?.path == "clauses[0].tiers[0].unit")
    clause.overflow = nil
    #expect(problem(.tiered(clause)) == nil, "one price each can be picked in advance")
  }

  @Test func `a contract that bills nothing or in no currency is refused`() {
    #expect(
      Fixture.contract(.trial(TrialClause())).validate()
        == [ContractProblem(path: "clauses", found: "trial", rule: .mustBill)])
    var contract = Fixture.contract(.seats(SeatClause(seats: .agreed(1))))
    contract.currency = "yuan"
    #expect(contract.validate().map(\.path) == ["currency"])
  }

  @Test func `more seats than are held cannot be returned, whatever the order of writing`() throws {
    let changes = [
      SeatChange.returned(3, lastDay: try Fixture.date("2026-03-09")),
      .added(2, from: try Fixture.date("2026-03-10")),
    ]
    #expect(problem(.seats(SeatClause(seats: .agreed(1, changes: changes)))) == nil)
    let more = changes + [.returned(1, lastDay: try Fixture.date("2026-03-05"))]
    #expect(
      problem(.seats(SeatClause(seats: .agreed(1, changes: more))))
        == ContractProblem(
          path: "clauses[0].seat_changes[0].returned", found: "3",
          rule: .mustBeWithin("at most the 2 seats held then")))
  }

  @Test func `an invalid contract is never priced`() throws {
    let contract = Fixture.contract(.tiered(TieredClause(tiers: [])))
    #expect(throws: PricingError.invalidContract(contract.validate())) {
      try contract.price([Fixture.month("2026-03")], schema: Fixture.schema)
    }
  }
}
