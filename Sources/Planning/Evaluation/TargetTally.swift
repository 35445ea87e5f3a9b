// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
import Experiments
import Inference
import Measures
import Scenarios

/// Collects what judging the service targets takes, replication after replication.
struct TargetTally: Sendable {
  private let targets: [Target]
  private let typeCount: Int
  private let layout: CountLayout
  private let firstMonth: YearMonth
  /// For each target and replication, the share of days that keep the bound.
  private var keptShares: [[Double]]
  private var months: [[ServiceMeasures]] = []

  private struct Target: Sendable {
    var target: ServiceTarget
    var types: [Int]
  }

  init(_ targets: [ServiceTarget], scenario: Scenario) throws(PlanningError) {
    let known = scenario.inquiryTypes.map(\.name)
    typeCount = known.count
    layout = scenario.countLayout
    firstMonth = scenario.horizon.first.yearMonth
    var resolved: [Target] = []
    for target in targets {
      var types: [Int] = []
      for name in target.inquiryTypes {
        guard let index = known.firstIndex(of: name) else {
          throw .unknownInquiryType(name: name, known: known)
        }
        types.append(index)
      }
      if types.isEmpty { types = Array(known.indices) }
      resolved.append(Target(target: target, types: types))
    }
    self.targets = resolved
    keptShares = Array(repeating: [], count: targets.count)
  }

  mutating func add(_ summary: ReplicationSummary) {
    months.append(summary.months)
    for (index, target) in targets.enumerated() {
      guard case .shareOfDays = target.target.scope else { continue }
      var (kept, days) = (0, 0)
      for day in 0..<summary.days.count / max(1, typeCount) {
        let sums = target.types.map { summary.days[day * typeCount + $0] }.sum(layout: layout)
        guard sums[.arrivals] > 0 else { continue }
        days += 1
        if target.target.keeps(sums[target.target.measure]) { kept += 1 }
      }
      // A replication without a customer breaks no promise.
      keptShares[index].append(days == 0 ? 1 : Double(kept) / Double(days))
    }
  }

  /// In the order of the targets.
  func results() -> [TargetResult] {
    targets.enumerated().map { index, target in
      switch target.target.scope {
      case .year:
        let sums = months.map { replication in
          replication.indices.filter { target.types.contains($0 % typeCount) }
            .map { replication[$0] }.sum(layout: layout)
        }
        return judge(target.target, sums)
      case .everyMonth: return worstMonth(target)
      case .shareOfDays(let wanted):
        return judgeDays(target.target, wanted, keptShares[index])
      }
    }
  }

  private func worstMonth(_ target: Target) -> TargetResult {
    let count = (months.first?.count ?? 0) / max(1, typeCount)
    let results = (0..<count).map { month in
      let sums = months.map { replication in
        target.types.map { replication[month * typeCount + $0] }.sum(layout: layout)
      }
      var result = judge(target.target, sums)
      result.worstMonth = firstMonth.advanced(by: month)
      return result
    }
    let wantsMore = target.target.wantsMoreOfMeasure
    let judged = results.filter { $0.value != nil || !$0.isMet }
    let worst = judged.min {
      wantsMore ? $0.pessimistic < $1.pessimistic : $0.pessimistic > $1.pessimistic
    }
    return worst ?? judge(target.target, [])
  }

  /// Ratio of expectations over replications; without any customer the promise is kept, and broken
  /// where customers came and not one wait has ended.
  private func judge(_ target: ServiceTarget, _ sums: [ServiceMeasures]) -> TargetResult {
    let parts = sums.map { $0.parts(of: target.measure) }
    func interval(_ level: Double) -> ConfidenceInterval? {
      try? RatioEstimate.ratioOfExpectations(
        numerators: parts.map(\.top), denominators: parts.map(\.bottom), level: level
      ).interval
    }
    // The end of a two-sided 90 % interval is the bound of a one-sided 95 % one.
    guard let value = interval(0.95), let oneSided = interval(0.9) else {
      let isKept = sums.allSatisfy { $0[.arrivals] == 0 }
      return TargetResult(
        target: target, value: nil, pessimistic: isKept ? target.bound : .infinity, isMet: isKept,
        worstMonth: nil)
    }
    // One replication has no interval: its value is all there is, and a warning says so.
    let pessimistic =
      !oneSided.halfWidth.isFinite
      ? value.mean : target.wantsMoreOfMeasure ? oneSided.lower : oneSided.upper
    return TargetResult(
      target: target, value: value, pessimistic: pessimistic, isMet: target.keeps(pessimistic),
      worstMonth: nil)
  }

  private func judgeDays(
    _ target: ServiceTarget, _ wanted: Double, _ shares: [Double]
  ) -> TargetResult {
    let oneSided = ConfidenceInterval(of: shares, level: 0.9)
    let pessimistic = oneSided.halfWidth.isFinite ? oneSided.lower : oneSided.mean
    return TargetResult(
      target: target, value: ConfidenceInterval(of: shares), pessimistic: pessimistic,
      isMet: pessimistic >= wanted, worstMonth: nil)
  }
}

extension ServiceTarget {
  /// Whether a larger value keeps the promise better; a share of days always does.
  var wantsMore: Bool {
    if case .shareOfDays = scope { true } else { wantsMoreOfMeasure }
  }

  /// Whether a value of the measure keeps the bound.
  package func keeps(_ value: Double) -> Bool {
    wantsMoreOfMeasure ? value >= bound : value <= bound
  }
}
