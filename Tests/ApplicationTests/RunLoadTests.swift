// SPDX-License-Identifier: GPL-3.0-or-later

import Application
import Demand
import Foundation
import Planning
import Plans
import ScenarioFiles
import Scenarios
import Testing
import Wording

struct RunLoadTests {
  private func request(_ settings: [String], memoryLimit: Double = RunLoad.memoryLimit)
    -> RunRequest
  {
    RunRequest(
      ScenarioSource(text: SmallShop.text, path: "shop.yaml"), settings: settings, threads: 2,
      memoryLimit: memoryLimit)
  }

  private func load(_ settings: [String], threads: Int = 2) throws -> RunLoad {
    RunLoad(try request(settings).scenario(), threads: threads)
  }

  /// What the use cases refuse, before anything is built.
  private func excess(_ settings: [String]) throws -> RunLoad.Excess {
    let error = try #require(
      #expect(throws: ApplicationError.self) { try request(settings).scenario() })
    guard case .file("shop.yaml", .tooLarge(let excess)) = error else { throw error }
    return excess
  }

  @Test func `the expected customers are daily mean times days, and their orders follow`() throws {
    let load = try load([])
    #expect(load.customers == 450)
    // One in ten buys for 200.
    #expect(abs(load.sales - 9000) < 1e-9)
    // Eight seats at most, three days and one on either side of the horizon for shifts over midnight.
    #expect(load.agentDays == 8 * 5)
    let lifted = try self.load(["demand.weekdays=[2, 2, 0, 1, 1, 1, 1]"])
    #expect(lifted.customers == 600)
  }

  @Test(arguments: [
    "flagship-year", "start-up", "seasonal", "fast-growing", "cost-sensitive", "core-elsewhere",
    "international", "cosmetics",
  ])
  func `of every shipped scenario as many customers are expected as its rates bring, or some more`(
    _ name: String
  ) throws {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Scenarios")
    let planned = try ScenarioFile.load(folder.appending(path: name + ".yaml").path)
    let expected = try planned.plans.map { plan in
      try ArrivalPlan(scenario: planned.scenario, background: plan.staffing.background)
        .expectedByDay(background: true).reduce(0, +)
    }.max()
    let volume = try #require(expected)
    let load = RunLoad(planned, threads: 8)
    #expect(load.customers >= volume * 0.999_999)
    #expect(load.customers <= volume * 2)
    #expect(load.excess(memoryLimit: RunLoad.memoryLimit) == nil)
  }

  @Test func `a mistyped year of growth is refused by the customers that it comes to`() throws {
    let excess = try excess(["demand.growth_per_year=0.2", "demand.growth_from=1026-01-01"])
    guard case .customers(let expected) = excess else { throw excess }
    // 450 · 1.2^1000, but for the leap days.
    #expect(abs(log(expected / 450) / log(1.2) - 1000) < 2)
  }

  @Test(arguments: [
    ["demand.growth_per_year=-0.99", "demand.growth_from=9999-01-01"],
    ["demand.growth_per_year=100", "demand.growth_from=1026-01-01", "demand.weekdays={mon: 0}"],
    ["demand.daily_mean=10000000", "horizon.end=2026-12-31"],
    ["demand.daily_mean=10000000", "demand.months={mar: 1000}"],
    [
      "demand.months={mar: 1000}", "demand.weekdays={tue: 1000}",
      "demand.dates={2026-03-03: 1000}",
    ],
    [
      "demand.bursts={pushes_per_day: 1000, hours: 09:00-18:00, customers_per_push: 1000000}"
    ],
  ])
  func `more customers than can be counted are refused`(_ settings: [String]) throws {
    let excess = try excess(settings)
    guard case .customers(let expected) = excess else { throw excess }
    #expect(expected > RunLoad.mostCustomers)
  }

  @Test(arguments: [
    ["silent_orders={per_day: 100000000, order_value: 999999999}"],
    ["inquiry_types.question.order_value=999999999", "demand.daily_mean=1000000"],
  ])
  func `more sales than money can count are refused`(_ settings: [String]) throws {
    let excess = try excess(settings)
    guard case .sales(let expected) = excess else { throw excess }
    #expect(expected > RunLoad.mostSales)
  }

  @Test(arguments: [
    "{kind: per_conversation, price: 10000000}", "{kind: orders, brackets: [{price: 10000000}]}",
  ])
  func `a price that comes to more than an invoice can state is refused before the run`(
    _ clause: String
  ) throws {
    let settings = ["plans.commission.contract={clauses: [\(clause)]}"]
    // At 450 customers it is dear, and at 450 million no amount.
    #expect(try load(settings).excess(memoryLimit: .infinity) == nil)
    let excess = try excess(settings + ["demand.daily_mean=4000000"])
    guard case .amounts("commission", let customers) = excess else { throw excess }
    #expect(customers > 1e6)
  }

