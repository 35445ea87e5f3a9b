// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
import Demand
import Foundation
import Scenarios
import Testing

@Suite struct ArrivalPlanTests {
  private func rates(_ plan: ArrivalPlan, _ stream: Int = 0) throws -> SlotRates {
    guard case .rates(let rates) = plan.streams[stream].arrivals else {
      throw DemandError.emptyProfile(stream: "test", field: "rates")
    }
    return rates
  }

  @Test func `a day's rate is the product of its factors`() throws {
    var months = Array(repeating: 1.0, count: 12)
    months[10] = 1.5
    var weekdays = Array(repeating: 1.0, count: 7)
    weekdays[2] = 0.8
    let holiday = try #require(CivilDate(iso: "2026-11-18"))
    let demand = SeasonalDemand(
      dailyMean: 400, growthPerYear: 0.2, growthFrom: CivilDate(iso: "2025-11-11"),
      monthFactors: months, weekdayFactors: weekdays, profile: Array(repeating: 3, count: 24),
      dateFactors: [holiday: 0.5])
    let plan = try ArrivalPlan(
      scenario: shop([stream(demand)], from: "2026-11-11", to: "2026-11-18"))
    let volume = plan.expectedByDay()
    // Wednesday, exactly 365 days after the growth's start.
    #expect(abs(volume[0] - 400 * 1.2 * 1.5 * 0.8) < 1e-9)
    #expect(abs(volume[1] - 400 * 1.2 * pow(1.2, 1.0 / 365) * 1.5) < 1e-9)
    #expect(abs(volume[7] - 400 * 1.2 * pow(1.2, 7.0 / 365) * 1.5 * 0.8 * 0.5) < 1e-9)
    #expect(try rates(plan).slotLength == 1800)
  }

  @Test func `profiles are normalised and weekends may have their own`() throws {
    var week = Array(repeating: 0.0, count: 48)
    week[20] = 3
    week[21] = 1
    var weekend = Array(repeating: 0.0, count: 24)
    weekend[5] = 9
    let demand = SeasonalDemand(dailyMean: 100, profile: week, weekendProfile: weekend)
    // Friday and Saturday.
    let plan = try ArrivalPlan(
      scenario: shop([stream(demand)], from: "2026-11-13", to: "2026-11-14"))
    let means = try rates(plan).means
    #expect(means[20] == 75 && means[21] == 25)
    #expect(means[48 + 10] == 50 && means[48 + 11] == 50)
    #expect(abs(means.reduce(0, +) - 200) < 1e-9)
  }

  @Test func `an opening changes the rate exactly at its slot`() throws {
    let wave = PromotionWave(
      name: "p",
      phases: [
        PromotionPhase(
          name: "open", start: try instant("2026-11-10T20:00"),
          end: try instant("2026-11-11T00:30"),
          lift: 4)
      ])
    let demand = SeasonalDemand(dailyMean: 48, promotions: [wave])
    let plan = try ArrivalPlan(
      scenario: shop([stream(demand)], from: "2026-11-10", to: "2026-11-11"))
    let means = try rates(plan).means
    #expect(try rates(plan).slotLength == 1800)
    for slot in means.indices {
      #expect(abs(means[slot] - ((40..<49).contains(slot) ? 4 : 1)) < 1e-12)
    }
  }

  @Test func `an opening at ten past makes shorter slots`() throws {
    let wave = PromotionWave(
      name: "p",
      phases: [
        PromotionPhase(
          name: "open", start: try instant("2026-11-10T20:10"), end: try instant("2026-11-11"),
          lift: 2)
      ])
    let plan = try ArrivalPlan(
      scenario: shop(
        [stream(SeasonalDemand(dailyMean: 144, promotions: [wave]))], from: "2026-11-10",
        to: "2026-11-10"))
    let result = try rates(plan)
    #expect(result.slotLength == 600)
    #expect(abs(result.means[120] - 1) < 1e-12 && abs(result.means[121] - 2) < 1e-12)
  }

