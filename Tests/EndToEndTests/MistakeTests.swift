// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Testing

/// A mistake in a scenario, and what its message must name.
struct Mistake: CustomTestStringConvertible, Sendable {
  var testDescription: String
  var from: String
  var to: String
  /// Words of the message; the line comes first.
  var says: [String]

  init(_ description: String, _ from: String, _ to: String, says: String...) {
    testDescription = description
    self.from = from
    self.to = to
    self.says = says
  }
}

struct MistakeTests {
  static let mistakes: [Mistake] = [
    Mistake("a misspelled key", "demand:", "demnad:", says: "demnad", "Did you mean demand?"),
    Mistake(
      "a number that is none", "daily_mean: 120", "daily_mean: .nan", says: ":16:", "daily_mean"),
    Mistake(
      "a negative rate", "daily_mean: 120", "daily_mean: -5", says: ":16:", "-5", "0 to"),
    Mistake(
      "a shift of no length", "day: 09:00-17:00", "day: 09:00-09:00", says: ":23:", "day"),
    Mistake(
      "a skill nobody has", "skills: [pre_sale, after_sale]", "skills: [pre_sale]",
      says: "after_sale"),
    Mistake(
      "a skill for an unknown type", "skills: [pre_sale, after_sale]",
      "skills: [pre_sale, aftersale]", says: ":22:", "Did you mean after_sale?"),
    Mistake(
      "open hours without anybody", "late: 16:00-24:00", "late: 18:00-24:00", says: "17:00"),
    Mistake("closed hours without a rule", "closed_hours: lost", "", says: "closed_hours"),
    Mistake(
      "a horizon that ends before it starts", "end: 2026-11-25", "end: 2026-09-25", says: ":3:",
      "2026-09-25"),
    Mistake(
      "tiers that do not rise", "contract: tiered",
      "contract: {clauses: [{kind: tiered, tiers: [{up_to: 100, monthly_fee: 900}, "
        + "{up_to: 50, monthly_fee: 1600}]}]}", says: "tiers"),
    Mistake("a share above one", "conversion: 15 %", "conversion: 150 %", says: ":10:", "150"),
    Mistake(
      "a mix that is not whole", "daily_mean: 120\n  mix: {pre_sale: 70 %",
      "daily_mean: 120\n  mix: {pre_sale: 80 %", says: ":17:", "mix"),
    Mistake(
      "seats searched in a shared pool", "    staffing:\n      shared_pool:",
      "    staffing:\n      fewest: {group: team, from: 1, to: 3}\n      shared_pool:",
      says: "fewest"),
    Mistake("a seed given twice", "seed: 7", "seed: 7\nseed: 8", says: "seed"),
    Mistake(
      "a history that is not there", "daily_mean: 120\n", "history: {file: nowhere.csv}\n",
      says: "nowhere.csv"),
  ]

  @Test(arguments: mistakes)
  func `is refused with its place and leaves no file`(_ mistake: Mistake) throws {
    let folder = try Folder()
    #expect(ShopFile.text.contains(mistake.from))
    let path = try folder.write(
      "shop.yaml", ShopFile.text.replacingOccurrences(of: mistake.from, with: mistake.to))
    let run = try Program.run("compare", path, "--output", folder.path("out"))
    #expect(run.status == 65, "\(run.errors)")
    #expect(run.output.isEmpty)
    for words in mistake.says { #expect(run.errors.contains(words), "\(run.errors)") }
    #expect(try folder.names("") == ["shop.yaml"])
  }

  @Test func `several mistakes are reported at once`() throws {
    let folder = try Folder()
    let text = ShopFile.text.replacingOccurrences(of: "daily_mean: 120", with: "daily_mean: -1")
      .replacingOccurrences(of: "conversion: 15 %", with: "conversion: x")
    let run = try Program.run("validate", folder.write("shop.yaml", text))
    #expect(run.status == 65)
    #expect(run.errors.contains("daily_mean") && run.errors.contains("conversion"))
  }

  @Test(arguments: [
    ("arrival\n2026-10-16 10:00:00\n2026-10-15 10:00:00\n", 3),
    ("interval_start,count\n2026-10-15 10:00,4\n2026-10-15 10:00,5\n", 3),
    ("interval_start,count\n2026-10-15 10:00,-4\n", 2),
    ("interval_start,count\n2026-10-15 10:00,4\n2026-10-15 10:30,x\n", 3),
  ])
  func `a history's mistake is told with its line`(_ history: String, _ line: Int) throws {
    let folder = try Folder()
    try folder.write("history.csv", history)
    let text = ShopFile.text
      .replacingOccurrences(of: "  daily_mean: 120\n", with: "  history: history.csv\n")
      .replacingOccurrences(of: "  promotions: [{preset: double_11, lift: 3}]\n", with: "")
      .replacingOccurrences(of: "  busyness: {shape: 50, correlation: 0.6}\n", with: "")
    let run = try Program.run("validate", folder.write("shop.yaml", text))
    #expect(run.status == 65)
    #expect(run.errors.contains("line \(line) of history.csv"), "\(run.errors)")
  }

  @Test func `an empty file, a missing one and a wrong option differ in status`() throws {
    let folder = try Folder()
    #expect(try Program.run("compare", folder.write("empty.yaml", "")).status == 65)
    #expect(try Program.run("compare", folder.path("nowhere.yaml")).status == 66)
    #expect(try Program.run("compare", "--colour", "red").status == 64)
  }
}
