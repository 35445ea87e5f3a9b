// SPDX-License-Identifier: GPL-3.0-or-later

import Application
import Calendars
import Experiments
import Foundation
import Inference
import Money
import Planning
import Pricing
import Reporting
import Scenarios
import Tables
import Testing
import Wording

#if canImport(FoundationXML)
  import FoundationXML
#endif

@Suite struct ReportTests {
  /// One comparison for all tests of the suite.
  private static let sample = Task { try await SampleComparison.make() }

  /// The sample under each recommendation and every warning and change that has words.
  private func variants() async throws -> [Comparison] {
    let base = try await Self.sample.value
    let missed = base.plans[0].targets
    let margin = try PairedDifference([9000, 9100, 9200], minus: [10_000, 10_050, 10_300])
    let interval = ConfidenceInterval(mean: 1234.4, halfWidth: 99.6, level: 0.95, count: 30)
    let month = base.horizon.first.yearMonth
    let recommendations: [Verdict.Recommendation] = [
      .winner(plan: "seats", runnerUp: "tiered", margin: margin),
      .winner(plan: "tiered", runnerUp: nil, margin: nil),
      .equivalent(plans: ["seats", "tiered"]),
      .noWinnerYet(leader: "seats", contenders: ["seats", "tiered"], replications: 420),
      .noWinnerYet(leader: "seats", contenders: ["seats", "tiered"], replications: nil),
      .nobodyMeetsTargets(nearest: "seats", missed: missed), .nothingToRank,
      .targetsUndecided(leader: "seats", open: missed, replications: 75),
    ]
    return recommendations.map { recommendation in
      var comparison = base
      comparison.verdict.recommendation = recommendation
      comparison.verdict.outsourcing = .outsource(savingAgainstOwnTeam: interval)
      comparison.verdict.firmKinds = FirmKind.allCases
      comparison.verdict.evidence = [
        .seasonality(dayPeakToMean: 5.25, monthPeakToMean: 1.85, peak: base.horizon.last),
        .growth(perYear: 0.335), .hoursToCover(perDay: 15.5, beyondEight: 7.5),
        .vacancies(open: 3, own: 4), .costShareOfSales(0.087),
      ]
      comparison.verdict.warnings = [
        .cheapButBelowTarget(plan: "tiered", saves: 4321, missed[0]),
        .worstMonth(plan: "seats", month: month, abandonment: 0.4123),
        .targetUndecided(plan: "tiered", saves: 0, missed[0]),
        .clause(plan: "tiered", clause: "late"),
        .poolSizeAssumed(plans: ["tiered", "seats"]), .fewReplications(5), .noTargets,
        .belowCostToServe(plan: "tiered", revenue: 6400, cost: 35_200),
      ]
      // The terminal has room for six.
      if case .winner(_, nil, _) = recommendation {
        comparison.verdict.warnings = [
          .smallestSizeIsEnough(plan: "seats", size: 50, isPercent: true),
          .partOfHorizonBilled(plan: "tiered", days: 12, of: 30), .noCustomers,
          .unstaffed(plan: "seats", arriving: 0.064, lost: 0.71),
          .speedsExtrapolated(group: "sales", measured: 4, limit: 6),
          .growthFromAssumed(stream: "shop", perYear: 0.3, date: base.horizon.first),
        ]
      }
      comparison.verdict.changes = [
        .volume(dailyInquiries: 87.4, multiple: 2.18, winnerBeyond: "tiered", isAbove: true),
        .price(plan: "tiered", clause: "tiers", from: "900", to: "812.50"),
        .allPrices(plan: "seats", to: 0.117),
        .netResult(plan: "tiered", gains: interval, costsLess: true, answer: .missed),
      ]
      return comparison
    }
  }

  @Test func `terminal text fits a hundred columns in each language`() async throws {
    for comparison in try await variants() {
      for language in Language.allCases {
        let text = ComparisonText(comparison, style: NumberStyle(language)).text(width: 100)
        let widest = text.split(separator: "\n").map { TextWidth.of(String($0)) }.max() ?? 0
        #expect(widest <= 100)
        #expect(text.contains("Dedicated seats"))
      }
    }
  }

