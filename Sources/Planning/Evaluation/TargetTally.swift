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
  /// For each target and month, days that keep the bound and days with a customer.
  private var keptDays: [[Ratio]]
  /// For each target, replication and month, the same; of targets by days alone.
  private var monthlyDays: [[[Ratio]]]
  /// For each replication its months, each by inquiry type.
  private(set) var months: [[ServiceMeasures]] = []

  private let monthOfDay: [Int]

  private struct Ratio: Sendable {
    var kept = 0
    var days = 0
  }

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
    monthlyDays = Array(repeating: [], count: targets.count)
    let first = scenario.horizon.first.yearMonth
    monthOfDay = scenario.horizon.map { first.months(to: $0.yearMonth) }
    keptDays = Array(
      repeating: Array(repeating: Ratio(), count: (monthOfDay.last ?? 0) + 1), count: targets.count)
  }

  mutating func add(_ summary: ReplicationSummary) {
    months.append(summary.months)
    for (index, target) in targets.enumerated() {
      guard case .shareOfDays = target.target.scope else { continue }
      var (kept, days) = (0, 0)
      var monthly = [Ratio](repeating: Ratio(), count: keptDays[index].count)
      for day in 0..<summary.days.count / max(1, typeCount) {
        let sums = target.types.map { summary.days[day * typeCount + $0] }.sum(layout: layout)
        guard !sums.isEmpty(for: target.target.measure) else { continue }
        days += 1
        keptDays[index][monthOfDay[day]].days += 1
        monthly[monthOfDay[day]].days += 1
        guard target.target.keeps(sums[target.target.measure]) else { continue }
        kept += 1
        keptDays[index][monthOfDay[day]].kept += 1
        monthly[monthOfDay[day]].kept += 1
      }
      monthlyDays[index].append(monthly)
      // A replication without a customer breaks no promise.
      keptShares[index].append(days == 0 ? 1 : Double(kept) / Double(days))
    }
  }

  /// In the order of the targets, with what they are in every month.
  func detailedResults() -> [TargetResult] {
    zip(results(), targets.indices).map { result, index in
      var result = result
      result.periods = [horizon(result, index)] + byPeriod(index)
      return result
    }
  }

  private func horizon(_ result: TargetResult, _ index: Int) -> TargetPeriod {
    let target = targets[index]
    let kept =
      switch target.target.scope {
      case .year: months.map { keeps(target, sum(of: $0, target)) }
      case .everyMonth:
        months.map { replication in
          (0..<monthCount).allSatisfy { keeps(target, sum(of: replication, target, month: $0)) }
        }
      case .shareOfDays(let wanted): keptShares[index].map { $0 >= wanted }
      }
    return TargetPeriod(
      month: nil, value: result.value, bound: target.target.promised, answer: result.answer,
      pessimistic: result.pessimistic, kept: kept.count { $0 }, replications: kept.count)
  }

  private func byPeriod(_ index: Int) -> [TargetPeriod] {
    let target = targets[index]
    if case .shareOfDays(let wanted) = target.target.scope {
      return (0..<monthCount).map { month in
        let shares = monthlyDays[index].map { replication in
          let ratio = replication[month]
          return ratio.days == 0 ? 1 : Double(ratio.kept) / Double(ratio.days)
        }
        let result = TargetResult(target.target, value: ConfidenceInterval(of: shares))
        return TargetPeriod(
          month: firstMonth.advanced(by: month), value: result.value, bound: wanted,
          answer: result.answer, pessimistic: result.pessimistic,
          kept: shares.count { $0 >= wanted }, replications: shares.count)
      }
    }
    return byMonth(target).enumerated().map { month, result in
      let kept = months.count { keeps(target, sum(of: $0, target, month: month)) }
      return TargetPeriod(
        month: firstMonth.advanced(by: month), value: result.value, bound: target.target.bound,
        answer: result.answer, pessimistic: result.pessimistic,
        kept: kept, replications: months.count)
    }
  }

  private var monthCount: Int { (months.first?.count ?? 0) / max(1, typeCount) }

  private func sum(
    of replication: [ServiceMeasures], _ target: Target, month: Int? = nil
  ) -> ServiceMeasures {
    (month.map { $0..<$0 + 1 } ?? 0..<monthCount).flatMap { month in
      target.types.map { replication[month * typeCount + $0] }
    }.sum(layout: layout)
  }

  /// Whether one replication keeps the bound; where customers came and not one wait has ended, not.
  private func keeps(_ target: Target, _ sums: ServiceMeasures) -> Bool {
    let value = sums[target.target.measure]
    return value.isNaN ? sums.isEmpty(for: target.target.measure) : target.target.keeps(value)
  }

  /// In the order of the targets.
  func results() -> [TargetResult] {
    targets.enumerated().map { index, target in
      meanResult(index, target).judged(
        by: margins(index, target), wanted: target.target.confidence.share)
    }
  }

  /// For each replication how far it is on the right side of the promise, over the whole scope.
  private func margins(_ index: Int, _ target: Target) -> [Double] {
    let rule = target.target
    func room(_ sums: ServiceMeasures) -> Double {
      let value = sums[rule.measure]
      // Without a customer the promise is kept; without an answered one it is not.
      return value.isNaN ? rule.fullRoom(isKept: sums.isEmpty(for: rule.measure)) : rule.room(value)
    }
    func sum(_ replication: [ServiceMeasures], where isCounted: (Int) -> Bool) -> ServiceMeasures {
      replication.indices.filter { target.types.contains($0 % typeCount) && isCounted($0) }
        .map { replication[$0] }.sum(layout: layout)
    }
    switch rule.scope {
    case .year: return months.map { room(sum($0) { _ in true }) }
    case .everyMonth:
      return months.map { replication in
        (0..<replication.count / max(1, typeCount)).map { month in
          room(sum(replication) { $0 / typeCount == month })
        }.min() ?? rule.fullRoom(isKept: true)
      }
    case .shareOfDays: return keptShares[index].map { rule.room($0) }
    }
  }

  /// For each target and replication the value over the scope that decides whether it is kept.
  func values() -> [[Double]] {
    targets.enumerated().map { index, target in
      margins(index, target).map { target.target.value(withRoom: $0) }
    }
  }

  /// As the replications' means judge the target.
  private func meanResult(_ index: Int, _ target: Target) -> TargetResult {
    switch target.target.scope {
    case .year:
      let sums = months.map { replication in
        replication.indices.filter { target.types.contains($0 % typeCount) }
          .map { replication[$0] }.sum(layout: layout)
      }
      var result = judge(target.target, sums)
      let months = byMonth(target)
      if months.count > 1 { result.worst = worst(of: months, for: target.target)?.worst }
      return result
    case .everyMonth: return everyMonth(target)
    case .shareOfDays:
      var result = TargetResult(
        target.target, value: ConfidenceInterval(of: keptShares[index]))
      let shares = keptDays[index].map { Double($0.kept) / Double($0.days) }
      let least = shares.indices.filter { shares[$0].isFinite }.min { shares[$0] < shares[$1] }
      if shares.count > 1, let least {
        result.worst = .init(month: firstMonth.advanced(by: least), value: shares[least])
      }
      return result
    }
  }

  private func byMonth(_ target: Target) -> [TargetResult] {
    (0..<(months.first?.count ?? 0) / max(1, typeCount)).map { month in
      let sums = months.map { replication in
        target.types.map { replication[month * typeCount + $0] }.sum(layout: layout)
      }
      var result = judge(target.target, sums)
      result.worst = .init(month: firstMonth.advanced(by: month), value: result.value?.mean)
      return result
    }
  }

  /// Of months with something to judge, the worst by its pessimistic end.
  private func worst(of months: [TargetResult], for target: ServiceTarget) -> TargetResult? {
    months.filter { $0.value != nil || !$0.isMet }.min {
      target.wantsMoreOfMeasure
        ? $0.pessimistic < $1.pessimistic : $0.pessimistic > $1.pessimistic
    }
  }

  /// Judged by one month: one that misses before one that is open, then the worst of them.
  private func everyMonth(_ target: Target) -> TargetResult {
    let months = byMonth(target)
    let answer = months.answer
    var worst = worst(of: months.filter { $0.answer == answer }, for: target.target)
    if answer == .undecided { worst?.replicationsToTell = months.replicationsToTell }
    return worst ?? judge(target.target, [])
  }

  /// Ratio of expectations over replications; without any customer the promise is kept, and broken
  /// where customers came and not one wait has ended.
  private func judge(_ target: ServiceTarget, _ sums: [ServiceMeasures]) -> TargetResult {
    let parts = sums.map { $0.parts(of: target.measure) }
    let estimate = try? RatioEstimate.ratioOfExpectations(
      numerators: parts.map(\.top), denominators: parts.map(\.bottom))
    guard let value = estimate?.interval else {
      let isKept = sums.allSatisfy { $0.isEmpty(for: target.measure) }
      return TargetResult(
        target: target, value: nil, answer: isKept ? .met : .missed,
        pessimistic: isKept ? target.bound : .infinity)
    }
    return TargetResult(target, value: value)
  }
}

extension TargetTally: Archived {
  mutating func pass(through archive: inout Archive) {
    func ratio(_ ratio: inout Ratio, _ archive: inout Archive) {
      archive.pass(&ratio.kept)
      archive.pass(&ratio.days)
    }
    let none = ServiceMeasures(layout: layout)
    for target in targets.indices {
      archive.pass(&keptShares[target])
      archive.pass(&keptDays[target], of: Ratio(), ratio)
      archive.pass(&monthlyDays[target], of: []) { $1.pass(&$0, of: Ratio(), ratio) }
    }
    archive.pass(&months, of: []) { $1.pass(&$0, of: none) }
  }
}
