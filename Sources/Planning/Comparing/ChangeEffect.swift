// SPDX-License-Identifier: GPL-3.0-or-later

package import Calendars
import Experiments
package import Inference
import Measures

/// What a change of the scenario does: the same plans before and after it, on common random numbers.
///
/// Customers of days and streams that the change leaves alone are the same in both, so that the
/// paired differences show the change and not another draw.
package struct ChangeEffect: Sendable {
  package let before: Comparison
  package let after: Comparison
  /// The shop's inquiries over the horizon.
  package let volume: Change
  /// Inquiry types of either scenario; one that the other lacks has none there.
  package let types: [(name: String, inquiries: Change)]
  package let months: [(month: YearMonth, inquiries: Change)]
  /// Plans that both scenarios have, in the order of the changed one.
  package let plans: [PlanChange]

  /// A mean before and after, and the interval of the paired difference, after − before.
  package struct Change: Equatable, Sendable {
    package let before: Double
    package let after: Double
    package let difference: ConfidenceInterval
  }

  /// - Throws: `PlanningError.differentHorizons`; `InferenceError` where replications are too few.
  package init(before: Comparison, after: Comparison) throws {
    guard before.horizon == after.horizon else { throw PlanningError.differentHorizons }
    self.before = before
    self.after = after
    guard let old = before.plans.first?.performance, let new = after.plans.first?.performance else {
      throw PlanningError.noCommonPlan
    }
    volume = try Change(
      old.totals.map { $0.counts[.arrivals] }, new.totals.map { $0.counts[.arrivals] })
    let names = new.types.map(\.name)
    let gone = old.types.map(\.name).filter { !names.contains($0) }
    types = try (names + gone).map { name in
      (name, try Change(old.arrivals(ofType: name), new.arrivals(ofType: name)))
    }
    months = try new.months.indices.map { month in
      (
        new.months[month].month,
        try Change(old.arrivals(inMonth: month), new.arrivals(inMonth: month))
      )
    }
    plans = try after.plans.compactMap { plan in
      try before.plan(plan.name).map { try PlanChange(before: $0, after: plan) }
    }
    guard !plans.isEmpty else { throw PlanningError.noCommonPlan }
  }
}

/// A plan before and after a change.
package struct PlanChange: Sendable {
  package let before: PlanOutcome
  package let after: PlanOutcome
  /// Yuan over the horizon.
  package let cost: ChangeEffect.Change
  package let netResult: ChangeEffect.Change
  package let salesLost: ChangeEffect.Change
  package let orders: ChangeEffect.Change
  /// Shares of arrivals, ratios of expectations; nil where nobody came.
  package let abandonment: ChangeEffect.Change?
  package let serviceLevel: ChangeEffect.Change?

  init(before: PlanOutcome, after: PlanOutcome) throws {
    self.before = before
    self.after = after
    cost = try .init(before.cost.total.values, after.cost.total.values)
    netResult = try .init(before.commerce.netResult.values, after.commerce.netResult.values)
    salesLost = try .init(before.commerce.salesLost.values, after.commerce.salesLost.values)
    orders = try .init(before.commerce.orders.values, after.commerce.orders.values)
    let ratio = { (measure: Measure) throws -> ChangeEffect.Change? in
      let (old, new) = (before.performance.totals, after.performance.totals)
      let pairs = min(old.count, new.count)
      let first = measure.linearized(old.prefix(pairs).lazy.map(\.counts))
      let second = measure.linearized(new.prefix(pairs).lazy.map(\.counts))
      return first.isEmpty || second.isEmpty ? nil : try .init(first, second)
    }
    abandonment = try ratio(.abandonment)
    serviceLevel = try ratio(.serviceLevel)
  }
}

extension ChangeEffect.Change {
  /// From one value for each replication; where one run has more of them, the common ones.
  fileprivate init(_ before: [Double], _ after: [Double]) throws(InferenceError) {
    let pairs = min(before.count, after.count)
    let (old, new) = (Array(before.prefix(pairs)), Array(after.prefix(pairs)))
    difference = try PairedDifference(new, minus: old).interval
    self.before = old.reduce(0, +) / Double(pairs)
    self.after = new.reduce(0, +) / Double(pairs)
  }

  /// Whether every replication was the same before and after.
  package var isNothing: Bool { difference.mean == 0 && !(difference.halfWidth > 0) }

  /// Difference ÷ before; nil where there was nothing before.
  package var relative: Double? { before > 0 ? difference.mean / before : nil }
}

extension PerformanceReport {
  /// Arrivals of a type in each replication; zero for a type that is not there.
  fileprivate func arrivals(ofType name: String) -> [Double] {
    guard let type = types.firstIndex(where: { $0.name == name }) else {
      return monthlyArrivals.map { _ in 0 }
    }
    return monthlyArrivals.map { cells in
      stride(from: type, to: cells.count, by: types.count).reduce(0) { $0 + cells[$1] }
    }
  }

  /// Arrivals of a month in each replication.
  fileprivate func arrivals(inMonth month: Int) -> [Double] {
    monthlyArrivals.map { cells in
      cells[month * types.count..<(month + 1) * types.count].reduce(0, +)
    }
  }
}
