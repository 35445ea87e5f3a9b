// SPDX-License-Identifier: GPL-3.0-or-later

import Application
import Calendars
import Demand
import DemandFitting
import Experiments
import Foundation
import Inference
import Money
import Planning
import Plans
import Pricing
import Scenarios
import Testing
import Wording

struct UseCaseTests {
  @Test func `a comparison tells its progress and gives a verdict's numbers`() async throws {
    let shop = try SmallShop()
    let useCase = try CompareUseCase(
      CompareUseCase.Request(
        shop.request(), against: ScenarioSource(text: SmallShop.text, path: "before.yaml"),
        volumeMultiples: [], chats: ("commission", [1])))
    #expect(useCase.inputs == ["shop.yaml", "before.yaml"])
    let told = Told<ComparisonProgress>()
    let outcome = try await useCase.run { told.add($0) }
    #expect(told.steps.first?.scenario == "Small shop")
    #expect(told.steps.allSatisfy { $0.step.done <= $0.step.total })
    #expect(outcome.comparison.plans.map(\.name) == ["seats", "commission"])
    #expect(outcome.change?.effect.volume.difference.mean == 0)
    #expect(outcome.chats?.first { _ in true }?.chat == 0)
    #expect(outcome.record.seconds > 0)
  }

  @Test func `work on a task of its own gives progress as a stream, and the same outcome`()
    async throws
  {
    let shop = try SmallShop()
    let request = SimulateUseCase.Request(shop.request(), plans: ["commission"])
    let work = try SimulateUseCase(request).start()
    var steps = 0
    for await _ in work.progress { steps += 1 }
    #expect(steps > 0)
    let outcome = try await work.outcome()
    let direct = try await SimulateUseCase(request).run { _ in }
    #expect(outcome.comparison.plans.map(\.service) == direct.comparison.plans.map(\.service))
    #expect(outcome.estimates.isEmpty)
  }

