// SPDX-License-Identifier: GPL-3.0-or-later

import Application
import Experiments
import Foundation
import Inference
import Measures
import Planning
import Reporting
import SimulationEngine
import Studies
import Testing
import Wording

struct StudyRunTests {
  @Test func `tables are the same bytes however a study is cut, ordered and threaded`() async throws
  {
    let shop = try StudyShop()
    let one = try await shop.plan(as: "one", shards: 1)
    try await shop.runAll(one)
    let many = try await shop.plan(as: "many", shards: 13)
    try await shop.runAll(many, threads: 2, backwards: true)
    let (first, second) = (try shop.collect(one), try shop.collect(many))
    #expect(try one.readPlan().shards.count < many.readPlan().shards.count)
    #expect(first.keys.sorted() == second.keys.sorted())
    #expect(first.count == 8)
    for (name, bytes) in first { #expect(second[name] == bytes, "\(name)") }
  }

  @Test func `a row is what a comparison of the point has in that replication`() async throws {
    let shop = try StudyShop()
    let study = try await shop.plan()
    try await shop.runAll(study)
    let plan = try study.readPlan()
    let collection = StudyCollection(study, plan)
    let point = 4
    let settings = plan.overrides(of: point).map { "\($0.path)=\($0.value)" }
    let compare = try CompareUseCase(
      CompareUseCase.Request(
        RunRequest(
          try ScenarioSource(shop.folder + "/shop.yaml"), settings: settings, replications: 5,
          threads: 1), volumeMultiples: []))
    let comparison = try await compare.run { _ in }.comparison
    let rows = collection.rows(of: point)
    for (place, name) in plan.plans.enumerated() {
      let outcome = try #require(comparison.plan(name))
      let own = rows.filter { $0.plan == place }
      #expect(own.map(\.replication) == [0, 1, 2, 3, 4])
      #expect(own.map { $0.numbers[0] } == Array(outcome.cost.total.values.prefix(5)), "\(name)")
      #expect(
        own.map { $0.numbers[1] } == Array(outcome.commerce.netResult.values.prefix(5)), "\(name)")
      let years = outcome.performance.years.prefix(5)
      #expect(own.map { $0.numbers[2] } == years.map { $0[.arrivals] })
      #expect(own.map { $0.numbers[3] } == years.map { $0.parts(of: .serviceLevel).top })
      #expect(own.map { $0.numbers[5] } == years.map { $0.parts(of: .meanWait).top })
    }
  }

