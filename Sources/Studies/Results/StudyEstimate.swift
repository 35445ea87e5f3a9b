// SPDX-License-Identifier: GPL-3.0-or-later

package import Inference

/// A measure of a plan at a point, from the replications that are there.
package struct StudyEstimate: Equatable, Sendable {
  package let point: Int
  /// Place among the study's plans.
  package let plan: Int
  /// Place among the study's measures.
  package let measure: Int
  /// Mean over replications, of a ratio the ratio of expectations; nil without a value, as where a
  /// contract has no price for what came, or nobody came.
  package let interval: ConfidenceInterval?
  /// Replications that are there.
  package let replications: Int
  /// Replications that are planned.
  package let planned: Int
  /// Replications that the precision needs that was asked for; nil where these are enough.
  package let needed: Int?

  /// Whether replications are missing.
  package var isThin: Bool { replications < planned }
}

extension StudyPlan {
  /// The estimates of a point, by plan and measure; of a plan without a row there are none.
  ///
  /// - Parameters:
  ///   - rows: Of the point, in the order of plan and replication.
  ///   - planned: Replications of the point.
  package func estimates(of point: Int, _ rows: [StudyRow], planned: Int) -> [StudyEstimate] {
    plans.indices.flatMap { plan -> [StudyEstimate] in
      let rows = rows.filter { $0.plan == plan }
      guard !rows.isEmpty else { return [] }
      var first = 0
      return measures.enumerated().map { place, measure in
        let column = first
        first += measure.width
        let tops = rows.map { $0.numbers[column] }
        let interval: ConfidenceInterval?
        if measure.isRatio {
          interval =
            try? RatioEstimate.ratioOfExpectations(
              numerators: tops, denominators: rows.map { $0.numbers[column + 1] }
            ).interval
        } else {
          interval = tops.contains(where: \.isNaN) ? nil : ConfidenceInterval(of: tops)
        }
        return StudyEstimate(
          point: point, plan: plan, measure: place, interval: interval,
          replications: rows.count, planned: planned, needed: needed(measure, interval))
      }
    }
  }

  /// Replications that a measure of a plan needs for the precision that is asked for, as it looks now;
  /// nil where it has enough, where no precision is asked for it, or where none can be told.
  private func needed(_ measure: StudyMeasure, _ interval: ConfidenceInterval?) -> Int? {
    guard let precision, precision.measure == measure, let interval,
      interval.relativeHalfWidth > precision.relative
    else { return nil }
    guard interval.halfWidth.isFinite else { return min(2, precision.most) }
    // The width falls with the root of the number; a tenth more, as the spread is an estimate.
    let factor = interval.relativeHalfWidth / precision.relative
    let count = Double(interval.count) * factor * factor * 1.1
    let wanted = count < Double(precision.most) ? Int(count.rounded(.up)) : precision.most
    return wanted > interval.count ? wanted : nil
  }
}
