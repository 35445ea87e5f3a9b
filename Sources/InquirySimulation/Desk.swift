// SPDX-License-Identifier: GPL-3.0-or-later

import Demand
import Plans
import ScenarioFiles
import Scenarios
public import SimulationEngine
import Workforce

/// The chat desk of one plan of a scenario file, ready to be simulated from Swift.
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
  private let model: SimulationModel
  /// Names of the inquiry types, in the order of every `type` index.
  public let inquiryTypes: [String]
  /// Names of the agent groups, in the order of every `group` index.
  public let groups: [String]

  /// - Parameters:
  ///   - path: A scenario file, as the `inquiry` program reads it.
  ///   - plan: Name of the plan whose staffing is simulated; nil for the first.
  ///   - seed: Seed of all random streams; nil for the scenario's.
  /// - Throws: `DeskError`; or, for a file with mistakes, an error whose description has a line for
  ///   each of them.
  public init(scenario path: String, plan: String? = nil, seed: UInt64? = nil) throws {
    var scenario = try ScenarioFile.load(path)
    if let seed { scenario.seed = seed }
    let known = scenario.plans.map(\.name)
    guard let chosen = scenario.plans.first(where: { plan == nil || $0.name == plan }) else {
      throw DeskError.unknownPlan(name: plan ?? "", known: known)
    }
    guard chosen.staffing.sizing == nil else { throw DeskError.openHeadCount(plan: chosen.name) }
    model = try SimulationModel(
      scenario: scenario.scenario,
      staffing: StaffingTimeline(scenario: scenario.scenario, lines: chosen.staffing.lines),
      arrivals: ArrivalPlan(
        scenario: scenario.scenario, background: chosen.staffing.background))
    inquiryTypes = model.inquiryTypes
    groups = model.groupNames
  }

  /// Names of a scenario's plans, in the file's order.
  public static func plans(scenario path: String) throws -> [String] {
    try ScenarioFile.load(path).plans.map(\.name)
  }

  /// Simulates one replication of the horizon: the same number gives the same bits anywhere, and
  /// the same customers under every policy.
  ///
  /// - Parameter policies: Routing of one's own; nil for the scenario's.
  public func simulate(replication: Int = 0, policies: RoutingPolicies? = nil) -> DeskOutcome {
    DeskOutcome(
      SimulationEngine.simulate(model, replication: replication, policies: policies))
  }
}

/// Why a plan of a scenario has no desk.
public enum DeskError: Error, Equatable, Sendable {
  case unknownPlan(name: String, known: [String])
  /// The plan leaves its head count to a search; give its agents a number.
  case openHeadCount(plan: String)
}
