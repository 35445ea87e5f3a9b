// SPDX-License-Identifier: GPL-3.0-or-later

/// One what-if of a study: the scenario with one value for each key that is varied.
package struct StudyPoint: Equatable, Sendable {
  /// In the order of the study's paths; empty where the point leaves the scenario's own value.
  package var values: [String]
  /// Names the question: the scenario's text, the settings and the records of its histories.
  package var hash: String
  /// Whether a plan's size is searched first.
  package var isSized: Bool

  package init(values: [String], hash: String, isSized: Bool) {
    self.values = values
    self.hash = hash
    self.isSized = isSized
  }
}