  @Test func `points that differ in prices alone follow each other, and stand in the grid's order`()
    async throws
  {
    let shop = try SmallShop()
    let useCase = try WhatIfUseCase(
      WhatIfUseCase.Request(
        shop.request(
          2,
          settings: [
            "plans.commission.contract.clauses[0].base=1000,2000", "demand.daily_mean=100,200",
          ])))
    var run: [[String]] = []
    let outcome = try await useCase.run({ _ in }) { point in
      run.append(point.values)
      return true
    }
    #expect(run == [["1000", "100"], ["2000", "100"], ["1000", "200"], ["2000", "200"]])
    #expect(
      outcome.points.map(\.values) == [
        ["1000", "100"], ["1000", "200"], ["2000", "100"], ["2000", "200"],
      ])
  }

  @Test func `a grid compares every point, told which one it is at`() async throws {
    let shop = try SmallShop()
    let useCase = try WhatIfUseCase(
      WhatIfUseCase.Request(shop.request(2, settings: ["demand.daily_mean=100,200"])))
    let told = Told<WhatIfUseCase.Progress>()
    let outcome = try await useCase.run { told.add($0) }
    #expect(outcome.paths == ["demand.daily_mean"])
    #expect(outcome.points.map(\.values) == [["100"], ["200"]])
    #expect(Set(told.steps.map(\.point)) == [0, 1])
    #expect(told.steps.allSatisfy { $0.points == 2 })
  }

  @Test func `an exploration, a ladder and a steady half hour are asked for in the same way`()
    async throws
  {
    let shop = try SmallShop()
    var options = ExplorationOptions()
    options.seasons = []
    options.comparison.curveReplications = 1
    let phases = Told<ExplorationProgress>()
    let exploration = try await ExploreUseCase(
      ExploreUseCase.Request(shop.request(2), options: options)
    ).run { phases.add($0) }
    #expect(!exploration.exploration.tornado.isEmpty)
    #expect(phases.steps.contains { $0.phase == .tornado })
    let ladder = try await LadderUseCase(
      LadderUseCase.Request(shop.request(2), plan: "commission")
    ).run { _ in }
    #expect(ladder.ladder.rungs.count > 2)
    var study = SteadyStudy()
    study.days = 100
    let steady = try await SteadyUseCase(
      SteadyUseCase.Request(
        shop.request(2), plan: "commission", at: "2026-03-03 12:10", study: study)
    ).run { _ in }
    #expect(steady.plan.name == "commission")
    #expect(steady.desk.start.description == "12:00")
  }

  @Test func `a chat is traced at the size given, or at the first guess, without a search`()
    async throws
  {
    let shop = try SmallShop()
    let asked = try await TraceUseCase(
      TraceUseCase.Request(shop.request(), plan: "seats", size: 3, chat: 0)
    ).run { _ in }
    #expect(asked.size?.size == 3)
    #expect(asked.size?.isGuess == false)
    #expect(!asked.story.lines.isEmpty)
    let guess = try await TraceUseCase(
      TraceUseCase.Request(shop.request(), plan: "seats", chat: 0)
    ).run { _ in }
    #expect(guess.size?.isGuess == true)
    let fixed = try await TraceUseCase(
      TraceUseCase.Request(shop.request(), plan: "commission", chat: 0)
    ).run { _ in }
    #expect(fixed.size == nil)
  }

  @Test func `a bill names what was assumed, prices every plan and checks an invoice`() async throws
  {
    let shop = try SmallShop()
    let usage = try shop.write("usage.csv", "month,inquiries,seats\n2026/3,4130,2\n")
    let invoice = try shop.write(
      "invoice.csv", "month,clause,amount\n2026-03,seats,10001\n")
    let contract = try shop.write("contract.yaml", SmallShop.contract)
    let notes = Told<ReadingNote>()
    let outcome = try await BillUseCase(
      BillUseCase.Request(contract: contract, usage: usage, against: invoice)
    ).run { notes.add($0) }
    #expect(outcome.bills.count == 1)
    #expect(notes.steps.first?.sentence.en.contains("2026/3 was read as 2026-03") == true)
    #expect(outcome.audit?.differences.count == 1)
    let scenario = try shop.write("shop.yaml", SmallShop.text)
    let all = try await BillUseCase(
      BillUseCase.Request(contract: scenario, usage: usage)
    ).run { _ in }
    #expect(all.bills.map(\.plan) == ["seats", "commission"])
  }

  @Test func `Chinese files in GBK are billed as the same in English and UTF-8, and it says so`()
    async throws
  {
    let shop = try SmallShop()
    let contract = try shop.write("contract.yaml", SmallShop.contract)
    let plain = try shop.write("usage.csv", "month,inquiries,seats\n2026-03,4130,2\n")
    let chinese = try shop.write("gbk.csv", "")
    let encoding = String.Encoding(rawValue: 0x8000_0632)
    let bytes = try #require("月份,咨询量,坐席数\n2026-03,4130,2\n".data(using: encoding))
    try bytes.write(to: URL(fileURLWithPath: chinese))
    var totals: [Int64] = []
    let notes = Told<ReadingNote>()
    for usage in [plain, chinese] {
      let outcome = try await BillUseCase(
        BillUseCase.Request(contract: contract, usage: usage)
      ).run { notes.add($0) }
      guard case .priced(let ledger) = outcome.bills.first?.outcome else {
        Issue.record("not priced")
        return
      }
      totals.append(ledger.invoices.total.fen)
    }
    #expect(totals[0] == totals[1] && totals[0] > 0)
    #expect(notes.steps.map(\.what) == [.gbk] && notes.steps.map(\.file) == [chinese])
    #expect(notes.steps.first?.sentence.zh.contains("GBK") == true)
  }

  @Test func `a history is fitted, forecast and tested, and the fitted scenario is valid`()
    async throws
  {
    let shop = try SmallShop()
    let history = HistoryRequest(try shop.write("history.csv", SmallShop.history))
    let fit = try await FitUseCase(history).run { _ in }
    let validated = try await ValidateUseCase(
      ValidateUseCase.Request(ScenarioSource(text: fit.scenario, path: "fitted.yaml"))
    ).run { _ in }
    guard case .scenario(let scenario) = validated else {
      Issue.record("no scenario")
      return
    }
    #expect(scenario.plans.count == 2)
    let future = try shop.write("future.csv", "interval_start\n2026-04-12\n2026-04-13\n")
    let notes = Told<ReadingNote>()
    let forecast = try await ForecastUseCase(
      ForecastUseCase.Request(history, future: future)
    ).run { notes.add($0) }
    #expect(forecast.table.rows.count == 2)
    #expect(notes.steps.map(\.what) == [.startsAreDates])
    let backtest = try await BacktestUseCase(history).run { _ in }
    #expect(!backtest.results.isEmpty)
  }
}
