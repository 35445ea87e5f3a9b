// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Tables
import Testing

struct SteadyTests {
  @Test func `a half hour is held still and known as well as asked`() throws {
    let folder = try Folder()
    let path = try folder.write("shop.yaml", ShopFile.text)
    let run = try Program.run(
      "steady", path, "--plan", "commission", "--at", "2026-11-11 21:30", "--precision", "0.1",
      "--control-variates", "--format", "json")
    #expect(run.status == 0, "\(run.errors)")
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
    #expect(object["agents"] as? Int == 2)
    #expect(object["is_precise"] as? Bool == true)
    let rows = try #require(object["estimates"] as? [[String: Any]])
    let wait = try #require(rows.first { $0["measure"] as? String == "mean_wait" })
    let (mean, width) = (
      try #require(wait["corrected_mean"] as? Double),
      try #require(wait["corrected_half_width"] as? Double)
    )
    #expect(width <= 0.1 * mean)
    #expect(rows.allSatisfy { $0["variance_gain"] != nil })
  }

  @Test func `a desk without a steady state ends with its own status and a reason`() throws {
    let folder = try Folder()
    let stays = ShopFile.text
      .replacingOccurrences(
        of: "patience: {distribution: exponential, mean: 6 min}", with: "patience: never"
      )
      .replacingOccurrences(of: "daily_mean: 120", with: "daily_mean: 3000")
    let run = try Program.run("steady", folder.write("shop.yaml", stays), "--plan", "commission")
    #expect(run.status == 69)
    #expect(run.errors.contains("pre_sale") && run.errors.contains("grow"))
    let closed = try Program.run(
      "steady", folder.write("open.yaml", ShopFile.text), "--plan", "commission", "--at",
      "2026-11-11 03:00")
    #expect(closed.status == 69)
    #expect(closed.errors.contains("closed hours"))
    for bad in ["tomorrow", "2027-01-01 10:00", "2026-11-11"] {
      let run = try Program.run("steady", folder.path("open.yaml"), "--at", bad)
      #expect(run.status == 64, "\(bad)")
    }
  }

  @Test func `replications go on until a measure is precise, and gains are told`() throws {
    let folder = try Folder()
    let path = try folder.write("shop.yaml", ShopFile.text)
    let run = try Program.run(
      "simulate", path, "--plan", "commission", "--precision", "0.03", "--measure",
      "service_level", "--antithetic", "--control-variates", "--format", "json")
    #expect(run.status == 0, "\(run.errors)")
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
    let rows = try #require(object["estimates"] as? [[String: Any]])
    #expect(rows.count == 3)
    let level = try #require(rows.first { $0["measure"] as? String == "service_level" })
    let (mean, width) = (
      try #require(level["mean"] as? Double), try #require(level["half_width"] as? Double)
    )
    #expect(width <= 0.03 * mean)
    #expect(try #require(level["variance_gain"] as? Double) > 0)
    let table = try Program.run(
      "simulate", path, "--plan", "commission", "--replications", "6", "--control-variates")
    #expect(table.output.contains("gain") && table.output.contains("6 replications"))
  }
}
