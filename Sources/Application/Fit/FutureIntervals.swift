// SPDX-License-Identifier: GPL-3.0-or-later

import Demand

/// The intervals for which a forecast is asked, as their file writes them.
package struct FutureIntervals: Sendable {
  /// The file's own text of each start, so that a forecast can be joined to it.
  package let texts: [String]
  /// Wall-clock seconds since 1970.
  package let starts: [Int]

  /// The distance of neighbours, where all have the same.
  var spacing: Int? {
    let sorted = starts.sorted()
    let distances = Set(zip(sorted, sorted.dropFirst()).map { $1 - $0 })
    return distances.count == 1 ? distances.first : nil
  }

  /// Whether the starts are dates without a time: days.
  var areDates: Bool { !texts.isEmpty && texts.allSatisfy { !$0.contains(":") } }

  /// - Parameters:
  ///   - timeZone: IANA zone whose wall clock stamps with an offset are moved to.
  ///   - report: Told what was assumed in reading the file.
  init(
    path: String, timeZone: String?, _ report: (ReadingNote) -> Void
  ) throws(ApplicationError) {
    do throws(HistoryError) {
      let asked = try HistoryReader(timeZone: timeZone).readStarts(path: path)
      texts = asked.starts.map(\.text)
      starts = asked.starts.map(\.second)
      for note in asked.notes { report(ReadingNote(file: path, what: .history(note))) }
    } catch {
      throw .file(path, .history(error))
    }
  }
}
