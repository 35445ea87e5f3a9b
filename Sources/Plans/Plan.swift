// SPDX-License-Identifier: GPL-3.0-or-later

package import Pricing
package import Scenarios

/// A way to staff, paired with a contract.
package struct Plan: Equatable, Sendable {
  /// Key of the plan, as in the scenario file.
  package var name: String
  /// Name for readers; empty repeats the key.
  package var title: String
  package var staffing: StaffingPlan
  package var contract: Contract

  package init(name: String, title: String = "", staffing: StaffingPlan, contract: Contract) {
    self.name = name
    self.title = title
    self.staffing = staffing
    self.contract = contract
  }
}
