// SPDX-License-Identifier: GPL-3.0-or-later

import Experiments
package import Inference
package import Planning
package import Plans
import Scenarios

/// How many chats at once pay: each limit of a group with as many people as the promise then takes, by
/// net result on the same customers.
package struct ChatLimitsUseCase: UseCase {
  package struct Request: Sendable {
    package var run: RunRequest
    /// Nil takes the first whose people are the shop's.
    package var plan: String?
    /// Groups whose limits are tried, one after another; empty takes all of the plan.
    package var groups: [String]
    /// Within 1...64.
    package var limits: ClosedRange<Int>
    /// Whether limits beyond a curve's last speed are tried too, at extrapolated speeds.
    package var extends: Bool

    package init(
      _ run: RunRequest, plan: String? = nil, groups: [String] = [], limits: ClosedRange<Int>,
      extends: Bool = false
    ) {
      self.run = run
      self.plan = plan
      self.groups = groups
      self.limits = limits
      self.extends = extends
    }
  }

  /// A limit of a group, with the people that it takes.
  package struct Trial: Sendable {
    package let group: String
    package let limit: Int
    /// Whether it is the scenario's own.
    package let isOwn: Bool
    /// Whether the speed at the limit is extrapolated.
    package let isElsewhere: Bool
    package let outcome: PlanOutcome
    /// Net result less that of the group's best limit, paired on the same customers, in yuan; nil of the
    /// best itself.
    package let behindBest: ConfidenceInterval?
  }

  package struct Outcome: Sendable {
    package let plan: Plan
    /// By group, then by limit.
    package let trials: [Trial]
    /// Groups with a limit that the curve does not have and that was left out.
    package let leftOut: [(group: String, known: Int)]
    package let scenario: PlannedScenario
    package let scenarioHash: String
    package let record: RunRecord
  }

  private let request: Request
  private let scenario: PlannedScenario
  private let plan: Plan
  private let groups: [AgentGroup]

  package init(_ request: Request) throws(ApplicationError) {
    self.request = request
    scenario = try request.run.scenario()
    if let name = request.plan { try scenario.checkPlan(name, .plan) }
    let own = scenario.plans.filter { !$0.staffing.isSharedPool }
    guard let plan = own.first(where: { request.plan == nil || $0.name == request.plan }) else {
      throw .request(.poolHasNoRequirement(plan: request.plan ?? scenario.plans[0].name))
    }
    self.plan = plan
    let names = Set(plan.staffing.lines.map(\.group))
    for group in request.groups where !names.contains(group) {
      throw .request(.groupNotInPlan(group, plan: plan.name, known: names.sorted()))
    }
    groups = scenario.agentGroups.filter {
      names.contains($0.name) && (request.groups.isEmpty || request.groups.contains($0.name))
    }
    let limits = request.limits
    if !request.extends, let short = groups.first(where: { $0.known(upTo: limits) == nil }) {
      throw .request(
        .limitBeyondCurve(group: short.name, known: short.knownSpeeds ?? 0, limits: limits))
    }
  }

  package var inputs: [String] { scenario.inputs(request.run.source.path) }

  package func run(
    _ report: @escaping @Sendable (ComparisonProgress) -> Void
  ) async throws(ApplicationError) -> Outcome {
    let record = RunRecord(scenario)
    var trials: [Trial] = []
    var leftOut: [(group: String, known: Int)] = []
    for group in groups {
      let limits =
        request.extends ? request.limits : group.known(upTo: request.limits) ?? request.limits
      if limits != request.limits { leftOut.append((group.name, limits.upperBound)) }
      var outcomes: [(limit: Int, outcome: PlanOutcome)] = []
      for limit in limits {
        outcomes.append((limit, try await outcome(of: group, limit, report)))
      }
      trials += Self.trials(outcomes, of: group)
    }
    return Outcome(
      plan: plan, trials: trials, leftOut: leftOut, scenario: scenario,
      scenarioHash: request.run.source.fingerprint(request.run.settings, scenario),
      record: record.finished())
  }

  /// The plan with the group at a limit, at the size that the promise then takes.
  private func outcome(
    of group: AgentGroup, _ limit: Int,
    _ report: @escaping @Sendable (ComparisonProgress) -> Void
  ) async throws(ApplicationError) -> PlanOutcome {
    var changed = scenario
    var sized = plan
    if sized.staffing.sizing.map(\.isPlanned) ?? true {
      sized.staffing.sizeEachLine(upTo: Self.most)
    }
    changed.plans = [sized]
    for index in changed.scenario.agentGroups.indices
    where changed.scenario.agentGroups[index].name == group.name {
      changed.scenario.agentGroups[index] = group.limited(to: limit)
    }
    let comparison = try await request.run.compare(changed, report)
    guard let outcome = comparison.plans.first else {
      throw .noAnswer(.planRefused(.plan, plan: plan.name))
    }
    return outcome
  }

  /// Times the written heads up to which the size of a line is sought.
  private static let most = 4

  private static func trials(
    _ outcomes: [(limit: Int, outcome: PlanOutcome)], of group: AgentGroup
  ) -> [Trial] {
    let best = outcomes.max { first, second in
      (first.outcome.rank, first.outcome.commerce.netResult.mean)
        < (second.outcome.rank, second.outcome.commerce.netResult.mean)
    }
    return outcomes.map { limit, outcome in
      var behind: ConfidenceInterval?
      if let best, best.limit != limit {
        let (own, other) = (
          outcome.commerce.netResult.values, best.outcome.commerce.netResult.values
        )
        let pairs = min(own.count, other.count)
        behind = try? PairedDifference(
          Array(own.prefix(pairs)), minus: Array(other.prefix(pairs))
        ).interval
      }
      return Trial(
        group: group.name, limit: limit, isOwn: limit == group.chatLimit,
        isElsewhere: group.limited(to: limit).extrapolatedBeyond != nil, outcome: outcome,
        behindBest: behind)
    }
  }
}

extension PlanOutcome {
  /// A size that keeps the promise goes before one that does not.
  fileprivate var rank: Int { targetAnswer == .missed ? 0 : 1 }
}

extension StaffingPlan {
  /// Has the fewest people sought line by line: two lines of a group may differ, as late hours need others
  /// than early ones. A single line, and lines of nobody, are sized as ever.
  ///
  /// - Parameter most: Largest size tried, in times of what is written.
  fileprivate mutating func sizeEachLine(upTo most: Int) {
    var named: [SizedLine] = []
    for index in lines.indices where lines[index].agents > 0 {
      let name = "\(index + 1)"
      lines[index].name = name
      named.append(SizedLine(name: name, range: 1...max(2, most * lines[index].agents)))
    }
    guard let largest = named.map(\.range.upperBound).max() else { return }
    sizing = Sizing(subject: .lines(named), range: 1...largest)
  }
}

extension AgentGroup {
  /// The limits for which the scenario says the speed; nil where it says none of them.
  fileprivate func known(upTo limits: ClosedRange<Int>) -> ClosedRange<Int>? {
    guard let known = knownSpeeds else { return limits }
    guard known >= limits.lowerBound else { return nil }
    return limits.lowerBound...min(known, limits.upperBound)
  }
}