  @Test func `the verdict is at most half a page`() async throws {
    for comparison in try await variants() {
      for language in Language.allCases {
        let verdict = VerdictText(comparison, style: NumberStyle(language))
        #expect(verdict.paragraphs(width: 100).split(separator: "\n").count <= 36)
      }
    }
  }

  @Test func `that a dearer plan earns more is said with the recommendation, and once`()
    async throws
  {
    let comparison = try #require(try await variants().first)
    for (language, words) in [(Language.english, "But"), (.chinese, "但“")] {
      let verdict = VerdictText(comparison, style: NumberStyle(language))
      let gains = verdict.statements.filter { statement in
        statement.figures.contains { $0.name == "net_result_gain" }
      }
      #expect(gains.map(\.topic) == ["recommendation"])
      #expect(gains.first?.text.contains(words) == true)
    }
  }

  @Test func `every number of the verdict is kept with it`() async throws {
    for comparison in try await variants() {
      for language in Language.allCases {
        let style = NumberStyle(language)
        for statement in VerdictText(comparison, style: style).statements {
          let known = statement.figures.flatMap { written($0, style) }
          for number in numbers(in: statement.text, of: comparison) where !known.contains(number) {
            Issue.record("\(number) of \(statement.topic) is in no file: \(statement.text)")
          }
        }
      }
    }
  }

  /// How a figure may stand in a sentence.
  private func written(_ figure: VerdictFigure, _ style: NumberStyle) -> [String] {
    let value = figure.value
    return
      ([0, 1, 2].flatMap {
        [Decimals.fixed(value, places: $0), Decimals.fixed(value * 100, places: $0)]
      } + [Decimals.fixed(value / 60, places: 1)]).map { $0.filter { $0 != "-" } }
  }

  /// Numbers of a sentence; names, dates, the level of intervals and a target's own terms are not
  /// results.
  private func numbers(in text: String, of comparison: Comparison) -> [String] {
    var text = text
    for word in [
      "95%", "60 s", "60 秒", "3 minutes", "3 min", "3 分钟", "70.0%", "per month", "5% a day",
      "按日 5%",
      "seats.csv", "30 days", "30 天",
    ] {
      text = text.replacingOccurrences(of: word, with: "")
    }
    text = text.replacingOccurrences(
      of: "[0-9]{2}:[0-9]{2}", with: "", options: .regularExpression)
    text = text.replacingOccurrences(
      of: "[0-9]{4}-[0-9]{2}(-[0-9]{2})?", with: "", options: .regularExpression)
    text = text.replacingOccurrences(
      of: "(?<=[0-9]),(?=[0-9])", with: "", options: .regularExpression)
    text = text.replacingOccurrences(
      of: "(?<![0-9])900(?![0-9.])", with: "", options: .regularExpression)
    return text.split { !($0.isASCII && ($0.isNumber || $0 == ".")) }
      .map { $0.last == "." ? String($0.dropLast()) : String($0) }
      .filter { $0.contains(where: \.isNumber) }
  }

  @Test func `the report is well-formed and whole in each language`() async throws {
    for comparison in try await variants() {
      for language in Language.allCases {
        let report = HTMLReport(comparison, style: NumberStyle(language), version: "1")
        let body = report.text.replacingOccurrences(of: "<!DOCTYPE html>\n", with: "")
        #expect(XMLParser(data: Data(body.utf8)).parse())
        #expect(body.contains("A shop, &quot;quoted&quot; &amp; &lt;marked&gt;"))
        #expect(body.contains("lang=\"\(language.htmlTag)\""))
        // Two maps, volume, four pictures of the busiest day, costs, break-even.
        #expect(body.components(separatedBy: "role=\"img\"").count - 1 == 9)
        #expect(!body.contains("http") || body.contains("http://www.w3.org/2000/svg"))
        #expect(!body.contains(#/\bnan\b/#))
      }
    }
  }

