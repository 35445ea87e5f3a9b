// SPDX-License-Identifier: GPL-3.0-or-later

package import Planning
package import Plans

/// What is known of a state so far; later answers to the same state rest on more replications.
package struct LiveAnswer: Sendable {
  /// The page's own number of the move that is answered.
  package let sequence: Int
  /// Counts the answers to one move, from 1.
  package let step: Int
  /// With the settings.
  package let scenario: PlannedScenario
  package let comparison: Comparison
  /// Against the baseline, on as many replications; nil without one.
  package let change: ChangeReport?
  /// Whether it is what `inquiry compare --quick` says of the state: sizes searched, every replication.
  package let isSettled: Bool
  /// Plans whose searched sizes are held as another state has them, or as few replications found them.
  package let heldPlans: [String]
}
