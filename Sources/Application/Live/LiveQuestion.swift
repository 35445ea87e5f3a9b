// SPDX-License-Identifier: GPL-3.0-or-later

/// A state of a page: a scenario's text, the values that are moved in it, and what it is held against.
package struct LiveQuestion: Sendable {
  package var source: ScenarioSource
  /// As in `--set`, one value each.
  package var settings: [String]
  /// The state whose differences are wanted; nil without one.
  package var baseline: LiveState?

  package init(_ source: ScenarioSource, settings: [String], baseline: LiveState? = nil) {
    self.source = source
    self.settings = settings
    self.baseline = baseline
  }

  /// Without what it is held against.
  var state: LiveState { LiveState(source, settings: settings) }
}

/// A scenario's text with values moved in it.
package struct LiveState: Sendable {
  package var source: ScenarioSource
  package var settings: [String]

  package init(_ source: ScenarioSource, settings: [String]) {
    self.source = source
    self.settings = settings
  }

  /// Names the state: text and settings, in their order.
  var key: String { ([source.path, source.text] + settings).joined(separator: "\u{0}") }
}
