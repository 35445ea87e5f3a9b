// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
import Plans
import Scenarios

/// Service by sizes that was simulated before, for plans that staff alike at other prices.
///
/// What customers meet depends on people and periods alone, so the searches of such plans share their
/// trials. Only searches by a fixed number of replications take part: their trials are the same in
/// whatever order the plans come.
package struct ServiceMemory {
  fileprivate struct Search: Equatable {
    /// The lines without what does not touch service.
    var staffing: StaffingPlan
    var units: [Unit]
    var scale: Double
    var replications: Int
    var isRough: Bool
    var exchanges: Int
  }

  fileprivate struct Unit: Equatable {
    var lines: [Int]
    var periods: [[DateSpan]]
    var isPercent: Bool
  }

  private var known: [(search: Search, table: ServiceTable)] = []

  package init() {}

  /// What was simulated for a search like this one.
  func table(like sizer: PeriodSizer) -> ServiceTable? {
    guard let search = Search(sizer) else { return nil }
    return known.first { $0.search == search }?.table
  }

  mutating func keep(_ sizer: PeriodSizer) {
    guard let search = Search(sizer) else { return }
    if let index = known.firstIndex(where: { $0.search == search }) {
      known[index].table = sizer.table
    } else {
      known.append((search, sizer.table))
    }
  }
}

extension ServiceMemory.Search {
  fileprivate init?(_ sizer: PeriodSizer) {
    guard let plan = sizer.plans.first, sizer.options.largest <= sizer.options.replications else {
      return nil
    }
    staffing = plan.staffing.asSimulated
    staffing.sizing = nil
    for index in staffing.lines.indices { staffing.lines[index].name = "" }
    for unit in sizer.layout.units where !unit.isPercent {
      for index in unit.lines { staffing.lines[index].agents = 0 }
    }
    units = sizer.layout.units.map { unit in
      ServiceMemory.Unit(
        lines: unit.lines, periods: unit.periods.map(\.spans), isPercent: unit.isPercent)
    }
    scale = sizer.scale
    replications = sizer.options.replications
    isRough = sizer.options.isRough
    exchanges = sizer.options.exchanges
  }
}
