// SPDX-License-Identifier: GPL-3.0-or-later

package import Pricing

/// The usage of every replication with the contract that prices it; invoice lines on demand.
package struct PlanBilling: Sendable {
  package let pricer: ContractPricer
  /// For each replication the months, in order.
  package let usage: [[MonthlyUsage]]

  package init(pricer: ContractPricer, usage: [[MonthlyUsage]]) {
    self.pricer = pricer
    self.usage = usage
  }

  package var replications: Int { usage.count }

  /// The invoices of one replication, with their lines.
  ///
  /// - Throws: `PricingError` where the contract refuses the volume.
  package func invoices(replication: Int) throws(PricingError) -> Invoices {
    try pricer.invoices(for: usage[replication])
  }
}
