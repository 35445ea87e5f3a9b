// SPDX-License-Identifier: GPL-3.0-or-later

package import Calendars
import Tables

/// Reply rules by key, each with its versions in order of time.
package struct RuleBook: Equatable, Sendable {
  /// One rule in all its versions.
  package struct Entry: Equatable, Sendable {
    package let key: String
    /// In order of time; no two are in force on one day, and none is missing between.
    package let versions: [ReplyRule]

    /// The version in force on a day.
    package func version(on date: CivilDate) -> ReplyRule? {
      versions.first { $0.isValid(on: date) }
    }

    /// The newest version.
    package var latest: ReplyRule { versions[versions.count - 1] }
  }

  /// In the order of the file.
  package let entries: [Entry]

  /// Other names of platforms.
  package static let aliases = ["tmall": "taobao", "dy": "douyin", "xhs": "xiaohongshu"]

  /// The rules that the program brings.
  package static let presets: RuleBook = {
    do throws(RuleError) {
      return try RuleFile.parse(
        String(decoding: PackageResources.reply_rules_csv, as: UTF8.self))
    } catch {
      // The tests read the file; a program with a broken one has no rules.
      return RuleBook(entries: [])
    }
  }()

  private init(entries: [Entry]) { self.entries = entries }

  /// - Parameter rules: With their lines in the file.
  /// - Throws: `RuleError` where versions of a rule overlap or leave days without one.
  init(_ rules: [(rule: ReplyRule, line: Int)]) throws(RuleError) {
    var keys: [String] = []
    var versions: [String: [(rule: ReplyRule, line: Int)]] = [:]
    for rule in rules {
      if versions[rule.rule.key] == nil { keys.append(rule.rule.key) }
      versions[rule.rule.key, default: []].append(rule)
    }
    if keys.isEmpty { throw RuleError(line: 0, .table(.empty)) }
    var entries: [Entry] = []
    for key in keys {
      let ordered = (versions[key] ?? []).sorted { Self.begins($0.rule) < Self.begins($1.rule) }
      try Self.check(ordered)
      entries.append(Entry(key: key, versions: ordered.map(\.rule)))
    }
    self.entries = entries
  }

  /// The rules of a platform, under any of its names, in all versions.
  package func entries(of platform: String) -> [Entry] {
    let platform = Self.aliases[platform] ?? platform
    return entries.filter { $0.latest.platform == platform }
  }

  /// The rule of a key, under any name of its platform.
  package subscript(key: String) -> Entry? {
    entries.first { $0.key == key } ?? entries.first { $0.key == Self.usualKey(key) }
  }

  /// The rules of both books; those of the other stand for those of the same key.
  package func adding(_ other: RuleBook) -> RuleBook {
    let own = Set(other.entries.map(\.key))
    return RuleBook(entries: entries.filter { !own.contains($0.key) } + other.entries)
  }

  private static func usualKey(_ key: String) -> String {
    let platform = key.prefix { $0 != "." }
    guard let usual = aliases[String(platform)] else { return key }
    return usual + key[platform.endIndex...]
  }

  private static func begins(_ rule: ReplyRule) -> Int { rule.validFrom?.dayNumber ?? .min }

  private static func check(
    _ versions: [(rule: ReplyRule, line: Int)]
  ) throws(RuleError) {
    var lines: [String: Int] = [:]
    for (rule, line) in versions {
      if let first = lines.updateValue(line, forKey: rule.version) {
        let (first, second) = (min(first, line), max(first, line))
        throw RuleError(
          line: second, column: "version", .repeatedVersion(rule.version, firstLine: first))
      }
    }
    for (earlier, later) in zip(versions, versions.dropFirst()) {
      let (one, other) = (earlier.rule, later.rule)
      guard let end = one.validTo, let start = other.validFrom, end < start else {
        let date = other.validFrom ?? one.validTo ?? CivilDate(dayNumber: 0)
        throw RuleError(
          line: later.line,
          .versionsOverlap(
            key: one.key, version: one.version, other: other.version, date: date))
      }
      if let gap = DateSpan(first: end.advanced(by: 1), last: start.advanced(by: -1)) {
        throw RuleError(
          line: later.line,
          .versionsGap(key: one.key, version: one.version, other: other.version, days: gap))
      }
    }
  }
}
