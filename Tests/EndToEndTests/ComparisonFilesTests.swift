// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Tables
import Testing

struct ComparisonFilesTests {
  private func compared(_ extra: String...) throws -> Folder {
    let folder = try Folder()
    let file = try folder.write("shop.yaml", ShopFile.text)
    let run =
      switch extra.count {
      case 2: try Program.run("compare", file, "--output", folder.path("out"), extra[0], extra[1])
      default: try Program.run("compare", file, "--output", folder.path("out"))
      }
    #expect(run.status == 0, "\(run.errors)")
    return folder
  }

  @Test func `one thread and three write the same bytes`() throws {
    let one = try compared("--threads", "1")
    let three = try compared("--threads", "3")
    let names = try one.names("out")
    #expect(try three.names("out") == names)
    #expect(names.contains("comparison.csv") && names.contains("breakeven.csv"))
    for name in names where name != "manifest.json" {
      #expect(try one.data("out/" + name) == three.data("out/" + name), "\(name)")
    }
    let manifests = try [one, three].map {
      var object = try #require(
        JSONSerialization.jsonObject(with: $0.data("out/manifest.json")) as? [String: Any])
      #expect(object.removeValue(forKey: "run") != nil)
      return NSDictionary(dictionary: object)
    }
    #expect(manifests[0] == manifests[1])
  }

  @Test func `another seed gives other customers`() throws {
    let one = try compared("--seed", "1")
    let two = try compared("--seed", "2")
    #expect(try one.data("out/days.csv") != two.data("out/days.csv"))
  }

  @Test func `the compared cost is the sum of the invoice lines, to the fen`() throws {
    let folder = try compared()
    var sums: [String: Int] = [:]
    for line in try folder.rows("out/invoices.csv") {
      let amount = try fen(line["amount"])
      sums[try #require(line["plan"]), default: 0] += amount
    }
    let plans = try folder.rows("out/comparison.csv")
    #expect(plans.count == 3)
    for plan in plans {
      let name = try #require(plan["plan"])
      let mean = try #require(Double(plan["cost"] ?? ""))
      let sum = try #require(sums[name])
      #expect(abs(mean - Double(sum) / 100 / 4) <= 0.005 + 1e-9, "\(name)")
    }
  }

  @Test func `every chat of a replication stands in chats.csv, with the service that is reported`()
    throws
  {
    let folder = try Folder()
    let file = try folder.write("shop.yaml", ShopFile.text)
    let run = try Program.run(
      "compare", file, "--replications", "1", "--quick", "--chats", "tier", "--output",
      folder.path("out"))
    #expect(run.status == 0, "\(run.errors)")
    let chats = try folder.rows("out/chats.csv").filter { $0["background"] == "false" }
    let reported = try folder.rows("out/comparison.csv").first { $0["plan"] == "tier" }
    let arrivals = chats.filter { $0["outcome"] != "lost_outside_hours" }
    #expect(Double(arrivals.count) == Double(reported?["arrivals"] ?? ""))
    let prompt = arrivals.filter {
      $0["outcome"] == "served" && Double($0["wait"] ?? "") ?? .infinity <= 60
    }
    let level = try #require(Double(reported?["service_level"] ?? ""))
    #expect(abs(Double(prompt.count) / Double(arrivals.count) - level) < 1e-4)
    let greeted = try arrivals.compactMap { chat -> Double? in
      guard chat["outcome"] == "served" else { return nil }
      let reply = try #require(Double(chat["first_reply"] ?? ""), "every served chat has a reply")
      #expect(reply >= Double(chat["wait"] ?? "") ?? .infinity)
      return reply
    }
    let replied = try #require(Double(reported?["three_minute_reply_share"] ?? ""))
    let within = greeted.count { $0 <= 180 }
    #expect(abs(Double(within) / Double(arrivals.count) - replied) < 1e-4)
    let manifest = try folder.text("out/manifest.json")
    for word in ["--quick", "--chats", "--chats-replication"] { #expect(manifest.contains(word)) }
  }

  @Test func `shares within thresholds are those of the chats, in every file and table`() throws {
    let folder = try Folder()
    let text = ShopFile.text.replacingOccurrences(
      of: "agent_groups:",
      with: "measures: [{answered_within: 10 s}, {answered_within: 2.5 min}, "
        + "{first_reply_within: 45 s}, answered_at_once]\nagent_groups:"
    ).replacingOccurrences(
      of: "        handling: {distribution: lognormal, mean: 9 min, cv: 0.7}\n",
      with: "        handling: {distribution: lognormal, mean: 9 min, cv: 0.7}\n"
        + "        first_reply_delay: {distribution: exponential, mean: 20 s}\n")
    let file = try folder.write("shop.yaml", text)
    let run = try Program.run(
      "compare", file, "--replications", "1", "--quick", "--chats", "seats", "--output",
      folder.path("out"))
    #expect(run.status == 0, "\(run.errors)")
    let arrivals = try folder.rows("out/chats.csv").filter {
      $0["background"] == "false" && $0["outcome"] != "lost_outside_hours"
    }
    func share(_ column: String, within seconds: Double) -> Double {
      let count = arrivals.count {
        $0["outcome"] == "served" && Double($0[column] ?? "") ?? .infinity <= seconds
      }
      return Double(count) / Double(arrivals.count)
    }
    let wanted = [
      "answered_within_10s": share("wait", within: 10),
      "answered_within_150s": share("wait", within: 150),
      "first_reply_within_45s": share("first_reply", within: 45),
      "answered_at_once": share("wait", within: 0),
    ]
    #expect(Set(wanted.values).count == 4 && wanted.values.allSatisfy { $0 > 0 && $0 < 1 })
    let plan = try #require(
      try folder.rows("out/comparison.csv").first { $0["plan"] == "seats" })
    let months = try folder.rows("out/months.csv").filter {
      $0["plan"] == "seats" && $0["inquiry_type"] == "all"
    }
    for (column, value) in wanted {
      #expect(abs(try #require(Double(plan[column] ?? "")) - value) < 1e-4, "\(column)")
      let sums = try months.map { month in
        let count = try #require(Double(month["arrivals"] ?? ""))
        return (count * (try #require(Double(month[column] ?? ""))), count)
      }
      let share = sums.reduce(0) { $0 + $1.0 } / sums.reduce(0) { $0 + $1.1 }
      #expect(abs(share - value) < 1e-4, "\(column)")
    }
    for name in ["days", "intervals", "staffing"] {
      #expect(try folder.rows("out/\(name).csv").first?["answered_within_150s"] != nil, "\(name)")
    }
    for heading in ["answered", "≤10 s", "≤45 s", "once"] {
      #expect(run.output.contains(heading), "\(heading)")
    }
  }

  @Test func `a whole amount of money keeps its two decimals`() throws {
    let folder = try compared()
    for line in try folder.rows("out/invoices.csv").prefix(50) {
      #expect(line["amount"]?.split(separator: ".").last?.count == 2)
    }
  }

  private func fen(_ text: String?) throws -> Int {
    let text = try #require(text)
    return try #require(Int(text.filter { $0 != "." }))
  }

  @Test func `the manifest's fingerprint covers the history that was replayed`() throws {
    func hash(_ count: Int) throws -> String {
      let folder = try Folder()
      try folder.write(
        "log.csv", "interval_start,count\n2026-11-10 10:00,\(count)\n2026-11-10 10:30,4\n")
      let text = ShopFile.text
        .replacingOccurrences(
          of: "  daily_mean: 120\n", with: "  history: {file: log.csv, gaps: zero}\n"
        )
        .replacingOccurrences(of: "  promotions: [{preset: double_11, lift: 3}]\n", with: "")
        .replacingOccurrences(of: "  busyness: {shape: 50, correlation: 0.6}\n", with: "")
      let run = try Program.run(
        "compare", folder.write("shop.yaml", text), "--quick", "--replications", "2", "--output",
        folder.path("out"))
      #expect(run.status == 0, "\(run.errors)")
      return try #require(
        try folder.text("out/manifest.json").split(separator: "\n").first {
          $0.contains("\"hash\"")
        }.map(String.init))
    }
    #expect(try hash(3) == hash(3))
    #expect(try hash(3) != hash(5))
  }
}
