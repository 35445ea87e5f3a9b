// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation

/// Stationary law of a birth-death chain by its balance equations in log space: the tests' own,
/// independent second method.
struct BirthDeathChain {
  /// p(0), p(1) ...
  let probabilities: [Double]

  /// - Parameters:
  ///   - birth: Rate from n to n + 1.
  ///   - death: Rate from n to n - 1.
  ///   - states: Number of states; the last has no birth.
  init(states: Int, birth: (Int) -> Double, death: (Int) -> Double) {
    var logs = [0.0]
    for n in 1..<states { logs.append(logs[n - 1] + log(birth(n - 1)) - log(death(n))) }
    let largest = logs.max() ?? 0
    let weights = logs.map { exp($0 - largest) }
    let total = weights.sorted().reduce(0, +)
    probabilities = weights.map { $0 / total }
  }

  func expectation(_ value: (Int) -> Double) -> Double {
    probabilities.indices.reduce(0) { $0 + probabilities[$1] * value($1) }
  }

  /// M/M/c+M with room for `waiting` waiting customers.
  static func desk(
    arrivalRate: Double, meanHandling: Double, agents: Int, abandonRate: Double, waiting: Int
  ) -> BirthDeathChain {
    BirthDeathChain(states: agents + waiting + 1, birth: { _ in arrivalRate }) { n in
      Double(min(n, agents)) / meanHandling + Double(max(0, n - agents)) * abandonRate
    }
  }
}

func close(_ a: Double, _ b: Double, _ tolerance: Double = 1e-9) -> Bool {
  abs(a - b) <= tolerance * max(1, abs(b))
}
