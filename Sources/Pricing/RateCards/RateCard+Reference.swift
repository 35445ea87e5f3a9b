// SPDX-License-Identifier: GPL-3.0-or-later

import Money

extension RateCard {
  /// The reference card: long-term, short-term, full-service and in-house prices (F5–F28).
  package static let reference = RateCard(
    name: "reference",
    entries: [
      Entry("base", 1500, 1500, 1500, .perSeatMonth, "F5"),
      Entry("commission", 1, 2, 3, .percentOfSales, "F5"),
      Entry("dedicated_seat", 4500, 5000, 5500, .perSeatMonth, "F6"),
      Entry("tier_50", 800, 900, 900, .perMonth, "F7", isAssumption: true),
      Entry("tier_100", 1600, 1600, 1600, .perMonth, "F7", isAssumption: true),
      Entry("tier_200", 2800, 2800, 2800, .perMonth, "F7", isAssumption: true),
      Entry("tier_400", 4800, 4800, 4800, .perMonth, "F7", isAssumption: true),
      Entry("tier_800", 8800, 8800, 8800, .perMonth, "F7", isAssumption: true),
      Entry("tier_overflow", 10, 10, 10, .perDailyInquiryMonth, "F7", isAssumption: true),
      Entry("after_sale_seat", 4500, 5000, 5500, .perSeatMonth, "F8"),
      Entry("promotion_shift", 200, 200, 200, .perShift, "F10"),
      Entry("statutory_holiday_shift", 200, 300, 300, .perShift, "F11"),
      Entry("annual_fee", 160_000, 160_000, 160_000, .perYear, "F14"),
      Entry("sales_commission", 15, 15, 15, .percentOfSales, "F14"),
      Entry("late_fee", 5, 5, 5, .percentPerDay, "F16"),
      Entry("late_fee_after_30_days", 20, 20, 20, .percentPerDay, "F16"),
      Entry("late_termination", 100_000, 100_000, 100_000, .once, "F16"),
      Entry("early_exit", 50_000, 50_000, 50_000, .once, "F17"),
      Entry("poaching", 200_000, 200_000, 200_000, .perPerson, "F18"),
      Entry("wage_first_or_second_tier_city", 4000, 4000, 6000, .perPersonMonth, "F25"),
      Entry("wage_third_or_fourth_tier_city", 3000, 3000, 4500, .perPersonMonth, "F25"),
      Entry("social_insurance", 30, 30, 30, .percentOfWage, "F25", isAssumption: true),
      Entry("workplace", 600, 600, 600, .perPersonMonth, "F25", isAssumption: true),
      Entry("equipment", 150, 150, 150, .perPersonMonth, "F25", isAssumption: true),
      Entry("training", 0, 500, 2000, .perPerson, "F26", isAssumption: true),
      Entry("part_timer", 18, 23, 25, .perHour, "F27", isAssumption: true),
    ])
}