  @Test func `overlapping extra lifts add and decay as an exponential`() throws {
    let phases = { (lift: Double, decay: Seconds?) throws in
      PromotionWave(
        name: "w",
        phases: [
          PromotionPhase(
            name: "x", start: try instant("2026-11-10T12:00"), end: try instant("2026-11-12"),
            lift: lift, decay: decay)
        ])
    }
    let demand = SeasonalDemand(
      dailyMean: 48, promotions: [try phases(3, nil), try phases(2, .hours(6))])
    let plan = try ArrivalPlan(
      scenario: shop([stream(demand)], from: "2026-11-10", to: "2026-11-11"))
    let means = try rates(plan).means
    #expect(abs(means[23] - 1) < 1e-12)
    // From noon to the next midnight the decaying extra is 2 an hour × 6 h × (1 − e^−6).
    let expected = 72.0 * 3 + 12 * (1 - exp(-6.0))
    #expect(abs(means[24...].reduce(0, +) - expected) < 1e-9)
  }

  @Test func `a phase's own hours and mix replace the ordinary ones`() throws {
    var night = Array(repeating: 0.0, count: 24)
    night[0] = 1
    let phase = PromotionPhase(
      name: "night", start: try instant("2026-11-11"), end: try instant("2026-11-12"), lift: 3,
      profile: night, mix: [TypeShare(inquiryType: "after-sale", share: 1)])
    let demand = SeasonalDemand(
      dailyMean: 96, promotions: [PromotionWave(name: "w", phases: [phase])])
    let plan = try ArrivalPlan(
      scenario: shop([stream(demand)], from: "2026-11-10", to: "2026-11-11"))
    let result = try rates(plan)
    #expect(abs(result.share(ofType: 0, slot: 3) - 0.7) < 1e-12)
    #expect(abs(result.means[48] - 144) < 1e-9 && abs(result.means[50]) < 1e-9)
    #expect(result.share(ofType: 1, slot: 48) == 1)
  }

  @Test func `a market's evening comes at its own hour and follows its summer time`() throws {
    var evening = Array(repeating: 0.0, count: 24)
    evening[20] = 1
    let demand = SeasonalDemand(dailyMean: 10, profile: evening)
    for (date, slot) in [("2026-01-15", 6), ("2026-07-15", 4)] {
      // 20:00 in Berlin is 03:00 in Shanghai in winter, 02:00 in summer.
      let plan = try ArrivalPlan(
        scenario: shop([stream(demand, timeZone: "Europe/Berlin")], from: date, to: date))
      let means = try rates(plan).means
      #expect(means[slot] == 5 && means[slot + 1] == 5 && means.reduce(0, +) == 10)
    }
  }

  @Test func `scale moves own streams and leaves background alone`() throws {
    let own = stream(SeasonalDemand(dailyMean: 100))
    let others = stream(SeasonalDemand(dailyMean: 1000), name: "others")
    let plan = try ArrivalPlan(
      scenario: shop([own], from: "2026-01-01", to: "2026-01-31"), background: [others], scale: 0.5)
    #expect(abs(plan.expectedVolume() - 1550) < 1e-6)
    #expect(abs(plan.expectedVolume(background: true) - 32_550) < 1e-6)
    #expect(plan.streams.map(\.isBackground) == [false, true])
    #expect(plan.seasonByDay().allSatisfy { abs($0 - 1) < 1e-9 })
  }

  @Test func `warm-up days come before the horizon and are not counted`() throws {
    var scenario = try shop(
      [stream(SeasonalDemand(dailyMean: 10))], from: "2026-01-01", to: "2026-02-01")
    scenario.experiment.warmUpDays = 3
    let plan = try ArrivalPlan(scenario: scenario)
    #expect(plan.days.first.description == "2025-12-29")
    #expect(plan.firstTime.secondsSinceStart == -259_200)
    #expect(plan.expectedByDay().count == 35 && abs(plan.expectedVolume() - 320) < 1e-9)
  }