  @Test(arguments: [
    (
      ["demand.daily_mean=10000000", "inquiry_types.question.patience=never"],
      RunLoad.Part.waiting
    ),
    (["experiment.replications=1000000", "horizon.end=2027-03-02"], .replications),
    (
      [
        "demand.daily_mean=1",
        "demand.bursts={pushes_per_day: 100, hours: 09:00-18:00, customers_per_push: 1000000, "
          + "delay: 30 d}",
      ], .demand
    ),
    (["plans.commission.staffing[0].agents=10000", "horizon.end=2036-03-01"], .staffing),
  ])
  func `a run that asks for too much memory is refused by what takes most, and may be allowed`(
    _ settings: [String], _ part: RunLoad.Part
  ) throws {
    let excess = try excess(settings)
    guard case .memory(let bytes, let largest, _, let threads, let limit) = excess else {
      throw excess
    }
    #expect(bytes > limit && limit == RunLoad.memoryLimit && threads == 2)
    #expect(largest == part)
    _ = try request(settings, memoryLimit: 1e15).scenario()
    let sentence = try #require(
      #expect(throws: ApplicationError.self) { try request(settings).scenario() }
    ).sentence()
    for text in [sentence.en, sentence.zh] {
      #expect(text.contains("--limit-memory") && text.contains(" 4.0 GB"))
    }
  }

  @Test func `validate refuses what a run would`() async throws {
    let source = ScenarioSource(
      text: SmallShop.text.replacing("daily_mean: 150", with: "daily_mean: 10000000")
        .replacing("end: 2026-03-04", with: "end: 2027-03-04"), path: "shop.yaml")
    await #expect(throws: ApplicationError.self) {
      _ = try await ValidateUseCase(ValidateUseCase.Request(source)).run { _ in }
    }
  }

  @Test func `more threads, replications and days need more`() throws {
    let one = try load(["experiment.replications=8"], threads: 1).bytes
    #expect(try load(["experiment.replications=8"], threads: 8).bytes > one)
    #expect(try load(["experiment.replications=800"], threads: 1).bytes > one)
    #expect(
      try load(["experiment.replications=8", "horizon.end=2027-03-04"], threads: 1).bytes > one)
    // No more threads than replications are of use.
    #expect(try load([], threads: 3).bytes == load([], threads: 1024).bytes)
  }

  @Test func `sales beyond what money counts, drawn by chance, are refused and end nothing`()
    async throws
  {
    // Allowed in expectation, but a bill in the hundreds of billions.
    let run = request([
      "inquiry_types.question.order_value=999999999", "inquiry_types.question.conversion=1",
    ])
    let outcome = try await CompareUseCase(
      CompareUseCase.Request(run, volumeMultiples: [])
    ).run { _ in }
    #expect(outcome.comparison.plan("commission") != nil)
  }
}

struct GridLimitTests {
  private func refusal(_ settings: [String], seed: UInt64? = nil) -> ApplicationError? {
    var run = RunRequest(
      ScenarioSource(text: SmallShop.text, path: "shop.yaml"), settings: settings, threads: 2)
    run.seed = seed
    return #expect(throws: ApplicationError.self) {
      try WhatIfUseCase(WhatIfUseCase.Request(run, isLongMeant: true))
    }
  }

  @Test func `a grid of too many points is refused by their number, before any is read`() {
    let range = "1..1000/1"
    #expect(
      refusal([
        "demand.daily_mean=\(range)", "plans.commission.staffing[0].agents=\(range)",
        "acceptable_wait=\(range)", "gross_margin=\(range)",
      ]) == .request(.gridTooLarge(found: 1_000_000_000_000, allowed: 10_000)))
    let many = (0..<7).map { "shop.a\($0)=1..1000/1" }
    #expect(refusal(many) == .request(.gridTooLarge(found: .max, allowed: 10_000)))
  }

  @Test func `a grid whose points keep too much is refused by their memory`() throws {
    let error = refusal([
      "demand.daily_mean=1..10000/1", "experiment.replications=1000", "horizon.end=2026-12-31",
    ])
    guard case .file(_, .tooLarge(.memory(_, let part, _, _, _))) = error else {
      throw try #require(error)
    }
    #expect(part == .points)
  }

  @Test func `what is set twice is refused, by settings or by an option`() {
    #expect(
      refusal(["seed=1,2", "seed=3"])
        == .request(.setting("seed=3", .twice("seed", by: "--set seed"))))
    #expect(
      refusal(["seed=1,2"], seed: 4)
        == .request(.setting("seed=1,2", .twice("seed", by: "--seed"))))
  }

  @Test func `a path of forty thousand steps is refused in a short sentence`() throws {
    let path = Array(repeating: "a", count: 40_000).joined(separator: ".")
    let error = try #require(refusal([path + "=1"]))
    #expect(error == .request(.setting(path + "=1", .tooDeep(path + "=1", 40_000))))
    let sentence = error.sentence()
    for text in [sentence.en, sentence.zh] {
      #expect(text.contains("40000") && text.contains("64") && text.utf8.count < 400)
    }
    // Nor does a caller who passes the steps on himself end the program.
    #expect(throws: ScenarioFileError.self) {
      try ScenarioFile.parse(
        text: SmallShop.text, path: "shop.yaml", overrides: [(path, "1")])
    }
  }
}
