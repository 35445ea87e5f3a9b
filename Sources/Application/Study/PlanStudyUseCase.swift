// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Measures
import Planning
import Plans
import Pricing
import Randomness
import ScenarioFiles
import Scenarios
package import Studies
import Tables

/// Makes of a grid a study: points that are known to be sound, cut into shards.
package struct PlanStudyUseCase: UseCase {
  /// How the work is cut.
  package enum Cut: Equatable, Sendable {
    /// Shards that take about so many seconds on one thread, as a pilot measures it.
    case seconds(Double)
    /// About so many shards of the same expected work.
    case shards(Int)
  }

  package struct Request: Sendable {
    /// Path of the grid.
    package var grid: String
    /// Where the study will lie; of a study of the same points that is there, the shards stay.
    package var folder: StudyFolder
    package var cut: Cut
    /// Of the program.
    package var version: String
    package var allowsOutside: Bool
    package var memoryLimit: Double

    package init(
      grid: String, folder: StudyFolder, cut: Cut, version: String, allowsOutside: Bool = false,
      memoryLimit: Double = RunLoad.memoryLimit
    ) {
      self.grid = grid
      self.folder = folder
      self.cut = cut
      self.version = version
      self.allowsOutside = allowsOutside
      self.memoryLimit = memoryLimit
    }
  }

  package struct Progress: Equatable, Sendable {
    package let done: Int
    package let total: Int
  }

  package struct Outcome: Sendable {
    package let plan: StudyPlan
    /// Seconds of one replication of the dearest point that the pilot ran; nil without a pilot.
    package let pilotSeconds: Double?
    /// Replications that were added to a study that is there already; nil where it is planned first.
    package let added: Int?
  }

  private static let mostRows = 1_000_000_000

  private let request: Request
  private let source: ScenarioSource
  private var plan: StudyPlan
  /// Expected customers of each point, over the rosters that are simulated.
  private let weights: [Double]

  package init(_ request: Request) throws(ApplicationError) {
    self.request = request
    let file = request.grid
    let grid = try reading(file) { () throws(ScenarioFileError) in
      try GridFile.parse(text: try ScenarioFile.text(of: file), path: file)
    }
    let folder = URL(fileURLWithPath: file).deletingLastPathComponent().relativePath
    let path =
      grid.scenario.hasPrefix("/") || folder == "." ? grid.scenario : folder + "/" + grid.scenario
    source = try ScenarioSource(path, allowsOutside: request.allowsOutside).composedOnce()
    let points = try StudyPoints(grid, file: file)
    let measures = try Self.measures(grid.measures, file)
    var plan = StudyPlan(
      version: request.version, name: Self.name(of: file),
      scenario: request.folder.name(of: path), scenarioHash: "",
      allowsOutside: request.allowsOutside, seed: 0, replications: 0,
      settings: grid.settings.map { .init(path: $0.path, value: $0.value) }, measures: measures,
      plans: [], paths: points.paths,
      points: points.values.map { StudyPoint(values: $0, hash: "", isSized: false) })
    let reader = PointReader(source: source, grid: grid, file: file, memory: request.memoryLimit)
    weights = try reader.read(&plan)
    if let wanted = grid.precision {
      guard let measure = StudyMeasure(key: wanted.measure), plan.measures.contains(measure) else {
        throw .file(
          file, .study(.unknownMeasure(key: wanted.measure, known: plan.measures.map(\.key))))
      }
      plan.precision = .init(measure: measure, relative: wanted.relative, most: wanted.most)
    }
    let rows = plan.points.count.multipliedReportingOverflow(
      by: plan.replications * plan.plans.count)
    guard !rows.overflow, rows.partialValue <= Self.mostRows else {
      throw .file(
        file,
        .study(
          .tooManyReplications(
            found: rows.overflow ? .max : rows.partialValue, allowed: Self.mostRows)))
    }
    self.plan = plan
  }

  package var inputs: [String] { [request.grid, source.path] }

  package func run(
    _ report: @escaping @Sendable (Progress) -> Void
  ) async throws(ApplicationError) -> Outcome {
    var plan = plan
    var former: StudyPlan?
    if FileManager.default.fileExists(atPath: request.folder.plan),
      let found = try? request.folder.readPlan(), found.identity == plan.identity
    {
      former = found
    }
    if let former {
      // Cut anew, what is done would be of no use.
      let more = plan.precision == nil ? [] : try await needed(former)
      plan.shards = former.shards
      guard !more.isEmpty else { return Outcome(plan: plan, pilotSeconds: nil, added: 0) }
      let pilot = try await cost(plan, report)
      plan.shards = former.shards + cut(more, pilot)
      return Outcome(
        plan: plan, pilotSeconds: pilot.seconds, added: more.reduce(0) { $0 + $1.count })
    }
    let pilot = try await cost(plan, report)
    let sized = plan.points.indices.filter { plan.points[$0].isSized }
    let work = [
      StudyShard.Block(points: plan.points.indices, replications: 0..<plan.replications)
    ]
    plan.shards =
      sized.map {
        StudyShard(
          stage: .sizes,
          blocks: [.init(points: $0..<$0 + 1, replications: 0..<plan.replications)])
      } + cut(work, pilot)
    return Outcome(plan: plan, pilotSeconds: pilot.seconds, added: nil)
  }

  /// What a study that was collected in part still needs for its precision, point by point.
  private func needed(_ former: StudyPlan) async throws(ApplicationError) -> [StudyShard.Block] {
    let planned = former.plannedReplications
    var former = former
    former.precision = plan.precision
    let collection = StudyCollection(request.folder, former)
    var more: [StudyShard.Block] = []
    for point in former.points.indices {
      guard let needed = collection.estimates(of: point).compactMap(\.needed).max(),
        needed > planned[point]
      else { continue }
      more.append(.init(points: point..<point + 1, replications: planned[point]..<needed))
    }
    return more
  }

  private struct Cost {
    /// Of one replication of a point.
    var of: @Sendable (Int) -> Double
    /// Of a shard.
    var most: Double
    var seconds: Double?
  }

  private func cut(_ work: [StudyShard.Block], _ cost: Cost) -> [StudyShard] {
    StudyShard.Block.cut(work, cost: cost.of, most: cost.most)
  }

  /// Runs the pilot, where seconds are to be kept.
  private func cost(
    _ plan: StudyPlan, _ report: @escaping @Sendable (Progress) -> Void
  ) async throws(ApplicationError) -> Cost {
    let weights = self.weights
    let all = weights.reduce(0, +) * Double(plan.replications)
    switch request.cut {
    case .shards(let count):
      return Cost(of: { weights[$0] }, most: all / Double(count) * (1 + 1e-9), seconds: nil)
    case .seconds(let wanted):
      let pilot = StudyPilot(source: source, plan: plan, weights: weights)
      let measured = try await pilot.run { report(Progress(done: $0, total: $1)) }
      return Cost(
        of: { weights[$0] * measured.secondsPerWeight }, most: wanted,
        seconds: measured.secondsOfDearest)
    }
  }

  private static func name(of file: String) -> String {
    URL(fileURLWithPath: file).deletingPathExtension().lastPathComponent
  }

  private static func measures(
    _ keys: [String]?, _ file: String
  ) throws(ApplicationError) -> [StudyMeasure] {
    guard let keys else { return StudyMeasure.standard }
    var measures: [StudyMeasure] = []
    for key in keys {
      guard let measure = StudyMeasure(key: key) else {
        throw .file(file, .study(.unknownMeasure(key: key, known: StudyMeasure.keys)))
      }
      if !measures.contains(measure) { measures.append(measure) }
    }
    return measures
  }
}
