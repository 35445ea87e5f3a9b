// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
import Experiments
import Foundation
import Inference
import Measures
import Planning
import Reporting
import Testing
import Wording

/// The worst half hour and day, wherever they are told.
@Suite struct WorstTextTests {
  private static let sample = Task { try await SampleComparison.make(dailyMean: 150) }

  private func cells(_ comparison: Comparison, plan: String) throws -> [String: String] {
    let row = try #require(PlanRow.rows(of: comparison).first { $0.plan.name == plan })
    return Dictionary(
      uniqueKeysWithValues: CSVTable<PlanRow>.comparison.columns.map {
        ($0.name, $0.value(row).text)
      })
  }

  @Test func `the verdict names when customers of its plan fare worst`() async throws {
    var comparison = try await Self.sample.value
    comparison.verdict.recommendation = .winner(plan: "tiered", runnerUp: nil, margin: nil)
    let worst = try #require(comparison.plan("tiered")?.performance.worstInterval)
    let start = try #require(worst.start)
    for language in Language.allCases {
      let style = NumberStyle(language)
      let verdict = VerdictText(comparison, style: style)
      #expect(verdict.statements.map(\.topic).firstIndex(of: "worst") == 2)
      let text = try #require(verdict.texts("worst").first)
      #expect(text.contains("\(worst.date) \(start)"))
      #expect(text.contains(style.percent(worst.serviceLevel.mean)))
      #expect(text.contains(style.percent(worst.abandonment.mean)))
      #expect(text.contains(language == .english ? "worst half hour" : "最差的半小时"))
      #expect(ComparisonText(comparison, style: style).text().contains("\(worst.date) \(start)"))
    }
  }

  @Test func `where nobody is late the verdict says so`() async throws {
    var comparison = try await SampleComparison.make()
    comparison.verdict.recommendation = .winner(plan: "tiered", runnerUp: nil, margin: nil)
    try #require(comparison.plan("tiered")?.performance.worstInterval == nil)
    let text = VerdictText(comparison, style: NumberStyle()).texts("worst")
    #expect(text.count == 1 && text.first?.hasPrefix("Nobody waits longer than 60 s") == true)
  }

  @Test func `comparison.csv has the worst moments of every plan`() async throws {
    let comparison = try await Self.sample.value
    for plan in comparison.plans {
      let cells = try cells(comparison, plan: plan.name)
      let worst = try #require(plan.performance.worstInterval)
      #expect(cells["worst_interval_date"] == "\(worst.date)")
      #expect(cells["worst_interval_start"] == worst.start.map { "\($0)" })
      let level = try #require(cells["worst_interval_service_level"].flatMap(Double.init))
      #expect(abs(level - worst.serviceLevel.mean) < 1e-6)
      let low = try #require(cells["worst_interval_service_level_low"].flatMap(Double.init))
      #expect(low <= level && low >= 0)
      #expect(cells["worst_day_date"] == plan.performance.worstDay.map { "\($0.date)" })
      // The day has all the customers of its half hours.
      let row = plan.performance.intervals.filter { $0.date == plan.performance.worstDay?.date }
      let customers = try #require(cells["worst_day_arrivals"].flatMap(Double.init))
      #expect(abs(row.reduce(0) { $0 + $1.measures[.arrivals] } - customers) < 1e-3)
    }
  }

  @Test func `no half hour leaves more customers late than the worst`() async throws {
    for plan in try await Self.sample.value.plans {
      let worst = try #require(plan.performance.worstInterval)
      let late = plan.performance.intervals.map {
        $0.measures.parts(of: .serviceLevel).bottom - $0.measures.parts(of: .serviceLevel).top
      }
      #expect(abs((late.max() ?? 0) - worst.late) < 1e-9)
    }
  }

  @Test func `the report has a map of the service level for every plan, the chosen one marked`()
    async throws
  {
    var comparison = try await Self.sample.value
    comparison.verdict.recommendation = .winner(plan: "tiered", runnerUp: nil, margin: nil)
    for language in Language.allCases {
      let report = HTMLReport(comparison, style: NumberStyle(language), version: "1").text
      let name = language == .english ? "Service level by day and time of day" : "各日各时段的服务水平"
      #expect(report.components(separatedBy: "aria-label=\"\(name)\"").count - 1 == 2)
      let mark = language == .english ? " (recommended)" : "（推荐）"
      #expect(report.contains("<h3>→ 按咨询量阶梯计费的共享客服\(mark)</h3>"))
      #expect(report.components(separatedBy: "class=\"ring\"").count - 1 == 3)
    }
  }

  @Test func `the cells of a map are the half hours in which anybody comes`() async throws {
    let comparison = try await Self.sample.value
    let report = HTMLReport(comparison, style: NumberStyle(), version: "1").text
    // Rectangles of a cell's width: the heights that they name sum to the cells drawn.
    let heights = report.matches(of: #/h1v(\d+)h-1z/#).compactMap { Int($0.output.1) }
    let cells = comparison.plans.flatMap(\.performance.intervals).filter {
      $0.measures[.arrivals] > 0
    }
    #expect(heights.reduce(0, +) == cells.count)
  }

  @Test func `months.csv has the interval of the service level`() async throws {
    let comparison = try await Self.sample.value
    let row = try #require(MonthRow.rows(of: comparison.plans.map(PlanService.init)).first)
    let cells = Dictionary(
      uniqueKeysWithValues: CSVTable<MonthRow>.months.columns.map { ($0.name, $0.value(row).text) })
    let value = { (name: String) in cells[name].flatMap(Double.init) ?? .nan }
    #expect(value("service_level_low") < value("service_level"))
    #expect(value("service_level_high") > value("service_level"))
  }
}
