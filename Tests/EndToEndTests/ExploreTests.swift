// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Testing

struct ExploreTests {
  @Test func `an exploration writes tables, a page and figures that recompute`() throws {
    let folder = try Folder()
    let file = try folder.write("shop.yaml", ShopFile.text)
    let run = try Program.run(
      "explore", file, "--replications", "4", "--points", "1", "--seasons", "0,1", "--volumes",
      "0.5,2", "--output", folder.path("out"))
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.output.contains("What moves the lead of"))
    let names = try folder.names("out")
    for name in [
      "exploration.html", "frontier.csv", "provider.csv", "risk.csv", "surface.csv", "tornado.csv",
    ] {
      #expect(names.contains(name), "\(name)")
    }
    #expect(try folder.text("out/exploration.html").contains("<svg"))
    let risk = try folder.rows("out/risk.csv")
    let shares = risk.compactMap { Double($0["probability_cheapest"] ?? "") }
    #expect(abs(shares.reduce(0, +) - 1) < 1e-4)
    let provider = try folder.rows("out/provider.csv")
    for row in provider {
      let fee = try #require(Double(row["monthly_fee"] ?? ""))
      let cost = try #require(Double(row["cost_at_bound"] ?? ""))
      #expect(abs(fee * 0.8 - cost) < 0.02, "a margin of a fifth on the fee")
    }
  }

  /// Words by which a verdict names the kind of firm.
  static let firms: [(file: String, kind: String)] = [
    ("start-up", "a start-up"), ("seasonal", "seasonal"), ("fast-growing", "fast-growing"),
    ("cost-sensitive", "cost-sensitive"), ("core-elsewhere", "busy with another core"),
    ("international", "international"),
  ]

  @Test(arguments: firms.indices)
  func `each kind of firm has a verdict with its figures (F29, F30, F31)`(index: Int) throws {
    let firm = Self.firms[index]
    let file = Program.root.appending(path: "Scenarios/\(firm.file).yaml").path
    let run = try Program.run("compare", file, "--replications", "4", "--quick")
    #expect(run.status == 0, "\(run.errors)")
    let text = run.output.split(separator: "\n").joined(separator: " ")
    let start = try #require(text.range(of: "The figures show a shop that is "))
    let kinds = try #require(text[start.upperBound...].split(separator: ":").first)
    #expect(kinds.contains(firm.kind), "\(kinds)")
    #expect(text.contains("utsourcing is right") || text.contains("Combine:"))
    #expect(text.contains("first reply within 3 minutes"), "a price is judged with its service")
  }

  @Test func `growth alone makes no season (F29)`() throws {
    let file = Program.root.appending(path: "Scenarios/fast-growing.yaml").path
    let run = try Program.run("compare", file, "--replications", "2", "--quick")
    #expect(run.output.contains("a shop that is fast-growing:"), "\(run.output)")
  }
}
