// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Testing

struct FitPictureTests {
  /// Chats of ten weeks with what became of them; quieter at weekends, some leave.
  private func chats() -> String {
    var text = "arrived_at,type,wait_s,handle_s,outcome\n"
    var state: UInt64 = 11
    func below(_ limit: UInt64) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % limit)
    }
    let days = [31, 28, 11]
    for (month, count) in days.enumerated() {
      for day in 1...count {
        let date = "2026-0\(month + 1)-\(day < 10 ? "0" : "")\(day)"
        for hour in 9..<22 {
          for _ in 0..<(2 + below(4)) {
            let stamp = "\(date) \(hour < 10 ? "0" : "")\(hour):\(10 + below(50)):\(10 + below(50))"
            let leaves = below(8) == 0
            text +=
              "\(stamp),\(below(3) == 0 ? "after_sale" : "pre_sale"),\(below(90)),"
              + (leaves ? "0,abandoned\n" : "\(60 + below(900)),served\n")
          }
        }
      }
    }
    return text
  }

  @Test func `from a fresh history to a forecast and to a decision, nothing needs editing`() throws
  {
    let folder = try Folder()
    let history = try folder.write("chats.csv", chats())
    let events = try folder.write(
      "events.csv", "date,name,kind\n2026-02-14,Valentine,promotion\n2026-05-20,520,promotion\n")
    let fit = try Program.run(
      "fit", history, "--events", events, "--output", folder.path("shop.yaml"), "--pictures",
      folder.path("pictures"))
    #expect(fit.status == 0, "\(fit.errors)")
    #expect(fit.output.contains("inquiry compare"))
    #expect(try folder.text("pictures/fit.html").contains("Kaplan"))

    let future = try folder.write(
      "future.csv",
      "interval_start\n" + (0..<24).map { "2026-03-1\(2 + $0 / 12) \(9 + $0 % 12):00\n" }.joined())
    let forecast = try Program.run(
      "forecast", history, "--events", events, "--future", future, "--interval", "60", "--output",
      folder.path("forecast.csv"))
    #expect(forecast.status == 0, "\(forecast.errors)")
    #expect(try folder.rows("forecast.csv").count == 24)

    let compare = try Program.run(
      "compare", folder.path("shop.yaml"), "--quick", "--replications", "2", "--output",
      folder.path("out"))
    #expect(compare.status == 0, "\(compare.errors)")
    let plans = try folder.rows("out/comparison.csv")
    #expect(plans.map { $0["plan"] } == ["seats", "own_staff"])
    let days = try folder.rows("out/days.csv").filter { $0["plan"] == "seats" }
    let arrivals = days.compactMap { Double($0["arrivals"] ?? "") }
    let mean = arrivals.reduce(0, +) / Double(arrivals.count)
    let rows = try folder.text("chats.csv").split(separator: "\n").count - 1
    #expect(abs(mean / (Double(rows) / 70) - 1) < 0.15, "\(mean) a day from \(rows) in 70 days")
    #expect(Set(days.map { $0["date"] }).contains("2026-03-12"))
  }

  @Test func `the pictures are whole, the same each time, and in Chinese where asked`() throws {
    let folder = try Folder()
    let history = try folder.write("chats.csv", chats())
    for place in ["one", "two"] {
      let run = try Program.run("fit", history, "--pictures", folder.path(place))
      #expect(run.status == 0 && run.output.contains("demand:"), "\(run.errors)")
    }
    let names = try folder.names("one")
    #expect(
      names == [
        "datapackage.json", "fit.html", "fit_days.csv", "fit_dispersion.csv", "fit_effects.csv",
        "fit_week.csv",
        "manifest.json",
      ])
    for name in names where name != "manifest.json" {
      #expect(try folder.data("one/" + name) == folder.data("two/" + name))
    }
    #expect(try folder.rows("one/fit_days.csv").count == 70)
    let chinese = try Program.run(
      "fit", history, "--pictures", folder.path("one"), "--lang", "zh", "--output",
      folder.path("shop.yaml"))
    #expect(chinese.status == 0 && chinese.output.contains("已写入"))
    #expect(chinese.errors.contains("看不出年内季节"))
    #expect(try folder.text("one/fit.html").contains("逐日历史"))
  }

  @Test
  func `a history that teaches nothing leaves no pictures, and a file of the reader's own stays`()
    throws
  {
    let folder = try Folder()
    let empty = try folder.write("empty.csv", "interval_start,count\n2026-01-01 09:00,0\n")
    let none = try Program.run(
      "fit", empty, "--pictures", folder.path("pictures"), "--output", folder.path("shop.yaml"))
    #expect(none.status == 65, "\(none.errors)")
    #expect(try folder.names("pictures").isEmpty)
    #expect(!FileManager.default.fileExists(atPath: folder.path("shop.yaml")))

    try FileManager.default.createDirectory(
      at: folder.url("here"), withIntermediateDirectories: true)
    let history = try folder.write("here/fit_days.csv", chats())
    let refused = try Program.run("fit", history, "--pictures", folder.path("here"))
    #expect(refused.status == 73 && refused.errors.contains("input"), "\(refused.errors)")
    #expect(try folder.names("here") == ["fit_days.csv"])
  }
}
