// SPDX-License-Identifier: GPL-3.0-or-later

package import Experiments
package import Inference

/// What the rest of a day will bring, and which changes pay.
package struct TodayOutlook: Sendable {
  /// A count over replications.
  package struct Band: Equatable, Sendable {
    package let mean: Double
    /// Between them lie 80 % of the replications.
    package let low: Double
    package let high: Double
  }

  /// A target over the day.
  package struct Target: Sendable {
    /// Of those who came so far; nil where nobody did.
    package let soFar: Double?
    /// Whether that is the record's, and not simulated.
    package let isRecorded: Bool
    /// Of those who come from now on, at 95 %.
    package let rest: ConfidenceInterval?
    /// Of all of them.
    package let day: TargetResult
    /// How probably the day keeps it.
    package let probability: ConfidenceInterval
  }

  /// An open interval of the day.
  package struct Slot: Sendable {
    /// Its place in the day.
    package let place: Int
    /// Whether it lies before now as a whole.
    package let isPast: Bool
    /// From now on.
    package let customers: Band
    /// By target; nil where nobody comes.
    package let values: [ConfidenceInterval?]
    /// Customers (or seconds) by which the interval breaks a target, the worst of them; negative where
    /// all are kept.
    package let shortfall: Double
    /// People who can take chats, by group of the scenario.
    package let onDuty: [Double]
  }

  /// A change, and what it does to the day, paired on the same customers.
  package struct Effect: Sendable {
    package enum Verdict: String, CaseIterable, Sendable {
      case helps, undecided
      /// Less than a customer and a point of probability, either way.
      case negligible
      case harms
    }

    package let change: TodayChange
    /// On the probability that the day keeps every target, in shares of one.
    package let probability: ConfidenceInterval
    /// On each target's measure over the day.
    package let values: [ConfidenceInterval]
    /// Customers (or seconds) of the endangered target who are kept by it.
    package let saved: ConfidenceInterval
    /// Yuan of contribution that would be lost with unanswered customers.
    package let contribution: ConfidenceInterval
    package let verdict: Verdict
    /// Targets that it surely makes worse, by their places.
    package let harmed: [Int]

    /// Yuan for each customer (or second) saved; nil without a price or a saving.
    package var price: Double? {
      guard let cost = change.cost, saved.mean > 0 else { return nil }
      return cost / saved.mean
    }
  }

  package let question: TodayQuestion
  /// From now on.
  package let customers: Band
  package let targets: [Target]
  /// How probably the day keeps every target.
  package let probability: ConfidenceInterval
  package let slots: [Slot]
  /// The target that the day most likely breaks, by its place.
  package let endangered: Int
  /// Those that help first, the cheapest saving first; then those that cannot be told, then harms.
  package let effects: [Effect]
  /// Changes that were tried on few replications and left there.
  package let screened: Int
  /// Changes taken together, one after another, until the day is safe or none helps.
  package let steps: [Step]

  /// One more change on top of those before it.
  package struct Step: Sendable {
    package let change: TodayChange
    /// How probably the day keeps every target with all changes so far.
    package let probability: ConfidenceInterval
    /// The endangered target over the day.
    package let value: ConfidenceInterval?
    /// Yuan of all changes so far; nil where one has no price.
    package let cost: Double?
  }

  /// Of the open intervals ahead, where most is missing; nil where every interval keeps every target.
  package var worst: Slot? {
    slots.filter { !$0.isPast && $0.shortfall > 0 }.max { $0.shortfall < $1.shortfall }
  }
}

extension TodayOutlook.Band {
  init(_ values: [Double]) {
    let order = try? OrderStatistics(sorting: values)
    self.init(
      mean: values.reduce(0, +) / Double(max(1, values.count)), low: order?.quantile(0.1) ?? 0,
      high: order?.quantile(0.9) ?? 0)
  }
}
