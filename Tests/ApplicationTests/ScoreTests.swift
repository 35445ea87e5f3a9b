// SPDX-License-Identifier: GPL-3.0-or-later

import Application
import Calendars
import Demand
import DemandFitting
import Experiments
import Foundation
import Plans
import Pricing
import Scenarios
import Scorecards
import Testing

struct ScoreTests {
  private static let messages = """
    time,side,session,customer,agent
    2026-03-02 10:00:00,customer,one,anna,
    2026-03-02 10:00:20,agent,one,anna,li
    2026-03-02 11:00:00,customer,two,ben,
    2026-03-02 11:04:00,agent,two,ben,wang
    """

  private static let export = """
    日期,咨询人数,接待人数,未回复人数,3分钟人工响应率,平均响应时长
    2026-03-01,100,100,0,95%,30
    2026-03-02,"1,000",990,10,60%,2分30秒
    汇总,1100,1090,10,77.5%,-
    """

  private static func scores(
    _ file: String, _ rules: [String], own: String? = nil
  ) async throws -> ScoreUseCase.Outcome {
    try await ScoreUseCase(
      ScoreUseCase.Request(messages: file, rules: RuleChoice(rules, ownRules: own))
    ).run { _ in }
  }

  @Test func `a log is graded by a rule, by a platform's rules and by the shop's own`()
    async throws
  {
    let shop = try SmallShop()
    let log = try shop.write("messages.csv", Self.messages)
    let own = try shop.write(
      "rules.csv", "key,unit,threshold_s,grades\nown.4min,session,240,ok>=90%")
    let outcome = try await Self.scores(log, ["douyin.3min", "wechat", "own.4min"], own: own)
    #expect(
      outcome.scorecards.map(\.entry.key) == [
        "douyin.3min", "wechat.replyRate", "wechat.firstReply", "own.4min",
      ])
    #expect(outcome.messageCount == 4 && outcome.sessionCount == 2)
    #expect(outcome.scorecards[0].total.graded.share == 0.5)
    #expect(outcome.scorecards[2].total.graded.meanWait == 130)
    #expect(outcome.scorecards[3].periods.last?.meetsTarget == true)
  }

  @Test func `an unknown rule and a rule out of force are refused`() async throws {
    let shop = try SmallShop()
    let log = try shop.write("messages.csv", Self.messages)
    #expect {
      try ScoreUseCase(ScoreUseCase.Request(messages: log, rules: RuleChoice(["jd.4min"])))
    } throws: { error in
      if case .request(.unknownRule("jd.4min", let known))? = error as? ApplicationError {
        known.contains("jd.3min")
      } else {
        false
      }
    }
    let old = try shop.write(
      "old.csv", Self.messages.replacing("2026-03-02", with: "2020-03-02"))
    await #expect(throws: ApplicationError.self) {
      try await Self.scores(old, ["kuaishou.3min"])
    }
  }

  @Test func `an export's rates are weighted by the customers behind them`() async throws {
    let shop = try SmallShop()
    let file = try shop.write("tmall.csv", Self.export)
    let outcome = try await Self.scores(file, ["tmall.3min"])
    let period = try #require(outcome.scorecards.first?.periods.last)
    #expect(period.tally.hits == 695 && period.tally.units == 1100)
    #expect(outcome.messageCount == nil)
    await #expect(throws: ApplicationError.self) { try await Self.scores(file, ["jd"]) }
  }

  @Test func `fit and bill read an export in the place of their own files`() async throws {
    let shop = try SmallShop()
    let start = CivilDate(dayNumber: 20_500)
    let rows = (0..<60).map { "\(start.advanced(by: $0)),\(200 + 40 * ($0 % 7)),190,10\n" }
    let file = try shop.write(
      "tmall.csv", "日期,咨询人数,接待人数,未回复人数\n" + rows.joined() + "汇总,1,1,1\n")
    let told = Told<ReadingNote>()
    let fit = try await FitUseCase(HistoryRequest(file)).run { told.add($0) }
    #expect(fit.series.dayCount == 60)
    #expect(
      told.steps.contains {
        $0.what == .export(platform: "tmall", days: 60, isSummed: false, summaryRows: 1)
      })
    let contract = try shop.write(
      "contract.yaml",
      "options: {conversation: arrived}\nclauses: [{kind: per_conversation, price: 1}]\n")
    let bill = try await BillUseCase(
      BillUseCase.Request(contract: contract, usage: file)
    ).run { _ in }
    #expect(bill.bills.first?.ledger != nil)
  }

  @Test func `a plan's simulated chats are graded as its chat log says`() async throws {
    let shop = try SmallShop()
    let outcome = try await SimulateUseCase(
      SimulateUseCase.Request(
        shop.request(2), plans: ["commission"], chats: [0, 1],
        rules: RuleChoice(["jd.first30s", "wechat.firstReply"]))
    ).run { _ in }
    let score = try #require(outcome.scores.first)
    var (units, hits) = (0, 0)
    for chat in try #require(outcome.chats) {
      guard (9 * 3600..<23 * 3600).contains(Int(chat.written.second)) else { continue }
      units += 1
      if let reply = chat.firstReply, (reply * 1000).rounded() <= 30_000 { hits += 1 }
    }
    #expect(units > 100 && hits > 10)
    #expect(score.total.graded.units == units)
    #expect(abs(score.total.graded.hits - hits) <= 1)
    #expect(score.plan == "commission" && score.periods == 2)
    #expect(score.probability != nil && outcome.scores[1].probability == nil)
  }

  @Test func `simulated chats are refused to rules that need messages, robots or words left`()
    throws
  {
    let shop = try SmallShop()
    func problem(_ rule: String) -> FileProblem? {
      do throws(ApplicationError) {
        _ = try SimulateUseCase(
          SimulateUseCase.Request(shop.request(), rules: RuleChoice([rule])))
        return nil
      } catch {
        if case .file(_, let problem) = error { return problem }
        return nil
      }
    }
    #expect(
      problem("taobao.3min") == .ruleNeedsMessages("taobao.3min", inquiryType: "question"))
    #expect(problem("jd.leaveword") == .ruleNeedsLog("jd.leaveword"))
    #expect(problem("pdd.3min") == .ruleNeedsLog("pdd.3min"))
    #expect(problem("xiaohongshu.3min") == nil)
  }

  @Test func `a simulated past is explained by its own people, and not by fewer`() async throws {
    let shop = try SmallShop()
    let simulated = try await SimulateUseCase(
      SimulateUseCase.Request(shop.request(1), plans: ["commission"], chats: [0])
    ).run { _ in }
    var text = "timestamp,wait_s,outcome\n"
    for chat in try #require(simulated.chats) where chat.hasArrived {
      let second = Int(chat.arrival.second)
      let clock = [second / 3600, second / 60 % 60, second % 60]
        .map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: ":")
      text += "\(chat.arrival.date) \(clock),\(chat.wait ?? 0),\(chat.outcome)\n"
    }
    let history = try shop.write("history.csv", text)
    func backcast(_ agents: Int) async throws -> Backcast {
      try await BackcastUseCase(
        BackcastUseCase.Request(
          HistoryRequest(history),
          run: shop.request(20, settings: ["plans.commission.staffing[0].agents=\(agents)"]))
      ).run { _ in }.backcast
    }
    let own = try await backcast(4)
    let service = try #require(own.total[.serviceLevel])
    #expect(abs(service.recorded - service.mean) <= 3 * (service.high - service.low))
    #expect(own.days.count == 3 && own.replications == 20)
    let fewer = try #require(try await backcast(1).total[.serviceLevel])
    #expect(fewer.recorded == service.recorded && fewer.isAbove)
  }

  @Test func `a past without waits or outcomes, or without a roster, cannot be backcast`()
    async throws
  {
    let shop = try SmallShop()
    let history = try shop.write("history.csv", SmallShop.history)
    await #expect(throws: ApplicationError.file(history, .nothingToBackcast)) {
      try await BackcastUseCase(
        BackcastUseCase.Request(HistoryRequest(history), run: shop.request())
      ).run { _ in }
    }
    #expect(throws: ApplicationError.request(.noRosterOfThePast(plan: "seats"))) {
      try BackcastUseCase(
        BackcastUseCase.Request(HistoryRequest(history), run: shop.request(), plan: "seats"))
    }
  }
}
