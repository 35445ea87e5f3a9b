// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
import Demand
import Experiments
import Money
import Planning
package import Plans
import Pricing
import Scenarios
import SimulationEngine

/// What a run will ask of the machine, told from the scenario before anything is built.
///
/// Counted are the customers that one replication is expected to bring, what they are expected to buy,
/// agents × days, and the memory of everything whose size follows from days, intervals, inquiry types,
/// agents, customers who may wait at once, threads and replications. Each is an upper estimate: a run
/// takes less, mostly by a factor of two to four.
package struct RunLoad: Equatable, Sendable {
  /// What takes memory.
  package enum Part: CaseIterable, Sendable {
    /// Rates by slot, and crowds that come at once.
    case demand
    /// Agents × days with shifts and breaks.
    case staffing
    /// Counts by interval, day and month, by inquiry type.
    case counts
    /// Customers who may wait at once.
    case waiting
    /// What is kept of each replication.
    case replications
    /// The chats of one replication, where they are wanted one by one.
    case chats
    /// What a grid keeps of its points.
    case points
  }

  /// Customers of one replication of the fullest plan, other shops' and those of warm-up included.
  package private(set) var customers = 0.0
  /// What the own customers buy over the horizon if all are answered, and what is bought without
  /// asking, in whole units of the currency.
  package private(set) var sales = 0.0
  /// Agents × days on duty of the largest plan; a sized plan counts the most that its search may try.
  package private(set) var agentDays = 0.0
  /// The first plan whose contract could not be stated at such a volume.
  private(set) var planBeyondAmounts: String?
  /// Threads for which the memory is counted.
  package let threads: Int
  private var parts: [Part: Double] = [:]

  /// Counters of a replication have 32 bits, and a break-even curve doubles the volume.
  package static let mostCustomers = 500_000_000.0
  /// Amounts end at 10¹⁵ 分.
  package static let mostSales = 10_000_000_000_000.0
  /// Bytes that a run may take unless it is told otherwise.
  package static let memoryLimit = 4e9
  /// The program itself.
  private static let leastBytes = 60e6

  /// Bytes in all.
  package var bytes: Double { parts.values.reduce(Self.leastBytes, +) }

  package func bytes(of part: Part) -> Double { parts[part] ?? 0 }

  /// - Parameters:
  ///   - keepsChats: Whether the chats of a replication are wanted one by one.
  ///   - points: Points of a grid, of which this is one.
  package init(
    _ planned: PlannedScenario, threads: Int, keepsChats: Bool = false, points: Int = 1
  ) {
    let scenario = planned.scenario
    self.threads = max(1, min(threads, scenario.experiment.replications))
    let demand = DemandLoad(scenario.demand, in: scenario)
    sales = Self.sales(of: scenario, demand)
    let sizes = RowSizes(scenario)
    let desks = planned.plans.map { PlanLoad($0, in: scenario, demand) }
    let running = Double(self.threads)
    for (plan, desk) in zip(planned.plans, desks) {
      customers = max(customers, desk.customers)
      agentDays = max(agentDays, desk.agentDays)
      // Plans are simulated one after the other; what is built for each stays until all are told.
      add(.demand, desk.demand.rateBytes * desk.desksKept)
      add(.staffing, desk.rosterBytes * desk.desksKept)
      add(.counts, sizes.kept * desk.desksKept)
      add(
        .replications,
        sizes.kept(of: plan.contract) * Double(scenario.experiment.replications))
    }
    if customers <= Self.mostCustomers, sales <= Self.mostSales {
      planBeyondAmounts =
        zip(planned.plans, desks).first { plan, desk in
          AmountCeiling(scenario, customers: customers, sales: sales, agentDays: desk.agentDays)
            .isBroken(by: plan.contract)
        }?.0.name
    }
    let drawn = desks.map { 2 * $0.demand.rateBytes + $0.demand.crowdBytes }
    add(.demand, running * (drawn.max() ?? 0))
    add(.staffing, running * (desks.map(\.deskBytes).max() ?? 0))
    add(.waiting, running * (desks.map(\.waitingBytes).max() ?? 0))
    // Of each thread two results may be waiting for their turn.
    let byHour = planned.plans.contains { $0.contract.detail.hours }
    add(.counts, 2 * running * sizes.ofReplication + sizes.usage(byHour: byHour))
    if keepsChats { add(.chats, customers * 250) }
    if points > 1 {
      let kept = sizes.ofPoint * Double(planned.plans.count) + bytes(of: .replications)
      let records = desks.map(\.demand.recordBytes).max() ?? 0
      add(.points, Double(points - 1) * (kept + records + 100_000))
    }
  }

  private mutating func add(_ part: Part, _ bytes: Double) { parts[part, default: 0] += bytes }

  private static func sales(of scenario: Scenario, _ demand: DemandLoad) -> Double {
    let own = demand.days.suffix(scenario.horizon.count)
    let ordinary = scenario.demand.reduce(0) { sum, stream in
      guard case .seasonal(let season) = stream.source else { return sum }
      return sum + season.dailyMean
    }
    let factor = max(1, scenario.agentGroups.map(\.conversionFactor).max() ?? 1)
    // A customer buys once at most.
    let best = scenario.inquiryTypes.map {
      min(1, $0.conversion * factor) * Double($0.orderValue.fen) / 100
    }.max()
    var sales = own.reduce(0, +) * (best ?? 0)
    if let silent = scenario.silentOrders {
      let season = own.map { ordinary > 0 ? $0 / ordinary : 1 }
      sales += silent.perDay * season.reduce(0, +) * Double(silent.orderValue.fen) / 100
    }
    return sales
  }
}
