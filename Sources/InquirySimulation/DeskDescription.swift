// SPDX-License-Identifier: GPL-3.0-or-later

public import Scenarios

/// A chat desk described in Swift, without a scenario file.
///
/// ```swift
/// var shop = DeskDescription(days: 28, openHours: 9..<24)
/// shop.customers = [
///   CustomerType(
///     "question", perDay: 400,
///     service: .conversation(handling: .lognormal(mean: 240, cv: 0.8)),
///     patience: .exponential(mean: 120))
/// ]
/// shop.groups = [AgentGroup(name: "team", skills: [Skill(inquiryType: "question")], chatLimit: 3)]
/// shop.shifts = [
///   ShiftPlan(group: "team", agents: 4, hours: 9..<17),
///   ShiftPlan(group: "team", agents: 5, hours: 15..<24),
/// ]
/// let outcome = try Desk(shop).simulate()
/// ```
///
/// Every day is alike but for chance: season, weekdays and promotions are for scenario files.
public struct DeskDescription: Equatable, Sendable {
  /// Days simulated and counted, 1 to 3,660.
  public var days: Int
  /// Days simulated before them and not counted, 0 to 60.
  public var warmUpDays: Int
  /// Hours of the clock in which customers are let in, from 0 to 24.
  public var openHours: Range<Double>
  /// Seed of all random streams.
  public var seed: UInt64
  /// Wait up to which an answer counts for the service level, in seconds.
  public var acceptableWait: Seconds
  /// In the order of every `type` index; at least one, names unique.
  public var customers: [CustomerType]
  /// In the order of every `group` index; names unique.
  public var groups: [AgentGroup]
  /// Who is on duty when; shifts add up.
  public var shifts: [ShiftPlan]
  /// Who gets an arriving customer, and whom a freed agent takes.
  public var routing: RoutingRules

  /// A desk to which customers, groups and shifts are still to be given.
  public init(
    days: Int = 1, warmUpDays: Int = 0, openHours: Range<Double> = 0..<24, seed: UInt64 = 1,
    acceptableWait: Seconds = 60, customers: [CustomerType] = [], groups: [AgentGroup] = [],
    shifts: [ShiftPlan] = [], routing: RoutingRules = RoutingRules()
  ) {
    self.days = days
    self.warmUpDays = warmUpDays
    self.openHours = openHours
    self.seed = seed
    self.acceptableWait = acceptableWait
    self.customers = customers
    self.groups = groups
    self.shifts = shifts
    self.routing = routing
  }
}

/// A kind of customer: how many come, how long they wait and what serving one takes.
public struct CustomerType: Equatable, Sendable {
  /// Unique within a desk; agent groups name it in their skills.
  public var name: String
  /// Mean number a day, 0 or more; arrivals are Poisson.
  public var perDay: Double
  /// 24, 48 or 96 weights for equal parts of the day from midnight on; nil spreads the customers
  /// evenly over the open hours.
  public var profile: [Double]?
  /// What an agent does for one customer.
  public var service: ServiceProcess
  /// Time a customer waits for an agent before leaving.
  public var patience: Distribution
  /// From getting an agent to the agent's first reply.
  public var firstReplyDelay: Distribution
  /// Work after the chat that still holds the agent's slot.
  public var wrapUp: Distribution
  /// Probability in [0, 1] that an answered customer orders.
  public var conversion: Double
  /// Smaller is taken first under `ContactSelection.priority`.
  public var priority: Int
  /// Weight of a second of waiting under `ContactSelection.longestWeightedWait`.
  public var waitWeight: Double
  /// Due date of the first reply under `ContactSelection.dueDate`.
  public var replyTarget: Seconds

  /// - Parameters:
  ///   - name: Unique within a desk.
  ///   - perDay: Mean number a day.
  ///   - service: What an agent does for one customer.
  public init(
    _ name: String, perDay: Double, profile: [Double]? = nil, service: ServiceProcess,
    patience: Distribution = .never, firstReplyDelay: Distribution = .deterministic(0),
    wrapUp: Distribution = .deterministic(0), conversion: Double = 0, priority: Int = 1,
    waitWeight: Double = 1, replyTarget: Seconds = 180
  ) {
    self.name = name
    self.perDay = perDay
    self.profile = profile
    self.service = service
    self.patience = patience
    self.firstReplyDelay = firstReplyDelay
    self.wrapUp = wrapUp
    self.conversion = conversion
    self.priority = priority
    self.waitWeight = waitWeight
    self.replyTarget = replyTarget
  }
}

/// So many agents of a group on duty in the same hours every day.
public struct ShiftPlan: Equatable, Sendable {
  /// Name of the agent group.
  public var group: String
  /// Heads on the shift, 0 or more.
  public var agents: Int
  /// Hours of the clock; beyond 24 is the next day: 22..<30 ends at six.
  public var hours: Range<Double>
  /// Stretches inside the hours, in order, in which no new chat is given.
  public var breaks: [Range<Double>]

  /// - Parameter hours: From 0; begins before 24 and lasts at most 24 hours.
  public init(group: String, agents: Int, hours: Range<Double>, breaks: [Range<Double>] = []) {
    self.group = group
    self.agents = agents
    self.hours = hours
    self.breaks = breaks
  }
}
