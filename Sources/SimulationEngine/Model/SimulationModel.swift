// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
package import Demand
package import Scenarios
package import Workforce

/// A scenario, a roster and its arrivals, compiled to dense tables: the last place that throws.
///
/// A model is immutable and may be simulated from any number of threads.
package struct SimulationModel: Sendable {
  static let speedLevels = 65
  static let daysAllowed = 40_000

  package let plan: ArrivalPlan
  package let seed: UInt64
  let demandSeeds: DemandSeeds
  /// Names of types and groups, in the order of every index.
  package let inquiryTypes: [String]
  package let groupNames: [String]
  package let agentCount: Int
  /// Intervals of the horizon.
  package let intervalCount: Int
  package let interval: IntervalLength
  /// Number of the horizon's first day.
  let firstDay: Int

  let isAntithetic: Bool
  let types: [TypeRule]
  let groups: [GroupRule]
  let eligibilities: [Eligibility]
  /// The same by group: which types a group serves, in the scenario's order.
  let skills: [Eligibility]
  /// Handling for group × type where a group has a law of its own; empty where none has.
  let groupWork: [Sampler]
  /// Ranks for group × type under the priority selection where a group has an order of its own; empty
  /// where none has.
  let groupRanks: [Double]
  /// Whether a group may be shut to a type until it has waited.
  let overflows: Bool
  let aliases: [AliasRow]
  let burstDelays: [Sampler]
  /// Speed of each chat for group × open chats (`speedLevels` a group).
  let speeds: [Double]
  let agentGroups: [Int32]
  let calendar: [CalendarEvent]
  let absences: Absences
  let rules: RoutingRules
  let closedHours: ClosedHoursRule
  /// Nil where nothing is answered as messages from opening on.
  let overnightPatience: Sampler?
  /// Where contacts are counted.
  package let contactLayout: ContactLayout
  let startTime: Double
  let endTime: Double
  /// Whether agents need clocks beside their work: messages, closing phases, idle closes.
  let usesTimers: Bool
  let usesMessages: Bool
  let reservedType: Int32

  /// - Parameters:
  ///   - staffing: Duty over the scenario's horizon; a type with demand and no agent is refused.
  ///   - arrivals: Rates or records over the same days, with the scenario's types.
  ///   - routing: Rules in the place of the scenario's own.
  package init(
    scenario: Scenario, staffing: StaffingTimeline, arrivals: ArrivalPlan,
    routing: RoutingRules? = nil
  ) throws(ModelError) {
    let compiler = try ModelCompiler(
      scenario: scenario, staffing: staffing, arrivals: arrivals,
      rules: routing ?? scenario.routing)
    plan = arrivals
    seed = scenario.seed
    demandSeeds =
      scenario.demandSeeds ?? DemandSeeds(estimate: scenario.seed, days: scenario.seed)
    inquiryTypes = scenario.inquiryTypes.map(\.name)
    groupNames = scenario.agentGroups.map(\.name)
    agentCount = staffing.agents.count
    intervalCount = scenario.horizon.count * scenario.interval.perDay
    interval = scenario.interval
    firstDay = scenario.horizon.first.dayNumber
    isAntithetic = scenario.experiment.antithetic
    types = compiler.types
    eligibilities = compiler.eligibilities
    skills = compiler.skills
    groupWork = compiler.groupWork
    groupRanks = compiler.groupRanks
    overflows = compiler.eligibilities.contains { $0.overflowDelay > 0 }
    aliases = compiler.samplers.aliases
    burstDelays = compiler.burstDelays
    speeds = compiler.speeds
    agentGroups = staffing.agents.map { Int32($0.group) }
    absences = Absences(staffing)
    calendar = ModelCompiler.calendar(scenario: scenario, staffing: staffing, plan: arrivals)
    rules = compiler.rules
    closedHours = scenario.closedHours
    overnightPatience = compiler.overnightPatience
    contactLayout = compiler.contactLayout
    startTime = arrivals.firstTime.secondsSinceStart
    endTime = Double(scenario.horizon.count) * 86_400
    usesMessages = compiler.types.contains(where: \.isMessages)
    usesTimers = usesMessages || compiler.types.contains { $0.silentShare > 0 }
    reservedType = compiler.reservedType
    groups = compiler.groups.map { [usesTimers] rule in
      var rule = rule
      // Beside timers not every open chat is in work.
      if usesTimers, rule.pace == .constant { rule.pace = .shared }
      return rule
    }
  }

  /// Whether every chat is one stretch of work, as long whoever does it, done by the agent who began it,
  /// in any free slot, and nothing but live chats is.
  var isPlain: Bool {
    !usesMessages && rules.shiftEnd == .finishThenLeave && reservedType < 0
      && overnightPatience == nil && groupWork.isEmpty
  }

  /// Whether a conversation's end is known when it begins: every group works at its own speed
  /// whatever the load, every open chat is in work, and no two lengths are the same to the last bit.
  var hasFixedEnds: Bool {
    isPlain && !usesTimers && groups.allSatisfy { $0.pace == .constant }
      && !types.contains { $0.work.isDiscrete && $0.wrapUp.isDiscrete }
  }

  /// Whether all chats of an agent, few enough for an ordered row, go on at the speed of the load.
  var sharesEffort: Bool {
    isPlain
      && groups.allSatisfy { $0.pace == .shared && $0.chatLimit <= MarksInOrder.mostChats }
  }

  /// Seconds of a conversation, averaged over types and groups whatever their shares.
  var meanConversation: Double {
    let works = types.map { $0.work.mean(aliases) + $0.wrapUp.mean(aliases) }
    let slowness = groups.map { 1 / $0.speed }
    return works.reduce(0, +) / Double(works.count) * slowness.reduce(0, +) / Double(groups.count)
  }
}
