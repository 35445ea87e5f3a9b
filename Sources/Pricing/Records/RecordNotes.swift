// SPDX-License-Identifier: GPL-3.0-or-later

/// What was assumed in reading a recorded file, with the first place where it was.
package struct RecordNote: Equatable, Sendable {
  package enum Kind: Equatable, Sendable {
    /// A date or month that is not written as `2026-03-01`: year, month, day.
    case date
    /// A number with commas between its thousands.
    case thousands
    /// A whole number with zeros behind the point.
    case zerosBehindPoint
    /// A time whose zone was left out: the clock is read as written.
    case zoneLeftOut
  }

  package let kind: Kind
  /// Line of the file, from 1.
  package let line: Int
  /// The first cell read so, as written.
  package let written: String
  /// What it was read as.
  package let read: String
  /// Cells read so.
  package fileprivate(set) var count = 1
}

/// Collects notes, one for each kind.
package final class RecordNotes {
  package private(set) var notes: [RecordNote] = []
  /// Whether the file was in GBK instead of UTF-8.
  package internal(set) var isGBK = false

  package init() {}

  /// - Parameters: What was written and read is asked for at the first cell of a kind alone.
  func add(
    _ kind: RecordNote.Kind, line: Int, _ written: @autoclosure () -> String,
    as read: @autoclosure () -> String
  ) {
    if let index = notes.firstIndex(where: { $0.kind == kind }) {
      notes[index].count += 1
    } else {
      notes.append(RecordNote(kind: kind, line: line, written: written(), read: read()))
    }
  }
}
