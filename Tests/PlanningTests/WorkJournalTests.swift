// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
import Experiments
import Foundation
import Inference
import Measures
import Money
import Planning
import Plans
import Pricing
import Scenarios
import TestSupport
import Testing

/// Work that goes on where it was interrupted.
struct WorkJournalTests {
  /// Pieces in memory, and how they were asked for.
  private final class Pieces: @unchecked Sendable {
    private let lock = NSLock()
    private var pieces: [UInt64: [UInt8]] = [:]
    private var counts = (found: 0, stored: 0)

    var journal: WorkJournal {
      WorkJournal(
        find: { key in
          self.lock.withLock {
            let piece = self.pieces[key]
            if piece != nil { self.counts.found += 1 }
            return piece
          }
        },
        store: { key, bytes in
          self.lock.withLock {
            self.pieces[key] = bytes
            self.counts.stored += 1
          }
        })
    }

    /// Since the last time that this was asked.
    func counted() -> (found: Int, stored: Int) {
      lock.withLock {
        defer { counts = (0, 0) }
        return counts
      }
    }

    var count: Int { lock.withLock { pieces.count } }

    /// Forgets every second piece, as a run that was killed would have.
    func halve() {
      lock.withLock {
        for (place, key) in pieces.keys.sorted().enumerated() where place % 2 == 1 {
          pieces[key] = nil
        }
      }
    }

    /// Damages every piece.
    func cut() {
      lock.withLock { for key in pieces.keys { pieces[key]?.removeLast() } }
    }
  }

  private func shop(seed: UInt64 = 1) -> PlannedScenario {
    var sized = ToyShop.seatPlan("sized", agents: 1, yuan: 5000)
    sized.staffing.sizing = Sizing(subject: .group("sales"), range: 1...6)
    var monthly = sized
    monthly.name = "monthly"
    monthly.staffing.sizing = Sizing(subject: .group("sales"), range: 1...6, periods: .months)
    var shop = ToyShop.scenario(
      demand: ToyShop.random(dailyMean: 60),
      plans: [sized, monthly, ToyShop.seatPlan("fixed", agents: 3, yuan: 4000)],
      horizon: ToyShop.span("2026-01-01", "2026-02-28"),
      targets: [
        ServiceTarget(measure: .abandonment, bound: 0.08, scope: .everyMonth),
        ServiceTarget(measure: .abandonment, bound: 0.1, scope: .shareOfDays(0.8)),
      ],
      handling: .exponential(mean: 600))
    shop.seed = seed
    return shop
  }

  private func explored(
    _ pieces: Pieces? = nil, threads: Int = 1, seed: UInt64 = 1
  ) async throws -> [String] {
    let options = ExplorationOptions(
      comparison: ComparisonOptions(
        replications: 6, threads: threads, volumeMultiples: [0.5, 1], curveReplications: 2,
        largestReplications: 12),
      seasons: [1])
    let explorer = Explorer(scenario: shop(seed: seed), options: options)
    let exploration =
      if let pieces {
        try await WorkJournal.$current.withValue(pieces.journal) { try await explorer.explore() }
      } else {
        try await explorer.explore()
      }
    let comparison = exploration.comparison
    return comparison.plans.flatMap { plan in
      [
        "\(plan.name) \(plan.cost.total.values) \(plan.commerce.netResult.values)",
        // Weekdays are a set, whose text has no order.
        "\(plan.targets) \(plan.staffing.lines.map { "\($0.agents) \($0.dates ?? [])" })",
        "\(plan.performance.days.map { $0.measures[.meanWait] })",
        "\(plan.performance.intervals.map { $0.measures[.salesLost] })",
        "\(String(describing: plan.performance.worstInterval))",
        "\(plan.performance.waits.map { $0.quantile(.answered, 0.9) })",
        "\(plan.performance.totals)", "\(plan.performance.agents)",
      ]
    } + [
      // Measures of a service are a dictionary, whose text has no order.
      "\(comparison.sizings.flatMap(\.rows).map { "\($0.size) \($0.targets) \($0.cost as Any)" })",
      "\(comparison.sizings.map(\.chosen)) \(comparison.periodTables)", "\(exploration.tornado)",
      "\(String(describing: exploration.surface))", "\(exploration.frontier)",
      "\(comparison.verdict)",
    ]
  }

