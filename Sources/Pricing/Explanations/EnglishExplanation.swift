// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
import Money

enum EnglishExplanation {
  static func text(_ explanation: Explanation) -> String {
    switch explanation {
    case .seatDays(let days, let base):
      "\(days) seat-days ÷ \(base) days of the month"
    case .seatsFrom(let count, let days): "\(count) seats from \(days.first) to \(days.last)"
    case .partMonth(let days, let base):
      days == base ? "a full month" : "part month: \(days) of \(base) days, first and last counted"
    case .surcharge(let percentage): "surcharge of \(percentage) on the price"
    case .conversationSurcharge(let percentage, let concerned, let all):
      "surcharge of \(percentage) for \(concerned) of \(all) conversations"
    case .commission(let basis, let wholeShop, let orders):
      commission(basis, wholeShop: wholeShop, orders: orders)
    case .tier(let index, let from, let upTo, let average, let source, let mode):
      "tier \(index + 1) (\(range(from, upTo)) a day, \(word(mode))): "
        + "\(decimal(average)) inquiries a day, \(word(source))"
    case .overflow(let average, let source, let above):
      "above the last tier of \(above) a day: \(decimal(average)) inquiries a day, \(word(source))"
    case .bracket(_, let from, nil, _, _) where from == 0: "one price for all"
    case .bracket(let index, let from, let upTo, let key, let mode):
      "bracket \(index + 1) (\(range(from, upTo)) \(word(key)), \(word(mode)))"
    case .beyondIncluded(let count, let included, let block):
      "\(count) inquiries less \(decimal(included)) included"
        + (block == 1 ? "" : ", in blocks of \(block)")
    case .shiftKind(let kind): word(kind)
    case .annualFee(let year):
      "fee for contract year \(year), due at its start and not prorated"
    case .minimum(let least): "brings the charge up to the minimum of \(least)"
    case .ladder(let step, let value):
      "step \(step + 1) of the ladder: measured \(decimal(value, places: 4))"
    case .holidayPay(let shifts, let wages):
      "\(shifts) shifts on statutory holidays: \(decimal(wages)) daily wages beside the monthly wage"
    case .hiring(let reason, let people):
      "wage before the first productive day for \(persons(people)) \(word(reason))"
    case .training(let reason, let people):
      "training of \(persons(people)) \(word(reason))"
    case .own(_, let words, _): words
    }
  }

  private static func commission(
    _ basis: ReadingOptions.SalesBasis, wholeShop: Bool, orders: Int64?
  ) -> String {
    let sales =
      wholeShop ? "all sales of the shop, silent orders included" : "sales attributed to agents"
    let refunds = basis == .gross ? "before refunds" : "net of refunds"
    let value = orders.map { "; rate by the average value of \($0) orders" } ?? ""
    return "commission on \(sales), \(refunds)\(value)"
  }

  private static func range(_ from: ExactDecimal, _ upTo: ExactDecimal?) -> String {
    upTo.map { "above \(from) up to \($0)" } ?? "above \(from)"
  }

  private static func decimal(_ value: Fraction, places: Int = 2) -> String {
    value.rounded(toPlaces: places).description
  }

  private static func word(_ source: Explanation.AverageSource) -> String {
    switch source {
    case .thisMonth: "this month's average"
    case .lastMonth: "last month's average"
    case .agreedStart: "the agreed starting average"
    case .firstMonthItself: "the first month's own average"
    }
  }

  private static func word(_ mode: TierMode) -> String {
    switch mode {
    case .slab: "the whole month at one tier"
    case .graduated: "each tier prices its own part"
    }
  }

  private static func word(_ key: PerConversationClause.Key) -> String {
    switch key {
    case .eachDay: "each day"
    case .dailyAverage: "a day on average"
    case .monthTotal: "a month"
    }
  }

  private static func word(_ kind: ShiftKind) -> String {
    switch kind {
    case .ordinary: "ordinary days"
    case .promotion: "promotion days"
    case .statutoryHoliday: "statutory holidays"
    case .night: "nights"
    }
  }

  private static func persons(_ count: Fraction) -> String {
    "\(decimal(count)) \(count == .one ? "person" : "people")"
  }

  private static func word(_ hiring: Explanation.Hiring) -> String {
    switch hiring {
    case .hiredAhead: "hired ahead (a month's mean rounded up to whole people)"
    case .leaversReplaced: "replacing leavers"
    }
  }
}
