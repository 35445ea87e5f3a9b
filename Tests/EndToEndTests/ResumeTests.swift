// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Testing

/// A grid that was interrupted, or grows.
struct ResumeTests {
  private let points = "out/whatif-points.jsonl"

  private func grid(_ path: String, _ folder: Folder, _ values: String, _ more: String...) throws
    -> Program.Result
  {
    try Program.run(
      ["whatif", path, "--set", "demand.daily_mean=\(values)", "--replications", "2", "--output"]
        + [folder.path("out")] + more)
  }

  private func lines(_ folder: Folder) throws -> [String] {
    try folder.text(points).split(separator: "\n").map(String.init)
  }

  @Test func `an interrupted grid goes on, and gives what it gives at once`() throws {
    let folder = try Folder()
    let path = try folder.write("shop.yaml", ShopFile.text)
    let whole = try grid(path, folder, "60,90,120")
    #expect(whole.status == 0, "\(whole.errors)")
    let table = try folder.text("out/whatif.csv")
    let all = try lines(folder)
    #expect(all.count == 4)
    // Two points are done, and half of the third was written when the run was killed.
    // What is done is taken as it stands, which a mark in it shows.
    let marked = all[1].replacing("\"values\":[\"60\"]", with: "\"values\":[\"60.0\"]")
    try ([all[0], marked, all[2]].joined(separator: "\n") + "\n" + all[3].prefix(100))
      .write(to: folder.url(points), atomically: true, encoding: .utf8)
    let rest = try grid(path, folder, "60,90,120", "--resume")
    #expect(rest.status == 0, "\(rest.errors)")
    #expect(try lines(folder) == [all[0], marked, all[2], all[3]])
    #expect(
      try folder.text("out/whatif.csv").replacing("\r\n60.0,", with: "\r\n60,") == table)
    // A value more runs alone.
    #expect(try grid(path, folder, "60,90,120,150", "--resume").status == 0)
    #expect(try lines(folder).count == 5)
    #expect(try folder.rows("out/whatif.csv").count == table.split(separator: "\r\n").count / 3 * 4)
  }

  @Test func `a changed scenario is refused in a sentence, and begun anew without the word`() throws
  {
    let folder = try Folder()
    let path = try folder.write("shop.yaml", ShopFile.text)
    #expect(try grid(path, folder, "60").status == 0)
    let before = try lines(folder)
    let changed = try folder.write("other.yaml", ShopFile.text + "\n# changed\n")
    let refused = try grid(changed, folder, "60", "--resume")
    #expect(refused.status == 65)
    #expect(refused.errors.contains("is of another scenario"))
    #expect(try lines(folder) == before)
    let chinese = try grid(changed, folder, "60", "--resume", "--lang", "zh")
    #expect(chinese.errors.contains("属于另一个场景"))
    let other = try Program.run(
      "whatif", path, "--set", "gross_margin=0.4,0.5", "--replications", "2", "--output",
      folder.path("out"), "--resume")
    #expect(other.status == 65 && other.errors.contains("varies other keys"))
    #expect(try grid(changed, folder, "60").status == 0)
    #expect(try lines(folder) != before)
  }

  @Test func `a long grid asks whether it is meant, and going on needs a folder`() throws {
    let folder = try Folder()
    let path = try folder.write("shop.yaml", ShopFile.text)
    let long = try Program.run("whatif", path, "--set", "demand.daily_mean=1..501/1")
    #expect(long.status == 64 && long.errors.contains("--yes"))
    let nowhere = try Program.run("whatif", path, "--set", "demand.daily_mean=60", "--resume")
    #expect(nowhere.status == 64 && nowhere.errors.contains("--output"))
  }
}

/// Long commands that were killed.
struct KilledRunTests {
  private static let commands: [[String]] = [
    ["compare", "--replications", "300"],
    ["explore", "--replications", "120", "--points", "12"],
    ["plan", "--replications", "300", "--plan", "commission", "--dates", "2026-11-01/2026-11-07"],
    ["headcount", "--replications", "160", "--plan", "commission", "--plan", "seats"],
  ]

  /// All files of a folder but for what tells of the run itself.
  private func files(_ folder: Folder, _ name: String) throws -> [String: Data] {
    var files: [String: Data] = [:]
    for file in try folder.names(name) where file != "manifest.json" {
      files[file] = try folder.data("\(name)/\(file)")
    }
    return files
  }

  @Test(arguments: commands)
  func `a killed run goes on, and gives the bytes of one that was not`(
    _ command: [String]
  ) async throws {
    let folder = try Folder()
    let path = try folder.write("shop.yaml", ShopFile.text)
    func arguments(_ out: String) -> [String] {
      [command[0], path] + command.dropFirst() + ["--output", folder.path(out), "--gzip"]
    }
    let whole = try Program.run(arguments("whole"))
    #expect(whole.status == 0, "\(whole.errors)")
    let pieces = "out/.inquiry-resume"
    func size() -> Int {
      let found = try? FileManager.default.attributesOfItem(atPath: folder.path(pieces))
      return found?[.size] as? Int ?? 0
    }
    // The system kills a process that has used up its seconds of a processor, however busy it is.
    let killed = try Program.run(arguments("out"), seconds: 1)
    #expect(killed.status != 0)
    #expect(size() >= 1000, "killed before its end")
    #expect(!FileManager.default.fileExists(atPath: folder.path("out/manifest.json")))
    let changed = try folder.write("changed.yaml", ShopFile.text + "\n# changed\n")
    var other = arguments("out")
    other[1] = changed
    let refused = try Program.run(other + ["--resume"])
    #expect(refused.status == 65 && refused.errors.contains("is of another scenario"))
    let rest = try Program.run(arguments("out") + ["--resume", "--threads", "1"])
    #expect(rest.status == 0, "\(rest.errors)")
    #expect(rest.errors.contains("pieces of the work were done before"))
    #expect(try files(folder, "out") == files(folder, "whole"))
    #expect(size() == 0, "nothing is left of what was kept")
  }

  @Test func `going on needs a folder`() throws {
    let folder = try Folder()
    let path = try folder.write("shop.yaml", ShopFile.text)
    for command in ["compare", "explore", "plan", "headcount"] {
      let nowhere = try Program.run(command, path, "--resume")
      #expect(nowhere.status == 64 && nowhere.errors.contains("--resume needs --output"))
    }
    let many = try Program.run(
      "explore", path, "--volumes", Self.numbers, "--seasons", Self.numbers)
    #expect(many.status == 64 && many.errors.contains("--yes"), "\(many.errors)")
  }

  private static let numbers = (1...25).map { String(Double($0) / 10) }.joined(separator: ",")
}
