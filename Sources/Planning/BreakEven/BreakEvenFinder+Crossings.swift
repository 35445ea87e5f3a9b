// SPDX-License-Identifier: GPL-3.0-or-later

import Experiments
import Plans
import Pricing
import Scenarios

/// Where the cheaper of two plans changes.
extension BreakEvenFinder {
  struct Pair {
    var first: String
    var second: String
    var isVolumeAgainstSeats: Bool
  }

  func pairs() -> [Pair] {
    let plans = plans.filter { plan in
      groups.contains { $0.plans.contains { $0.name == plan.name } }
    }
    return plans.indices.flatMap { left in
      plans[(left + 1)...].map { other in
        let plan = plans[left]
        return Pair(
          first: plan.name, second: other.name,
          isVolumeAgainstSeats: plan.contract.isPricedByVolume != other.contract.isPricedByVolume)
      }
    }
  }

  /// The cheapest plan that does not miss a target at the multiple nearest to the scenario's own volume.
  func cheapest(_ points: [BreakEvenCurve.Point]) -> String? {
    let own = points.min { abs($0.multiple - 1) < abs($1.multiple - 1) }
    return own?.costs.filter { $0.answer != .missed && $0.mean != nil }
      .min { ($0.mean ?? .infinity, $0.plan) < ($1.mean ?? .infinity, $1.plan) }?.plan
  }

  /// Of all pairs of a plan by volume and a plan by seats, the one cheapest together at the multiple
  /// nearest to the scenario's own volume, among those that cross at all.
  func mainPair(_ points: [BreakEvenCurve.Point]) -> Pair? {
    guard let own = points.min(by: { abs($0.multiple - 1) < abs($1.multiple - 1) }) else {
      return nil
    }
    let mean = { (name: String) in own.costs.first { $0.plan == name }?.mean ?? .infinity }
    let crossing = pairs().filter { pair in
      let signs = points.compactMap { difference(pair, $0) }
      return pair.isVolumeAgainstSeats && signs.contains { $0 < 0 } && signs.contains { $0 > 0 }
    }
    return crossing.min { mean($0.first) + mean($0.second) < mean($1.first) + mean($1.second) }
  }

  mutating func crossing(
    _ pair: Pair, between low: BreakEvenCurve.Point, and high: BreakEvenCurve.Point,
    narrows: Bool
  ) async throws -> BreakEvenCurve.Crossing? {
    guard var below = difference(pair, low), var above = difference(pair, high),
      below != 0, (below < 0) != (above < 0)
    else { return nil }
    var (low, high) = (low, high)
    if narrows {
      for _ in 0..<halvings(of: pair) {
        let middle = try await point(
          at: (low.multiple + high.multiple) / 2, plans: [pair.first, pair.second],
          between: (low, high))
        guard let between = difference(pair, middle) else { break }
        if (between < 0) == (below < 0) {
          (low, below) = (middle, between)
        } else {
          (high, above) = (middle, between)
        }
      }
    }
    let share = below / (below - above)
    let (cheapBelow, cheapAbove) =
      below < 0 ? (pair.first, pair.second) : (pair.second, pair.first)
    return BreakEvenCurve.Crossing(
      below: cheapBelow, above: cheapAbove,
      multiple: low.multiple + share * (high.multiple - low.multiple),
      dailyInquiries: low.dailyInquiries + share * (high.dailyInquiries - low.dailyInquiries),
      isVolumeAgainstSeats: pair.isVolumeAgainstSeats, bracket: low.multiple...high.multiple,
      belowAnswer: low.answer(of: cheapBelow),
      aboveAnswer: high.answer(of: cheapAbove))
  }

  private func halvings(of pair: Pair) -> Int {
    let isByPeriod = groups.contains { group in
      group.plans.contains { plan in
        [pair.first, pair.second].contains(plan.name)
          && plan.staffing.sizing.map { !$0.isUniform } ?? false
      }
    }
    return isByPeriod ? Self.halvingsByPeriod : Self.halvings
  }

  /// Cost of the pair's first plan minus that of its second; nil where a contract refuses.
  private func difference(_ pair: Pair, _ point: BreakEvenCurve.Point) -> Double? {
    let mean = { (name: String) in point.costs.first { $0.plan == name }?.mean }
    guard let first = mean(pair.first), let second = mean(pair.second) else { return nil }
    return first - second
  }
}

extension BreakEvenCurve.Point {
  fileprivate func answer(of plan: String) -> TargetAnswer {
    costs.first { $0.plan == plan }?.answer ?? .missed
  }

  /// From a plan's size here to its size at a larger volume, where targets are met at both.
  func sizes(to larger: Self, of plan: String) -> ClosedRange<Int>? {
    guard answer(of: plan) == .met, larger.answer(of: plan) == .met,
      let low = costs.first(where: { $0.plan == plan })?.sizeFound,
      let high = larger.costs.first(where: { $0.plan == plan })?.sizeFound, low <= high
    else { return nil }
    return low...high
  }
}
