// SPDX-License-Identifier: GPL-3.0-or-later

package import Calendars
package import Experiments
package import Inference

extension Verdict {
  /// A measured reason (F29, F30).
  package enum Evidence: Equatable, Sendable {
    /// Busiest day ÷ mean day, and busiest month ÷ mean month, of the shop's inquiries, growth taken
    /// out.
    case seasonality(dayPeakToMean: Double, monthPeakToMean: Double, peak: CivilDate)
    /// Growth of the level per year; 0.2 is +20 %.
    case growth(perYear: Double)
    /// Open hours a day, averaged over the week, and what eight hours of own staff leave uncovered.
    /// Open hours a day, and those beyond the eight of one shift (F3).
    case hoursToCover(perDay: Double, beyondEight: Double)
    /// The cheapest plan with own staff only against the cheapest bought one that meets the targets.
    case ownTeam(
      plan: String, cost: Double, targets: TargetAnswer, bought: String, boughtCost: Double)
    /// Open posts ÷ (open posts + own agents).
    case vacancies(open: Int, own: Int)
    case languages([String], timeZones: [String])
    /// The next promotion with its lift, and the days until it starts.
    case campaign(name: String, start: CivilDate, lift: Double)
    /// Cost of the recommended (or cheapest) plan ÷ sales attributed to chat.
    case costShareOfSales(Double)
    /// Inquiries a day; small shops have less than one agent's work.
    case volume(dailyInquiries: Double, workOfAgents: Double)
  }

  package enum Warning: Equatable, Sendable {
    /// A plan cheaper than the recommended one that misses a target: a low price alone (F31).
    case cheapButBelowTarget(plan: String, saves: Double, TargetResult)
    case serviceBelowTarget(plan: String, TargetResult)
    /// Whether the plan keeps a target cannot be told from these replications; it costs so much less
    /// than the recommended one where that is above zero.
    case targetUndecided(plan: String, saves: Double, TargetResult)
    /// In this month service is much worse than over the year.
    case worstMonth(plan: String, month: YearMonth, abandonment: Double)
    /// What the clause itself has to say before signing.
    case clause(plan: String, clause: String)
    case poolSizeAssumed(plans: [String])
    /// When the seats of plans with sizes by period may change is not written in their contracts.
    case seatTermsAssumed(plans: [String])
    /// The recommended plan brings its provider less than the pool's people cost for this shop: the
    /// price may not last, or the service not (F31). Yuan over the horizon.
    case belowCostToServe(plan: String, revenue: Double, cost: Double)
    case widerInScope(plan: String)
    /// Fewer than 30 replications.
    case fewReplications(Int)
    /// The contract refused the volume of so many replications; the plan is not ranked.
    case volumeRefused(plan: String, replications: Int)
    /// The size searched for was not found within its range.
    case sizeNotFound(plan: String, largest: Int)
    /// People of these lines work, and no clause of a contract that bills people bills them.
    case peopleNotBilled(plan: String, lines: [String])
    /// The bill takes so many people as already there, and the shop says that it has others; written,
    /// or for want of a number the whole team of the first month.
    case ownTeamsDiffer(plan: String, billed: Int, shop: Int, isWritten: Bool)
    /// The largest size allowed for a line is not enough in some periods.
    case largestSizeIsTooFew(plan: String, line: String, periods: [String], largest: Int)
    /// Cheaper sizes by period that these replications neither clear nor refuse: what they would save in
    /// all, and the replications that would tell.
    case cheaperSizesOpen(plan: String, saves: Double, replications: Int?)
    /// The search began at this size, which is enough: a smaller one may do.
    case smallestSizeIsEnough(plan: String, size: Int, isPercent: Bool)
    /// The contract runs on fewer days of the horizon than are simulated, and only they are billed.
    case partOfHorizonBilled(plan: String, days: Int, of: Int)
    /// The roster leaves open half hours without anybody for a type: shares of all inquiries that
    /// arrive then, and of these that are not answered.
    case unstaffed(plan: String, arriving: Double, lost: Double)
    /// The speeds of a group with more chats than its curve has were extrapolated.
    case speedsExtrapolated(group: String, measured: Int, limit: Int)
    /// No date says when the level holds, and the horizon is too short for the growth to show.
    case growthFromAssumed(stream: String, perYear: Double, date: CivilDate)
    /// No target is written, so plans are judged by cost alone.
    case noTargets
    /// Nobody arrives in open hours, so that no service is measured.
    case noCustomers
  }

  /// What would make another plan win.
  package enum Change: Equatable, Sendable {
    /// Below or above this volume another plan is cheaper.
    case volume(dailyInquiries: Double, multiple: Double, winnerBeyond: String, isAbove: Bool)
    /// The plan wins once the price of a clause falls to this: yuan per unit where the clause has
    /// one price, otherwise a percentage of all its prices.
    case price(plan: String, clause: String, from: String, to: String)
    /// No single clause is large enough: the plan wins once all its prices fall to this share.
    case allPrices(plan: String, to: Double)
    /// The plan would win if the targets it misses were given up.
    case targets(plan: String, saves: Double)
    /// Sized by month instead of by hand the plan would save so much, and do so of its targets; below
    /// zero it would cost more to meet them.
    case sizing(plan: String, saves: Double, TargetAnswer)
    /// The plan wins on net result, by the sales that it keeps or, where it costs less than the
    /// recommended one, in spite of those that it loses.
    case netResult(
      plan: String, gains: ConfidenceInterval, costsLess: Bool, answer: TargetAnswer)
  }
}
