// SPDX-License-Identifier: GPL-3.0-or-later

import PlatformExports
import Scenarios
import Scorecards

/// Which figures of an export a rule is about.
struct ExportScores {
  struct Source {
    let platform: Platform
    let key: String
    /// In the window; nil where the export tells it of the whole day alone.
    let graded: String?
    let wholeDay: String?
    /// What the figure is a share or a mean of.
    let weights: [String]
  }

  static let sources: [Source] = [
    Source(
      platform: .tmall, key: "taobao.3min", graded: "within_3min", wholeDay: nil,
      weights: ["inquirers", "received"]),
    Source(
      platform: .jd, key: "jd.first30s", graded: "within_30s", wholeDay: nil,
      weights: ["inquirers", "received"]),
    Source(
      platform: .jd, key: "jd.avgResponse", graded: "mean_reply", wholeDay: nil,
      weights: ["received", "inquirers"]),
    Source(
      platform: .jd, key: "jd.leaveword", graded: "words_share", wholeDay: "words_share",
      weights: ["inquirers", "received"]),
    Source(
      platform: .pdd, key: "pdd.3min", graded: "within_3min", wholeDay: "within_3min_day",
      weights: ["needing", "received", "inquirers"]),
    Source(
      platform: .pdd, key: "pdd.30s", graded: "within_30s", wholeDay: "within_30s_day",
      weights: ["needing", "received", "inquirers"]),
    Source(
      platform: .douyin, key: "douyin.3min", graded: nil, wholeDay: "within_3min_day",
      weights: ["sessions", "received"]),
    Source(
      platform: .douyin, key: "douyin.avgResponse", graded: nil, wholeDay: "mean_reply",
      weights: ["received", "sessions"]),
    Source(
      platform: .kuaishou, key: "kuaishou.3min", graded: "within_3min", wholeDay: nil,
      weights: ["inquirers", "received"]),
    Source(
      platform: .xiaohongshu, key: "xiaohongshu.3min", graded: "within_3min", wholeDay: nil,
      weights: ["sessions"]),
    Source(
      platform: .xiaohongshu, key: "xiaohongshu.45s", graded: "within_45s", wholeDay: nil,
      weights: ["sessions"]),
  ]

  /// Keys of the rules that an export of the platform can be graded by.
  static func keys(of platform: Platform) -> [String] {
    sources.filter { $0.platform == platform }.map(\.key)
  }

  /// The days of an export graded by a rule; nil where it does not have the rule's figures.
  static func scorecard(_ entry: RuleBook.Entry, of export: PlatformExport) -> Scorecard? {
    guard
      let source = sources.first(where: {
        $0.platform == export.platform && $0.key == entry.key
      })
    else { return nil }
    let days = export.days.map { day in
      Scorecard.Day(
        date: day.date, version: entry.version(on: day.date)?.version,
        tallies: tallies(day.values, source, isMean: entry.latest.statistic == .mean))
    }
    let names = Set(export.rows.compactMap(\.agent)).sorted()
    let agents = names.map { name in
      var sum = ReplyTallies()
      for row in export.rows where row.agent == name {
        sum += tallies(row.values, source, isMean: entry.latest.statistic == .mean)
      }
      return Scorecard.Agent(name: name, tallies: sum)
    }
    return Scorecard(entry, days: days, agents: agents)
  }

  /// Where the export has no figure of the window, that of the day stands for it.
  private static func tallies(
    _ values: [String: Double], _ source: Source, isMean: Bool
  ) -> ReplyTallies {
    var tallies = ReplyTallies()
    guard let weight = source.weights.lazy.compactMap({ values[$0] }).first, weight >= 1 else {
      return tallies
    }
    func tally(_ measure: String?) -> ReplyTally? {
      guard let measure, let value = values[measure] else { return nil }
      let units = Int(bounded: weight.rounded())
      guard isMean else {
        return ReplyTally(units: units, hits: min(units, Int(bounded: (value * weight).rounded())))
      }
      return ReplyTally(
        units: units, hits: 0, answered: units,
        wait: Int(bounded: (value * weight * 1000).rounded()),
        waited: units)
    }
    let (graded, wholeDay) = (tally(source.graded), tally(source.wholeDay))
    tallies.graded = graded ?? wholeDay ?? ReplyTally()
    tallies.wholeDay = wholeDay ?? ReplyTally()
    return tallies
  }
}
