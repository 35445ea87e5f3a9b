// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
import Demand
import Plans
import Scenarios

/// What one simulation of a desk will ask of the machine, told before anything is built; an upper
/// estimate.
struct DeskLoad {
  private(set) var customers = 0.0
  private(set) var bytes = 60e6

  /// Counters of a replication have 32 bits.
  private static let mostCustomers = 500_000_000.0

  init(_ scenario: Scenario, _ staffing: StaffingPlan) {
    let warmUp = max(0, scenario.experiment.warmUpDays)
    let span =
      DateSpan(first: scenario.horizon.first.advanced(by: -warmUp), last: scenario.horizon.last)
      ?? scenario.horizon
    var busiest = 0.0
    for stream in scenario.demand + staffing.background {
      let ceiling = DemandCeiling(
        of: stream, over: span, horizonStart: scenario.horizon.first,
        typeCount: scenario.inquiryTypes.count)
      customers += ceiling.days.reduce(0, +)
      busiest += ceiling.days.max() ?? 0
      // Rates as compiled and as they are read; crowds in a buffer that doubles while it is filled.
      bytes += 2 * ceiling.bytes + ceiling.batch * 120
    }
    for line in staffing.lines {
      let duties = Double(line.agents) * Double(span.count { line.works(on: $0) } + 2)
      let pauses = Double(line.shift.breaks.count + line.shift.holds.count)
      let limit = scenario.agentGroups.first { $0.name == line.group }?.chatLimit ?? 64
      bytes += duties * (120 + 80 * pauses) + Double(line.agents) * (320 + 160 * Double(limit))
    }
    let rows = Double(span.count * 96 * max(1, scenario.inquiryTypes.count))
    bytes += rows * 8 * 48
    // Who may wait at once: all of an endless patience, else who comes within some of the mean.
    let patience = scenario.inquiryTypes.map(\.patience.mean).max() ?? 0
    let days = 4 * (5 * patience + 1800) / 86_400 + 1
    let waiting = days.isFinite ? min(customers, busiest * days) : customers
    let room = scenario.routing.waitingRoom.map(Double.init) ?? .infinity
    bytes += min(waiting, scenario.closedHours == .lost ? room : .infinity) * 120
  }

  func check(memoryLimit: Double) throws(DeskError) {
    // A number that is none is no number within a limit either.
    guard customers <= Self.mostCustomers else {
      throw .tooManyCustomers(expected: customers, most: Self.mostCustomers)
    }
    guard bytes <= memoryLimit else { throw .tooMuchMemory(bytes: bytes, limit: memoryLimit) }
  }
}
