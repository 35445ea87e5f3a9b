// SPDX-License-Identifier: GPL-3.0-or-later

import Application
import Foundation
import Reporting
import Studies
import Tables
import Testing

/// A small shop in a folder of its own, and studies of it.
final class StudyShop {
  let folder: String

  static let scenario = """
    name: Corner shop
    seed: 7
    horizon: {start: 2026-11-02, end: 2026-11-08, time_zone: Asia/Shanghai}
    service_window: 09:00-21:00
    closed_hours: lost
    inquiry_types:
      question:
        handling: {distribution: exponential, mean: 6 min}
        patience: {distribution: exponential, mean: 4 min}
        conversion: 20 %
        order_value: 100
    demand: {daily_mean: 60}
    gross_margin: 40 %
    agent_groups: {desk: {skills: [question], chat_limit: 2}}
    shifts: {day: 09:00-21:00}
    service_targets: [{measure: service_level, at_least: 80 %, scope: year}]
    plans:
      seats:
        staffing: [{group: desk, shift: day, agents: 2}]
        contract: {clauses: [{kind: seats, monthly_price: 4000}]}
      tier:
        staffing: [{group: desk, shift: day, agents: 2}]
        contract: {clauses: [{kind: tiered, tiers: [{up_to: 70, price: 900}, {up_to: 110, price: 1600}]}]}
      open:
        staffing: {fewest: {group: desk, from: 1, to: 6}, lines: [{group: desk, shift: day}]}
        contract: {clauses: [{kind: seats, monthly_price: 4000}]}
    """

  init(_ scenario: String = StudyShop.scenario) throws {
    folder = NSTemporaryDirectory() + "study-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try write("shop.yaml", scenario)
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  func write(_ name: String, _ text: String) throws {
    try text.write(toFile: folder + "/" + name, atomically: true, encoding: .utf8)
  }

  static let grid = """
    scenario: shop.yaml
    axes:
      demand.daily_mean: [40, 90]
      plans.seats.contract.clauses[0].monthly_price: 3500..4500/500
    replications: 5
    outputs: [cost, net_result, arrivals, service_level, mean_wait, sales_lost]
    """

  /// Plans a study and puts it into a folder of the name.
  func plan(
    _ grid: String = StudyShop.grid, as name: String = "study", shards: Int = 4
  ) async throws -> StudyFolder {
    try write("grid.yaml", grid)
    let study = StudyFolder(folder + "/" + name)
    let useCase = try PlanStudyUseCase(
      PlanStudyUseCase.Request(
        grid: folder + "/grid.yaml", folder: study, cut: .shards(shards), version: "1.2.3"))
    let outcome = try await useCase.run { _ in }
    let place = try OutputFolder(path: study.path)
    try place.write(StudyPlan.file, outcome.plan.json.text)
    return study
  }

  /// What planning says of a grid that it refuses.
  func refusal(of grid: String) async throws -> ApplicationError? {
    do {
      _ = try await plan(grid)
      return nil
    } catch let error as ApplicationError {
      return error
    }
  }

  /// Runs a shard as the command does.
  ///
  /// - Parameter stopping: Rows after which it is stopped; nil for never.
  func run(
    _ shard: Int, of study: StudyFolder, threads: Int = 1, stopping: Int? = nil,
    version: String = "1.2.3"
  ) async throws {
    struct Stopped: Error {}
    let useCase = try RunShardUseCase(
      RunShardUseCase.Request(folder: study, shard: shard, version: version, threads: threads))
    guard !useCase.isComplete else { return }
    let writer = try ShardWriter(study, useCase.head)
    var count = 0
    let file = try await useCase.run(kept: writer.kept, { _ in }) { rows in
      try writer.keep(rows)
      count += rows.count
      if let stopping, count >= stopping { throw Stopped() }
    }
    try writer.finish(file)
  }

  /// Runs every shard, in an order of its own.
  func runAll(_ study: StudyFolder, threads: Int = 1, backwards: Bool = false) async throws {
    let plan = try study.readPlan()
    let replications = plan.shards(of: .replications)
    for shard in plan.shards(of: .sizes) + (backwards ? replications.reversed() : replications) {
      try await run(shard, of: study, threads: threads)
    }
  }

  /// The tables of what is there.
  func collect(_ study: StudyFolder) throws -> [String: Data] {
    let collection = StudyCollection(study, try study.readPlan())
    let place = study.path + "-results"
    let manifest = Manifest(
      product: .init(version: "1.2.3", revision: ""), command: "study collect", arguments: [],
      inputs: [], run: nil, further: StudyDocuments.facts(collection))
    _ = try StudyDocuments.write(
      collection, manifest: manifest, to: try OutputFolder(path: place),
      formats: TableFormats(parquet: true))
    var files: [String: Data] = [:]
    for name in try FileManager.default.contentsOfDirectory(atPath: place)
    where !name.hasPrefix(".") {
      files[name] = try Data(contentsOf: URL(fileURLWithPath: place + "/" + name))
    }
    return files
  }
}
