// SPDX-License-Identifier: GPL-3.0-or-later

package import Calendars
package import Measures
package import Money

/// A shop, its customers, its agents and its rules: what is simulated, without a contract.
package struct Scenario: Equatable, Sendable {
  package var name: String
  /// A sentence or two on what the scenario teaches; may be empty.
  package var summary: String
  package var seed: UInt64
  /// Where a replication takes its doubt and its days from other seeds than its customers; nil takes
  /// all from `seed`.
  package var demandSeeds: DemandSeeds?
  /// Days simulated; the first and the last count.
  package var horizon: DateSpan
  /// IANA name of the shop's time zone.
  package var timeZone: String
  package var serviceWindow: ServiceWindow
  package var closedHours: ClosedHoursRule
  /// How messages that waited for opening are worked off; nil where they come as live chats.
  package var overnight: OvernightMessages?
  /// Intervals in which customers and staff are counted.
  package var interval: IntervalLength
  package var inquiryTypes: [InquiryType]
  package var demand: [DemandStream]
  /// Orders placed without an inquiry.
  package var silentOrders: SilentOrders?
  /// Share in [0, 1] of sales that the shop keeps before the cost of chat.
  package var grossMargin: Double
  /// Refunded share of sales in [0, 1].
  package var refundShare: Double
  package var agentGroups: [AgentGroup]
  package var routing: RoutingRules
  package var serviceTargets: [ServiceTarget]
  /// Wait up to which an answer counts for the reported service level.
  package var acceptableWait: Seconds
  /// Measures wanted beside those that every result has.
  package var measures: [Measure]
  /// What platforms' grades cost the shop.
  package var platformCosts: [PlatformCost]
  /// Rules by which chats are graded beside the measures, day by day.
  package var gradedRules: [ScoreCounting] = []
  package var experiment: ExperimentSettings
  package var shop: ShopFacts

  package init(
    name: String, summary: String = "", seed: UInt64 = 1, horizon: DateSpan,
    timeZone: String = "Asia/Shanghai",
    serviceWindow: ServiceWindow, closedHours: ClosedHoursRule = .lost,
    interval: IntervalLength = .halfHour,
    inquiryTypes: [InquiryType], demand: [DemandStream], silentOrders: SilentOrders? = nil,
    grossMargin: Double = 1, refundShare: Double = 0, agentGroups: [AgentGroup],
    routing: RoutingRules = RoutingRules(), serviceTargets: [ServiceTarget] = [],
    acceptableWait: Seconds = 60, measures: [Measure] = [],
    platformCosts: [PlatformCost] = [],
    experiment: ExperimentSettings = ExperimentSettings(), shop: ShopFacts = ShopFacts(),
    overnight: OvernightMessages? = nil
  ) {
    self.name = name
    self.summary = summary
    self.seed = seed
    self.horizon = horizon
    self.timeZone = timeZone
    self.serviceWindow = serviceWindow
    self.closedHours = closedHours
    self.overnight = overnight
    self.interval = interval
    self.inquiryTypes = inquiryTypes
    self.demand = demand
    self.silentOrders = silentOrders
    self.grossMargin = grossMargin
    self.refundShare = refundShare
    self.agentGroups = agentGroups
    self.routing = routing
    self.serviceTargets = serviceTargets
    self.acceptableWait = acceptableWait
    self.measures = measures
    self.platformCosts = platformCosts
    self.experiment = experiment
    self.shop = shop
  }
}

/// Orders that customers place without asking.
package struct SilentOrders: Equatable, Sendable {
  /// Orders a day on an ordinary day, moved by the same season as the inquiries.
  package var perDay: Double
  package var orderValue: Money

  package init(perDay: Double, orderValue: Money) {
    self.perDay = perDay
    self.orderValue = orderValue
  }
}

/// How the scenario is simulated.
package struct ExperimentSettings: Equatable, Sendable {
  package var replications: Int
  /// Days simulated before the horizon's measures begin, for desks that never close.
  package var warmUpDays: Int
  /// Hours of these days, the last ones, in which customers come; nil is all of them. Whole half
  /// hours.
  package var warmUpHours: Double?
  /// Relative half-width of the yearly cost's interval at which replications stop; nil runs
  /// exactly `replications`.
  package var relativePrecision: Double?
  package var antithetic: Bool

  package init(
    replications: Int = 30, warmUpDays: Int = 0, relativePrecision: Double? = nil,
    antithetic: Bool = false, warmUpHours: Double? = nil
  ) {
    self.replications = replications
    self.warmUpDays = warmUpDays
    self.warmUpHours = warmUpHours
    self.relativePrecision = relativePrecision
    self.antithetic = antithetic
  }
}

extension Scenario {
  /// Counts a measure too, where it is not counted anyway.
  package mutating func ask(for measure: Measure) {
    let isCounted = !measure.definition.uses.isEmpty || measures.contains(measure)
    if !isCounted { measures.append(measure) }
  }

  /// Where contacts are counted: up to every threshold that a result, a target or a measure that is
  /// asked for needs.
  package var countLayout: CountLayout {
    let measures =
      MeasureRegistry.all.filter { !$0.uses.isEmpty }.map { Measure($0) } + measures
      + serviceTargets.map(\.measure) + platformCosts.map(\.measure)
      + gradedRules.map { Measure.scorecard($0) }
    let wait = acceptableWait.value
    var scores: [ScoreCounting] = []
    for case let score? in measures.map(\.score)
    where !scores.contains(where: { $0.key == score.key }) {
      scores.append(score)
    }
    return CountLayout(
      acceptableWait: wait,
      thresholds: Set(measures.flatMap { $0.thresholds(acceptableWait: wait) }), scores: scores)
  }
}

/// What is known of the shop beyond its chats, as evidence for the verdict (F29, F30).
package struct ShopFacts: Equatable, Sendable {
  /// Posts for own chat staff that are open and not filled.
  package var openPosts: Int
  /// Own chat staff today; nil where nothing is said.
  package var ownAgents: Int?
  /// Languages that customers write in.
  package var languages: [String]

  package init(openPosts: Int = 0, ownAgents: Int? = nil, languages: [String] = []) {
    self.openPosts = openPosts
    self.ownAgents = ownAgents
    self.languages = languages
  }
}
