// SPDX-License-Identifier: GPL-3.0-or-later

import Application
import Foundation
import Plans
import Testing
import Wording

struct RefusalTests {
  @Test func `cancelled work ends early and leaves nothing behind`() async throws {
    let shop = try SmallShop()
    let scenario = try shop.write("shop.yaml", SmallShop.text)
    // More replications than any test would wait for.
    let run = RunRequest(try ScenarioSource(scenario), replications: 1_000_000, threads: 2)
    let work = try SimulateUseCase(SimulateUseCase.Request(run, plans: ["commission"])).start()
    for await _ in work.progress {
      work.cancel()
      break
    }
    await #expect(throws: ApplicationError.cancelled) { _ = try await work.outcome() }
    #expect(try shop.names == ["shop.yaml"])
  }

  @Test func `a search, a grid and an exploration end when they are cancelled`() async throws {
    let shop = try SmallShop()
    var request = shop.request(1_000_000)
    request.memoryLimit = .infinity
    func isCancelled<Case: UseCase>(_ useCase: Case) async -> Bool {
      let work = useCase.start()
      for await _ in work.progress {
        work.cancel()
        break
      }
      do throws(ApplicationError) {
        _ = try await work.outcome()
        return false
      } catch {
        return error == .cancelled
      }
    }
    #expect(await isCancelled(try CompareUseCase(CompareUseCase.Request(request))))
    #expect(await isCancelled(try ExploreUseCase(ExploreUseCase.Request(request))))
    var grid = request
    grid.settings = ["demand.daily_mean=100,200"]
    #expect(await isCancelled(try WhatIfUseCase(WhatIfUseCase.Request(grid))))
  }

  @Test func `a wrong request is refused before any work, by the name that the face gives`() throws
  {
    let shop = try SmallShop()
    let error = #expect(throws: ApplicationError.self) {
      try SimulateUseCase(SimulateUseCase.Request(shop.request(), plans: ["tier"]))
    }
    #expect(
      error == .request(.unknownPlan(.plan, name: "tier", known: ["seats", "commission"])))
    #expect(
      error?.sentence(naming: { "field \($0.rawValue)" }).zh
        == "field plan tier：没有这个方案；现有 seats, commission。")
    #expect(throws: ApplicationError.request(.sizeOutOfRange(found: 9, allowed: 1...8))) {
      try TraceUseCase(TraceUseCase.Request(shop.request(), plan: "seats", size: 9, chat: 0))
    }
    #expect(throws: ApplicationError.request(.sizeNotOpen(plan: "commission"))) {
      try TraceUseCase(
        TraceUseCase.Request(shop.request(), plan: "commission", size: 2, chat: 0))
    }
    #expect(throws: ApplicationError.request(.noSettings)) {
      try WhatIfUseCase(WhatIfUseCase.Request(shop.request()))
    }
    #expect(throws: ApplicationError.request(.notAMoment(found: "noon"))) {
      try SteadyUseCase(SteadyUseCase.Request(shop.request(), at: "noon"))
    }
  }

  @Test func `mistakes in a scenario's text come in both languages, each with its line`() throws {
    let shop = try SmallShop()
    let text = SmallShop.text.replacing("chat_limit: 3", with: "chat_limit: 0")
      .replacing("seed: 7", with: "seeed: 7")
    let run = RunRequest(ScenarioSource(text: text, path: "shop.yaml"))
    let error = #expect(throws: ApplicationError.self) {
      try CompareUseCase(CompareUseCase.Request(run))
    }
    let lines = error?.sentence().zh.split(separator: "\n") ?? []
    #expect(lines.count == 2)
    #expect(lines.first?.hasPrefix("shop.yaml:2：seeed：现为 未知的键，应为 ") == true)
    #expect(lines.first?.hasSuffix("是否指 seed？") == true)
    #expect(lines.last?.contains("agent_groups.team.chat_limit：现为 0，应为 1 至 ") == true)
    #expect(error?.sentence().en.contains("chat_limit: found 0, allowed 1 to ") == true)
    #expect(try shop.names == [])
  }

  @Test func `a file that is not there cannot be read, which is another kind of mistake`() async {
    let error = await #expect(throws: ApplicationError.self) {
      try await BillUseCase(
        BillUseCase.Request(contract: "/nowhere/contract.yaml", usage: "/nowhere/usage.csv")
      ).run { _ in }
    }
    guard case .file(_, let problem) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(problem.isUnreadable)
    #expect(error?.sentence().zh == "/nowhere/contract.yaml：现为 不存在的文件，应为 文件的路径。")
  }
}
