// SPDX-License-Identifier: GPL-3.0-or-later

package import Experiments

/// The yearly cost of every ranked plan over multiples of the scenario's volume.
///
/// The same customers are thinned or joined by more of the same, so neighbouring points share their
/// randomness and the curves are smooth.
package struct BreakEvenCurve: Equatable, Sendable {
  package var points: [Point]
  package var crossings: [Crossing]

  package struct Point: Equatable, Sendable {
    /// Factor on the demand; 1 is the scenario.
    package var multiple: Double
    /// The shop's inquiries a day, averaged over the horizon.
    package var dailyInquiries: Double
    /// Mean yuan over the horizon for each plan; nil where the contract refuses the volume.
    package var costs: [PlanCost]
  }

  package struct PlanCost: Equatable, Sendable {
    package var plan: String
    package var mean: Double?
    package var answer: TargetAnswer
    /// What was found at this volume where the plan is sized.
    package var sizesFound: SizeChoice?
    package var sizeFound: Int? { sizesFound?.uniform }
  }

  /// A volume at which the cheaper of two plans changes.
  package struct Crossing: Equatable, Sendable {
    /// Cheaper below the volume.
    package var below: String
    /// Cheaper above it.
    package var above: String
    package var multiple: Double
    package var dailyInquiries: Double
    /// Whether one plan is priced by volume and the other by seats.
    package var isVolumeAgainstSeats: Bool
    /// Multiples between which the crossing certainly lies on these customers.
    package var bracket: ClosedRange<Double>
    /// What the plan below does of its targets at the bracket's lower end.
    package var belowAnswer: TargetAnswer
    /// What the plan above does of them at the bracket's upper end.
    package var aboveAnswer: TargetAnswer

    package func isOf(_ plan: String) -> Bool { below == plan || above == plan }
  }
}
