// SPDX-License-Identifier: GPL-3.0-or-later

package import Experiments
package import Inference
package import Scenarios

/// The sizes that a search tried: seats → service → cost.
package struct SizingTable: Sendable {
  package var plan: String
  package var subject: Sizing.Subject
  /// Ascending by size.
  package var rows: [Row]
  /// The least size that meets every target; where none within the range does, the least of which it
  /// is open; nil where all miss.
  package var chosen: Int?
  /// Where the search began, by queueing theory.
  package var firstGuess: Int

  package struct Row: Equatable, Sendable {
    package var size: Int
    /// Fewer than asked for where the first of them were far from the targets.
    package var replications: Int
    /// Most agents on duty at once at this size: lines whose windows never meet do not add up.
    package var peakOnDuty: Int
    package var service: ServiceOutcome
    package var targets: [TargetResult]
    package var answer: TargetAnswer { targets.answer }
    /// Yuan over the horizon; nil where the contract refuses it.
    package var cost: ConfidenceInterval?
    package var netResult: ConfidenceInterval?
  }
}
