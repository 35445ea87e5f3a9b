// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
import Experiments
import Measures
import Pricing
import Scenarios

/// Bytes of tables whose rows are intervals, days and months by inquiry type.
struct RowSizes {
  private let days: Double
  private let months: Double
  private let intervals: Double
  private let types: Double
  private let groups: Double
  private let layout: CountLayout

  init(_ scenario: Scenario) {
    days = Double(scenario.horizon.count)
    months = Double(scenario.horizon.months.count)
    intervals = days * Double(scenario.interval.perDay)
    types = Double(scenario.inquiryTypes.count)
    groups = Double(scenario.agentGroups.count)
    layout = scenario.countLayout
  }

  /// A row of sums, and the array that holds it.
  private var sums: Double { Double(layout.width) * 8 + 64 }
  /// Waits and replies of a type, in buckets.
  private var buckets: Double { types * 4 * 2305 * 4 }

  /// What one replication gives: counters of both shops, sums by day and month, work of the groups.
  var ofReplication: Double {
    let row = Double(layout.counterCount) * 4 + 24 + 4
    return intervals * types * 2 * row + (days + months) * types * sums + buckets
      + intervals * groups * 32
  }

  /// What all replications of a plan come to, and once more as rows to be told.
  var kept: Double { 2 * (intervals + days * types) * sums + 2 * buckets }

  /// What a plan's results at one point of a grid keep.
  var ofPoint: Double { (intervals + days) * sums + buckets }

  /// A replication's months, year and bill.
  func kept(of contract: Contract) -> Double {
    (1 + months * types) * sums + months * Double(1 + contract.clauses.count) * 400
  }

  /// What contracts see of one replication, by day or by hour, with the months made of it.
  func usage(byHour: Bool) -> Double {
    let columns = 9.0
    let payrolls = 4 * (groups + 1)
    return 2 * days * ((byHour ? 24 : 1) * columns * types * 8 + payrolls * 160)
  }
}
