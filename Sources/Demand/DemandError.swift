// SPDX-License-Identifier: GPL-3.0-or-later

package import Calendars

/// Why a stream's description does not give rates.
package enum DemandError: Error, Equatable, Sendable {
  /// A number outside its range; `field` is named as in `SeasonalDemand`.
  case outOfRange(stream: String, field: String, found: Double, allowed: String)
  /// A list of the wrong length.
  case wrongCount(stream: String, field: String, found: Int, allowed: [Int])
  /// A profile whose weights are all zero.
  case emptyProfile(stream: String, field: String)
  /// A phase that ends at or before its start.
  case emptyPhase(stream: String, wave: String, phase: String)
  case unknownTimeZone(stream: String, name: String)
  case unknownInquiryType(stream: String, name: String)
  /// No record of the history falls on a day of the horizon; `recorded` is what it covers.
  case historyOutsideHorizon(stream: String, recorded: DateSpan?, horizon: DateSpan)
}
