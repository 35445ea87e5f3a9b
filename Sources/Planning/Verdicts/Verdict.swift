// SPDX-License-Identifier: GPL-3.0-or-later

package import Calendars
package import Experiments
package import Inference
package import Pricing

/// The owner's question answered, as values; words are made where it is shown.
///
/// Plans are named by their keys. Amounts are yuan over the horizon unless named otherwise.
package struct Verdict: Equatable, Sendable {
  package var recommendation: Recommendation
  package var outsourcing: OutsourcingAnswer
  /// The kinds of firm (F29) that the figures show, strongest first; may be empty.
  package var firmKinds: [FirmKind]
  package var evidence: [Evidence]
  package var warnings: [Warning]
  package var changes: [Change]
  /// Seats of the recommended plan by month; empty without a recommended plan.
  package var seats: [SeatsInMonth]
  package var priceOfBeingWrong: PriceOfBeingWrong?
  package var assumedPrices: [AssumedPrices]
  package var assumedValues: [AssumedValue]
  /// Where the service is bought: the own team at its best; nil where it was compared so, or none was found.
  package var ownTeamAtBest: OwnTeamAtBest?

  /// Before anything is known.
  static let empty = Verdict(
    recommendation: .nothingToRank, outsourcing: .cannotTell, firmKinds: [], evidence: [],
    warnings: [], changes: [], seats: [], priceOfBeingWrong: nil, assumedPrices: [],
    assumedValues: [])

  package enum Recommendation: Equatable, Sendable {
    /// Cheapest of the plans that meet the targets, and surely so; nil margin if it stands alone.
    case winner(plan: String, runnerUp: String?, margin: PairedDifference?)
    /// The differences are surely smaller than what matters; choose by other reasons.
    case equivalent(plans: [String])
    /// The leader is cheapest so far; the figures cannot tell it from the others.
    case noWinnerYet(leader: String, contenders: [String], replications: Int?)
    /// No plan surely meets the targets; the cheapest of those that may, what is open of it, and the
    /// replications that would tell.
    case targetsUndecided(leader: String, open: [TargetResult], replications: Int?)
    /// Every chat plan misses a target; the nearest one and what it misses.
    case nobodyMeetsTargets(nearest: String, missed: [TargetResult])
    /// No plan is a chat plan.
    case nothingToRank
  }

  package enum OutsourcingAnswer: Equatable, Sendable {
    /// Buy the service; saves so much against the own team where one was compared.
    case outsource(savingAgainstOwnTeam: ConfidenceInterval?)
    case keepOwnTeam(saving: ConfidenceInterval)
    /// The recommended plan mixes own staff with bought shifts or seats.
    case combine
    case cannotTell
  }

  package struct SeatsInMonth: Equatable, Sendable {
    package var month: YearMonth
    /// Mean seats of all groups.
    package var seats: Double
    package var shifts: Int
  }

  /// Prices of a clause that the scenario leaves out.
  package struct AssumedPrices: Equatable, Sendable {
    package var plan: String
    package var clause: String
    package var prices: [AssumedPrice]
    /// Share of the clause's present prices at which the cheapest plan changes: above 1 for the
    /// recommended plan, below 1 for another; nil where no share does, or the plan does not count.
    package var turn: Double?
  }

  /// What else the scenario leaves out, or takes from elsewhere.
  package enum AssumedValue: Equatable, Sendable {
    /// Customers answered by these bought groups buy as often as those of any other.
    case conversion(groups: [String])
    /// Promotions that are dated by another year's.
    case promotionDates([DatedElsewhere])
    /// Promotions by these names whose dates no source is sure of.
    case uncertainDates([String])
    /// Mean seconds from opening until a message of the night is of no use.
    case overnightPatience(Double)
    /// What missing a grade by these rules costs a month.
    case platformCosts(rules: [String])
    /// How small the recommended plan's pool may be.
    case pool(PoolFloor)
  }

  package struct DatedElsewhere: Equatable, Sendable {
    /// Name of the wave.
    package var promotion: String
    /// The year of which its dates are.
    package var year: Int

    package init(promotion: String, year: Int) {
      self.promotion = promotion
      self.year = year
    }
  }

  /// An own team whose people were written by hand, with the sizes by month that keep its targets for less.
  package struct OwnTeamAtBest: Equatable, Sendable {
    package var plan: String
    package var cost: ConfidenceInterval
    /// What the bought plan saves against it, on the same customers; below zero where the team costs less.
    package var saving: ConfidenceInterval
    /// Whether the bought plan too is taken with sizes by month, at which it costs less than as written.
    package var areBothSized: Bool

    package init(
      plan: String, cost: ConfidenceInterval, saving: ConfidenceInterval, areBothSized: Bool
    ) {
      self.plan = plan
      self.cost = cost
      self.saving = saving
      self.areBothSized = areBothSized
    }
  }

  package struct PriceOfBeingWrong: Equatable, Sendable {
    package var plan: String
    package var expectedRegret: Double
    package var worstRegret: Double
    /// What knowing the year's volume beforehand would be worth at most.
    package var valueOfPerfectInformation: Double
  }
}

/// The kinds of business for which outsourcing is said to be right (F29).
package enum FirmKind: String, CaseIterable, Sendable {
  case startUp = "start_up"
  case seasonal
  case fastGrowing = "fast_growing"
  case costSensitive = "cost_sensitive"
  case coreElsewhere = "core_elsewhere"
  case international
}
