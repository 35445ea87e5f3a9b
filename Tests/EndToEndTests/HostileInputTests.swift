// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Testing

/// Files of strangers, read by the built program.
struct HostileInputTests {
  /// Hourly counts of some days of 2026, with a rhythm that can be fitted.
  private func history(days: Int, more: String = "") -> String {
    var text = "interval_start,count\n"
    for hour in 0..<24 * days {
      let (month, day) = (hour / 24 / 28 + 1, hour / 24 % 28 + 1)
      let date = "2026-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)"
      text += "\(date) \(hour % 24):00,\(hour % 24 < 9 ? 0 : 3 + hour % 5)\n"
    }
    return text + more
  }

  @Test func `a row of another century is refused by all that read a history`() throws {
    let folder = try Folder()
    for year in [2062, 2126] {
      let file = try folder.write(
        "history.csv", history(days: 28, more: "\(year)-02-01 09:00,5\n"))
      let future = try folder.write("future.csv", "date\n2026-02-01\n")
      for command in [
        ["fit", file], ["backtest", file],
        ["forecast", file, "--future", future, "--output", folder.path("f.csv")],
      ] {
        let run = try Program.run(command)
        #expect(run.status == 65)
        #expect(run.errors.hasPrefix("\(file):674: found no row in "), "\(run.errors)")
        #expect(
          run.errors.contains("2026-01-28 23:00 (line 673) and \(year)-02-01 09:00 (line 674)"))
      }
      let wanted = try Program.run("fit", file, "--allow-gaps", "--lang", "zh")
      #expect(wanted.status == 65)
      #expect(wanted.errors.contains("应为 不超过 7320 天"), "\(wanted.errors)")
    }
  }

  @Test func `a gap is taken as it is on request, and where a scenario says that nobody came`()
    throws
  {
    let folder = try Folder()
    let gap = "2026-09-01 09:00,5\n2026-09-01 10:00,5\n"
    let file = try folder.write("history.csv", history(days: 28, more: gap))
    #expect(try Program.run("fit", file).status == 65)
    let taken = try Program.run("fit", file, "--allow-gaps")
    #expect(taken.status == 0, "\(taken.errors)")
    let demand = "{daily_mean: 120\n"
    let shop = ShopFile.text.replacing(
      /daily_mean: 120\n.*\n.*\n.*\n/, with: "history: {file: history.csv}\n"
    )
    .replacing("2026-10-15, end: 2026-11-25", with: "2026-01-01, end: 2026-01-28")
    #expect(!shop.contains(demand))
    let refused = try Program.run("validate", folder.write("shop.yaml", shop))
    #expect(refused.errors.contains("found no row in 215 days between"), "\(refused.errors)")
    let zero = try Program.run(
      "validate", folder.write("shop.yaml", shop.replacing("csv}", with: "csv, gaps: zero}")))
    #expect(!zero.errors.contains("found no row in"), "\(zero.errors)")
  }

  @Test func `what never ends is not read`() throws {
    let folder = try Folder()
    let good = try folder.write("history.csv", history(days: 28))
    let base = Program.root.appending(path: "Scenarios/bills/slab-tier").path
    let shop = try folder.write(
      "shop.yaml",
      ShopFile.text.replacing(/daily_mean: 120\n.*\n.*\n.*\n/, with: "history: /dev/zero\n"))
    for command in [
      ["fit", "/dev/zero"], ["backtest", "/dev/zero"], ["fit", good, "--events", "/dev/zero"],
      ["forecast", good, "--future", "/dev/zero", "--output", folder.path("f.csv")],
      ["validate", "/dev/zero"], ["validate", shop, "--allow-outside"],
      ["bill", base + ".yaml", "/dev/zero"],
      ["bill", base + ".yaml", base + "-usage.csv", "--against", "/dev/zero"],
      ["bill", base + ".yaml", base + "-usage.csv", "--life", "/dev/zero"],
    ] {
      let run = try Program.run(command)
      #expect(run.status == 65 || run.status == 66, "\(command): \(run.errors)")
      #expect(run.errors.contains("allowed an ordinary file, or a pipe"), "\(run.errors)")
    }
  }

  @Test func `an invoice neither clears the screen nor hides the verdict`() throws {
    let folder = try Folder()
    let base = Program.root.appending(path: "Scenarios/bills/slab-tier").path
    let invoice = try String(contentsOfFile: base + "-invoice.csv", encoding: .utf8)
    let hostile = try folder.write(
      "bill.csv",
      invoice + "2026-03,\"\u{1B}[2J\u{9B}8m\u{202E}fee\nbill.csv: agrees\",1,5,5.00\n")
    let run = try Program.run("bill", base + ".yaml", base + "-usage.csv", "--against", hostile)
    #expect(run.status == 1)
    #expect(
      run.output.contains("\\u{1B}[2J\\u{9B}8m\\u{202E}fee\\nbill.csv: agrees: the bill charges"),
      "\(run.output)")
    #expect(
      (run.output + run.errors).unicodeScalars.allSatisfy {
        $0 == "\n" || ![.control, .format].contains($0.properties.generalCategory)
      })
  }

  @Test func `no message is longer than sixteen kilobytes`() throws {
    let folder = try Folder()
    let keys = (0..<100_000).map { "key\($0): 1\n" }.joined()
    let long = String(repeating: "x\u{202E}", count: 50_000)
    let headings = (0..<9_000).map { "\(long.prefix(80))\($0)" }.joined(separator: ",")
    for command in try [
      ["validate", folder.write("keys.yaml", keys)],
      ["validate", folder.write("name.yaml", "? \(long)\n: 1\n")],
      ["validate", folder.write("value.yaml", "name: \"\(long)\"\n")],
      ["validate", folder.write("list.yaml", "name: [\(long)]\nseed: \(long)\n")],
      ["fit", folder.write("columns.csv", "timestamp,\(headings)\n2026-01-01,1\n")],
      ["fit", folder.write("none.csv", "\(headings)\n1\n")],
      ["fit", folder.write("time.csv", "timestamp\n\(long)\n")],
    ] {
      for language in ["en", "zh"] {
        let run = try Program.run(command + ["--lang", language])
        #expect(run.status == 65, "\(run.errors.prefix(300))")
        #expect(run.errors.utf8.count <= 16_384 && !run.errors.contains("\u{202E}"))
      }
    }
  }

  @Test func `a forecast notes offsets of what is asked for, and writes all of its files or none`()
    throws
  {
    let folder = try Folder()
    let file = try folder.write("history.csv", history(days: 28))
    let future = try folder.write("future.csv", "interval_start\n2026-01-29T09:00:00+08:00\n")
    let run = try Program.run(
      "forecast", file, "--future", future, "--output", folder.path("f.csv"))
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.errors.contains("\(future):2: note: zone offsets were left out"))
    let files = ["f-daily.csv", "f-monthly.csv", "f.csv"]
    #expect(try folder.names(".").filter { $0.hasPrefix("f") && $0 != "future.csv" } == files)
  }

  @Test func `events with names that a spreadsheet would compute are written as text`() throws {
    let folder = try Folder()
    let file = try folder.write("history.csv", history(days: 56))
    let events = try folder.write(
      "events.csv", "date,name,kind\n2026-01-10,=cmd|' /C calc'!A0,@promo\n")
    let run = try Program.run(
      "fit", file, "--events", events, "--pictures", folder.path("pictures"), "--output",
      folder.path("shop.yaml"))
    #expect(run.status == 0, "\(run.errors)")
    let days = try folder.text("pictures/fit_days.csv")
    #expect(days.contains(",'=cmd|' /C calc'!A0,") && !days.contains(",=cmd"))
    let effects = try folder.text("pictures/fit_effects.csv")
    #expect(effects.contains("\n'@promo,") && !effects.contains("\n@"))
  }

  @Test func `the order of plans moves no figure and no name`() throws {
    let folder = try Folder()
    let twin = { (name: String, fee: Int) in
      """
          \(name):
            staffing: [{group: team, shift: day, agents: 3}, {group: team, shift: late, agents: 3}]
            contract: {clauses: [{kind: seats, monthly_price: \(fee)}]}

      """
    }
    let cut = try #require(ShopFile.text.range(of: "  seats:\n"))
    let end = try #require(ShopFile.text.range(of: "experiment:"))
    let (head, tail) = (ShopFile.text[..<cut.lowerBound], ShopFile.text[end.lowerBound...])
    let plans = [("beta", 5000), ("alpha", 5000), ("dear", 6000)]
    var verdicts: [[String]] = []
    for (index, order) in [[0, 1, 2], [1, 0, 2], [2, 1, 0]].enumerated() {
      let body = order.map { "  \(twin(plans[$0].0, plans[$0].1).drop { $0 == " " })" }.joined()
      let shop = try folder.write("shop.yaml", head + body + tail)
      let run = try Program.run("compare", shop, "--output", folder.path("out\(index)"))
      #expect(run.status == 0, "\(run.errors)")
      // Rows of plans, and so their numbers, follow the file; what they say does not.
      let text = try folder.text("out\(index)/verdict.csv")
      verdicts.append(
        text.split(separator: "\r\n").map {
          String($0.split(separator: ",", maxSplits: 2, omittingEmptySubsequences: false)[2])
        }.sorted())
    }
    #expect(verdicts[0].contains { $0.hasPrefix("recommendation,") && $0.contains("alpha") })
    #expect(Set(verdicts).count == 1, "\(verdicts)")
  }
}
