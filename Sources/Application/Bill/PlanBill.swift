// SPDX-License-Identifier: GPL-3.0-or-later

import Experiments
import Plans
package import Pricing
import Scenarios

/// What one contract makes of recorded months.
package struct PlanBill: Sendable {
  /// Key of the plan, or name of the contract.
  package let plan: String
  /// Name for readers.
  package let title: String
  package let contract: Contract
  package let outcome: Outcome

  package enum Outcome: Sendable {
    case priced(Ledger)
    /// The contract cannot be priced on the records.
    case refused(BillRefusal)
  }

  package init(plan: String, title: String = "", contract: Contract, outcome: Outcome) {
    self.plan = plan
    self.title = title.isEmpty ? plan : title
    self.contract = contract
    self.outcome = outcome
  }

  package var ledger: Ledger? {
    if case .priced(let ledger) = outcome { ledger } else { nil }
  }

  package var invoices: Invoices? { ledger?.invoices }
}

extension PlanBill {
  /// A plan's contract on recorded months, or why it has no price.
  init(_ plan: Plan, _ records: RecordedUsage, _ scenario: Scenario, life: ContractLife) {
    let (contract, usage) = plan.priced(on: records, in: scenario)
    let outcome: Outcome
    do throws(LedgerError) {
      outcome = .priced(try Ledger(contract, usage: usage, life: life))
    } catch {
      if case .pricing(.unknownGroup(_, let group, _)) = error, plan.staffing.sizing != nil {
        outcome = .refused(.sizeOpen(error, group: group))
      } else {
        outcome = .refused(BillRefusal(error, contract, usage))
      }
    }
    self.init(plan: plan.name, title: plan.title, contract: contract, outcome: outcome)
  }
}
