// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
import Scorecards

/// The reply rules that a request names, and where they are looked up.
package struct RuleChoice: Sendable {
  /// Keys of rules, or names of platforms.
  package var names: [String]
  /// Path of a file of the shop's own rules.
  package var ownRules: String?

  package init(_ names: [String] = [], ownRules: String? = nil) {
    self.names = names
    self.ownRules = ownRules
  }

  package var isEmpty: Bool { names.isEmpty }

  /// The program's rules and the shop's own.
  ///
  /// - Throws: For a file of rules that is wrong, and a name that nobody knows.
  func book() throws(ApplicationError) -> RuleBook {
    var book = RuleBook.presets
    if let path = ownRules {
      do throws(RuleError) {
        book = book.adding(try RuleFile.read(path: path))
      } catch {
        throw .file(path, .rules(error))
      }
    }
    for name in names where book[name] == nil && book.entries(of: name).isEmpty {
      throw .request(.unknownRule(name, known: book.entries.map(\.key)))
    }
    return book
  }

  /// The rules that are named, each once; of a platform those in force on one of the days.
  func entries(in book: RuleBook, during days: DateSpan) -> [RuleBook.Entry] {
    var entries: [RuleBook.Entry] = []
    for name in names {
      for entry in Self.entries(name, in: book, during: days)
      where !entries.contains(where: { $0.key == entry.key }) {
        entries.append(entry)
      }
    }
    return entries
  }

  private static func entries(
    _ name: String, in book: RuleBook, during days: DateSpan
  ) -> [RuleBook.Entry] {
    if let entry = book[name] { return [entry] }
    let all = book.entries(of: name)
    let current = all.filter { entry in
      entry.versions.contains {
        $0.certainty != .historic && ($0.isValid(on: days.first) || $0.isValid(on: days.last))
      }
    }
    // Its first says from when on.
    return current.isEmpty ? Array(all.prefix(1)) : current
  }
}
