// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
import Demand
import Scenarios

extension FirstGuess {
  /// Sizes by period that should come near the targets; only the length of the search depends on them.
  ///
  /// Each interval asks for the staff that queueing theory names for its load; where several units work
  /// at once they share it, after those whose size is given. A unit takes what three in five of its
  /// customers need.
  static func sizes(
    _ staffing: StaffingPlan, _ layout: SizingLayout, scenario: Scenario, arrivals: ArrivalPlan
  ) -> PeriodSizes {
    let load = intervalLoad(arrivals, scenario: scenario)
    let slots = scenario.interval.perDay
    let covers = layout.units.map { unit in
      unit.lines.map { Cover(staffing.lines[$0], slots: slots) }
    }
    let fixed = staffing.lines.indices.filter { index in
      !layout.units.contains { $0.lines.contains(index) }
    }.map { (line: staffing.lines[$0], cover: Cover(staffing.lines[$0], slots: slots)) }
    var needs: [[[(need: Double, load: Double)]]] = layout.units.map { unit in
      unit.periods.map { _ in [] }
    }
    var known: [Int: Int] = [:]
    for segment in layout.segments {
      for day in segment.days {
        let date = scenario.horizon[day]
        for slot in 0..<slots where load[day * slots + slot] > 0 {
          let work = load[day * slots + slot]
          let key = Int(bounded: (work * 20).rounded(.up))
          let staff = known[key] ?? agents(forLoad: Double(key) / 20, scenario: scenario)
          known[key] = staff
          let given = fixed.filter { $0.cover.contains(slot) && $0.line.works(on: date) }
            .reduce(0) { $0 + $1.line.agents }
          let working = layout.units.indices.filter { unit in
            segment.periods[unit] != nil && covers[unit].contains { $0.contains(slot) }
          }
          for unit in working {
            guard let period = segment.periods[unit] else { continue }
            let lines = zip(layout.units[unit].lines, covers[unit]).filter { $0.1.contains(slot) }
            var need = max(0, Double(staff - given)) / Double(working.count)
            if layout.units[unit].isPercent {
              let people = lines.reduce(0) { $0 + staffing.lines[$1.0].agents }
              need = need / Double(max(1, people)) * 100
            } else {
              need /= Double(max(1, lines.count))
            }
            needs[unit][period].append((need, work))
          }
        }
      }
    }
    return PeriodSizes(counts: needs.map { $0.map { quantile($0, 0.6) } })
  }

  private static func quantile(_ needs: [(need: Double, load: Double)], _ share: Double) -> Int {
    let all = needs.reduce(0) { $0 + $1.load }
    var sum = 0.0
    for entry in needs.sorted(by: { $0.need < $1.need }) {
      sum += entry.load
      if sum >= share * all { return max(1, Int(bounded: entry.need.rounded(.up))) }
    }
    return 1
  }
}

/// Intervals of the day in which a line works.
private struct Cover {
  private var slots: Set<Int>

  init(_ line: StaffingLine, slots count: Int) {
    let length = 86_400 / count
    let start = line.shift.hours.start.secondsSinceMidnight
    let last = (start + max(1, line.shift.hours.length) - 1) / length
    slots = Set((start / length...last).map { $0 % count })
  }

  func contains(_ slot: Int) -> Bool { slots.contains(slot) }
}
