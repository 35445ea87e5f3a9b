// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Tables
import Testing

struct FormulaTests {
  @Test func `a formula stands beside a plan, rung by rung`() throws {
    let folder = try Folder()
    let path = try folder.write("shop.yaml", ShopFile.text)
    let run = try Program.run("erlang", path, "--replications", "3", "--format", "json")
    #expect(run.status == 0, "\(run.errors)")
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
    let rungs = try #require(object["rungs"] as? [[String: Any]])
    #expect(rungs.count >= 6)
    #expect(rungs.first?["assumptions"] as? String == "formula")
    let again = try Program.run(
      "erlang", path, "--replications", "3", "--format", "json", "--threads", "1")
    #expect(run.output == again.output)
  }

  @Test func `turn-taking by mean value analysis, one and two chats by hand`() throws {
    // Writes at once: thinking per message 40 × 7/8 = 35. One chat: 20 / 55 busy.
    // Two: reply 20 (1 + 20/55) = 27.27, chats of 8 × (27.27 + 35) = 498.2 s.
    let run = try Program.run(
      "erlang", "--compose", "20", "--think", "40", "--messages", "8", "--chats", "2")
    #expect(run.status == 0)
    #expect(run.output.contains("36.4 %"))
    #expect(run.output.contains("27.3"))
    #expect(run.output.contains("498"))
  }

  @Test func `a desk without its agents is refused by name`() throws {
    let run = try Program.run("erlang", "--per-hour", "60", "--handling", "270")
    #expect(run.status == 64)
    #expect(run.errors.contains("--agents"))
    let nothing = try Program.run("erlang")
    #expect(nothing.status == 64)
    let mixed = try Program.run("erlang", "shop.yaml", "--agents", "3")
    #expect(mixed.status == 64)
    #expect(mixed.errors.contains("--agents"))
  }

  @Test func `a number that is none is named in the message`() throws {
    let run = try Program.run("erlang", "--per-hour", "60", "--handling", "nan", "--agents", "3")
    #expect(run.status == 64)
    #expect(run.errors.contains("--handling: found nan, allowed a number above 0."))
  }

  @Test func `the table of formulas speaks Chinese as well`() throws {
    let run = try Program.run(
      "erlang", "--per-hour", "60", "--handling", "270", "--agents", "7", "--lang", "zh")
    #expect(run.output.contains("无人等待"))
    #expect(!run.output.contains("none wait"))
  }

  @Test func `another law of patience has its own row, and needs its mean and variation`() throws {
    let desk = ["erlang", "--per-hour", "660", "--handling", "60", "--agents", "10"]
    let run = try Program.run(
      desk + ["--patience", "90", "--patience-law", "deterministic", "--format", "json"])
    #expect(run.status == 0, "\(run.errors)")
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
    let general = try #require(object["m_m_c_g"] as? [String: Any])
    let exponential = try #require(object["erlang_a"] as? [String: Any])
    let leftByErlang = try #require(exponential["abandonment"] as? Double)
    let left = try #require(general["abandonment"] as? Double)
    // Nobody leaves early: fewer go than under exponential patience, more than λ − cμ must.
    #expect(left > 1.0 / 11 && left < leftByErlang)
    let bare = try Program.run(desk + ["--patience-law", "gamma"])
    #expect(bare.status == 64 && bare.errors.contains("--patience-law: needs --patience"))
    let flat = try Program.run(desk + ["--patience", "90", "--patience-law", "gamma"])
    #expect(flat.status == 64 && flat.errors.contains("--patience-cv: missing"))
  }

  @Test func `a day's load lags behind its arrivals`() throws {
    // Exponential handling of half an hour: m at the end of the busy interval is 10 (1 − 1/e).
    let run = try Program.run(
      "erlang", "--rates", "0,20,0", "--handling", "1800", "--format", "json")
    #expect(run.status == 0, "\(run.errors)")
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
    let rows = try #require(object["modified_offered_load"] as? [[String: Any]])
    #expect(rows.map { $0["stationary_load"] as? Double } == [0, 10, 0])
    let largest = try #require(rows[2]["largest_load"] as? Double)
    #expect(abs(largest - 6.321_205_588) < 1e-6)
    let wrong = try Program.run("erlang", "--rates", "20,x", "--handling", "1800")
    #expect(wrong.status == 64 && wrong.errors.contains("--rates: found 'x'"))
    let beside = try Program.run("erlang", "--rates", "20", "--handling", "60", "--agents", "3")
    #expect(beside.status == 64 && beside.errors.contains("--agents"))
  }

  @Test func `one call finds the agents on duty and those paid`() throws {
    // 80 % of 200 chats an hour of 3 min within 20 s take 14 agents; at most 70 % busy takes 15.
    let question = ["erlang", "--per-hour", "200", "--handling", "180", "--target", "80%"]
    let run = try Program.run(
      question + ["--most-occupancy", "0.7", "--shrinkage", "30 %", "--format", "json"])
    #expect(run.status == 0, "\(run.errors)")
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
    let staffing = try #require(object["staffing"] as? [String: Any])
    #expect(staffing["by_target"] as? Int == 14 && staffing["by_occupancy"] as? Int == 15)
    #expect(staffing["on_duty"] as? Int == 15 && staffing["paid_people"] as? Int == 22)
    #expect(object["agents"] as? Int == 15)
    let table = try Program.run(question + ["--shrinkage", "0.3"])
    #expect(table.output.contains("Agents on duty: 14 (14 to answer in time). People paid: 20 "))
    let beside = try Program.run(question + ["--agents", "12"])
    #expect(beside.status == 64 && beside.errors.contains("not allowed beside --agents"))
    let wrong = try Program.run(question.dropLast() + ["120%"])
    #expect(wrong.status == 64 && wrong.errors.contains("--target: found 120%"))
  }

  @Test func `a desk that cannot do its work has status 69 and says why`() throws {
    let desk = ["erlang", "--per-hour", "660", "--handling", "60", "--agents", "10"]
    let run = try Program.run(desk)
    #expect(run.status == 69)
    #expect(
      run.errors.contains(
        "customers never leave, and their work keeps 11.00 agents busy, where 10 are on duty"))
    #expect(run.output.contains("Erlang B"))
    #expect(try Program.run(desk + ["--patience", "90"]).status == 0)
    #expect(try Program.run(desk + ["--waiting-room", "5"]).status == 0)
  }

  @Test func `a finite room with patience has a row, and waits are told apart`() throws {
    let run = try Program.run(
      "erlang", "--per-hour", "660", "--handling", "60", "--agents", "10", "--patience", "90",
      "--waiting-room", "20", "--format", "json")
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
    let row = try #require(object["finite_room_with_patience"] as? [String: Any])
    let served = try #require(row["mean_wait_of_served_s"] as? Double)
    // As in units of one chat: 0.22841 of 60 s.
    #expect(abs(served - 60 * 0.228_413_563_155) < 1e-6)
    #expect((row["quantiles"] as? [Any])?.count == 5)
  }
}
