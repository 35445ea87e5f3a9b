// SPDX-License-Identifier: GPL-3.0-or-later

package import Experiments
import Inference
package import Measures

/// A way to staff and pay, with its cost and its service.
package struct FrontierPoint: Equatable, Sendable {
  package enum Source: Equatable, Sendable {
    /// A plan of the scenario, at the size found where it is sized.
    case plan
    /// Another size that the search of a sized plan tried.
    case size(Int)
    /// A combination of the hybrid grid.
    case hybrid(seats: Int, shortTerm: Int)
  }

  package var plan: String
  package var source: Source
  /// Mean yuan over the horizon.
  package var cost: Double
  /// Value of `Frontier.service`.
  package var service: Double?
  /// Mean yuan over the horizon.
  package var netResult: Double
  package var answer: TargetAnswer
  /// No other point costs as little and replies as often, better in one of them.
  package var isEfficientForService = false
  /// No other point costs as little and earns as much, better in one of them.
  package var isEfficientForNetResult = false

  package init(
    plan: String, source: Source, cost: Double, service: Double?, netResult: Double,
    answer: TargetAnswer
  ) {
    self.plan = plan
    self.source = source
    self.cost = cost
    self.service = service
    self.netResult = netResult
    self.answer = answer
  }
}

/// The efficient frontier of cost against service and against the net result.
package enum Frontier {
  /// The measure of service that costs are set against.
  package static let service = Measure.threeMinuteReplies

  /// Every ranked plan, every size tried and every hybrid, by cost.
  package static func points(
    _ comparison: Comparison, hybrids: [(plan: String, rows: [HybridRow])] = []
  ) -> [FrontierPoint] {
    var points = comparison.plans.filter(\.isRanked).map { plan in
      FrontierPoint(
        plan: plan.name, source: .plan, cost: plan.cost.total.mean,
        service: plan.service[service]?.mean,
        netResult: plan.commerce.netResult.mean, answer: plan.targetAnswer)
    }
    for table in comparison.sizings {
      let found = comparison.plan(table.plan)?.staffing.sizeFound
      for row in table.rows where row.size != found {
        guard let cost = row.cost, let net = row.netResult else { continue }
        points.append(
          FrontierPoint(
            plan: table.plan, source: .size(row.size), cost: cost.mean,
            service: row.service[service]?.mean, netResult: net.mean,
            answer: row.answer))
      }
    }
    for (plan, rows) in hybrids {
      for row in rows {
        guard let cost = row.cost, let net = row.netResult else { continue }
        points.append(
          FrontierPoint(
            plan: plan, source: .hybrid(seats: row.seats, shortTerm: row.shortTerm),
            cost: cost.mean, service: row.service?[service]?.mean,
            netResult: net.mean, answer: row.answer))
      }
    }
    return marked(points)
  }

  /// The points by cost, with those marked that no other one dominates.
  package static func marked(_ points: [FrontierPoint]) -> [FrontierPoint] {
    var points = points.sorted { $0.cost < $1.cost }
    let service = efficient(points.map { ($0.cost, $0.service) })
    let net = efficient(points.map { ($0.cost, $0.netResult) })
    for index in points.indices {
      points[index].isEfficientForService = service[index]
      points[index].isEfficientForNetResult = net[index]
    }
    return points
  }

  private static func efficient(_ points: [(cost: Double, gain: Double?)]) -> [Bool] {
    points.map { point in
      guard let gain = point.gain else { return false }
      return !points.contains { other in
        guard let otherGain = other.gain, other.cost <= point.cost, otherGain >= gain else {
          return false
        }
        return other.cost < point.cost || otherGain > gain
      }
    }
  }
}
