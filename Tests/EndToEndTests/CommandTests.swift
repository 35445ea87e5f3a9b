// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Tables
import Testing

struct CommandTests {
  @Test func `a fresh scenario is valid and compares`() throws {
    let folder = try Folder()
    let file = folder.path("shop.yaml")
    #expect(try Program.run("init", file).status == 0)
    let again = try Program.run("init", file)
    #expect(again.status == 73, "an existing file is not overwritten")
    #expect(try Program.run("validate", file).status == 0)
    let run = try Program.run("compare", file, "--replications", "2", "--quick")
    #expect(run.status == 0)
    #expect(run.output.contains("Dedicated seats"))
    #expect(run.errors.isEmpty, "no progress bar in a pipe")
    #expect(run.output.split(separator: "\n").allSatisfy { $0.count <= 100 })
  }

  @Test func `every scenario of the project is valid`() throws {
    let folder = Program.root.appending(path: "Scenarios")
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path)
      .filter { $0.hasSuffix(".yaml") }
    #expect(files.count >= 7)
    for file in files {
      let run = try Program.run("validate", folder.appending(path: file).path)
      #expect(run.status == 0, "\(run.errors)")
    }
  }

  @Test func `Chinese readers get Chinese words and the same numbers`() throws {
    let file = try Folder()
    let path = try file.write("shop.yaml", ShopFile.text)
    let english = try Program.run("compare", path, "--quick")
    let chinese = try Program.run("compare", path, "--quick", "--lang", "zh")
    #expect(chinese.output.contains("方案"))
    let cost = try #require(
      english.output.split(separator: "\n").first { $0.contains("commission") }?
        .split(separator: " ").first { $0.contains(",") })
    #expect(chinese.output.contains(cost))
  }

  @Test func `a machine reads the same comparison as JSON`() throws {
    let folder = try Folder()
    let path = try folder.write("shop.yaml", ShopFile.text)
    let run = try Program.run("compare", path, "--quick", "--format", "json")
    let object = try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any]
    #expect(object?.isEmpty == false)
  }

  @Test func `a grid of settings is one tidy table`() throws {
    let folder = try Folder()
    let path = try folder.write("shop.yaml", ShopFile.text)
    let run = try Program.run(
      "whatif", path, "--set", "demand.daily_mean=60..120/60", "--replications", "2", "--output",
      folder.path("out"))
    #expect(run.status == 0, "\(run.errors)")
    let rows = try folder.rows("out/whatif.csv")
    #expect(rows.count == 6)
    #expect(Set(rows.compactMap { $0["demand.daily_mean"] }) == ["60", "120"])
  }

  @Test func `a folder that cannot be made ends with its own status and leaves nothing`() throws {
    let folder = try Folder()
    let path = try folder.write("shop.yaml", ShopFile.text)
    let run = try Program.run("compare", path, "--quick", "--output", path + "/out")
    #expect(run.status == 73)
    #expect(try folder.names("") == ["shop.yaml"])
  }
}
