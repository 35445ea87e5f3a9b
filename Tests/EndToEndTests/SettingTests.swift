// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Tables
import Testing

/// Values of the command line, and what a check tells before a run would.
struct SettingTests {
  @Test(arguments: [
    ("inquiry_types.pre_sale.handling=-5", "0 s to"),
    ("inquiry_types.pre_sale.handling=0", "above 0"),
    ("inquiry_types.pre_sale.handling=never", "that ends"),
    ("inquiry_types.pre_sale.wrap_up=never", "that end"),
    ("service_targets=[]", "fewest"),
    ("plans.seats.staffing.lines[0].engagement=shared", "fewest"),
    ("plans.seats.staffing.lines[9].agents=2", "no such place"),
    (
      "demand={daily_mean: 5, mix: {pre_sale: 1}, promotions: [{preset: double_11, year: 1999}]}",
      "year"
    ),
  ])
  func `validate refuses what compare would`(_ setting: String, _ words: String) throws {
    let folder = try Folder()
    let file = try folder.write("shop.yaml", ShopFile.text)
    let run = try Program.run("validate", file, "--set", setting)
    #expect(run.status == 65, "\(run.errors)")
    #expect(run.errors.contains(words), "\(run.errors)")
    let compared = try Program.run("compare", file, "--set", setting, "--quick")
    #expect(compared.status == 65)
    #expect(compared.errors == run.errors, "one mistake has one message")
  }

  @Test(arguments: [
    ("demand.daily_mean=1,2", "several values"), ("service_targets=[", "never closed"),
    ("demand.daily_mean", "no '='"), ("=4", "no path"), ("seed=", "empty"),
    ("seed=1..4", "from..to/step"),
  ])
  func `a setting that cannot be read is told with its grammar`(
    _ setting: String, _ words: String
  ) throws {
    let folder = try Folder()
    let file = try folder.write("shop.yaml", ShopFile.text)
    let run = try Program.run("validate", file, "--set", setting)
    #expect(run.status == 64)
    #expect(run.errors.contains(words), "\(run.errors)")
  }

  @Test func `a grid for machines names its settings, lists included`() throws {
    let folder = try Folder()
    let file = try folder.write("shop.yaml", ShopFile.text)
    let run = try Program.run(
      "whatif", file, "--set", "demand.daily_mean=60..120/60", "--set",
      "demand.promotions=[],[{preset: double_11, lift: 2}]", "--replications", "2", "--format",
      "json")
    #expect(run.status == 0, "\(run.errors)")
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
    let points = try #require(object["points"] as? [[String: Any]])
    let settings = points.compactMap { $0["settings"] as? [String: String] }
    #expect(settings.map { $0["demand.daily_mean"] } == ["60", "60", "120", "120"])
    #expect(settings.first?["demand.promotions"] == "[]")
    #expect((points.first?["plans"] as? [[String: Any]])?.count == 3)
  }

  @Test func `one replication is said to give no interval`() throws {
    let folder = try Folder()
    let file = try folder.write("shop.yaml", ShopFile.text)
    let run = try Program.run("compare", file, "--replications", "1", "--quick")
    #expect(run.status == 0)
    #expect(run.output.contains("run at least"))
    #expect(!run.output.contains("treat them as equal"))
    #expect(!run.output.contains("1 replications"))
    let chinese = try Program.run(
      "compare", file, "--replications", "1", "--quick", "--lang", "zh")
    #expect(chinese.output.contains("至少模拟两次"))
    #expect(!chinese.output.contains("可视为费用相同"))
  }

  @Test(arguments: [
    ["--agents", "0", "--per-hour", "60", "--handling", "300"],
    ["--per-hour", "-60", "--agents", "3", "--handling", "300"],
    ["--handling", "-300", "--per-hour", "60", "--agents", "3"],
  ])
  func `a formula's number is refused by its option, negative ones too`(
    _ arguments: [String]
  ) throws {
    let run = try Program.run(["erlang"] + arguments)
    #expect(run.status == 64)
    #expect(run.errors.contains("\(arguments[0]): found \(arguments[1]), allowed"))
  }

  @Test func `a replication beyond the run has no chats`() throws {
    let folder = try Folder()
    let file = try folder.write("shop.yaml", ShopFile.text)
    let story = try Program.run("trace", file, "--chat", "0", "--replication", "4")
    #expect(story.status == 64)
    #expect(story.errors.contains("allowed 0 to 3"))
    let rows = try Program.run(
      "compare", file, "--quick", "--chats", "tier", "--chats-replication", "4", "--output",
      folder.path("out"))
    #expect(rows.status == 64)
    #expect(try folder.names("") == ["shop.yaml"])
  }

  @Test func `a scenario may come through a pipe, which is read once`() throws {
    let folder = try Folder()
    let file = try folder.write("shop.yaml", ShopFile.text)
    let pipe = folder.path("pipe.yaml")
    #expect(mkfifo(pipe, 0o600) == 0)
    let feed = Process()
    feed.executableURL = URL(fileURLWithPath: "/bin/sh")
    feed.arguments = ["-c", "cat \"$0\" > \"$1\"", file, pipe]
    try feed.run()
    let piped = try Program.run("compare", pipe, "--quick", "--format", "json")
    feed.waitUntilExit()
    #expect(piped.status == 0, "\(piped.errors)")
    #expect(try Program.run("compare", file, "--quick", "--format", "json").output == piped.output)
  }

  @Test func `a contract on its own is checked as one`() throws {
    let folder = try Folder()
    let good = try folder.write("good.yaml", "clauses:\n  - {kind: seats, monthly_price: 5000}\n")
    let fine = try Program.run("validate", good)
    #expect(fine.status == 0, "\(fine.errors)")
    #expect(fine.output.contains("1 clause"))
    let bad = try folder.write("bad.yaml", "- {kind: seats, monthly_price: -5}\n")
    let run = try Program.run("validate", bad)
    #expect(run.status == 65)
    #expect(run.errors.contains("bad.yaml:1:") && run.errors.contains("found -5"))
    #expect(run.errors.split(separator: "\n").count == 1, "nothing about a horizon")
  }
}
