// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Tables
import Testing

struct ChangeTests {
  private func compare(_ folder: Folder, _ extra: String...) throws -> Program.Result {
    let file = try folder.write("shop.yaml", ShopFile.text)
    return try Program.run(["compare", file, "--quick", "--against", file] + extra)
  }

  @Test func `a cancelled promotion is seen in volume, service and money`() throws {
    let folder = try Folder()
    let run = try compare(
      folder, "--set", "demand.promotions[0].lift=1", "--output", folder.path("out"))
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.output.contains("Before and after: shop.yaml → shop.yaml --set demand.promotions"))
    #expect(run.output.contains("The change takes away"))
    let rows = try folder.rows("out/change.csv")
    let all = try #require(rows.first { $0["scope"] == "all" })
    let lost = try #require(Double(all["difference"] ?? ""))
    #expect(lost < -500)
    for scope in ["type", "month"] {
      let parts = rows.filter { $0["scope"] == scope }.compactMap { Double($0["difference"] ?? "") }
      #expect(parts.count == 2 && abs(parts.reduce(0, +) - lost) < 0.001)
    }
    let commission = rows.filter { $0["key"] == "commission" }
    #expect(
      commission.map { $0["measure"] } == [
        "cost", "orders", "sales_lost", "net_result", "abandonment", "service_level",
      ])
    #expect((Double(commission[0]["difference"] ?? "") ?? 0) < 0, "commission follows sales")
    let report = try folder.text("out/report.html")
    #expect(report.contains("<h2>Before and after</h2>"))
    #expect(report.contains("<h2>Volume before and after</h2>"))
    #expect(try folder.text("out/manifest.json").contains("\"--against\""))
  }

  @Test func `without a change nothing differs, and without --against there is no such part`()
    throws
  {
    let folder = try Folder()
    let run = try compare(folder, "--output", folder.path("out"), "--lang", "zh")
    #expect(run.status == 0 && run.output.contains("变化前后"), "\(run.errors)")
    let rows = try folder.rows("out/change.csv")
    #expect(rows.allSatisfy { Double($0["difference"] ?? "") == 0 })
    let plain = try Program.run(
      "compare", folder.path("shop.yaml"), "--quick", "--output", folder.path("out"))
    #expect(plain.status == 0 && !plain.output.contains("Before and after"))
    #expect(try !folder.names("out").contains("change.csv"))
    #expect(try !folder.text("out/report.html").contains("Before and after"))
  }

  @Test func `the same scenario before and after is said to change nothing`() throws {
    let folder = try Folder()
    let run = try compare(folder)
    #expect(
      run.output.contains("Every replication has the same number of inquiries before and after."))
    #expect(run.output.contains("cost and net result stay the same"), "\(run.output)")
  }

  @Test func `amounts of two currencies are not subtracted, and each is shown as its own`() throws {
    let folder = try Folder()
    let tier = try #require(ShopFile.text.range(of: "  tier:"))
    let end = try #require(ShopFile.text.range(of: "experiment:"))
    let own = ShopFile.text.replacingCharacters(in: tier.lowerBound..<end.lowerBound, with: "")
    let before = try folder.write("before.yaml", own)
    let file = try folder.write(
      "euro.yaml", own.replacingOccurrences(of: "{clauses:", with: "{currency: EUR, clauses:"))
    let run = try Program.run("compare", file, "--quick", "--against", before)
    #expect(run.status == 65, "\(run.output)")
    #expect(run.errors.contains("currency: found CNY, allowed EUR"), "\(run.errors)")
    let alone = try Program.run("compare", file, "--quick")
    #expect(alone.status == 0 && alone.output.contains("EUR"), "\(alone.errors)")
    #expect(!alone.output.contains("¥"))
  }

  @Test func `another horizon before the change is refused, and nothing is written`() throws {
    let folder = try Folder()
    let run = try compare(
      folder, "--set", "horizon={start: 2026-10-15, end: 2026-11-24}", "--output",
      folder.path("out"))
    #expect(run.status == 65 && run.errors.contains("same days"), "\(run.errors)")
    #expect(!FileManager.default.fileExists(atPath: folder.path("out")))
  }
}
