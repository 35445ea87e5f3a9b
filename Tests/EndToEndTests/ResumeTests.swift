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
