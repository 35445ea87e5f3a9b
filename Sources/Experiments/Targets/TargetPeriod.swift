// SPDX-License-Identifier: GPL-3.0-or-later

package import Calendars
package import Inference

/// A target in one stretch of time.
package struct TargetPeriod: Equatable, Sendable {
  /// Nil for the whole horizon.
  package var month: YearMonth?
  /// The measure, or the share of days that keep the bound; nil without anything to measure.
  package var value: ConfidenceInterval?
  /// What is promised of it: the target's bound, or its share of days.
  package var bound: Double
  /// What the replications say of this stretch alone; of the horizon, of the target as it is scoped.
  package var answer: TargetAnswer
  /// The end of the two-sided 90 % interval by which it is judged.
  package var pessimistic: Double
  /// Replications that keep the promise in it; those in which nobody came keep it.
  package var kept: Int
  /// All replications.
  package var replications: Int

  package init(
    month: YearMonth?, value: ConfidenceInterval?, bound: Double, answer: TargetAnswer,
    pessimistic: Double, kept: Int, replications: Int
  ) {
    self.month = month
    self.value = value
    self.bound = bound
    self.answer = answer
    self.pessimistic = pessimistic
    self.kept = kept
    self.replications = replications
  }
}
