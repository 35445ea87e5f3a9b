// SPDX-License-Identifier: GPL-3.0-or-later

package import Demand
package import Wording

extension HistoryProblem.Kind {
  /// What was found and what is allowed, in the words of a message.
  package var words: (found: Phrase, allowed: Phrase) {
    switch self {
    case .input(let problem): problem.words
    case .empty: ("no rows", "a header and rows")
    case .compressed: ("compressed data", "plain CSV; unpack it first")
    case .noTimeColumn(let header):
      (
        // The file may be none of the user's: what stands in it is not told.
        isText(header)
          ? "\(header.count) columns, none of them of times" : "bytes that are not UTF-8 text",
        "a column such as timestamp or interval_start"
      )
    case .noPathColumns(let header):
      (
        isText(header)
          ? "\(header.count) columns, not all that paths have" : "bytes that are not UTF-8 text",
        "the columns path, interval_start and count, as forecast --scenarios writes them"
      )
    case .pathDiffers(let path):
      (
        "other intervals on path \(path.shortened(to: 60)) than on the first",
        "the same intervals on every path, in order of time"
      )
    case .tooManyPaths(let most): ("more than \(most) paths", "at most that")
    case .twoColumns(let meaning, let names):
      ("\(names.joined(separator: " and "))", "one column for \(meaning)")
    case .tooFewFields(let found, let needed): ("\(found) fields", "\(needed) or more")
    case .badTime(let text):
      ("the time \"\(text.shortened(to: 60))\"", "a time such as 2026-01-31T09:30:00")
    case .badNumber(let column, let text):
      ("\(column) \"\(text.shortened(to: 60))\"", "a number")
    case .negative(let column, let text): ("\(column) \(text.shortened(to: 60))", "0 or more")
    case .tooLarge(let column, let text, let most):
      ("\(column) \(text.shortened(to: 60))", "at most \(most) in one interval")
    case .fractionalCount(let text): ("the count \(text.shortened(to: 60))", "a whole number")
    case .unsorted: ("a row earlier than the one before", "rows in order of time, or sort: true")
    case .duplicateInterval(let line): ("the interval of line \(line) again", "each interval once")
    case .overlappingInterval(let line):
      ("an interval inside that of line \(line)", "intervals that do not overlap")
    case .intervalChanges(let from, let to):
      ("intervals of \(to) s after some of \(from) s", "one length of interval")
    case .noInterval(let seconds):
      (
        seconds.map { "intervals of \($0) s" } ?? "fewer than two intervals",
        "two or more intervals whose length divides a day"
      )
    case .mixedZones: ("stamps of several zone offsets", "one offset, or none")
    case .notText:
      ("bytes that are not UTF-8 text", "a CSV file that is all in UTF-8, or all in GBK")
    case .rowTooLong(let most): ("a row of more than \(most) bytes", "shorter rows")
    case .unterminatedQuote: ("a quote that is never closed", "closed quotes")
    case .tooManyRows(let most): ("more than \(most) rows", "at most that")
    case .tooManyCells(let most): ("a row of more than \(most) cells", "at most that")
    case .tooManyTypes(let most): ("more than \(most) types", "at most that")
    case .gap(let days, let after, let before):
      (
        "no row in \(days) days between \(after.time) (line \(after.line)) and \(before.time) "
          + "(line \(before.line))",
        "rows that lie nearer together; correct the date, or give --allow-gaps (gaps: zero in a "
          + "scenario) if it is right"
      )
    case .spanTooLong(let days, let most, let first, let last):
      (
        "\(days) days from \(first.time) (line \(first.line)) to \(last.time) (line \(last.line))",
        "at most \(most) days"
      )
    }
  }
}

/// Whether a header is something that a terminal can show.
private func isText(_ header: [String]) -> Bool {
  !header.contains { heading in
    heading.unicodeScalars.contains {
      $0 == "\u{FFFD}" || $0.properties.generalCategory == .control
    }
  }
}
