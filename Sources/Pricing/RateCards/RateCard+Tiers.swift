// SPDX-License-Identifier: GPL-3.0-or-later

import Money

extension RateCard {
  /// The default tier table (F7): an assumption within the fact's range, monthly fee by daily
  /// average.
  package static let assumedTierTable: [Tier] = [
    Tier(upTo: 50, price: .yuan(900), unit: .monthlyFee),
    Tier(upTo: 100, price: .yuan(1600), unit: .monthlyFee),
    Tier(upTo: 200, price: .yuan(2800), unit: .monthlyFee),
    Tier(upTo: 400, price: .yuan(4800), unit: .monthlyFee),
    Tier(upTo: 800, price: .yuan(8800), unit: .monthlyFee),
  ]

  /// 10 yuan a month for each inquiry of daily average above the last tier (F7).
  package static let assumedTierOverflow = TierOverflow(
    price: .yuan(10), unit: .perMonthPerDailyInquiry)

  /// The default tiered clause (F7): the assumed table by slab, with its overflow.
  package static let assumedTiered = TieredClause(
    tiers: assumedTierTable, overflow: assumedTierOverflow)
}
