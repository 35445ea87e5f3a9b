// SPDX-License-Identifier: GPL-3.0-or-later

/// Seeds of the parts of demand that a replication draws as a whole, before any customer.
///
/// Held while the scenario's seed changes, they give the same year, or the same days, with other
/// customers: what the parts of a spread are told apart by.
package struct DemandSeeds: Hashable, Sendable {
  /// Of what the estimate leaves open: level, growth, hours and promotions.
  package var estimate: UInt64
  /// Of busy and quiet days, and of days that nothing announces.
  package var days: UInt64

  package init(estimate: UInt64, days: UInt64) {
    self.estimate = estimate
    self.days = days
  }
}