  @Test func `a shard that was stopped goes on from the rows that it has kept`() async throws {
    let shop = try StudyShop()
    let study = try await shop.plan(as: "whole", shards: 1)
    try await shop.runAll(study)
    let plan = try study.readPlan()
    let shard = try #require(plan.shards(of: .replications).first)
    let whole = try Data(contentsOf: URL(fileURLWithPath: study.rows(of: shard)))
    let stopped = try await shop.plan(as: "stopped", shards: 1)
    for sizes in plan.shards(of: .sizes) { try await shop.run(sizes, of: stopped) }
    await #expect(throws: (any Error).self) {
      try await shop.run(shard, of: stopped, stopping: 7)
    }
    #expect(!FileManager.default.fileExists(atPath: stopped.rows(of: shard)))
    guard case .missing(let rows) = try StudyStatus(stopped).states[shard] else {
      Issue.record("the shard is not missing")
      return
    }
    #expect(rows >= 7)
    // Half a line, as of a process that was killed while it wrote.
    let handle = try #require(FileHandle(forWritingAtPath: stopped.kept(of: shard)))
    try handle.seekToEnd()
    try handle.write(contentsOf: Data("3,1,2,12.".utf8))
    try handle.close()
    let useCase = try RunShardUseCase(
      RunShardUseCase.Request(folder: stopped, shard: shard, version: "1.2.3", threads: 1))
    let writer = try ShardWriter(stopped, useCase.head)
    #expect(writer.kept?.rows.count == rows)
    var fresh = 0
    let file = try await useCase.run(kept: writer.kept, { _ in }) { fresh += $0.count }
    try writer.finish(file)
    #expect(fresh + rows >= file.rows.count)
    #expect(fresh < file.rows.count)
    #expect(try Data(contentsOf: URL(fileURLWithPath: stopped.rows(of: shard))) == whole)
    #expect(!FileManager.default.fileExists(atPath: stopped.kept(of: shard)))
  }

  @Test func `a shard runs in one process at a time, and not without its sizes`() async throws {
    let shop = try StudyShop()
    let study = try await shop.plan()
    let plan = try study.readPlan()
    let replications = plan.shards(of: .replications)
    #expect(plan.shards(of: .sizes) == Array(0..<6))
    await #expect {
      try await shop.run(replications[0], of: study)
    } throws: { error in
      if case ApplicationError.file(_, .study(.sizesMissing)) = error { true } else { false }
    }
    #expect(try StudyStatus(study).ready.description == "0-5")
    let head = ShardFile.Head(of: 0, in: plan, identity: plan.identity)
    let holder = try ShardWriter(study, head)
    #expect(throws: ApplicationError.file(study.plan, .study(.shardInUse(shard: 0)))) {
      _ = try ShardWriter(study, head)
    }
    withExtendedLifetime(holder) {}
  }

  @Test func `a changed scenario, another version and a shard beyond the last are refused`()
    async throws
  {
    let shop = try StudyShop()
    let study = try await shop.plan()
    await #expect(
      throws: ApplicationError.file(
        study.plan, .study(.otherVersion(found: "1.2.3", own: "1.2.4")))
    ) { try await shop.run(0, of: study, version: "1.2.4") }
    let count = try study.readPlan().shards.count
    await #expect(
      throws: ApplicationError.file(study.plan, .study(.unknownShard(found: 99, count: count)))
    ) { try await shop.run(99, of: study) }
    try shop.write("shop.yaml", StudyShop.scenario.replacing("mean: 6 min", with: "mean: 7 min"))
    await #expect {
      try await shop.run(0, of: study)
    } throws: { error in
      if case ApplicationError.file(_, .study(.scenarioChanged)) = error { true } else { false }
    }
  }

  @Test func `status names what is missing, stale, foreign and broken`() async throws {
    let shop = try StudyShop()
    let grid = StudyShop.grid + "\nplans: [seats, tier]"
    let study = try await shop.plan(grid, shards: 8)
    try await shop.runAll(study)
    #expect(try StudyStatus(study).incomplete().numbers.isEmpty)
    func text(_ shard: Int) throws -> String {
      try String(contentsOfFile: study.rows(of: shard), encoding: .utf8)
    }
    func replace(_ shard: Int, _ text: String) throws {
      try text.write(toFile: study.rows(of: shard), atomically: true, encoding: .utf8)
    }
    try FileManager.default.removeItem(atPath: study.rows(of: 0))
    try replace(1, String(try text(1).dropLast(40)))
    try replace(2, try text(2).replacing(",0,0,", with: ",0,1,"))
    try replace(3, "nothing of ours")
    try replace(4, try text(5))
    // A whole file of another version: its last line is made anew.
    let other = try await shop.plan(grid, as: "other", shards: 8)
    var plan = try other.readPlan()
    plan.version = "0.9.9"
    var file = try ShardFile(reading: Array(try text(5).utf8))
    file.head = ShardFile.Head(of: 5, in: plan, identity: plan.identity)
    try replace(5, file.text)
    let status = try StudyStatus(study)
    #expect(status.shards(.missing).description == "0")
    #expect(status.shards(.broken).description == "1-3")
    #expect(status.shards(.stale).description == "4")
    #expect(status.shards(.foreign).description == "5")
    #expect(status.states[5] == .foreign(.version("0.9.9")))
    ShardWriter.note("first\nthe disk is full", of: 0, in: study)
    let said = StudyText(NumberStyle(.english)).status(status)
    #expect(said.contains("broken (not whole): 3: 1-3"))
    #expect(said.contains("0: the disk is full"))
    #expect(said.contains("5: version 0.9.9"))
    // What is collected of it is thin, and says so.
    let collection = StudyCollection(study, try study.readPlan())
    #expect(!collection.thinPoints.isEmpty)
    #expect(collection.estimates.contains { $0.isThin })
    let thin = Set(collection.thinPoints)
    #expect(collection.estimates.allSatisfy { $0.isThin == thin.contains($0.point) })
  }

  @Test func `planning again adds replications to the points that need them, and no others`()
    async throws
  {
    let shop = try StudyShop()
    let grid =
      StudyShop.grid
      + "\nplans: [tier]\nprecision: {relative: 5 %, measure: mean_wait, most_replications: 60}"
    let study = try await shop.plan(grid)
    try await shop.runAll(study)
    let before = try study.readPlan()
    let rows = try Data(contentsOf: URL(fileURLWithPath: study.rows(of: 0)))
    let collection = StudyCollection(study, before)
    let needy = before.points.indices.filter { point in
      collection.estimates(of: point).contains { $0.needed != nil }
    }
    #expect(!needy.isEmpty)
    _ = try await shop.plan(grid)
    let after = try study.readPlan()
    #expect(Array(after.shards.prefix(before.shards.count)) == before.shards)
    let more = after.shards.dropFirst(before.shards.count).flatMap(\.blocks)
    #expect(Set(more.flatMap(\.points)) == Set(needy))
    #expect(more.allSatisfy { $0.replications.lowerBound >= 5 && $0.replications.upperBound <= 60 })
    #expect(try StudyStatus(study).shards(.complete).numbers == Array(before.shards.indices))
    #expect(try Data(contentsOf: URL(fileURLWithPath: study.rows(of: 0))) == rows)
    try await shop.runAll(study)
    #expect(StudyCollection(study, after).thinPoints.isEmpty)
  }
}
