// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Testing

/// Every folder says how it came to be, and every document what it holds.
struct ManifestTests {
  private func history(_ folder: Folder) throws -> String {
    var text = "interval_start,count\n"
    for hour in 0..<24 * 42 {
      let day = hour / 24
      let date =
        day < 31
        ? "2026-01-\(day < 9 ? "0" : "")\(day + 1)" : "2026-02-\(day < 40 ? "0" : "")\(day - 30)"
      text += "\(date) \(hour % 24):00,\(hour % 24 < 9 ? 0 : 4 + hour % 5)\n"
    }
    return try folder.write("history.csv", text)
  }

  @Test func `every command that writes a folder writes a manifest with what it read`() throws {
    let folder = try Folder()
    let shop = try folder.write("shop.yaml", ShopFile.text)
    let base = try folder.write(
      "base.yaml", ShopFile.text.replacingOccurrences(of: "daily_mean: 120", with: "daily_mean: 90")
    )
    let usage = try folder.write("usage.csv", "month,inquiries,orders\n2026-10,4000,300\n")
    let runs: [(command: String, arguments: [String], inputs: [String])] = [
      ("compare", [shop, "--quick", "--against", base], ["shop.yaml", "base.yaml"]),
      ("simulate", [shop, "--replications", "2"], ["shop.yaml"]),
      (
        "explore",
        [shop, "--points", "1", "--replications", "2", "--seasons", "1", "--volumes", "1"],
        ["shop.yaml"]
      ),
      (
        "whatif", [shop, "--set", "demand.daily_mean=100,140", "--replications", "2"], ["shop.yaml"]
      ),
      ("require", [shop, "--replications", "3", "--dates", "2026-11-11"], ["shop.yaml"]),
      ("bill", [shop, usage, "--plan", "tier"], ["shop.yaml", "usage.csv"]),
      ("fit", [try history(folder)], ["history.csv"]),
    ]
    for (command, arguments, inputs) in runs {
      let out = folder.path(command)
      let run = try Program.run(
        [command] + arguments + [command == "fit" ? "--pictures" : "--output", out])
      #expect(run.status == 0, "\(command): \(run.errors)")
      let manifest = try #require(
        JSONSerialization.jsonObject(with: folder.data(command + "/manifest.json"))
          as? [String: Any], "\(command)")
      #expect(manifest["command"] as? String == command)
      #expect(manifest.keys.contains("revision") && manifest["schema_version"] as? Int == 2)
      let read = try #require(manifest["inputs"] as? [[String: Any]])
      #expect(read.compactMap { $0["name"] as? String } == inputs, "\(command)")
      for input in read {
        let name = try #require(input["name"] as? String)
        let bytes = try folder.data(name)
        #expect(input["bytes"] as? Int == bytes.count)
        #expect((input["sha256"] as? String)?.count == 64)
        let text = input["text"] as? String
        #expect(text == (name.hasSuffix(".yaml") ? String(decoding: bytes, as: UTF8.self) : nil))
      }
      let files = try #require(manifest["files"] as? [String])
      let names = try folder.names(command).filter { !$0.hasPrefix(".") && $0 != "manifest.json" }
      #expect(files.sorted() == names, "\(command)")
      let zone =
        (manifest["scenario"] as? [String: Any])?["time_zone"] as? String
        ?? manifest["time_zone"] as? String
      #expect(command == "bill" || zone == "Asia/Shanghai", "\(command)")
      for name in names where name.hasSuffix(".csv") {
        let bytes = try [UInt8](folder.data(command + "/" + name))
        let ends = bytes.indices.filter { bytes[$0] == UInt8(ascii: "\n") }
        #expect(ends.allSatisfy { $0 > 0 && bytes[$0 - 1] == UInt8(ascii: "\r") }, "\(name)")
      }
    }
  }

  @Test func `every member of a document is on the page of columns, and in its order`() throws {
    let folder = try Folder()
    let shop = try folder.write("shop.yaml", ShopFile.text)
    let past = try history(folder)
    let future = try folder.write("future.csv", "interval_start\n2026-02-12 10:00\n")
    let usage = try folder.write("usage.csv", "month,inquiries,orders\n2026-10,4000,300\n")
    let page = try String(
      contentsOf: Program.root.appending(path: "Documentation/csv-columns.md"), encoding: .utf8)
    let runs: [(command: String, arguments: [String])] = [
      ("compare", [shop, "--quick", "--states", "--errors"]),
      ("simulate", [shop, "--replications", "2", "--states", "--errors"]),
      ("whatif", [shop, "--set", "demand.daily_mean=100", "--replications", "2"]),
      (
        "explore",
        [shop, "--points", "1", "--replications", "2", "--seasons", "1", "--volumes", "1"]
      ),
      ("require", [shop, "--replications", "3", "--dates", "2026-11-11"]),
      ("bill", [shop, usage, "--plan", "tier"]),
      ("validate", [shop]), ("fit", [past]),
      ("forecast", [past, "--future", future, "--output", folder.path("f.csv")]),
      ("backtest", [past]),
    ]
    for (command, arguments) in runs {
      let run = try Program.run([command] + arguments + ["--format", "json"])
      #expect(run.status == 0, "\(command): \(run.errors)")
      let document = try #require(
        JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any], "\(command)")
      #expect(document["schema_version"] as? Int == 2, "\(command)")
      let start = try #require(page.range(of: "\n## `inquiry \(command)`\n"), "\(command)")
      let section = page[start.upperBound...].split(separator: "\n## ").first ?? ""
      for member in document.keys {
        #expect(section.contains("| `\(member)` |"), "\(command): \(member)")
      }
    }
  }

  @Test func `the surface at the scenario's own volume and season is the comparison`() throws {
    let folder = try Folder()
    let shop = try folder.write("shop.yaml", ShopFile.text)
    let run = try Program.run(
      "explore", shop, "--points", "2", "--seasons", "0,1", "--volumes", "0.5,1", "--output",
      folder.path("out"))
    #expect(run.status == 0, "\(run.errors)")
    let database = try Database(filesOf: folder.path("out"))
    let points = try database.rows(
      """
      SELECT s.plan, s.cost = c.cost, s.meets_targets IS c.meets_targets, s.size_found IS c.size_found \
      FROM surface s JOIN comparison c USING (plan) WHERE s.season = 1 AND s.multiple = 1
      """)
    #expect(points.count == 3)
    for point in points { #expect(point.dropFirst() == ["1", "1", "1"], "\(point)") }
  }

  @Test func `a reserved name is refused in either language`() throws {
    let folder = try Folder()
    let text = ShopFile.text.replacingOccurrences(of: "after_sale", with: "all")
    let file = try folder.write("shop.yaml", text)
    let english = try Program.run("validate", file)
    #expect(english.status == 65 && english.errors.contains("allowed another name: in files all"))
    let chinese = try Program.run("validate", file, "--lang", "zh")
    #expect(chinese.status == 65 && chinese.errors.contains("另取名称"), "\(chinese.errors)")
  }
}
