// SPDX-License-Identifier: GPL-3.0-or-later

import Tables

/// A roster as a page edits it, in the files of `inquiry roster check`.
struct RosterTexts: Decodable, Equatable, Sendable {
  var staff: String
  var shifts: String
  var cover: String
  /// Who works when.
  var roster: String

  /// What people and cover are, for the page to send back.
  var json: JSONValue {
    ["staff": .string(staff), "shifts": .string(shifts), "cover": .string(cover)]
  }
}

/// The rosters that pages work on, so that a reload finds them again.
actor RosterDrafts {
  private static let mostKept = 8
  private var drafts: [(file: String, texts: RosterTexts)] = []

  func keep(_ texts: RosterTexts, of file: String) {
    drafts.removeAll { $0.file == file }
    drafts.append((file, texts))
    if drafts.count > Self.mostKept { drafts.removeFirst() }
  }

  func draft(of file: String) -> RosterTexts? { drafts.first { $0.file == file }?.texts }

  func forget(_ file: String) { drafts.removeAll { $0.file == file } }
}
