// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Testing

/// Where results cannot go, and where they must not.
struct OutputTests {
  private static let history =
    "interval_start,count\n"
    + (0..<28 * 24).map { hour in
      "2026-01-\(pad(hour / 24 + 1)) \(pad(hour % 24)):00,\(hour % 24 < 9 ? 0 : 3 + hour % 5)\n"
    }.joined()
  private static let future =
    "interval_start\n" + (0..<48).map { "2026-02-0\(1 + $0 / 24) \(pad($0 % 24)):00\n" }.joined()

  private static func pad(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

  @Test(
    .enabled(if: FileManager.default.fileExists(atPath: "/dev/full")),
    arguments: [
      ["init"], ["schema"], ["reference", "keys"], ["reference", "prices"], ["--help"],
      ["erlang", "--per-hour", "60", "--handling", "300", "--agents", "7"],
      ["erlang", "--compose", "20", "--think", "40", "--messages", "8"],
    ])
  func `a full disk is told and has its own status`(_ arguments: [String]) throws {
    let full = try #require(FileHandle(forWritingAtPath: "/dev/full"))
    let run = try Program.run(arguments, into: full)
    #expect(run.status == 73)
    #expect(run.errors == "cannot write to the standard output: the disk is full\n")
  }

  @Test(.enabled(if: FileManager.default.fileExists(atPath: "/dev/full")))
  func `a grid on a full disk ends with the same message`() throws {
    let folder = try Folder()
    let file = try folder.write("shop.yaml", ShopFile.text)
    let full = try #require(FileHandle(forWritingAtPath: "/dev/full"))
    let run = try Program.run(
      ["whatif", file, "--set", "demand.daily_mean=60", "--replications", "2"], into: full)
    #expect(run.status == 73)
    #expect(run.errors.contains("the disk is full"))
  }

  @Test(arguments: [["schema"], ["reference", "keys"], ["--help"]])
  func `a reader that goes away ends the program quietly`(_ arguments: [String]) throws {
    let pipe = Pipe()
    try pipe.fileHandleForReading.close()
    let run = try Program.run(arguments, into: pipe.fileHandleForWriting)
    #expect(run.status == 0)
    #expect(run.errors.isEmpty)
  }

  @Test func `a scenario that holds something is replaced only by force`() throws {
    let folder = try Folder()
    let file = try folder.write("shop.yaml", "mine")
    let history = try folder.write("history.csv", Self.history)
    for command in [["init", file], ["fit", history, "--output", file]] {
      #expect(try Program.run(command).status == 73)
      #expect(try folder.text("shop.yaml") == "mine")
      #expect(try Program.run(command + ["--force"]).status == 0)
      #expect(try folder.text("shop.yaml") != "mine")
      try folder.write("shop.yaml", "mine")
    }
    let empty = try folder.write("empty.yaml", "")
    #expect(try Program.run("init", empty).status == 0)
    #expect(try Program.run("init", folder.path("no/such/folder.yaml")).status == 73)
    #expect(try folder.names("") == ["empty.yaml", "history.csv", "shop.yaml"])
  }

  @Test func `an input, a link and a device are never replaced`() throws {
    let folder = try Folder()
    let history = try folder.write("history.csv", Self.history)
    let future = try folder.write("future.csv", Self.future)
    try FileManager.default.createSymbolicLink(
      atPath: folder.path("link.csv"), withDestinationPath: folder.path("elsewhere.csv"))
    // The daily totals of `f.csv` would go to `f-daily.csv`.
    let daily = try folder.write("f-daily.csv", Self.history)
    for (input, output) in [
      (history, history), (history, future), (history, folder.path("link.csv")),
      (history, "/dev/null"), (daily, folder.path("f.csv")),
    ] {
      let run = try Program.run("forecast", input, "--future", future, "--output", output)
      #expect(run.status == 73)
      #expect(run.errors.contains("nothing was written"))
    }
    #expect(try folder.text("history.csv") == Self.history)
    #expect(try folder.names("") == ["f-daily.csv", "future.csv", "history.csv", "link.csv"])
    let good = ["forecast", history, "--future", future, "--output", folder.path("out.csv")]
    #expect(try Program.run(good).status == 0)
    #expect(try Program.run(good).status == 0, "results may be made again")
  }

  @Test func `a received invoice is not written over by the bill`() throws {
    let folder = try Folder()
    let bills = Program.root.appending(path: "Scenarios/bills")
    let invoice = try String(
      contentsOf: bills.appending(path: "slab-tier-invoice.csv"), encoding: .utf8)
    let received = try folder.write("invoices.csv", invoice)
    let run = try Program.run(
      "bill", bills.appending(path: "slab-tier.yaml").path,
      bills.appending(path: "slab-tier-usage.csv").path, "--against", received, "--output",
      folder.path(""))
    #expect(run.status == 73)
    #expect(try folder.text("invoices.csv") == invoice)
    #expect(try folder.names("") == ["invoices.csv"])
  }

  @Test func `service alone has waits and people, and no costs`() throws {
    let folder = try Folder()
    let path = try folder.write("shop.yaml", ShopFile.text)
    let run = try Program.run(
      "simulate", path, "--replications", "2", "--output", folder.path("out"))
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.output.contains("first"))
    let read = { (name: String) in
      try folder.text("out/" + name).split(separator: "\r\n")
        .map { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }
    }
    let months = try read("months.csv")
    #expect(months[0].last == "service_level_high" && !months[0].contains { $0.hasPrefix("cost") })
    let waits = try read("waits.csv")
    #expect(Array(waits[1].prefix(3)) == ["seats", "all", "wait"])
    // Three plans, all and two types, four measures of time.
    #expect(waits.count == 1 + 3 * 3 * 4)
    let people = try read("people.csv")
    let agents = people.dropFirst().filter { $0[0] == "commission" }
    #expect(agents.map { $0[1] } == ["0", "1", "2", "3"])
  }
}
