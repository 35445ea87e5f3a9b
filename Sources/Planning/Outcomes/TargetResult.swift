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

  /// Whether the bound is missed by more than three half-widths of the interval.
  package var isFarFromMet: Bool { halfWidthsWithin.map { $0 < -3 } ?? false }

  /// Whether the bound is kept with more than three half-widths to spare.
  package var isFarBeyond: Bool { halfWidthsWithin.map { $0 > 3 } ?? false }

  private var halfWidthsWithin: Double? {
    guard let value, value.halfWidth.isFinite else { return nil }
    let bound = if case .shareOfDays(let wanted) = target.scope { wanted } else { target.bound }
    let room = target.wantsMore ? value.mean - bound : bound - value.mean
    return room == 0 ? 0 : room / value.halfWidth
  }
}
