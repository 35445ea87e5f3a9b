// SPDX-License-Identifier: GPL-3.0-or-later

import Demand
import Plans
import ScenarioFiles
import Scenarios
public import SimulationEngine
import Workforce

/// A chat desk, ready to be simulated from Swift: described in code, or one plan of a scenario file.
///
/// ```swift
/// let desk = try Desk(scenario: "shop.yaml", plan: "seats")
/// let built = desk.simulate()
/// let mine = desk.simulate(policies: RoutingPolicies(agents: MyPolicy.self))
/// print(built.total.meanWait, mine.total.meanWait)
/// ```
///
/// A desk is immutable and may be simulated from any number of threads.
public struct Desk: Sendable {
  /// Bytes that one simulation of a desk may take unless it is told otherwise: 4 GB.
  public static let memoryLimit = 4e9

  let model: SimulationModel
  /// Names of the inquiry types, in the order of every `type` index.
  public let inquiryTypes: [String]
  /// Names of the agent groups, in the order of every `group` index.
  public let groups: [String]

  /// A desk described in Swift.
  ///
  /// - Parameter memoryLimit: Bytes that one simulation of it may take, as estimated beforehand.
  /// - Throws: `DeskError`: `.outOfRange` or `.profile` for a number of the description itself,
  ///   `.tooManyCustomers` or `.tooMuchMemory` for what no machine should be asked, `.refused` for
  ///   what cannot be simulated, as a type that no group serves.
  public init(
    _ description: DeskDescription, memoryLimit: Double = Desk.memoryLimit
  ) throws(DeskError) {
    let (scenario, lines) = try description.compiled()
    let staffing = StaffingPlan(lines: lines)
    try DeskLoad(scenario, staffing).check(memoryLimit: memoryLimit)
    do {
      try self.init(scenario: scenario, staffing: staffing)
    } catch {
      throw .refused(reason: "\(error)")
    }
  }

  /// The desk of one plan of a scenario file.
  ///
  /// - Parameters:
  ///   - path: A scenario file, as the `inquiry` program reads it.
  ///   - plan: Name of the plan whose staffing is simulated; nil for the first.
  ///   - seed: Seed of all random streams; nil for the scenario's.
  ///   - memoryLimit: Bytes that one simulation of it may take, as estimated beforehand.
  /// - Throws: `DeskError`; or, for a file with mistakes, an error whose description has a line for
  ///   each of them.
  public init(
    scenario path: String, plan: String? = nil, seed: UInt64? = nil,
    memoryLimit: Double = Desk.memoryLimit
  ) throws {
    var scenario = try ScenarioFile.load(path)
    if let seed { scenario.seed = seed }
    let known = scenario.plans.map(\.name)
    guard let chosen = scenario.plans.first(where: { plan == nil || $0.name == plan }) else {
      throw DeskError.unknownPlan(name: plan ?? "", known: known)
    }
    guard chosen.staffing.sizing == nil else { throw DeskError.openHeadCount(plan: chosen.name) }
    try DeskLoad(scenario.scenario, chosen.staffing).check(memoryLimit: memoryLimit)
    try self.init(scenario: scenario.scenario, staffing: chosen.staffing)
  }

  private init(scenario: Scenario, staffing: StaffingPlan) throws {
    model = try SimulationModel(
      scenario: scenario,
      staffing: StaffingTimeline(scenario: scenario, lines: staffing.lines),
      arrivals: ArrivalPlan(scenario: scenario, background: staffing.background))
    inquiryTypes = model.inquiryTypes
    groups = model.groupNames
  }

  /// Names of a scenario's plans, in the file's order.
  ///
  /// - Throws: For a file with mistakes, an error whose description has a line for each of them.
  public static func plans(scenario path: String) throws -> [String] {
    try ScenarioFile.load(path).plans.map(\.name)
  }

  /// Simulates one replication of the horizon: the same number gives the same bits anywhere, and
  /// the same customers under every policy.
  ///
  /// - Parameters:
  ///   - replication: 0, 1, 2 …
  ///   - policies: Routing of one's own; nil for the desk's.
  public func simulate(replication: Int = 0, policies: RoutingPolicies? = nil) -> DeskOutcome {
    DeskOutcome(
      SimulationEngine.simulate(model, replication: replication, policies: policies))
  }

  /// Simulates one replication and tells an observer every moment of every contact.
  ///
  /// The outcome is the same as without the observer.
  public func simulate<Observer: SimulationObserver>(
    replication: Int = 0, policies: RoutingPolicies? = nil, observer: inout Observer
  ) -> DeskOutcome {
    DeskOutcome(
      SimulationEngine.simulate(
        model, replication: replication, policies: policies, observer: &observer))
  }
}

/// Why there is no desk.
public enum DeskError: Error, Equatable, Sendable {
  /// The scenario file has no plan of the name.
  case unknownPlan(name: String, known: [String])
  /// The plan leaves its head count to a search; give its agents a number.
  case openHeadCount(plan: String)
  /// A number of a description is outside its range; `place` is the property, as `shifts[0].hours`.
  case outOfRange(place: String, found: Double, allowed: ClosedRange<Double>)
  /// A day profile is not 24, 48 or 96 weights of zero or more, one of them above zero.
  case profile(customers: String)
  /// More customers are expected in one replication than its counters hold.
  case tooManyCustomers(expected: Double, most: Double)
  /// One simulation is estimated to take more bytes than are allowed.
  case tooMuchMemory(bytes: Double, limit: Double)
  /// The description cannot be simulated.
  case refused(reason: String)
}
