// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
import Inference
import Planning
import Pricing
import Reporting
import Scenarios
import Testing
import Wording

/// Sentences as a planner writes them.
@Suite struct PlannerWordsTests {
  private static let sample = Task { try await SampleComparison.make() }

  private func chinese(_ comparison: Comparison) -> VerdictText {
    VerdictText(comparison, style: NumberStyle(.chinese))
  }

  private func winner() async throws -> Comparison {
    var comparison = try await Self.sample.value
    let margin = try PairedDifference([9000, 9100, 9200], minus: [10_000, 10_050, 10_300])
    comparison.verdict.recommendation = .winner(
      plan: "seats", runnerUp: "tiered", margin: margin)
    return comparison
  }

  @Test func `seats that never change are said with their unit`() async throws {
    var comparison = try await winner()
    try #require(comparison.verdict.seats.count == 1)
    comparison.verdict.seats[0].seats = 32
    #expect(chinese(comparison).texts("seats") == ["每月需 32 个坐席。"])
  }

  @Test func `volumes without a crossing leave the order of the plans as it is`() async throws {
    var comparison = try await winner()
    var curve = try #require(comparison.breakEven)
    curve.crossings = []
    comparison.breakEven = curve
    let text = try #require(chinese(comparison).texts("break_even").first)
    #expect(text.hasSuffix("次时，各方案费用排名不变。"))
    #expect(text.hasPrefix("日均 ") && text.contains("、") && !text.contains("和"))
  }

  @Test func `where no forecast would help it says so`() async throws {
    var comparison = try await winner()
    try #require(comparison.verdict.priceOfBeingWrong != nil)
    comparison.verdict.priceOfBeingWrong?.worstRegret = 0
    let text = try #require(chinese(comparison).texts("risk").first)
    #expect(text.contains("逐日预测再准也省不了钱。"))
    #expect(text.contains("逐日的随机起伏"))
  }

  @Test func `one plan alone is no reason to outsource`() async throws {
    var comparison = try await winner()
    comparison.verdict.outsourcing = .outsource(savingAgainstOwnTeam: nil)
    #expect(chinese(comparison).texts("outsourcing").count == 1)
    comparison.plans.removeLast()
    #expect(chinese(comparison).texts("outsourcing").isEmpty)
    #expect(!chinese(comparison).texts("slow_chat").contains { $0.contains("其他任何方案") })
  }

  @Test func `a saving against people written by hand names what their fewest would cost`()
    async throws
  {
    func interval(_ mean: Double) -> ConfidenceInterval {
      ConfidenceInterval(mean: mean, halfWidth: 100, level: 0.95, count: 30)
    }
    var comparison = try await winner()
    comparison.verdict.outsourcing = .outsource(savingAgainstOwnTeam: interval(9000))
    func text(_ saving: Double?) -> String {
      comparison.verdict.ownTeamAtBest = saving.map {
        Verdict.OwnTeamAtBest(
          plan: "tiered", cost: interval(5000), saving: interval($0), areBothSized: false)
      }
      return VerdictText(comparison, style: NumberStyle()).texts("outsourcing").joined()
    }
    #expect(text(nil).hasPrefix("Outsourcing is right here"))
    #expect(text(2000).contains("as it is written") && text(2000).contains("¥2,000 are saved"))
    #expect(text(-2000).hasPrefix("Outsourcing saves ¥9,000 against the own team as it is written"))
    #expect(text(-2000).contains("¥2,000 less than buying"))
    #expect(text(20).contains("cannot be told apart"))
    let figures = VerdictText(comparison, style: NumberStyle()).figures
    #expect(figures.contains { $0.name == "own_team_at_best" && $0.value == 5000 })
  }

  @Test func `no blank stands between an amount and the Chinese word behind it`() async throws {
    var comparison = try await winner()
    comparison.verdict.changes = [.targets(plan: "tiered", saves: 104_320)]
    let text = try #require(chinese(comparison).texts("change").first)
    #expect(text.contains("可省 104,320 元而胜出"))
    let report = HTMLReport(comparison, style: NumberStyle(.chinese), version: "1").text
    #expect(!report.contains(#/元 [一-鿿]/#))
  }

  @Test func `sizes have their unit`() async throws {
    var comparison = try await Self.sample.value
    let table = try #require(comparison.sizings.first)
    let size = try #require(table.chosen)
    let text = ComparisonText(comparison, style: NumberStyle()).text()
    #expect(text.contains("→ \(size) agent"))
    let found = SeatsText(comparison, style: NumberStyle(), isPriced: false).found()
    let words = "\(size) agent\(size == 1 ? "" : "s")"
    #expect(found == ["Sizes found by the search: “Dedicated seats” \(words).\n"])
    comparison.plans[0].staffing.sizing?.subject = .rosterScale
    comparison.plans[0].staffing.sizesFound = .uniform(151)
    #expect(
      SeatsText(comparison, style: NumberStyle(.chinese), isPriced: false).found()
        == ["搜索得到的规模：“Dedicated seats” 151%。\n"])
  }

  @Test func `headings are those of the trade`() async throws {
    let comparison = try await Self.sample.value
    let english = ComparisonText(comparison, style: NumberStyle()).text(width: 140)
    for word in ["service", "level", "abandon", "occupancy"] { #expect(english.contains(word)) }
    let zh = ComparisonText(comparison, style: NumberStyle(.chinese)).text(width: 140)
    for word in ["服务", "水平", "放弃率", "占用率"] { #expect(zh.contains(word)) }
  }

  @Test func `a clause without a name of its own is called by its kind's words`() async throws {
    var comparison = try await winner()
    comparison.verdict.changes = [
      .price(plan: "tiered", clause: "base_and_commission", from: "900", to: "812.50"),
      .price(plan: "tiered", clause: "seats 2", from: "900", to: "812.50"),
      .price(plan: "tiered", clause: "evening_desk", from: "900", to: "812.50"),
    ]
    let zh = chinese(comparison).texts("change")
    for (text, name) in zip(zh, ["“底薪加提成”", "“坐席费 2”", "“evening_desk”"]) {
      #expect(text.hasPrefix("若" + name))
    }
    let en = VerdictText(comparison, style: NumberStyle()).texts("change")
    #expect(en.first?.contains("“base and commission”") == true)
  }
}
