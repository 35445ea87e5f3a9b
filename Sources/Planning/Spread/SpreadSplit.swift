// SPDX-License-Identifier: GPL-3.0-or-later

package import Inference
package import Scenarios

/// What makes the horizons that may come differ: what the estimate leaves open, the days, and chance.
package struct SpreadSplit: Equatable, Sendable {
  /// Key of the plan whose cost and service are told.
  package var plan: String
  package var figures: [Figure]

  /// A figure of a whole horizon.
  package struct Figure: Equatable, Sendable {
    package var quantity: Quantity
    package var mean: Double
    /// The estimate (level, growth, hours, promotions), the days within it, and chance within both.
    package var parts: NestedVariance

    /// In the figure's unit.
    package var deviation: Double { parts.variance.squareRoot() }

    package func part(_ source: Source) -> NestedVariance.Part {
      switch source {
      case .estimate: parts.outer
      case .days: parts.inner
      case .chance: parts.chance
      }
    }
  }

  package enum Quantity: Equatable, Sendable {
    /// Inquiries of the horizon.
    case volume
    /// Yuan over the horizon.
    case cost
    /// What this target measures, over its scope.
    case service(ServiceTarget)
  }

  package enum Source: String, CaseIterable, Sendable {
    /// Level, growth, hours and promotions, which the history leaves open.
    case estimate
    /// Busy and quiet days, and days that nothing announces.
    case days
    /// Who comes when, how long a chat takes, who is patient.
    case chance
  }

  package func figure(_ isWanted: (Quantity) -> Bool) -> Figure? {
    figures.first { isWanted($0.quantity) }
  }
}
