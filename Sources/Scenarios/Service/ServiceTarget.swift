// SPDX-License-Identifier: GPL-3.0-or-later

package import Measures

/// A promise about service: a measure, a bound and the stretch of time over which it must hold.
package struct ServiceTarget: Equatable, Sendable {
  package var measure: Measure
  /// The bound: a share in [0, 1] or seconds, as the measure says.
  package var bound: Double
  package var scope: TargetScope
  /// Inquiry types counted; empty means all.
  package var inquiryTypes: [String]
  package var confidence: TargetConfidence

  package init(
    measure: Measure, bound: Double, scope: TargetScope = .year,
    inquiryTypes: [String] = [], confidence: TargetConfidence = .mean
  ) {
    self.measure = measure
    self.bound = bound
    self.scope = scope
    self.inquiryTypes = inquiryTypes
    self.confidence = confidence
  }
}

/// How surely a promise must hold.
package enum TargetConfidence: Equatable, Sendable {
  /// In the mean of the horizons that may come.
  case mean
  /// In this share of the horizons that may come, in (0, 1), over the whole scope: with a target of
  /// every month, all months of one horizon count together.
  case horizons(Double)

  /// The share of horizons that must keep the promise; nil where the mean decides.
  package var share: Double? { if case .horizons(let share) = self { share } else { nil } }

  /// What a promise is worth that says nothing else, where the demand carries doubt.
  package static let usual = TargetConfidence.horizons(0.9)
}

extension ServiceTarget {
  /// Whether a larger value of the measure is better.
  package var wantsMoreOfMeasure: Bool { measure.definition.target?.direction != .less }
}

/// The stretch of time over which a target must hold.
package enum TargetScope: Equatable, Sendable {
  /// Over the whole horizon, as a ratio of sums.
  case year
  /// In every calendar month.
  case everyMonth
  /// On at least this share of the days, in (0, 1].
  case shareOfDays(Double)
}
