// SPDX-License-Identifier: GPL-3.0-or-later

/// Why one value of a scenario's text was not changed.
package enum EditProblem: Error, Equatable, Sendable {
  /// The text as it stands is not YAML, so that no place in it is known.
  case notYAML
  /// The text has no such place, as an index beyond a list.
  case noPlace(String)
  /// The value stands once and is used in several places: are all of them meant?
  case shared(path: String, anchor: String, places: Int)
  /// What was typed is neither a word nor a list or mapping in brackets.
  case badValue(String)
  /// The change would have changed something else too, and was not made.
  case unsafe(String)
}
