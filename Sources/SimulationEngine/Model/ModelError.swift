// SPDX-License-Identifier: GPL-3.0-or-later

/// Why a scenario, its staffing and its arrivals cannot be simulated together.
package enum ModelError: Error, Equatable, Sendable {
  /// A law's parameter is out of range; `place` is the scenario key, as `types.presale.patience`.
  case invalidLaw(place: String, found: Double, allowed: String)
  /// A number outside its range; `place` as above.
  case outOfRange(place: String, found: Double, allowed: String)
  /// Service that takes no time at all: its speed could not be measured.
  case zeroLengthService(inquiryType: String)
  /// No agent of the plan may answer the type.
  case noAgent(inquiryType: String)
  /// The reserve takes every slot that could ever answer another type.
  case reserveLeavesNothing(slots: Int, rostered: Int, reserved: String, never: String)
  case unknownInquiryType(place: String, name: String)
  case duplicateName(place: String, name: String)
  /// Arrivals, staffing and scenario speak of different days, types or groups.
  case mismatchedParts(String)
  case emptyScenario(String)
  /// The horizon has more days than fit.
  case horizonTooLong(days: Int, allowed: Int)
}
