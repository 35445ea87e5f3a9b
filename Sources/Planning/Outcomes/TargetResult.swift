// SPDX-License-Identifier: GPL-3.0-or-later

package import Calendars
package import Inference
package import Scenarios

/// Whether a promise about service is kept, and how surely.
package struct TargetResult: Equatable, Sendable {
  package var target: ServiceTarget
  /// The measure over the target's scope: the year's, the worst month's, or the measure of the day
  /// that the target's share of days reaches (for a share of days: the share of days that keep it).
  package var value: ConfidenceInterval?
  /// The pessimistic end of the one-sided 95 % interval, which must keep the bound.
  package var pessimistic: Double
  package var isMet: Bool
  /// The month with the worst value, for targets that hold in every month.
  package var worstMonth: YearMonth?
}
