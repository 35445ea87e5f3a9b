// SPDX-License-Identifier: GPL-3.0-or-later

package import Scenarios

/// The sizes of one plan by line and period, and what the search tried on the way.
package struct PeriodTable: Sendable {
  package var plan: String
  package var units: [SizingLayout.Unit]
  package var sizes: PeriodSizes
  package var tried: [PeriodTrial]

  init(plan: String, found: PeriodSizer.Found) {
    self.plan = plan
    units = found.layout.units
    sizes = found.sizes
    tried = found.tried
  }
}

/// Sizes that a search tried in one stretch of the calendar.
package struct PeriodTrial: Sendable {
  package struct Size: Equatable, Sendable {
    package var unit: String
    package var period: String
    package var size: Int
  }

  package var sizes: [Size]
  package var replications: Int
  /// Judged within the stretch.
  package var targets: [TargetResult]
  package var isChosen: Bool
}
