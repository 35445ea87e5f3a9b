// SPDX-License-Identifier: GPL-3.0-or-later

package import Experiments
package import Pricing
import Scenarios

/// A plan on a shared pool as its provider sees it, in yuan over the horizon.
package struct ProviderView: Sendable {
  package var plan: String
  /// What the pool's people cost, all shops together.
  package var poolCost: Double
  /// The shop's part of the work that the pool did, one value for each replication, in [0, 1].
  package var workShare: SampleSummary
  /// Pool cost × the shop's part of the work: idle time is carried by those who are served.
  package var costToServe: SampleSummary
  package var costPerInquiry: SampleSummary
  package var revenue: SampleSummary
  package var margin: SampleSummary
  /// Share of replications in which the plan loses money.
  package var lossProbability: Double
  package var quote: [QuotedTier]
}

/// A bracket of the tier table that a provider should quote.
package struct QuotedTier: Equatable, Sendable {
  /// Upper bound in daily inquiries.
  package var upTo: Double
  /// Yuan a month that keep the wanted margin at the bracket's upper bound, at the wanted risk.
  package var monthlyFee: Double
  /// Cost of a month at the upper bound, at the wanted risk.
  package var costAtBound: Double
}

extension ProviderView {
  /// The provider's margin and the terms of its staff.
  package struct Terms: Sendable {
    /// Margin on the fee, in [0, 1).
    package var margin: Double
    /// Share of years in which the margin may be missed, in (0, 1).
    package var risk: Double
    /// Upper bounds of the brackets to quote, daily inquiries, ascending.
    package var brackets: [Double]
    /// Terms of employment of the pool's people; the group is set by the pool's lines.
    package var employment: InHouseClause

    package init(
      margin: Double = 0.2, risk: Double = 0.05, brackets: [Double] = [50, 100, 200, 400, 800],
      employment: InHouseClause = InHouseClause(group: "")
    ) {
      self.margin = margin
      self.risk = risk
      self.brackets = brackets
      self.employment = employment
    }
  }
}
