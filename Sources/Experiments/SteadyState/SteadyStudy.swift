// SPDX-License-Identifier: GPL-3.0-or-later

package import Inference
package import Measures
import Scenarios
import SimulationEngine

/// One long run of a steady desk, cut into batches, made longer until it is precise enough.
package struct SteadyStudy: Sendable {
  /// The measure that the precision is asked of.
  package var measure = Measure.meanWait
  /// Wanted half-width ÷ mean; nil runs `days` once.
  package var precision: Double?
  /// Days of the first run; nil for some 500,000 chats, and more where the batches are correlated.
  package var days: Int?
  package var mostDays = 4000
  package var batches = 20
  package var usesControls = false

  /// At 90 % load a busy spell of a small desk lasts for some hundred chats, and a batch must see
  /// many: with 1,000 chats each, an interval that should hold the truth in 95 of 100 runs held it in
  /// 75.
  private static let chatsOfFirstRun = 500_000.0
  private static let mostChatsOfStart = 5e6

  package init() {}

  /// - Throws: `SteadyStateError.noSteadyState` where even the longest run has not forgotten its
  ///   start, and what compiling the model refuses;
  ///   `CancellationError` between two runs.
  package func run(_ desk: SteadyDesk) throws -> SteadyResult {
    let perDay = desk.moment.arrivalRate * 86_400
    var days =
      days
      ?? Int(
        bounded: max(10, min(Double(mostDays), (Self.chatsOfFirstRun / perDay).rounded(.up))))
    while true {
      try Task.checkCancellation()
      let record = simulate(try desk.model(days: days), replication: 0)
      let result = try SteadyResult(
        record, desk: desk, days: days, batches: batches, controls: usesControls,
        wanted: measure)
      let next = longer(than: days, after: result, chatsPerDay: perDay)
      guard let next else {
        guard let result else { throw SteadyStateError.noSteadyState(days: days) }
        return result
      }
      days = next
    }
  }

  /// Whether the result has the wanted precision; true where none is wanted.
  package func isPrecise(_ result: SteadyResult) -> Bool {
    guard let precision, let named = result.estimates.first(where: { $0.measure == measure.key })
    else { return true }
    let wanted = StoppingRule.Precision(relative: precision)
    return named.best.halfWidth <= wanted.halfWidth(at: named.best.mean)
  }

  /// Days of the next run; nil if this one is enough, or is the last one allowed.
  private func longer(
    than days: Int, after result: SteadyResult?, chatsPerDay: Double
  ) -> Int? {
    guard days < mostDays else { return nil }
    guard let result, let named = result.estimates.first(where: { $0.measure == measure.key })
    else {
      // A start that so many chats have not made forgotten never will be.
      let isHopeless = Double(days) * chatsPerDay > Self.mostChatsOfStart
      return isHopeless || (self.days != nil && precision == nil) ? nil : min(mostDays, 2 * days)
    }
    guard let precision else {
      let mayGrow = self.days == nil && Double(days) * chatsPerDay < Self.mostChatsOfStart
      return result.looksIndependent || !mayGrow ? nil : min(mostDays, 2 * days)
    }
    let wanted = StoppingRule.Precision(relative: precision).halfWidth(at: named.best.mean)
    let width = named.best.halfWidth
    if isPrecise(result), result.looksIndependent { return nil }
    let factor = width <= wanted ? 2 : min(10, max(1.5, 1.2 * (width / wanted) * (width / wanted)))
    return min(mostDays, Int(bounded: (Double(days) * factor).rounded(.up)))
  }
}

/// What a steady desk does in the long run.
package struct SteadyResult: Equatable, Sendable {
  package let estimates: [SteadyEstimate]
  package let days: Int
  package let chats: Int
  /// Hours dropped at the start.
  package let warmUpHours: Double
  package let batchHours: Double
  package let batches: Int
  /// Of neighbouring batches, the largest of the measures.
  package let lagOneCorrelation: Double
  /// Whether the batches of every measure look independent.
  package let looksIndependent: Bool

  /// Nil where the run is too short to tell where its start is forgotten.
  init?(
    _ record: ReplicationRecord, desk: SteadyDesk, days: Int, batches: Int, controls: Bool,
    wanted: Measure
  ) throws {
    // The last hours' customers are served in an emptying desk: left out.
    let intervals = 0..<(record.intervalCount - 8)
    let counts = intervals.map { record.total(intervals: $0..<$0 + 1) }
    let desks = intervals.map { record.groupTotal(intervals: $0..<$0 + 1) }
    var measures = MeasureRegistry.estimates + desk.scenario.measures
    if !measures.contains(wanted) { measures.append(wanted) }
    var series = measures.map { measure in
      (name: measure.key, parts: counts.map { $0.parts(of: measure) })
    }
    series.append(("occupancy_engaged", desks.map { ($0.busy, $0.staffed) }))
    // Contacts at the desk, in line or in hand: what an empty start is felt in, and never rare.
    guard let warmUp = WarmUp.mser5(zip(counts, desks).map { $0.totalWait + $1.chats }) else {
      return nil
    }
    let own = desk.moment.streams.filter { !$0.isBackground }
      .reduce(0) { $0 + $1.rates.reduce(0, +) }
    let arrivals = counts.map { Double($0.arrived) }
    let length = Double(record.interval.seconds)
    var estimates: [SteadyEstimate] = []
    var correlations: [Double] = []
    var isIndependent = true
    var shape: BatchMeans?
    for (name, parts) in series {
      let values = Measure.linearized(Array(parts[warmUp...]))
      guard !values.isEmpty else { return nil }
      let means = try BatchMeans(of: values, warmUp: 0, batches: batches)
      estimates.append(
        SteadyEstimate(
          measure: name, plain: means.interval,
          controlled: controls
            ? Self.controlled(
              values, arrivals: Array(arrivals[warmUp...]), expected: own * length, means) : nil))
      correlations.append(means.lagOneCorrelation)
      isIndependent = isIndependent && means.looksIndependent
      shape = means
    }
    guard let shape else { return nil }
    self.estimates = estimates
    self.days = days
    self.batches = batches
    chats = record.chatCount
    warmUpHours = Double(warmUp + shape.dropped) * length / 3600
    batchHours = Double(shape.batchSize) * length / 3600
    lagOneCorrelation = correlations.max() ?? 0
    looksIndependent = isIndependent
  }

  /// The customers of each batch have a known mean.
  private static func controlled(
    _ values: [Double], arrivals: [Double], expected: Double, _ means: BatchMeans
  ) -> ControlVariates? {
    func cut(_ row: [Double]) -> [Double] {
      stride(from: means.dropped, to: row.count, by: means.batchSize).map { start in
        row[start..<start + means.batchSize].reduce(0, +) / Double(means.batchSize)
      }
    }
    return try? ControlVariates(
      cut(values), controls: [cut(arrivals)], expectations: [expected])
  }
}

/// A measure in steady state.
package struct SteadyEstimate: Equatable, Sendable {
  /// A measure's key, or `occupancy_engaged`.
  package let measure: String
  package let plain: ConfidenceInterval
  /// Corrected by the number of customers who came; nil where it was not asked for.
  package let controlled: ControlVariates?

  package var best: ConfidenceInterval { controlled?.interval ?? plain }
}
