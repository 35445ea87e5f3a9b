// SPDX-License-Identifier: GPL-3.0-or-later

import Experiments
import Measures
import Money
import Planning
import Plans
import Pricing
import Scenarios
import TestSupport
import Testing

struct SimulationMemoryTests {
  private func shop(seatYuan: Int32) -> PlannedScenario {
    var sized = ToyShop.seatPlan("sized", agents: 1, yuan: seatYuan)
    sized.staffing.sizing = Sizing(subject: .group("sales"), range: 1...6)
    var monthly = sized
    monthly.name = "monthly"
    monthly.staffing.sizing = Sizing(subject: .group("sales"), range: 1...6, periods: .months)
    return ToyShop.scenario(
      demand: ToyShop.random(dailyMean: 60), plans: [sized, monthly],
      horizon: ToyShop.span("2026-01-01", "2026-02-28"),
      targets: [ServiceTarget(measure: .abandonment, bound: 0.08, scope: .everyMonth)],
      handling: .exponential(mean: 600))
  }

  private func compare(_ scenario: PlannedScenario) async throws -> Comparison {
    try await Comparer(
      scenario: scenario,
      options: ComparisonOptions(replications: 8, volumeMultiples: [], largestReplications: 16)
    ).compare()
  }

  @Test func `points at other prices are what they are without the points before them`()
    async throws
  {
    let alone = try await compare(shop(seatYuan: 7000))
    let after = try await SimulationMemory.$current.withValue(SimulationMemory()) {
      let first = try await compare(shop(seatYuan: 5000))
      let again = try await compare(shop(seatYuan: 5000))
      #expect(first.plans.map(\.cost.total.values) == again.plans.map(\.cost.total.values))
      return try await compare(shop(seatYuan: 7000))
    }
    #expect(after.replications == alone.replications)
    #expect(after.plans.map(\.cost.total.values) == alone.plans.map(\.cost.total.values))
    #expect(after.plans.map(\.targets) == alone.plans.map(\.targets))
    #expect(after.plans.map(\.staffing.lines) == alone.plans.map(\.staffing.lines))
    #expect(after.plans.map(\.service[.abandonment]) == alone.plans.map(\.service[.abandonment]))
    #expect(after.verdict == alone.verdict)
  }
}