  @Test(arguments: [1, 2])
  func `a run that goes on says what it says undisturbed, and simulates only what is missing`(
    threads: Int
  ) async throws {
    let alone = try await explored()
    let pieces = Pieces()
    for (found, undisturbed) in zip(try await explored(pieces, threads: threads), alone) {
      #expect(found == undisturbed)
    }
    let first = pieces.counted()
    #expect(first.stored == pieces.count && pieces.count > 20)
    #expect(try await explored(pieces, threads: threads) == alone)
    let again = pieces.counted()
    #expect(again.found > 20)
    if threads == 1 { #expect(again.stored == 0, "nothing is simulated again") }
    let all = pieces.count
    pieces.halve()
    #expect(try await explored(pieces, threads: threads) == alone)
    let rest = pieces.counted()
    #expect(rest.stored >= all / 2 && rest.found > 0)
    if threads == 1 { #expect(rest.stored == all - (all + 1) / 2, "the missing half alone") }
  }

  @Test func `pieces of another seed, and damaged ones, are not taken`() async throws {
    let pieces = Pieces()
    _ = try await explored(pieces)
    _ = pieces.counted()
    let other = try await explored(pieces, seed: 2)
    #expect(pieces.counted().found == 0)
    #expect(try await explored(seed: 2) == other)
    pieces.cut()
    #expect(try await explored(pieces) == explored())
    #expect(pieces.counted().stored > 20)
  }

  @Test func `a piece is named by all that it depends on`() {
    let journal = Pieces().journal
    let scenario = shop().scenario
    let key = journal.key("trial", of: scenario, 1.0, [1, 2], Set([3, 4]))
    #expect(journal.key("trial", of: scenario, 1.0, [1, 2], Set([4, 3])) == key)
    #expect(Pieces().journal.key("trial", of: scenario, 1.0, [1, 2], Set([3, 4])) == key)
    var others = [
      journal.key("other", of: scenario, 1.0, [1, 2], Set([3, 4])),
      journal.key("trial", of: scenario, 1.1, [1, 2], Set([3, 4])),
      journal.key("trial", of: scenario, 1.0, [2, 1], Set([3, 4])),
      journal.key("trial", of: scenario, 1.0, [1, 2], Set([3, 5])),
      journal.key("trial", of: scenario, 1.0, [1], [2], Set([3, 4])),
    ]
    let changes: [(inout Scenario) -> Void] = [
      { $0.seed += 1 }, { $0.inquiryTypes[0].conversion += 1e-9 },
      { $0.inquiryTypes[0].patience = .exponential(mean: 61) },
      { $0.serviceTargets[0].bound += 1e-9 },
      {
        $0.serviceTargets[0] = ServiceTarget(measure: .meanWait, bound: 0.08, scope: .everyMonth)
      }, { $0.serviceTargets.removeLast() },
      { $0.agentGroups[0].chatLimit += 1 }, { $0.refundShare = 0.25 }, { $0.demand = [] },
      { $0.horizon = ToyShop.span("2026-01-01", "2026-02-27") },
      { $0.experiment.warmUpDays += 1 }, { $0.closedHours = .lost },
    ]
    for change in changes {
      var changed = scenario
      change(&changed)
      guard changed != scenario else { continue }
      others.append(journal.key("trial", of: changed, 1.0, [1, 2], Set([3, 4])))
    }
    #expect(others.count > 12)
    #expect(!others.contains(key))
    #expect(Set(others).count == others.count)
  }
}