  @Test func `invoice lines sum to the cost of their replication`() async throws {
    let comparison = try await Self.sample.value
    var sums: [String: [Int: Int64]] = [:]
    for row in InvoiceRow.rows(of: comparison.plans, language: .english) {
      sums[row.plan, default: [:]][row.replication, default: 0] += row.line.amount.fen
    }
    for plan in comparison.plans {
      for (replication, cost) in plan.cost.total.values.enumerated() {
        #expect(sums[plan.name]?[replication] == Int64((cost * 100).rounded()))
      }
    }
  }

  @Test func `a line's exact quantity times its price is its amount`() async throws {
    let comparison = try await Self.sample.value
    let table = CSVTable<InvoiceRow>.invoices
    let places = Dictionary(
      uniqueKeysWithValues: table.columns.enumerated().map { ($0.element.name, $0.offset) })
    for row in InvoiceRow.rows(of: comparison.plans, language: .english) {
      let cells = table.columns.map { $0.value(row).text }
      let value = { (name: String) in
        places[name].flatMap { place in
          let parts = cells[place].split(separator: "/").compactMap { Double($0) }
          return parts.count == 2 ? parts[0] / parts[1] : parts.first
        }
      }
      let product = (value("quantity_exact") ?? .nan) * (value("unit_price") ?? .nan)
      #expect(abs(product - (value("amount") ?? .nan)) <= 0.0051)
    }
  }

  @Test func `a run's folder holds what the manifest lists, and the same bytes twice`() async throws
  {
    let comparison = try await Self.sample.value
    let path = NSTemporaryDirectory() + "reporting-" + UUID().uuidString
    defer { try? FileManager.default.removeItem(atPath: path) }
    let manifest = Manifest(
      product: .init(version: "1", revision: "abc"), command: "compare", arguments: ["shop.yaml"],
      scenario: .init(
        name: "shop", hash: "00", horizon: comparison.horizon, timeZone: "Asia/Shanghai", seed: 7,
        replications: 5),
      inputs: [InputRecord(name: "shop.yaml", bytes: 3, sha256: "00", text: "a: 1")],
      run: .init(startedAt: "2026-01-01T00:00:00Z", seconds: 1.5, threads: 1))
    let write = { (name: String) -> [String: Data] in
      let folder = try OutputFolder(path: path + "/" + name)
      let names = try ResultDocuments.write(
        comparison, manifest: manifest, to: folder, options: DocumentOptions()
      ).names
      let found = try FileManager.default.contentsOfDirectory(atPath: folder.path)
        .filter { !$0.hasPrefix(".") }
      #expect(Set(found) == Set(names))
      return Dictionary(
        uniqueKeysWithValues: try names.map {
          ($0, try Data(contentsOf: URL(fileURLWithPath: folder.place(of: $0))))
        })
    }
    let first = try write("first")
    #expect(try write("second") == first)
    let header = String(decoding: first["comparison.csv"] ?? Data(), as: UTF8.self)
    #expect(header.hasPrefix("plan,title,"))
    let rows = header.split(separator: "\r\n")
    #expect(rows.count == comparison.plans.count + 1)
    let json = try JSONSerialization.jsonObject(with: first["manifest.json"] ?? Data())
    let members = try #require(json as? [String: Any])
    #expect(members["schema_version"] as? Int == CSVSchema.version)
    #expect((members["files"] as? [String])?.contains("report.html") == true)
  }

  @Test func `JSON of a comparison parses and has a row for every plan`() async throws {
    let comparison = try await Self.sample.value
    let text = JSONDocuments.comparison(comparison, style: NumberStyle()).text
    let json = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
    #expect((json?["plans"] as? [Any])?.count == comparison.plans.count)
  }

  @Test func `the reference documents every column of every file once, in each language`() {
    for language in Language.allCases {
      let text = ResultDocuments.schemaReference(language)
      for schema in ResultDocuments.schemas {
        #expect(text.contains("## `\(schema.file)`"))
        #expect(Set(schema.columns.map(\.name)).count == schema.columns.count)
        for column in schema.columns {
          #expect(text.contains("| `\(column.name)` |"))
          #expect(!column.meaning[language].isEmpty)
        }
      }
    }
    #expect(Set(ResultDocuments.schemas.map(\.file)).count == ResultDocuments.schemas.count)
  }
}
