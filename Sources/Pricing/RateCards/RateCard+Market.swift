// SPDX-License-Identifier: GPL-3.0-or-later

import Money

/// Market figures published elsewhere (F9). They disagree with each other; each card names its line.
extension RateCard {
  private static func tenths(_ value: Int64) -> ExactDecimal {
    ExactDecimal(millionths: value * 100_000)
  }

  package static let marketPerConversation = RateCard(
    name: "market_per_conversation",
    entries: [
      Entry("conversation", tenths(8), tenths(9), tenths(15), .perInquiry, "F9a"),
      Entry("conversation_to_500_a_day", tenths(8), tenths(9), tenths(15), .perInquiry, "F9a"),
      Entry("conversation_beyond_500_a_day", tenths(7), tenths(7), tenths(7), .perInquiry, "F9a"),
      Entry("inquiry_0_to_200_a_day", tenths(15), tenths(18), tenths(20), .perInquiry, "F9b"),
      Entry("inquiry_200_to_500_a_day", tenths(12), tenths(14), tenths(15), .perInquiry, "F9b"),
      Entry("inquiry_above_500_a_day", tenths(8), tenths(10), tenths(12), .perInquiry, "F9b"),
    ])

  package static let marketPackages = RateCard(
    name: "market_packages",
    entries: [
      Entry("team_of_five", 20_000, 20_000, 20_000, .perMonth, "F9c"),
      Entry("further_100_inquiries", 300, 300, 300, .perBlockOf100, "F9c"),
      Entry("hybrid_seat", 3800, 3800, 3800, .perSeatMonth, "F9d"),
      Entry("hybrid_inquiry", tenths(9), tenths(9), tenths(9), .perInquiry, "F9d"),
    ])

  package static let marketSeats = RateCard(
    name: "market_seats",
    entries: [
      Entry("basic_seat", 2500, 3000, 3500, .perSeatMonth, "F9e"),
      Entry("professional_seat", 3500, 4250, 5000, .perSeatMonth, "F9e"),
      Entry("bilingual_seat", 5000, 6500, 8000, .perSeatMonth, "F9e"),
      Entry("night_18_to_24", 30, 30, 30, .percentSurcharge, "F9f"),
      Entry("round_the_clock", 100, 100, 100, .percentSurcharge, "F9f"),
      Entry("all_days_and_hours", 30, 40, 50, .percentSurcharge, "F9f"),
      Entry("ordinary_hour", 8, 12, 15, .perHour, "F9g"),
      Entry("expert_hour", 25, 32, 40, .perHour, "F9g"),
      Entry("promotion_hour", 50, 75, 100, .percentSurcharge, "F9g"),
    ])

  /// F9a: 0.9 for each conversation within 500 a day and 0.7 beyond, day by day.
  package static let perConversationClause = PerConversationClause(
    brackets: [
      PerConversationClause.Bracket(upTo: 500, price: UnitPrice(yuan: tenths(9))),
      PerConversationClause.Bracket(price: UnitPrice(yuan: tenths(7))),
    ])
}
