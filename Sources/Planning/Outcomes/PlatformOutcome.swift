// SPDX-License-Identifier: GPL-3.0-or-later

package import Calendars
package import Experiments
package import Inference
import Measures
import Money
package import Scenarios

/// What a platform's grades cost under a plan, beside its bill.
package struct PlatformOutcome: Sendable {
  package struct Month: Sendable {
    package let month: YearMonth
    /// Share of the month's days that are simulated, of which so much of a month's cost is counted.
    package let part: Double
    /// The rule's value as a ratio of expectations; nil without anything to grade.
    package let value: ConfidenceInterval?
    /// Share of replications in which the month falls into a grade that costs.
    package let probability: Double
    /// Mean yuan.
    package let cost: Double
  }

  package let terms: PlatformCost
  /// Yuan over the horizon, one value for each replication.
  package let cost: SampleSummary
  package let months: [Month]

  /// Mean number of months that cost.
  package var monthsMissed: Double { months.reduce(0) { $0 + $1.probability } }

  /// - Parameter replications: Of each its months, each by inquiry type.
  init(
    _ terms: PlatformCost, _ replications: [[ServiceMeasures]], _ scenario: Scenario
  ) throws {
    let layout = scenario.countLayout
    let typeCount = scenario.inquiryTypes.count
    let count = Double(max(1, replications.count))
    var totals = [Double](repeating: 0, count: replications.count)
    var rows: [Month] = []
    for (index, month) in scenario.horizon.months.enumerated() {
      let days = month.days
      let part =
        Double(days.intersection(scenario.horizon)?.count ?? 0) / Double(max(1, days.count))
      let parts = replications.map { replication in
        replication[index * typeCount..<(index + 1) * typeCount].sum(layout: layout)
          .parts(of: terms.measure)
      }
      let costs = parts.map { top, bottom -> Double? in
        bottom > 0 ? terms.grade(of: top / bottom).map { $0.cost.inYuan * part } : nil
      }
      for (replication, cost) in costs.enumerated() { totals[replication] += cost ?? 0 }
      rows.append(
        Month(
          month: month, part: part, value: ratio(parts.map(\.top), parts.map(\.bottom)),
          probability: Double(costs.count { $0 != nil }) / count,
          cost: costs.reduce(0) { $0 + ($1 ?? 0) } / count))
    }
    self.terms = terms
    months = rows
    cost = try SampleSummary(totals)
  }
}

extension [PlatformOutcome] {
  /// All rules together, one value for each replication; zeros without a rule.
  func totals(_ replications: Int) -> [Double] {
    reduce(into: [Double](repeating: 0, count: replications)) { sums, outcome in
      for (index, cost) in outcome.cost.values.enumerated() { sums[index] += cost }
    }
  }
}
