// SPDX-License-Identifier: GPL-3.0-or-later

package import Pricing

/// The contract as it was priced, and the invoices of every replication where lines were kept.
package struct PlanBilling: Sendable {
  package let pricer: ContractPricer
  /// In replication order; empty where no lines were kept.
  package let invoices: [Invoices]

  package init(pricer: ContractPricer, invoices: [Invoices]) {
    self.pricer = pricer
    self.invoices = invoices
  }
}
