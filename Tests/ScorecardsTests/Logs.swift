// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
import Scorecards

/// A log written as a test shows it: one message a line, `time side session customer agent`, the last
/// two left out where they do not matter.
func log(_ lines: String, on date: String = "2026-03-02") throws -> MessageLog {
  var text = "time,side,session,customer,agent\n"
  for line in lines.split(separator: "\n") {
    let words = line.split(separator: " ").map(String.init)
    let time = words[0].contains("T") ? words[0] : "\(date)T\(words[0])"
    let session = words.count > 2 ? words[2] : "s"
    text += "\(time),\(words[1]),\(session),\(words.count > 3 ? words[3] : session),"
    text += (words.count > 4 ? words[4] : "") + "\n"
  }
  return try MessageReader().read(text: text).log
}

/// What a rule in force on the log's first day counts in its window.
func graded(_ key: String, _ log: MessageLog) throws -> ReplyTally {
  try counts(key, log).total.graded
}

func counts(_ key: String, _ log: MessageLog) throws -> ReplyCounts {
  ReplyCounts(try rule(key, on: log.firstDay), of: log, on: log.days)
}

func rule(_ key: String, on date: CivilDate) throws -> ReplyRule {
  guard let rule = RuleBook.presets[key]?.version(on: date) else { throw Missing(what: key) }
  return rule
}

func entry(_ key: String) throws -> RuleBook.Entry {
  guard let entry = RuleBook.presets[key] else { throw Missing(what: key) }
  return entry
}

func day(_ text: String) throws -> CivilDate {
  guard let date = CivilDate(iso: text) else { throw Missing(what: text) }
  return date
}

struct Missing: Error {
  let what: String
}

extension ReplyTally {
  /// `hits of units`.
  var score: String { "\(hits) of \(units)" }
}
