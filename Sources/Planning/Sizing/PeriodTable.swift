// SPDX-License-Identifier: GPL-3.0-or-later

package import Experiments
import Scenarios

/// The sizes of one plan by line and period, and what the search tried on the way.
package struct PeriodTable: Sendable {
  package var plan: String
  package var units: [SizingLayout.Unit]
  package var sizes: PeriodSizes
  package var tried: [PeriodTrial]
  package var limits: [PeriodLimit]

  init(plan: String, found: PeriodSizer.Found) {
    self.plan = plan
    units = found.layout.units
    sizes = found.sizes
    tried = found.tried
    limits = found.limits
  }

  /// What the cheapest sizes of which the targets are open would save in all, in yuan over the horizon,
  /// and the replications that would tell; nil where there are none.
  package var openSaving: (saves: Double, replications: Int?)? {
    let open = tried.filter { !$0.isChosen && $0.targets.answer == .undecided && $0.saves > 0 }
    let blocks = Dictionary(grouping: open) { trial in
      trial.sizes.map { $0.unit + "\0" + $0.period }.sorted()
    }
    let best = blocks.values.compactMap { trials in trials.max { $0.saves < $1.saves } }
    guard !best.isEmpty else { return nil }
    let needed = best.compactMap(\.targets.replicationsLikelyToTell)
    return (
      best.reduce(0) { $0 + $1.saves }, needed.count == best.count ? needed.max() : nil
    )
  }
}

/// A size that is the largest allowed where targets are not met.
package struct PeriodLimit: Equatable, Sendable {
  package var unit: String
  package var period: String
  package var largest: Int
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
  /// Yuan over the horizon below the chosen sizes of the stretch, by the price of single seats.
  package var saves: Double
  package var isChosen: Bool
}
