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
      return try folder.text("f.csv").split(separator: "\n").dropFirst().compactMap {
        Double($0.split(separator: ",")[1])
      }
    }
    let halves = try means()
    let hours = try means("--interval", "60")
    #expect(halves.count == 24 && hours.count == 24)
    #expect(halves.allSatisfy { abs($0 - 4) < 1 })
    #expect(hours.allSatisfy { abs($0 - 8) < 2 })
  }
}
