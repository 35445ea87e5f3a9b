// SPDX-License-Identifier: GPL-3.0-or-later

import Planning
import Plans
import Scenarios
package import Studies

/// Runs one shard of a study; what an earlier run has kept of it is not run again.
package struct RunShardUseCase: UseCase {
  package struct Request: Sendable {
    package var folder: StudyFolder
    package var shard: Int
    /// Of the program.
    package var version: String
    /// Results do not depend on it.
    package var threads: Int

    package init(folder: StudyFolder, shard: Int, version: String, threads: Int) {
      self.folder = folder
      self.shard = shard
      self.version = version
      self.threads = threads
    }
  }

  package struct Progress: Equatable, Sendable {
    package let done: Int
    package let total: Int
  }

  package let plan: StudyPlan
  package let head: ShardFile.Head
  /// Whether the shard was done before.
  package let isComplete: Bool
  private let request: Request
  private let source: ScenarioSource
  private let identity: String

  /// - Throws: `FileProblem.study` for another version, a scenario that has changed, a shard that is
  ///   not there.
  package init(_ request: Request) throws(ApplicationError) {
    self.request = request
    let folder = request.folder
    plan = try folder.readPlan()
    guard plan.version == request.version else {
      throw .file(
        folder.plan, .study(.otherVersion(found: plan.version, own: request.version)))
    }
    guard plan.shards.indices.contains(request.shard) else {
      throw .file(
        folder.plan, .study(.unknownShard(found: request.shard, count: plan.shards.count)))
    }
    identity = plan.identity
    head = ShardFile.Head(of: request.shard, in: plan, identity: identity)
    isComplete = folder.state(of: request.shard, in: plan, identity: identity).state.isComplete
    source = try ScenarioSource(
      folder.resolved(plan.scenario), allowsOutside: plan.allowsOutside
    ).composedOnce()
  }

  package var inputs: [String] { [request.folder.plan, source.path] }

  package func run(
    _ report: @escaping @Sendable (Progress) -> Void
  ) async throws(ApplicationError) -> ShardFile {
    try await run(kept: nil, report) { _ in }
  }

  /// - Parameters:
  ///   - kept: Rows of an earlier run.
  ///   - each: Is given rows as they are done, to be kept.
  package func run(
    kept: ShardFile?, _ report: @escaping @Sendable (Progress) -> Void,
    each: ([StudyRow]) throws -> Void
  ) async throws(ApplicationError) -> ShardFile {
    do {
      var file = ShardFile(head: head)
      switch head.stage {
      case .sizes: file.sizes = try await sizes(report)
      case .replications: file.rows = try await rows(kept: kept?.rows ?? [], report, each)
      }
      return file
    } catch {
      throw ApplicationError(error, file: source.path)
    }
  }

  private func scenario(at point: Int) throws(ApplicationError) -> PlannedScenario {
    let scenario = try plan.scenario(at: point, from: source)
    let settings = plan.overrides(of: point).map { "\($0.path)=\($0.value)" }
    guard source.fingerprint(settings, scenario) == plan.points[point].hash else {
      throw .file(request.folder.plan, .study(.scenarioChanged(scenario: source.path)))
    }
    return scenario
  }

  private func plans(of scenario: PlannedScenario) -> [(place: Int, plan: Plan)] {
    plan.plans.enumerated().compactMap { place, name in
      scenario.plans.first { $0.name == name }.map { (place, $0) }
    }
  }

  private func sizes(
    _ report: @escaping @Sendable (Progress) -> Void
  ) async throws -> [StudySizes] {
    var found: [StudySizes] = []
    let points = plan.shards[request.shard].blocks.flatMap(\.points)
    for (done, point) in points.enumerated() {
      report(Progress(done: done, total: points.count))
      let scenario = try scenario(at: point)
      let plans = plans(of: scenario)
      for size in try await SizeSearch.run(
        plans.map(\.plan), scenario: scenario.scenario, replications: plan.replications,
        threads: request.threads)
      {
        guard let place = plans.first(where: { $0.plan.name == size.plan })?.place else { continue }
        found.append(
          StudySizes(
            point: point, plan: place, sizes: size.sizes.numbers, isMissed: size.isMissed))
      }
    }
    return found
  }

  private func rows(
    kept: [StudyRow], _ report: @escaping @Sendable (Progress) -> Void,
    _ each: ([StudyRow]) throws -> Void
  ) async throws -> [StudyRow] {
    let shard = plan.shards[request.shard]
    let found = try foundSizes(for: shard)
    var known: [Int: [StudyRow]] = Dictionary(grouping: kept, by: \.point)
    var evaluator = PointEvaluator(plan.measures, threads: request.threads)
    var rows: [StudyRow] = []
    var done = 0
    let total = shard.count
    for block in shard.blocks {
      for point in block.points {
        let scenario = try scenario(at: point)
        let before = known.removeValue(forKey: point) ?? []
        let plans = try plans(of: scenario).map { place, plan in
          (place: place, plan: plan, sizes: try sizes(of: plan, place, point, found, scenario))
        }
        // Whole prefixes alone: a replication that is not there ends what is known of its plan.
        let prefix = Dictionary(grouping: before, by: \.plan).mapValues { rows in
          let numbers = Set(rows.map(\.replication))
          return block.replications.prefix { numbers.contains($0) }.count
        }
        let first = block.replications.lowerBound
        var fresh: [StudyRow] = []
        try await evaluator.run(
          point, of: scenario, plans: plans, replications: block.replications,
          kept: { prefix[$0] ?? 0 }
        ) { more in
          fresh += more
          try each(more)
          report(
            Progress(done: min(total, done + fresh.count / max(1, plans.count)), total: total))
        }
        let isFresh = Set(fresh.map { [$0.plan, $0.replication] })
        rows += before.filter {
          $0.replication < first + (prefix[$0.plan] ?? 0)
            && !isFresh.contains([$0.plan, $0.replication])
        }
        rows += fresh
        done += block.replications.count
      }
    }
    return rows
  }

  /// What the shards of sizes have found for the points of a shard.
  private func foundSizes(
    for shard: StudyShard
  ) throws(ApplicationError) -> [Int: [StudySizes]] {
    let finders = plan.sizesShards
    var found: [Int: [StudySizes]] = [:]
    var missing: [Int] = []
    for point in Set(shard.blocks.flatMap(\.points)).sorted() {
      guard let finder = finders[point] else { continue }
      if let file = request.folder.state(of: finder, in: plan, identity: identity).file {
        for size in file.sizes { found[size.point, default: []].append(size) }
      } else {
        missing.append(finder)
      }
    }
    guard missing.isEmpty else {
      throw .file(request.folder.plan, .study(.sizesMissing(shards: IndexList(missing))))
    }
    return found
  }

  private func sizes(
    of plan: Plan, _ place: Int, _ point: Int, _ found: [Int: [StudySizes]],
    _ scenario: PlannedScenario
  ) throws(ApplicationError) -> SizeChoice? {
    guard plan.staffing.sizing != nil else { return nil }
    guard let numbers = found[point]?.first(where: { $0.plan == place })?.sizes,
      let choice = SizeChoice(numbers: numbers, of: plan.staffing, in: scenario.scenario)
    else {
      let finder = self.plan.sizesShards[point] ?? 0
      throw .file(request.folder.plan, .study(.sizesMissing(shards: IndexList([finder]))))
    }
    return choice
  }
}