  @Test func `a replay keeps the horizon's records and their types`() throws {
    let start = try instant("2026-01-02").secondsSince1970
    let log = ArrivalLog(
      times: [-10, 5, 90_000, 200_000].map { Double(start) + $0 },
      types: ["after-sale", "pre-sale"], typeIndices: [0, 0, 1, 1])
    let replay = DemandStream(
      name: "h", source: .history(HistoryReplay(source: "h.csv", records: .arrivals(log))), mix: [])
    let plan = try ArrivalPlan(scenario: shop([replay], from: "2026-01-02", to: "2026-01-03"))
    guard case .recorded(let recorded) = plan.streams[0].arrivals else {
      Issue.record("not recorded")
      return
    }
    #expect(recorded.times == [5, 90_000])
    #expect(recorded.types == [1, 0])
    #expect(plan.expectedByDay() == [1, 1])
    #expect(throws: DemandError.self) {
      _ = try ArrivalPlan(scenario: shop([replay], from: "2027-01-02", to: "2027-01-03"))
    }
  }

  @Test func `impossible descriptions are refused by field`() throws {
    let bad: [(SeasonalDemand, String)] = [
      (SeasonalDemand(dailyMean: .nan), "dailyMean"),
      (SeasonalDemand(dailyMean: -1), "dailyMean"),
      (SeasonalDemand(dailyMean: 1, growthPerYear: -1), "growthPerYear"),
      (SeasonalDemand(dailyMean: 1, busyness: BusynessFactor(shape: 0)), "busyness.shape"),
      (
        SeasonalDemand(dailyMean: 1, busyness: BusynessFactor(shape: 9, correlation: 1)),
        "busyness.correlation"
      ),
    ]
    for (demand, name) in bad {
      let error = #expect(throws: DemandError.self) {
        _ = try ArrivalPlan(scenario: shop([stream(demand)], from: "2026-01-01", to: "2026-01-01"))
      }
      guard case .outOfRange(_, let field, _, _) = error else {
        Issue.record("another error: \(String(describing: error))")
        continue
      }
      #expect(field == name)
    }
    let zone = stream(SeasonalDemand(dailyMean: 1), timeZone: "Mars/Base")
    #expect(throws: DemandError.unknownTimeZone(stream: "own", name: "Mars/Base")) {
      _ = try ArrivalPlan(scenario: shop([zone], from: "2026-01-01", to: "2026-01-01"))
    }
    let flat = stream(SeasonalDemand(dailyMean: 1, profile: Array(repeating: 1, count: 7)))
    #expect(
      throws: DemandError.wrongCount(
        stream: "own", field: "profile", found: 7, allowed: [24, 48, 96])
    ) {
      _ = try ArrivalPlan(scenario: shop([flat], from: "2026-01-01", to: "2026-01-01"))
    }
  }

  @Test func `without chance customers come where the rate adds up to one more`() throws {
    // Two in the first hour, four in the second, none later; again on the second day.
    var profile = Array(repeating: 0.0, count: 24)
    profile[0] = 1
    profile[1] = 2
    let demand = SeasonalDemand(dailyMean: 6, profile: profile, arrivals: .deterministic)
    let plan = try ArrivalPlan(
      scenario: shop([stream(demand)], from: "2026-11-11", to: "2026-11-12"))
    guard case .recorded(let records) = plan.streams[0].arrivals else {
      Issue.record("expected instants")
      return
    }
    let day = [900.0, 2700, 4050, 4950, 5850, 6750]
    #expect(records.times.count == 12)
    #expect(
      zip(records.times, day + day.map { $0 + 86_400 }).allSatisfy { abs($0 - $1) < 1e-6 })
    #expect(plan.expectedByDay() == [6, 6])
  }

  @Test func `a warm-up of some hours has customers in these alone`() throws {
    var scenario = try shop(
      [stream(SeasonalDemand(dailyMean: 48))], from: "2026-11-11", to: "2026-11-11")
    scenario.experiment.warmUpDays = 1
    scenario.experiment.warmUpHours = 2.5
    let means = try rates(ArrivalPlan(scenario: scenario)).means
    #expect(means[..<43].allSatisfy { $0 == 0 } && means[43...].allSatisfy { $0 == 1 })
    #expect(means.count == 96)
  }
}
