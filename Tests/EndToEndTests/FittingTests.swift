// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Testing

struct FittingTests {
  @Test func `types with names that no scenario can have are fitted under near ones`() throws {
    let folder = try Folder()
    var text = "arrived_at,type\n"
    for hour in 0..<24 * 21 {
      let type = ["[a]", "(a]", "\"a, \\\"\"\"", "咨询"][hour % 4]
      text += "2026-01-\(hour / 24 < 9 ? "0" : "")\(hour / 24 + 1) \(hour % 24):15,\(type)\n"
    }
    let history = try folder.write("history.csv", text)
    let fitted = folder.path("fitted.yaml")
    let run = try Program.run("fit", history, "--output", fitted)
    #expect(run.status == 0, "\(run.errors)")
    let check = try Program.run("validate", fitted)
    #expect(check.status == 0, "\(check.errors)")
    #expect(check.output.contains("4 inquiry types"))
  }

  @Test func `a row of a forecast covers the history's interval, or the one asked for`() throws {
    let folder = try Folder()
    var text = "interval_start,count\n"
    for slot in 0..<48 * 28 {
      let day = slot / 48 + 1
      text +=
        "2026-01-\(day < 10 ? "0" : "")\(day) \(slot / 2 % 24):\(slot % 2 == 0 ? "00" : "30"),4\n"
    }
    let history = try folder.write("history.csv", text)
    let future = try folder.write(
      "future.csv",
      "interval_start\n" + (0..<24).map { "2026-01-29 \($0):00\n" }.joined())
    func means(_ extra: String...) throws -> [Double] {
      let run = try Program.run(
        ["forecast", history, "--future", future, "--output", folder.path("f.csv")] + extra)
      #expect(run.status == 0, "\(run.errors)")
      #expect(run.errors.contains("--interval 60") == extra.isEmpty)
      return try folder.rows("f.csv").compactMap { Double($0["mean"] ?? "") }
    }
    let halves = try means()
    let hours = try means("--interval", "60")
    #expect(halves.count == 24 && hours.count == 24)
    #expect(halves.allSatisfy { abs($0 - 4) < 1 })
    #expect(hours.allSatisfy { abs($0 - 8) < 2 })
  }

  @Test func `a date without a time asks for its day, and a start off the grid is refused`() throws
  {
    let folder = try Folder()
    var text = "interval_start,count\n"
    for hour in 0..<24 * 21 {
      let day = hour / 24 + 1
      text += "2026-01-\(day < 10 ? "0" : "")\(day) \(hour % 24):00,4\n"
    }
    let history = try folder.write("history.csv", text)
    let days = try folder.write(
      "days.csv", "\u{FEFF}interval_start;x\r\n2026/1/23;a\r\n2026/1/26;b\r\n")
    let run = try Program.run(
      "forecast", history, "--future", days, "--output", folder.path("f.csv"))
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.errors.contains("each row covers its day"))
    let means = try folder.rows("f.csv").compactMap { Double($0["mean"] ?? "") }
    #expect(means.count == 2 && means.allSatisfy { abs($0 - 96) < 15 })
    let off = try folder.write("off.csv", "interval_start\n2026-01-23 10:30\n2026-01-23 11:30\n")
    let refused = try Program.run(
      "forecast", history, "--future", off, "--output", folder.path("g.csv"))
    #expect(refused.status == 65 && refused.errors.contains("2026-01-23 10:30"))
  }
}
