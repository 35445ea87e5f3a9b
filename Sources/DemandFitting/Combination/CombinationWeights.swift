// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import NumericalMethods

/// Weights of forecasters that make the variance of their weighted mean's error least (Bates, Granger
/// 1969), none below zero.
///
/// The errors' moments are moved to those of a belief under which every forecaster is as good as the
/// next, whose best weights are equal (Ledoit, Wolf 2004; Claeskens and others 2016 on why).
package enum CombinationWeights {
  /// - Parameters:
  ///   - errors: Rows of errors, one for each forecaster.
  ///   - trust: Errors in all that the rows are worth; neighbouring days tell little anew.
  ///   - belief: What the belief is worth, in the same errors.
  package static func weights(_ errors: [[Double]], members: Int, trust: Double, belief: Double)
    -> [Double]
  {
    let equal = [Double](repeating: 1 / Double(members), count: members)
    guard !errors.isEmpty, members > 1 else { return equal }
    var moments = Matrix(rows: members, columns: members)
    for row in errors {
      for i in 0..<members {
        for j in 0..<members { moments[i, j] += row[i] * row[j] / Double(errors.count) }
      }
    }
    let own = (0..<members).reduce(0.0) { $0 + moments[$1, $1] } / Double(members)
    var shared = 0.0
    for i in 0..<members {
      for j in 0..<members where i != j { shared += moments[i, j] }
    }
    shared /= Double(members * (members - 1))
    let part = trust / (trust + belief)
    for i in 0..<members {
      for j in 0..<members {
        moments[i, j] = part * moments[i, j] + (1 - part) * (i == j ? own : shared)
      }
    }
    return least(moments, from: equal)
  }

  /// Least wᵀ M w with w ≥ 0 and Σ w = 1, by multiplicative steps (Kivinen, Warmuth 1997).
  private static func least(_ moments: Matrix, from start: [Double]) -> [Double] {
    var weights = start
    let scale = (0..<weights.count).map { moments[$0, $0] }.max() ?? 0
    guard scale > 0 else { return start }
    for _ in 0..<2000 {
      let gradient = moments.times(weights)
      let moved = zip(weights, gradient).map { $0 * exp(-$1 / scale) }
      let total = moved.reduce(0, +)
      weights = moved.map { $0 / total }
    }
    return weights
  }
}
