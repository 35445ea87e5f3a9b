// SPDX-License-Identifier: GPL-3.0-or-later

import Inference
import Scenarios

/// Promises of every month with a confidence: all months of one horizon count together.
extension PeriodSizer {
  /// By how much the chance that a single month fails is lowered, as long as all months together fail
  /// too often.
  private static let stricter = [0.5, 0.25, 0.125]

  /// Asks more of each month until all of them together keep their promises surely enough.
  mutating func meetMonthsTogether(_ sizes: inout PeriodSizes) async throws {
    let joint = table.targets.indices.filter {
      table.targets[$0].scope == .everyMonth && table.targets[$0].confidence.share != nil
    }
    let wanted = joint.compactMap { table.targets[$0].confidence.share }.max()
    guard let wanted, blocks.flatMap(\.months).count > 1 else { return }
    for factor in Self.stricter {
      try await run(sizes, blocks, upTo: options.replications)
      if joint.allSatisfy({ isKeptTogether($0, sizes) }) { break }
      monthlyConfidence = 1 - (1 - wanted) * factor
      try await meetMonths(&sizes)
    }
  }

  /// Whether all months of a horizon keep a target surely enough.
  private func isKeptTogether(_ target: Int, _ sizes: PeriodSizes) -> Bool {
    let rule = table.targets[target]
    guard let wanted = rule.confidence.share else { return true }
    let months = blocks.flatMap(\.months).compactMap {
      table.margins(target, segments: $0.segments, sizes)
    }
    guard let count = months.map(\.count).min(), count > 0 else { return true }
    let worst = (0..<count).map { replication in
      months.reduce(Double.infinity) { min($0, $1[replication]) }
    }
    return MarginProbability(worst).interval.mean >= wanted
  }
}
