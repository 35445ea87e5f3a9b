// SPDX-License-Identifier: GPL-3.0-or-later

package import Planning

/// A change's effect, with what it is called before and after.
package struct ChangeReport: Sendable {
  package let effect: ChangeEffect
  /// Names of the scenario files, with the settings that were put on top.
  package let before: String
  package let after: String

  package init(_ effect: ChangeEffect, before: String, after: String) {
    self.effect = effect
    self.before = before
    self.after = after
  }
}
