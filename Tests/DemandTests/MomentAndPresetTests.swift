// SPDX-License-Identifier: GPL-3.0-or-later

import Demand
import Scenarios
import Testing

@Suite struct PresetTests {
  @Test func `every preset of every year becomes a wave that a plan accepts`() throws {
    for name in PromotionPresets.names {
      for year in 2024...2027 {
        let wave = try PromotionPresets.wave(named: name, year: year)
        let demand = SeasonalDemand(dailyMean: 100, promotions: [wave])
        let plan = try ArrivalPlan(
          scenario: shop([stream(demand)], from: "\(year - 1)-12-01", to: "\(year)-12-31"))
        let change = plan.expectedVolume() / (100 * Double(plan.days.count)) - 1
        #expect(name == "spring_festival" ? change < 0 : change > 0)
      }
    }
  }

  @Test func `a lift moves the strongest phase to it and the others in proportion`() throws {
    let plain = try PromotionPresets.wave(named: "11.11", year: 2026)
    let raised = try PromotionPresets.wave(named: "double_11", year: 2026, lift: 10)
    #expect(raised.phases.map(\.lift).max() == 10)
    let top = (plain.phases.map(\.lift).max() ?? 0) - 1
    for (before, after) in zip(plain.phases, raised.phases) {
      #expect(abs((after.lift - 1) - (before.lift - 1) * 9 / top) < 1e-12)
    }
    let trough = try PromotionPresets.wave(named: "spring_festival", year: 2026, lift: 0.2)
    #expect(abs((trough.phases.map(\.lift).min() ?? 1) - 0.2) < 1e-12)
  }

  @Test func `unknown names, years and platforms are answered with the known ones`() {
    #expect(throws: PromotionPresetError.unknownName("1212x", known: PromotionPresets.names)) {
      _ = try PromotionPresets.wave(named: "1212x", year: 2026)
    }
    #expect(
      throws: PromotionPresetError.unknownYear(
        2019, name: "618", known: [2024, 2025, 2026, 2027])
    ) { _ = try PromotionPresets.wave(named: "618", year: 2019) }
    #expect(throws: PromotionPresetError.self) {
      _ = try PromotionPresets.wave(named: "618", year: 2026, platform: "myspace")
    }
  }

  @Test func `day profiles are found by name`() throws {
    #expect(DayProfile.names.contains("consumer_chat") && DayProfile.names.contains("office"))
    for profile in DayProfile.all {
      #expect(profile.weights.count == 24 && profile.weights.allSatisfy { $0 > 0 })
      #expect(!profile.source.isEmpty && profile.status == "assumed")
    }
    #expect(DayProfile.named("nothing") == nil)
  }
}
