// SPDX-License-Identifier: GPL-3.0-or-later

package import Inference
import Measures
package import Scenarios

/// In how many of the horizons that may come a promise is kept.
///
/// Each replication is one such horizon. The probability is estimated from how far each of them is on
/// the right side of the promise (`MarginProbability`), so that thirty replications serve.
package struct KeptHorizons: Equatable, Sendable {
  /// At 95 %.
  package var probability: ConfidenceInterval
  /// Replications that keep the promise.
  package var kept: Int
  /// The share of horizons that must keep it; nil where the mean decides.
  package var wanted: Double?

  /// Less than this below what is wanted makes no difference: a size is chosen where the estimate
  /// reaches it, and no affordable number of replications tells 90 % from 89 %.
  package static let indifference = 0.05

  init(_ estimate: MarginProbability, wanted: Double?) {
    probability = estimate.interval
    kept = estimate.kept
    self.wanted = wanted
  }
}

/// A promise that a share of the horizons must keep.
package struct ConfidentPromise: Equatable, Sendable {
  package let probability: ConfidenceInterval
  package let wanted: Double

  package var isEstimateKept: Bool { probability.mean >= wanted }

  /// Met where the estimate reaches what is wanted and the 90 % interval lies less than five points
  /// below it, or every margin lies far on the right side; missed where all of the interval lies below.
  package var answer: TargetAnswer {
    let halfWidth = probability.halfWidth(atLevel: 0.9)
    if isFarAbove, probability.count >= Self.fewest { return .met }
    if isEstimateKept {
      return probability.mean - halfWidth >= wanted - KeptHorizons.indifference
        ? .met : .undecided
    }
    return probability.mean + halfWidth < wanted ? .missed : .undecided
  }

  /// About how many replications would tell, as the half-width falls with their root.
  package var replicationsToTell: Int? {
    let halfWidth = probability.halfWidth(atLevel: 0.9)
    let distance =
      isEstimateKept
      ? probability.mean - wanted + KeptHorizons.indifference : wanted - probability.mean
    guard answer == .undecided, halfWidth.isFinite, distance > 0 else { return nil }
    let count = Double(probability.count) * (halfWidth / distance) * (halfWidth / distance)
    return count < 1e9 ? max(probability.count + 1, Int(count.rounded(.up))) : nil
  }

  /// Replications whose margins say by themselves that hardly a horizon fails.
  private static let fewest = 6

  package var isFarAbove: Bool { isFar(1) }
  package var isFarBelow: Bool { isFar(-1) }

  private func isFar(_ side: Double) -> Bool {
    guard probability.halfWidth.isFinite else { return false }
    return side * (probability.mean - wanted) > (side > 0 ? 0.9 * (1 - wanted) : 0.5)
  }
}

extension TargetResult {
  /// The promise, where a share of the horizons must keep it.
  package var promise: ConfidentPromise? {
    guard let horizons, let wanted = horizons.wanted else { return nil }
    return ConfidentPromise(probability: horizons.probability, wanted: wanted)
  }

  /// With the horizons that keep the promise, which judge it where it has a confidence.
  ///
  /// - Parameters:
  ///   - margins: For each replication the room to the bound; none leaves the result as it is.
  ///   - wanted: The share of horizons that must keep it; nil where the mean decides.
  package func judged(by margins: [Double], wanted: Double?) -> TargetResult {
    if margins.isEmpty { return self }
    let estimate = MarginProbability(margins)
    var result = self
    result.horizons = KeptHorizons(estimate, wanted: wanted)
    guard let wanted, let promise = result.promise else { return result }
    result.answer = promise.answer
    // On the right side of the bound exactly where the estimated probability reaches what is wanted.
    result.pessimistic = target.value(withRoom: estimate.exceeded(with: wanted))
    result.replicationsToTell = promise.replicationsToTell
    return result
  }
}

extension ServiceTarget {
  /// The value over the scope that is so far on the right side of what is promised.
  package func value(withRoom room: Double) -> Double {
    if case .shareOfDays(let wanted) = scope { return wanted + room }
    return wantsMoreOfMeasure ? bound + room : bound - room
  }

  /// Of horizons with nothing to measure: as far on one side as a value can be.
  package func fullRoom(isKept: Bool) -> Double {
    let most = measure.unit == .seconds ? bound : 1 - min(bound, 0.99)
    return isKept ? most : -most
  }
}
