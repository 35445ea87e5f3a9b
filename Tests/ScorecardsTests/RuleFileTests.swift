// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
import Scorecards
import Tables
import Testing
import Wording

struct RuleFileTests {
  private static func problem(_ text: String) -> RuleError? {
    do throws(RuleError) {
      _ = try RuleFile.parse(text)
      return nil
    } catch {
      return error
    }
  }

  @Test func `the program's rules cover seven platforms, each with its source`() {
    let book = RuleBook.presets
    #expect(book.entries.count >= 15)
    for platform in ["taobao", "tmall", "jd", "pdd", "douyin", "kuaishou", "xiaohongshu", "wechat"]
    {
      #expect(!book.entries(of: platform).isEmpty, "\(platform)")
    }
    for rule in book.entries.flatMap(\.versions) {
      #expect(!rule.source.isEmpty && rule.certainty != .own, "\(rule.key)")
      #expect(rule.name.en != rule.name.zh && rule.key.hasPrefix(rule.platform), "\(rule.key)")
      #expect(rule.threshold != nil || rule.statistic != .rate || rule.platform == "wechat")
    }
    // Told by one page of a machine-written look, against an official text.
    #expect(book["kuaishou.3min"]?.latest.threshold == 180 && book["pdd.5min"] == nil)
  }

  @Test func `a shop writes its own rule with a key and a unit`() throws {
    let book = try RuleFile.parse(
      "key,unit,threshold_s,grades\nown.45s,session,45,good>=90%;ok>=0.8")
    let rule = try #require(book["own.45s"]?.latest)
    #expect(rule.window == .wholeDay && rule.period == .days(30) && rule.certainty == .own)
    #expect(rule.grades?.grade(of: 0.85) == "ok" && rule.grades?.grade(of: 0.5) == nil)
    let both = RuleBook.presets.adding(book)
    #expect(both["own.45s"] != nil && both["jd.3min"] != nil)
  }

  @Test func `versions that overlap are refused with the day`() throws {
    let error = Self.problem(
      """
      key,unit,version,valid_from,valid_to
      own.a,round,1,2026-01-01,2026-03-31
      own.a,round,2,2026-03-31,
      """)
    #expect(
      error
        == RuleError(
          line: 3,
          .versionsOverlap(
            key: "own.a", version: "1", other: "2", date: try day("2026-03-31"))))
  }

  @Test func `versions that leave days without a rule are refused with the days`() throws {
    let error = Self.problem(
      """
      key,unit,version,valid_from,valid_to
      own.a,round,1,,2026-03-30
      own.a,round,2,2026-04-02,
      """)
    let days = try #require(DateSpan(first: try day("2026-03-31"), last: try day("2026-04-01")))
    #expect(
      error
        == RuleError(
          line: 3, .versionsGap(key: "own.a", version: "1", other: "2", days: days)))
  }

  @Test(arguments: [
    ("grades", "good>=80%;best>=90%"), ("grades", "fast<=60;slow<=30"), ("grades", "good"),
    ("grades", "good>=x"), ("grades", "good>=80%;slow<=3"), ("window", "23:00-08:00"),
    ("window", "noon"), ("threshold_s", "0"), ("threshold_s", "-3"), ("window_by", "answer"),
    ("answers", "cat"), ("period", "year"), ("exempt", "soon"), ("valid_from", "1/2/26"),
    ("valid_to", "0000-01-01"), ("return_within_s", "x"), ("statistic", "median"),
  ])
  func `a value that is none of its column is refused there`(column: String, cell: String) {
    let error = Self.problem("key,unit,\(column)\nown.a,round,\(cell)")
    #expect(error?.column == column && error?.line == 2)
  }

  @Test func `bounds out of order name both grades`() {
    let error = Self.problem("key,unit,grades\nown.a,round,good>=80%;best>=90%")
    #expect(error?.problem == .gradesOutOfOrder("best", after: "good"))
  }

  @Test func `a file without the needed columns, or with others, is refused`() {
    #expect(Self.problem("key\nown.a") == RuleError(line: 1, column: "unit", .columnMissing))
    #expect(
      Self.problem("key,unit,colour\nown.a,round,red")
        == RuleError(line: 1, column: "colour", .unknownColumn(known: RuleFile.columns)))
    #expect(Self.problem("key,unit\nown.a,day")?.column == "unit")
    #expect(Self.problem("key,unit,statistic\nown.a,customer,mean")?.problem == .meanOfCustomers)
    #expect(Self.problem("key,unit") == RuleError(line: 0, .table(.empty)))
    #expect(
      Self.problem("key,unit\nown.a,round\nown.a,session")?.problem
        == .repeatedVersion("1", firstLine: 2))
  }

  @Test func `a ladder is written as it was read`() throws {
    let ladder = try GradeLadder("good>=90%; safe>=70%;fair>50%;warning", target: "safe")
    #expect(ladder.text(inPercent: true) == "good>=90%;safe>=70%;fair>50%;warning")
    #expect(ladder.grade(of: 0.9) == "good" && ladder.grade(of: 0.5) == "warning")
    #expect(ladder.meetsTarget(0.7) && !ladder.meetsTarget(0.69))
    let mean = try GradeLadder("pass<40")
    #expect(mean.meetsTarget(39.9) && !mean.meetsTarget(40))
  }
}
