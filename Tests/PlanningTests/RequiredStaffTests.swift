// SPDX-License-Identifier: GPL-3.0-or-later

import Measures
import Planning
import Plans
import Scenarios
import TestSupport
import Testing

struct RequiredStaffTests {
  private func picture(_ dailyMean: Double, agents: Int) async throws -> DayPicture {
    let scenario = ToyShop.scenario(
      demand: ToyShop.random(dailyMean: dailyMean), plans: [ToyShop.seatPlan(agents: agents)],
      targets: [ServiceTarget(measure: .serviceLevel(within: 60), bound: 0.8)])
    let comparison = try await Comparer(
      scenario: scenario,
      options: ComparisonOptions(replications: 3, threads: 1, volumeMultiples: [])
    ).compare()
    return try #require(comparison.pictureDay)
  }

  @Test func `the busiest day asks for more people than its load, and for nobody at night`()
    async throws
  {
    // 10 an hour of ten minutes each are 1.67 erlangs.
    let plan = try #require(try await picture(80, agents: 2).plans.first)
    let open = plan.required.filter { $0 > 0 }
    #expect(plan.required.count == plan.staffed.count)
    #expect(open.count == 16 && open.allSatisfy { $0 >= 2 && $0 <= 6 })
    #expect(zip(plan.required, plan.staffed).allSatisfy { ($0 > 0) == ($1 > 0) })
  }

  @Test func `more customers ask for more people, whoever is on duty`() async throws {
    let few = try #require(try await picture(80, agents: 2).plans.first).required.max()
    let same = try #require(try await picture(80, agents: 9).plans.first).required.max()
    let many = try #require(try await picture(240, agents: 2).plans.first).required.max()
    #expect(few == same)
    #expect((many ?? 0) > (few ?? 0))
  }

  @Test func `head counts of windows that never meet do not add up`() async throws {
    var plan = ToyShop.seatPlan(agents: 1)
    plan.staffing.lines = [(9, 13), (13, 17)].map { start, end in
      StaffingLine(
        group: "sales", shift: ShiftPattern(name: "\(start)", hours: ToyShop.clock(start, end)),
        agents: 1)
    }
    plan.staffing.sizing = Sizing(subject: .group("sales"), range: 1...6)
    let scenario = ToyShop.scenario(
      demand: ToyShop.random(dailyMean: 60), plans: [plan],
      targets: [ServiceTarget(measure: .serviceLevel(within: 60), bound: 0.6)])
    let comparison = try await Comparer(
      scenario: scenario,
      options: ComparisonOptions(replications: 3, threads: 1, volumeMultiples: [])
    ).compare()
    let table = try #require(comparison.sizings.first)
    #expect(!table.rows.isEmpty && table.rows.allSatisfy { $0.peakOnDuty == $0.size })
  }
}
