// SPDX-License-Identifier: GPL-3.0-or-later

package import Calendars
import Experiments
import Inference
import Money
import Planning
import Plans
import Pricing
import Scenarios

/// A received invoice beside what the contract makes of the recorded customers, simulated.
package struct BackcastBill: Equatable, Sendable {
  /// A clause of a month.
  package struct Row: Equatable, Sendable {
    package let month: YearMonth
    package let clause: String
    /// Yuan of the invoice; nil where it has no such line.
    package let recorded: Double?
    /// Mean yuan over replications, and what lies around 80 % of them.
    package let mean: Double
    package let low: Double
    package let high: Double

    package var isInside: Bool {
      recorded.map { $0 >= low - 0.005 && $0 <= high + 0.005 } ?? false
    }
  }

  package let rows: [Row]
  /// Months of the invoice of which the record has a part alone, or nothing.
  package let leftOut: [YearMonth]

  /// - Parameter past: On the days of the record, with its arrivals; its one plan has its people.
  /// - Throws: What the contract refuses.
  static func run(
    _ past: PlannedScenario, against path: String, threads: Int,
    _ report: (ReadingNote) -> Void
  ) async throws -> BackcastBill {
    let received = try ReceivedInvoice.read(path, report)
    var evaluation = try GroupEvaluation(past.plans, scenario: past.scenario)
    try await evaluation.run(upTo: past.experiment.replications, threads: threads)
    let ledger = evaluation.ledgers[0]
    if let refusal = ledger.firstRefusal {
      throw PlanningError.contract(plan: ledger.plan.name, refusal)
    }
    let invoices = ledger.charges.compactMap(\.invoices)
    let months = past.horizon.months.filter { month in
      past.horizon.contains(month.firstDay) && past.horizon.contains(month.lastDay)
    }
    var rows: [Row] = []
    for month in months {
      var sums: [String: Double] = [:]
      for line in received.lines where line.month == month {
        sums[line.clause, default: 0] += line.amount.inYuan
      }
      guard !sums.isEmpty else { continue }
      let names = invoices.first?.clauseNames ?? []
      for clause in names + sums.keys.sorted().filter({ !names.contains($0) }) {
        let amounts = invoices.map { invoice in
          invoice.lines.filter { $0.month == month && invoice.clauseName(of: $0) == clause }
            .reduce(0) { $0 + $1.amount.inYuan }
        }
        let order = try OrderStatistics(sorting: amounts)
        guard sums[clause] != nil || amounts.contains(where: { $0 != 0 }) else { continue }
        rows.append(
          Row(
            month: month, clause: clause, recorded: sums[clause],
            mean: amounts.reduce(0, +) / Double(max(1, amounts.count)),
            low: order.quantile(0.1), high: order.quantile(0.9)))
      }
    }
    let billed = Set(received.lines.map(\.month))
    return BackcastBill(rows: rows, leftOut: billed.filter { !months.contains($0) }.sorted())
  }
}
