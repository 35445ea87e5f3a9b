// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
import Demand
import Scenarios
import SimulationEngine
import TestSupport
import Testing
import Workforce

/// Who the customers of a stream are: their types, their days, their own draws.
@Suite struct CustomerTests {
  private let mix = [
    TypeShare(inquiryType: "a", share: 0.2), TypeShare(inquiryType: "b", share: 0.3),
    TypeShare(inquiryType: "c", share: 0.5),
  ]
  private let origin = Double(ToyDesk.firstDay.dayNumber) * 86_400

  private func scenario(days: Int = 1, _ demand: [DemandStream]) -> Scenario {
    ToyDesk.scenario(
      days: days, types: ["a", "b", "c"].map { ToyDesk.chat(.deterministic(1), name: $0) },
      groups: [ToyDesk.group(types: ["a", "b", "c"], limit: 10)], demand: demand)
  }

  private func expectMix(_ record: ReplicationRecord) {
    let all = Double(record.total().arrived)
    for (type, share) in mix.enumerated() {
      let found = Double(record.total(type: type).arrived) / all
      let error = (share.share * (1 - share.share) / all).squareRoot()
      #expect(error < 0.002 && abs(found - share.share) < 4 * error, "\(share)")
    }
  }

  @Test func `three types come in their shares, drawn, recorded and counted`() throws {
    let rates = scenario(days: 20, [ToyDesk.poisson(perSecond: 0.1, mix: mix)])
    expectMix(simulate(try model(rates, [ToyDesk.line(5)]), replication: 0))
    let records = scenario([ToyDesk.recorded((0..<80_000).map(Double.init), mix: mix)])
    expectMix(simulate(try model(records, [ToyDesk.line(5)]), replication: 0))
    expectMix(
      simulate(try model(scenario([counts(each: 1700)]), [ToyDesk.line(5)]), replication: 0))
  }

  /// So many customers in each half hour.
  private func counts(each count: Int) -> DemandStream {
    DemandStream(
      name: "shop",
      source: .history(
        HistoryReplay(
          source: "toy",
          records: .counts(
            CountLog(
              interval: 1800, starts: (0..<48).map { Int(origin) + $0 * 1800 },
              counts: [Int](repeating: count, count: 48))))), mix: mix)
  }

  @Test func `counts are thinned or joined by copies, on average as scaled`() throws {
    for (scale, spread) in [(1.0, 0.0), (0.3, 0.21), (2.5, 0.25)] {
      let model = try model(scenario([counts(each: 1000)]), [ToyDesk.line(5)], scale: scale)
      let arrived = Double(simulate(model, replication: 0).total().arrived)
      #expect(abs(arrived - 48_000 * scale) <= 4 * (48_000 * spread).squareRoot(), "\(scale)")
    }
  }

  @Test func `a copy is a customer of its own`() throws {
    let times = (0..<1000).map { Double($0) * 80 }
    for stream in [counts(each: 20), ToyDesk.recorded(times, mix: mix)] {
      let model = try model(scenario([stream]), [ToyDesk.line(5)], scale: 3)
      var diary = Diary()
      let record = simulate(model, replication: 0, observer: &diary)
      let keys = diary.moments.filter { $0.kind == .arrived }.map(\.contact)
      #expect(keys.count == Int(record.total().arrived) && keys.count > 2500)
      #expect(Set(keys).count == keys.count)
    }
  }

  @Test func `customers of a push come after its delay`() throws {
    var demand = SeasonalDemand(dailyMean: 0)
    demand.bursts = BurstProcess(
      pushesPerDay: 5, hours: ToyDesk.hours(9, 10), customersPerPush: 30,
      delay: .deterministic(7200))
    let stream = DemandStream(name: "shop", source: .seasonal(demand), mix: mix)
    let record = simulate(
      try model(scenario(days: 20, [stream]), [ToyDesk.line(5)]), replication: 0)
    let late = (0..<20).reduce(0) {
      $0 + Int(record.total(intervals: $1 * 48 + 22..<$1 * 48 + 24).arrived)
    }
    #expect(late == Int(record.total().arrived) && late > 1000)
  }

  @Test func `other shops' streams of every kind are counted apart`() throws {
    var pushes = SeasonalDemand(dailyMean: 0)
    pushes.bursts = BurstProcess(
      pushesPerDay: 20, hours: ToyDesk.hours(9, 10), customersPerPush: 30,
      delay: .deterministic(60))
    for stream in [
      ToyDesk.poisson(perSecond: 0.01, mix: mix), counts(each: 5),
      DemandStream(name: "pushes", source: .seasonal(pushes), mix: mix),
    ] {
      var other = stream
      other.isBackground = true
      let record = simulate(try model(scenario([other]), [ToyDesk.line(5)]), replication: 0)
      #expect(record.total().arrived == 0)
      #expect(record.total(shop: ContactLayout.background).arrived > 100)
      #expect((0..<3).allSatisfy { record.times.count(.answeredWait, type: $0) == 0 })
    }
  }

  @Test func `a date has the same customers wherever the horizon begins`() throws {
    var demand = SeasonalDemand(dailyMean: 50)
    demand.busyness = BusynessFactor(shape: 3, correlation: 0.5, slotVariance: 0.3)
    let stream = DemandStream(name: "shop", source: .seasonal(demand), mix: mix)
    let long = scenario(days: 12, [stream])
    var short = long
    short.horizon = try #require(
      DateSpan(first: ToyDesk.firstDay.advanced(by: 3), last: long.horizon.last))
    let whole = simulate(try model(long, [ToyDesk.line(5)]), replication: 0)
    let part = simulate(try model(short, [ToyDesk.line(5)]), replication: 0)
    for interval in 0..<part.intervalCount {
      for type in 0..<3 {
        #expect(
          part.contacts(interval: interval, type: type).arrived
            == whole.contacts(interval: interval + 3 * 48, type: type).arrived)
      }
    }
    #expect(part.total().arrived > 300)
  }

  @Test func `mirrored replications share the days' factors only, not the customers`() throws {
    // Without factors nothing is shared: counts of half hours are independent.
    var scenario = scenario(
      days: 400, [ToyDesk.poisson(perSecond: 0.005, mix: mix)])
    scenario.experiment.antithetic = true
    let model = try model(scenario, [ToyDesk.line(5)])
    let counts = (0..<2).map { replication in
      let record = simulate(model, replication: replication)
      return (0..<record.intervalCount).map { Double(record.total(intervals: $0..<$0 + 1).arrived) }
    }
    let means = counts.map { $0.reduce(0, +) / Double($0.count) }
    let product = zip(counts[0], counts[1]).reduce(0) {
      $0 + ($1.0 - means[0]) * ($1.1 - means[1])
    }
    // Mean and variance nine: the correlation's error is one over the root of the number.
    let number = Double(counts[0].count)
    #expect(abs(product / number / 9) < 4 / number.squareRoot())
  }
}
