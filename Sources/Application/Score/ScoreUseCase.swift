// SPDX-License-Identifier: GPL-3.0-or-later

package import Calendars
import Foundation
import PlatformExports
package import Scorecards

/// Grades a recorded log of messages by platforms' reply rules.
package struct ScoreUseCase: UseCase {
  package struct Request: Sendable {
    /// Path of the log, or of a platform's export.
    package var messages: String
    package var rules: RuleChoice
    /// Another unit than the rules' own.
    package var unit: ReplyUnit?
    package var reader: MessageReader

    package init(
      messages: String, rules: RuleChoice, unit: ReplyUnit? = nil,
      reader: MessageReader = MessageReader()
    ) {
      self.messages = messages
      self.rules = rules
      self.unit = unit
      self.reader = reader
    }
  }

  package struct Outcome: Sendable {
    /// Name of the log's file.
    package let source: String
    package let days: DateSpan
    /// Nil of an export.
    package let messageCount: Int?
    package let sessionCount: Int?
    /// In the order in which they were asked for.
    package let scorecards: [Scorecard]
  }

  private let request: Request
  private let book: RuleBook

  /// - Throws: For a rule that nobody knows, and a file of rules that cannot be read.
  package init(_ request: Request) throws(ApplicationError) {
    self.request = request
    book = try request.rules.book()
  }

  package var inputs: [String] { [request.messages] + [request.rules.ownRules].compactMap(\.self) }

  /// Progress is what was assumed in reading the log.
  package func run(
    _ report: @escaping @Sendable (ReadingNote) -> Void
  ) async throws(ApplicationError) -> Outcome {
    if let file = try ExportFile(path: request.messages) { return try grade(file, report) }
    let log = try request.reader.log(request.messages, report)
    var scorecards: [Scorecard] = []
    for entry in request.rules.entries(in: book, during: log.days) {
      do throws(ScoreError) {
        scorecards.append(try Scorecard(entry, of: log, unit: request.unit))
      } catch {
        throw .file(request.messages, .score(error))
      }
    }
    return Outcome(
      source: URL(fileURLWithPath: request.messages).lastPathComponent, days: log.days,
      messageCount: log.count, sessionCount: log.sessionCount, scorecards: scorecards)
  }

  /// Grades the figures of an export.
  private func grade(
    _ file: ExportFile, _ report: (ReadingNote) -> Void
  ) throws(ApplicationError) -> Outcome {
    file.note(report)
    let export = file.export
    let keys = ExportScores.keys(of: export.platform)
    var scorecards: [Scorecard] = []
    for name in request.rules.names {
      let named = book[name].map { [$0] } ?? book.entries(of: name)
      let entries = named.filter { keys.contains($0.key) }
      if entries.isEmpty {
        throw .file(
          request.messages,
          .ruleNotInExport(name, platform: export.platform.rawValue, known: keys))
      }
      for entry in entries where !scorecards.contains(where: { $0.entry.key == entry.key }) {
        guard let card = ExportScores.scorecard(entry, of: export) else { continue }
        if card.total.graded.units == 0 {
          throw .file(request.messages, .score(ScoreError(key: entry.key, .nothingToCount)))
        }
        scorecards.append(card)
        if card.total.graded == card.total.wholeDay {
          report(ReadingNote(file: request.messages, what: .wholeDayAlone(rule: entry.key)))
        }
      }
    }
    let dates = export.days.map(\.date)
    let day = CivilDate(dayNumber: 0)
    return Outcome(
      source: URL(fileURLWithPath: request.messages).lastPathComponent,
      days: DateSpan(unchecked: dates.first ?? day, dates.last ?? day), messageCount: nil,
      sessionCount: nil, scorecards: scorecards)
  }
}
