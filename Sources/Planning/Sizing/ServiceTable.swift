// SPDX-License-Identifier: GPL-3.0-or-later

package import Experiments
import Inference
import Measures
package import Scenarios
import SimulationEngine

/// What the customers of each stretch of days met under the sizes tried.
///
/// Days far apart are nearly independent: the only thing that they share is who still waits at
/// midnight. So a simulated year tells of each stretch what its own sizes give, and the service of sizes
/// never simulated together is added up from stretches that were.
package struct ServiceTable {
  /// One target's numerator and denominator, replication after replication.
  struct Parts {
    var numerators: [Double] = []
    var denominators: [Double] = []
  }

  /// One stretch under one choice of sizes.
  struct Entry {
    /// By target.
    var parts: [Parts]
    /// By interval of the day: customers whose service breaks a target, summed over targets.
    var failures: [Double]

    var replications: Int { parts.first?.numerators.count ?? 0 }
  }

  let layout: SizingLayout
  package let targets: [ServiceTarget]
  private let counts: CountLayout
  private let perDay: Int
  private let types: [[Int]]
  private let readers: [MeasureReader]
  private let typeCount: Int
  private var entries: [[[Int]: Entry]]

  package init(_ layout: SizingLayout, scenario: Scenario) throws(PlanningError) {
    let known = scenario.inquiryTypes.map(\.name)
    var types: [[Int]] = []
    for target in scenario.serviceTargets {
      var indices: [Int] = []
      for name in target.inquiryTypes {
        guard let index = known.firstIndex(of: name) else {
          throw .unknownInquiryType(name: name, known: known)
        }
        indices.append(index)
      }
      types.append(indices.isEmpty ? Array(known.indices) : indices)
    }
    self.layout = layout
    counts = scenario.countLayout
    perDay = scenario.interval.perDay
    self.types = types
    targets = scenario.serviceTargets
    readers = targets.map { MeasureReader($0.measure, scenario.countLayout) }
    typeCount = known.count
    entries = Array(repeating: [:], count: layout.segments.count)
  }

  /// Books further replications of the sizes, which another table of the same stretches holds.
  mutating func append(_ other: ServiceTable, _ sizes: PeriodSizes, segments: [Int]) {
    for segment in segments {
      let key = signature(segment, sizes)
      guard let more = other.entries[segment][key] else { continue }
      guard var entry = entries[segment][key] else {
        entries[segment][key] = more
        continue
      }
      for target in targets.indices {
        entry.parts[target].numerators += more.parts[target].numerators
        entry.parts[target].denominators += more.parts[target].denominators
      }
      for slot in entry.failures.indices { entry.failures[slot] += more.failures[slot] }
      entries[segment][key] = entry
    }
  }

  /// A table of the same stretches with nothing in some of them.
  func blank(_ sizes: PeriodSizes, segments: [Int]) -> ServiceTable {
    var table = emptied
    for segment in segments { table.entries[segment][signature(segment, sizes)] = noEntry }
    return table
  }

  /// Hands on what some stretches hold under the sizes, nothing where they have none.
  mutating func pass(_ sizes: PeriodSizes, segments: [Int], through archive: inout Archive) {
    for segment in segments {
      let key = signature(segment, sizes)
      var entry = entries[segment][key] ?? noEntry
      for target in targets.indices {
        archive.pass(&entry.parts[target].numerators)
        archive.pass(&entry.parts[target].denominators)
      }
      archive.pass(&entry.failures)
      entries[segment][key] = entry
    }
  }

  private var noEntry: Entry {
    Entry(
      parts: Array(repeating: Parts(), count: targets.count),
      failures: Array(repeating: 0, count: perDay))
  }

  /// A table of the same stretches that holds nothing yet.
  var emptied: ServiceTable {
    var table = self
    table.entries = Array(repeating: [:], count: layout.segments.count)
    return table
  }

  /// The sizes that hold in a stretch; −1 for units that do not work in it.
  func signature(_ segment: Int, _ sizes: PeriodSizes) -> [Int] {
    layout.segments[segment].periods.enumerated().map { unit, period in
      period.map { sizes.counts[unit][$0] } ?? -1
    }
  }

  func replications(_ segment: Int, _ sizes: PeriodSizes) -> Int {
    entries[segment][signature(segment, sizes)]?.replications ?? 0
  }

  func entry(_ segment: Int, _ sizes: PeriodSizes) -> Entry? {
    entries[segment][signature(segment, sizes)]
  }

  /// Books a replication of the sizes for some stretches.
  ///
  /// - Parameter failures: Whether to book those by interval too.
  package mutating func add(
    _ summary: ReplicationSummary, _ sizes: PeriodSizes, segments: [Int], failures: Bool
  ) {
    for segment in segments {
      let key = signature(segment, sizes)
      var entry = entries[segment][key] ?? noEntry
      for target in targets.indices {
        let (numerator, denominator) = parts(summary, segment, target)
        entry.parts[target].numerators.append(numerator)
        entry.parts[target].denominators.append(denominator)
        if failures { addFailures(summary, segment, target, to: &entry) }
      }
      entries[segment][key] = entry
    }
  }

  private func parts(
    _ summary: ReplicationSummary, _ segment: Int, _ target: Int
  ) -> (Double, Double) {
    let rule = targets[target]
    var (numerator, denominator) = (0.0, 0.0)
    for day in layout.segments[segment].days {
      let rows = types[target].lazy.map { day * typeCount + $0 }
      let (part, whole) = readers[target].parts(ofSum: rows, in: summary.days)
      if case .shareOfDays = rule.scope {
        let isEmpty = rows.map { summary.days[$0] }.sum(layout: counts).isEmpty(for: rule.measure)
        guard !isEmpty else { continue }
        denominator += 1
        if rule.keeps(part / whole) { numerator += 1 }
      } else {
        numerator += part
        denominator += whole
      }
    }
    return (numerator, denominator)
  }

  private func addFailures(
    _ summary: ReplicationSummary, _ segment: Int, _ target: Int, to entry: inout Entry
  ) {
    let (rule, reader) = (targets[target], readers[target])
    for day in layout.segments[segment].days {
      for slot in 0..<perDay {
        for type in types[target] {
          summary.record.read(interval: day * perDay + slot, type: type) { row in
            let (part, whole) = reader.parts(of: row)
            entry.failures[slot] += rule.wantsMoreOfMeasure ? whole - part : part
          }
        }
      }
    }
  }

  /// A target judged over some stretches under the sizes; nil where one of them was never simulated.
  ///
  /// - Parameter confidence: In the place of the target's own, where it has one.
  package func result(
    _ target: Int, segments: [Int], _ sizes: PeriodSizes, confidence: Double? = nil
  ) -> TargetResult? {
    let rule = targets[target]
    guard let sums = sums(target, segments: segments, sizes) else { return nil }
    let result = meanResult(rule, sums)
    guard let share = rule.confidence.share else { return result }
    return result.judged(by: sums.map { margin(rule, $0) }, wanted: confidence ?? share)
  }

  /// For each replication how far the target is kept over some stretches; nil where one of them was
  /// never simulated.
  func margins(_ target: Int, segments: [Int], _ sizes: PeriodSizes) -> [Double]? {
    sums(target, segments: segments, sizes)?.map { margin(targets[target], $0) }
  }

  private func margin(_ rule: ServiceTarget, _ sum: (part: Double, whole: Double)) -> Double {
    sum.whole == 0 ? rule.fullRoom(isKept: true) : rule.room(sum.part / sum.whole)
  }

  private func sums(
    _ target: Int, segments: [Int], _ sizes: PeriodSizes
  ) -> [(part: Double, whole: Double)]? {
    let found = segments.compactMap { entry($0, sizes)?.parts[target] }
    guard found.count == segments.count,
      let count = found.map(\.numerators.count).min(), count > 0
    else { return nil }
    return (0..<count).map { replication in
      found.reduce(into: (part: 0.0, whole: 0.0)) { sum, parts in
        sum.part += parts.numerators[replication]
        sum.whole += parts.denominators[replication]
      }
    }
  }

  private func meanResult(
    _ rule: ServiceTarget, _ sums: [(part: Double, whole: Double)]
  ) -> TargetResult {
    if case .shareOfDays = rule.scope {
      let shares = sums.map { $0.whole == 0 ? 1 : $0.part / $0.whole }
      return TargetResult(rule, value: ConfidenceInterval(of: shares))
    }
    let estimate = try? RatioEstimate.ratioOfExpectations(
      numerators: sums.map(\.part), denominators: sums.map(\.whole))
    guard let value = estimate?.interval else {
      return TargetResult(target: rule, value: nil, answer: .met, pessimistic: rule.bound)
    }
    return TargetResult(rule, value: value)
  }

  /// Mean of a target's numerator and denominator in a stretch; nil where it was never simulated.
  package func parts(
    _ target: Int, segment: Int, _ sizes: PeriodSizes
  ) -> (part: Double, whole: Double)? {
    guard let parts = entry(segment, sizes)?.parts[target], !parts.numerators.isEmpty else {
      return nil
    }
    let count = Double(parts.numerators.count)
    return (
      parts.numerators.reduce(0, +) / count, parts.denominators.reduce(0, +) / count
    )
  }
}
