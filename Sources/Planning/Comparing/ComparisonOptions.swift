// SPDX-License-Identifier: GPL-3.0-or-later

import Experiments
package import Measures

/// How a comparison is run.
package struct ComparisonOptions: Sendable {
  /// Nil takes the scenario's number.
  package var replications: Int?
  package var threads: Int
  /// Multiples of the volume for the break-even curve, ascending; empty leaves it out.
  package var volumeMultiples: [Double]
  /// Replications behind each point of the curve.
  package var curveReplications: Int
  /// Differences of yearly cost below this (yuan) do not matter.
  package var indifference: Double
  /// Probability that no wrong winner is named.
  package var level: Double
  /// A measure of service to be known to a relative half-width; nil for as many replications as
  /// asked.
  package var servicePrecision: ServicePrecision?
  /// Most replications that a wanted precision or an open target may take; nil allows 10,000 for a
  /// precision and four times the replications asked for a target.
  package var largestReplications: Int?
  package var scenarioHash: String
  /// Whether plans sized by hand are sized by month too, to say what that would save.
  package var suggestsSizes: Bool
  /// Whether the spread of the horizons is split by its causes, where the demand carries doubt.
  package var splitsSpread: Bool
  /// Whether outcomes keep their intervals, which pictures and `intervals.csv` need.
  package var keepsIntervals: Bool

  package init(
    replications: Int? = nil, threads: Int = 1,
    volumeMultiples: [Double] = [0.25, 0.5, 1, 2], curveReplications: Int = 3,
    indifference: Double = 0, level: Double = 0.95,
    servicePrecision: ServicePrecision? = nil, largestReplications: Int? = nil,
    scenarioHash: String = "", suggestsSizes: Bool = false, splitsSpread: Bool = false,
    keepsIntervals: Bool = true
  ) {
    self.splitsSpread = splitsSpread
    self.suggestsSizes = suggestsSizes
    self.replications = replications
    self.threads = threads
    self.volumeMultiples = volumeMultiples
    self.curveReplications = curveReplications
    self.indifference = indifference
    self.level = level
    self.servicePrecision = servicePrecision
    self.largestReplications = largestReplications
    self.scenarioHash = scenarioHash
    self.keepsIntervals = keepsIntervals
  }

  func validate() throws(PlanningError) {
    for (field, value) in [
      ("replications", replications ?? 1), ("threads", threads),
      ("curve_replications", curveReplications),
      ("largest_replications", largestReplications ?? 1),
    ] where value < 1 {
      throw .outOfRange(field: field, found: Double(value), allowed: "1 or more")
    }
    for multiple in volumeMultiples where !(multiple > 0 && multiple <= 1000) {
      throw .outOfRange(field: "volume_multiples", found: multiple, allowed: "above 0, up to 1000")
    }
  }
}

/// How well a measure of service must be known under every plan.
package struct ServicePrecision: Equatable, Sendable {
  package var measure: Measure
  /// Half-width of the interval ÷ mean.
  package var relative: Double

  package init(_ measure: Measure, relative: Double) {
    self.measure = measure
    self.relative = relative
  }
}

/// How far a comparison has come.
package struct PlanningProgress: Equatable, Sendable {
  package enum Phase: String, Sendable {
    case plans
    /// Shifts of one plan: staffings simulated.
    case planning
    case precision
    case sizing
    case breakEven = "break_even"
    case spread
  }

  package var phase: Phase
  /// Key of the plan in hand, where it is one plan's.
  package var plan: String?
  package var done: Int
  package var total: Int
}
