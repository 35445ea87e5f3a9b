// SPDX-License-Identifier: GPL-3.0-or-later

import Tables
import Wording

/// The names of a column, in the order of their first appearance.
struct RecordedNames {
  private var table = NameTable()

  var names: [String] { table.names }

  /// The place of the row's name; nil where its cell is empty.
  ///
  /// - Throws: `.notAName` for one that does not look like what it is, `.tooManyNames` for one more
  ///   than are told apart.
  mutating func place(in row: RecordRow, _ column: RecordColumn) throws(RecordError) -> Int? {
    guard let name = row.cell(column) else { return nil }
    if let place = table.place(of: name) { return place }
    guard table.count < UsageLimits.names else {
      throw row.error(column, .tooManyNames(most: UsageLimits.names))
    }
    let text = String(decoding: name, as: UTF8.self)
    guard Harmless.isPlain(text) else { throw row.error(column, .notAName(text)) }
    return table.add(name)
  }
}
