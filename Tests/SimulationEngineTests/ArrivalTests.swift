// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
import Scenarios
import SimulationEngine
import TestSupport
import Testing

/// Arrivals that are drawn: their counts against the laws they are said to have.
@Suite struct ArrivalTests {
  private static let origin = Double(ToyDesk.firstDay.dayNumber) * 86_400

  private func scenario(
    days: Int, _ source: DemandSource, seed: UInt64 = 1, isMirrored: Bool = false
  ) -> Scenario {
    var scenario = ToyDesk.scenario(
      days: days, types: [ToyDesk.chat(.deterministic(1))], groups: [ToyDesk.group(limit: 10)],
      demand: [
        DemandStream(
          name: "shop", source: source, mix: [TypeShare(inquiryType: "chat", share: 1)])
      ], seed: seed)
    scenario.experiment.antithetic = isMirrored
    return scenario
  }

  private func record(
    _ scenario: Scenario, scale: Double = 1, replication: Int = 0
  ) throws -> ReplicationRecord {
    simulate(
      try model(scenario, [ToyDesk.line(20)], scale: scale), replication: replication)
  }

  private func mean(_ x: [Double]) -> Double { x.reduce(0, +) / Double(x.count) }

  private func covariance(_ x: [Double], _ y: [Double]) -> Double {
    let (mx, my) = (mean(x), mean(y))
    return zip(x, y).reduce(0) { $0 + ($1.0 - mx) * ($1.1 - my) } / Double(x.count - 1)
  }

  private func slots(_ record: ReplicationRecord, _ slot: Int) -> [Double] {
    (0..<record.intervalCount / 48).map {
      Double(record.contacts(interval: $0 * 48 + slot, type: 0).arrived)
    }
  }

  private func days(_ record: ReplicationRecord) -> [Double] {
    (0..<record.intervalCount / 48).map {
      Double(record.total(intervals: $0 * 48..<($0 + 1) * 48).arrived)
    }
  }

  @Test func `recorded arrivals are thinned or joined by copies, on average as scaled`() throws {
    let times = (0..<4000).map { Self.origin + Double($0) * 20 }
    let source = DemandSource.history(
      HistoryReplay(source: "toy", records: .arrivals(ArrivalLog(times: times))))
    let scenario = scenario(days: 1, source)
    for (scale, spread) in [(1.0, 0.0), (0.3, 0.21), (2.5, 0.25)] {
      let arrived = Double(try record(scenario, scale: scale).total().arrived)
      #expect(abs(arrived - 4000 * scale) <= 4 * (4000 * spread).squareRoot(), "\(scale)")
    }
  }

  @Test func `recorded counts come back in their intervals`() throws {
    let starts = (0..<48).map { Int(Self.origin) + $0 * 1800 }
    let counts = (0..<48).map { $0 * 7 % 23 }
    let source = DemandSource.history(
      HistoryReplay(
        source: "toy", records: .counts(CountLog(interval: 1800, starts: starts, counts: counts))))
    let record = try record(scenario(days: 1, source))
    #expect((0..<48).map { Int(record.contacts(interval: $0, type: 0).arrived) } == counts)
  }

  @Test func `pushes bring a compound Poisson number of customers in their hours`() throws {
    // Twelve pushes a day of thirty customers: mean 360, variance 12 (30 + 30²) = 11,160.
    var demand = SeasonalDemand(dailyMean: 0)
    demand.bursts = BurstProcess(
      pushesPerDay: 12, hours: ToyDesk.hours(9, 17), customersPerPush: 30,
      delay: .exponential(mean: 60))
    let record = try record(scenario(days: 3000, .seasonal(demand)))
    let found = days(record)
    #expect(abs(mean(found) - 360) < 4 * (11_160.0 / 3000).squareRoot())
    // The variance's own error is about √(2.1 / 3000) of it.
    #expect(abs(covariance(found, found) / 11_160 - 1) < 4 * (2.2 / 3000).squareRoot())
    let early = (0..<3000).reduce(0) {
      $0 + Int(record.total(intervals: $1 * 48..<$1 * 48 + 18).arrived)
    }
    #expect(early == 0)
  }

  @Test(arguments: [0.04, 0.5, 2.0])
  func `slot factors add their variance to each half hour and tie none together`(
    variance: Double
  ) throws {
    // Mean 20 a slot: variance 20 + 400 σ², no covariance between slots.
    var demand = SeasonalDemand(dailyMean: 960)
    demand.busyness = BusynessFactor(shape: .infinity, slotVariance: variance)
    let record = try record(scenario(days: 3000, .seasonal(demand)))
    let exact = 20 + 400 * variance
    let pooled = (0..<24).map { slots(record, 2 * $0) }
    let found = mean(pooled.map { covariance($0, $0) })
    #expect(abs(mean(pooled.flatMap { $0 }) - 20) < 4 * (exact / 72_000).squareRoot())
    // A gamma factor of that variance has a kurtosis of at most 3 + 6 σ² beside the Poisson part.
    let error = ((2 + 6 * variance + 0.2) / 72_000).squareRoot()
    #expect(abs(found / exact - 1) < 4 * error)
    let tied = mean((0..<23).map { covariance(pooled[$0], pooled[$0 + 1]) })
    #expect(abs(tied / exact) < 4 / (23.0 * 3000).squareRoot())
  }

  @Test func `a slot variance too small to tell is none, and the customers are the same`() throws {
    var demand = SeasonalDemand(dailyMean: 960)
    let plain = try record(scenario(days: 30, .seasonal(demand)))
    demand.busyness = BusynessFactor(shape: .infinity, slotVariance: 5e-324)
    #expect(try slots(record(scenario(days: 30, .seasonal(demand))), 20) == slots(plain, 20))
    demand.busyness = BusynessFactor(shape: .infinity, slotVariance: 1e-9)
    #expect(try !slots(record(scenario(days: 30, .seasonal(demand))), 20).isEmpty)
  }

  @Test
  func `mirrored days are busy when their twins are quiet, and neither is busier on the whole`()
    throws
  {
    var demand = SeasonalDemand(dailyMean: 400)
    demand.busyness = BusynessFactor(shape: 20, correlation: 0.6)
    let scenario = scenario(days: 3000, .seasonal(demand), isMirrored: true)
    let first = days(try record(scenario, replication: 0))
    let twin = days(try record(scenario, replication: 1))
    let other = days(try record(scenario, replication: 2))
    // Variance 400 + 400² / 20 = 8400, of which 8000 is the days'.
    let correlation =
      covariance(first, twin)
      / (covariance(first, first) * covariance(twin, twin)).squareRoot()
    #expect(correlation < -0.85)
    let unrelated =
      covariance(first, other)
      / (covariance(first, first) * covariance(other, other)).squareRoot()
    #expect(abs(unrelated) < 0.15)
    // Days follow each other with correlation .6: the mean's variance is four times as large.
    let error = (4 * 8000.0 / 3000 + 400.0 / 3000).squareRoot()
    #expect(abs(mean(first) - 400) < 4 * error)
    #expect(abs(mean(twin) - 400) < 4 * error)
  }
}
