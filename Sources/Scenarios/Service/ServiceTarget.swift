// SPDX-License-Identifier: GPL-3.0-or-later

/// A promise about service: a measure, a bound and the stretch of time over which it must hold.
package struct ServiceTarget: Equatable, Sendable {
  package var measure: TargetMeasure
  /// The bound: a share in [0, 1] or seconds, as the measure says.
  package var bound: Double
  package var scope: TargetScope
  /// Inquiry types counted; empty means all.
  package var inquiryTypes: [String]

  package init(
    measure: TargetMeasure, bound: Double, scope: TargetScope = .year,
    inquiryTypes: [String] = []
  ) {
    self.measure = measure
    self.bound = bound
    self.scope = scope
    self.inquiryTypes = inquiryTypes
  }
}

/// The measures that a target can bind.
package enum TargetMeasure: Equatable, Sendable {
  /// Answered within the seconds ÷ all arrivals in open hours; at least the bound.
  case serviceLevel(within: Seconds)
  /// Wait plus first-reply delay ≤ 180 s ÷ all arrivals; at least the bound.
  case firstReplyWithinThreeMinutes
  /// Abandoned ÷ arrivals; at most the bound.
  case abandonment
  /// Mean wait of all arrivals in seconds; at most the bound.
  case meanWait

  /// Whether a larger value is better.
  package var wantsMore: Bool {
    switch self {
    case .serviceLevel, .firstReplyWithinThreeMinutes: true
    case .abandonment, .meanWait: false
    }
  }
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
