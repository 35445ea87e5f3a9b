// SPDX-License-Identifier: GPL-3.0-or-later

package import Calendars

/// What would have been advised at one date of the past, and what then came.
package struct Decision: Equatable, Sendable {
  /// The period decided on, right after what was known.
  package let days: DateSpan
  /// The advice, then the rules that planners use.
  package let choices: [Choice]
  /// The fewest that would have kept the promise; nil where no size of the plan would have.
  package let hindsight: Int?
  /// Yuan of the period with them, at the plan's contract; nil without such a size or price.
  package let hindsightCost: Double?

  package init(
    days: DateSpan, choices: [Choice], hindsight: Int?, hindsightCost: Double? = nil
  ) {
    self.days = days
    self.choices = choices
    self.hindsight = hindsight
    self.hindsightCost = hindsightCost
  }

  package struct Choice: Equatable, Sendable {
    package let rule: DecisionRule
    package let size: Int
    /// Whether the promise was kept with what came.
    package let isKept: Bool
    /// Yuan of the period at the plan's contract; nil where it has no price for what came.
    package let cost: Double?

    package init(rule: DecisionRule, size: Int, isKept: Bool, cost: Double? = nil) {
      self.rule = rule
      self.size = size
      self.isKept = isKept
      self.cost = cost
    }
  }

  /// Yuan that a choice costs more than hindsight, below zero for less; nil where either has no price.
  package func extraCost(of choice: Choice) -> Double? {
    hindsightCost.flatMap { best in choice.cost.map { $0 - best } }
  }

  package func choice(_ rule: DecisionRule) -> Choice? { choices.first { $0.rule == rule } }
}

/// A way to choose a size.
package enum DecisionRule: String, CaseIterable, Sendable {
  /// Fit, then `fewest` at the promise's confidence.
  case advice
  /// The same, with the promise kept in the mean of the horizons.
  case mean
  /// Erlang C at the busiest interval of the week, by the mean of the last four weeks.
  case erlangC = "erlang_c"
  /// Work of the mean open interval × 1.15.
  case meanLoad = "mean_load"
  /// Work of the busiest interval × 1.5.
  case peakLoad = "peak_load"
  /// What would have been right in the period before.
  case lastPeriod = "last_period"
}

/// What a rule has done over all periods.
package struct RuleRecord: Equatable, Sendable {
  package let rule: DecisionRule
  package let periods: Int
  package let kept: Int
  /// Share of periods kept, at 95 % (Wilson).
  package let keptShare: ClosedRange<Double>
  /// Mean size over mean hindsight, less one, of periods that some size would have kept; nil without.
  package let excess: Double?
  /// Mean yuan of a period beyond those of hindsight, over the periods of which both are known; nil
  /// without.
  package let extraCost: Double?

  /// Nil for a rule that chose nothing.
  package init?(_ rule: DecisionRule, _ decisions: [Decision]) {
    let own = decisions.compactMap { decision in
      decision.choice(rule).map { (choice: $0, hindsight: decision.hindsight) }
    }
    let extra = decisions.compactMap { decision in
      decision.choice(rule).flatMap(decision.extraCost)
    }
    extraCost = extra.isEmpty ? nil : extra.reduce(0, +) / Double(extra.count)
    guard !own.isEmpty else { return nil }
    self.rule = rule
    periods = own.count
    kept = own.count { $0.choice.isKept }
    let (n, p) = (Double(periods), Double(kept) / Double(periods))
    let z = 1.959964
    let middle = (p + z * z / (2 * n)) / (1 + z * z / n)
    let half =
      z / (1 + z * z / n) * (p * (1 - p) / n + z * z / (4 * n * n)).squareRoot()
    keptShare = max(0, middle - half)...min(1, middle + half)
    let judged = own.filter { $0.hindsight != nil }
    let best = judged.reduce(0) { $0 + ($1.hindsight ?? 0) }
    excess =
      best > 0 ? Double(judged.reduce(0) { $0 + $1.choice.size }) / Double(best) - 1 : nil
  }
}
