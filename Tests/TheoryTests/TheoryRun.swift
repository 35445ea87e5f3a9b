// SPDX-License-Identifier: GPL-3.0-or-later

import Demand
import Inference
import Measures
import Scenarios
import SimulationEngine
import Statistics
import Testing
import Workforce

/// Independent replications of one desk, and what they say of a ratio of sums.
struct TheoryRun {
  let records: [ReplicationRecord]
  /// Intervals left out at the start of each replication.
  let warmUp: Int

  init(
    _ scenario: Scenario, _ lines: [StaffingLine], replications: Int = 30, warmUpHours: Int = 4
  ) throws {
    let model = try SimulationModel(
      scenario: scenario, staffing: StaffingTimeline(scenario: scenario, lines: lines),
      arrivals: ArrivalPlan(scenario: scenario))
    records = (0..<replications).map { simulate(model, replication: $0) }
    warmUp = 2 * warmUpHours
  }

  /// A sum of contacts over the measured intervals; the last hours are left out as well, since
  /// their customers' service is cut by the shifts' end.
  func contacts(_ record: ReplicationRecord, type: Int? = nil) -> ContactCounts {
    record.total(type: type, intervals: warmUp..<(record.intervalCount - 8))
  }

  func group(_ record: ReplicationRecord, group: Int? = nil) -> GroupInterval {
    record.groupTotal(group: group, intervals: warmUp..<(record.intervalCount - 8))
  }

  /// Ratio of sums with its standard error by the linearised (delta) method.
  func ratio(
    _ numerator: (ReplicationRecord) -> Double, _ denominator: (ReplicationRecord) -> Double
  ) -> Estimate {
    let tops = records.map(numerator)
    let bottoms = records.map(denominator)
    let ratio = tops.reduce(0, +) / bottoms.reduce(0, +)
    let mean = bottoms.reduce(0, +) / Double(bottoms.count)
    let squares = zip(tops, bottoms).reduce(0) {
      let residual = $1.0 - ratio * $1.1
      return $0 + residual * residual
    }
    let n = Double(records.count)
    return Estimate(mean: ratio, standardError: (squares / (n * (n - 1))).squareRoot() / mean)
  }

  func waitPerArrival(type: Int? = nil) -> Estimate {
    ratio({ contacts($0, type: type).totalWait }, { Double(contacts($0, type: type).arrived) })
  }

  /// The wait per arrival, corrected by the arrivals and the work of each replication.
  func waitPerExpectedArrival(lambda: Double, service: Double) throws -> Estimate {
    let seconds = Double((records.first?.intervalCount ?? 0) - 8 - warmUp) * 1800
    let corrected = try ControlVariates(
      records.map { contacts($0).totalWait / (lambda * seconds) },
      controls: [
        records.map { Double(contacts($0).arrived) }, records.map { group($0).work },
      ],
      expectations: [lambda * seconds, lambda * seconds * service])
    // The half-width of a 95 % interval is 2.00 standard errors at 57 degrees of freedom.
    return Estimate(
      mean: corrected.interval.mean, standardError: corrected.interval.halfWidth / 2)
  }

  func abandonment(type: Int? = nil) -> Estimate {
    ratio(
      { Double(contacts($0, type: type).abandoned) }, { Double(contacts($0, type: type).arrived) })
  }

  /// Share that did not get an agent at once: counted through an acceptable wait of zero.
  func delayed(type: Int? = nil) -> Estimate {
    ratio(
      {
        let sum = contacts($0, type: type)
        return Double(sum.arrived) - Double(sum.count(.answeredWithin))
      }, { Double(contacts($0, type: type).arrived) })
  }

  /// Mean time from a customer's message to its reply, the first counted from the taking of the
  /// chat: what waiting in line took is left out.
  func replyTime() -> Estimate {
    ratio(
      { record in
        let (sum, total) = (contacts(record), record.total())
        let inChat = (sum.firstReplyTime - sum.answeredWait) / Double(sum.answered)
        return record.replyTimeSums[0] - total.firstReplyTime + inChat * Double(total.answered)
      }, { Double($0.times.count(.reply, type: 0)) })
  }

  func blocking() -> Estimate {
    ratio({ Double(contacts($0).blocked) }, { Double(contacts($0).arrived) })
  }
}

struct Estimate {
  let mean: Double
  let standardError: Double

  init(mean: Double, standardError: Double) {
    self.mean = mean
    self.standardError = standardError
  }

  /// Mean of independent values.
  init(_ values: [Double]) {
    let moments = SampleMoments(values)
    self.init(mean: moments.mean, standardError: moments.standardError)
  }

  /// Within four standard errors, and sharp: the error is at most 1 % of the value or 0.002.
  ///
  /// - Parameter unit: What the value is measured in: for waits the mean service.
  func agrees(with exact: Double, unit: Double = 1) -> Bool {
    abs(mean - exact) <= 4 * standardError
      && standardError <= max(0.01 * abs(exact), 0.002 * unit)
  }
}
