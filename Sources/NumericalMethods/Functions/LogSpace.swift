// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation

/// Sums of numbers held as logarithms, for weights far beyond the range of `Double`.
package enum LogSpace {
  /// ln(e^a + e^b); minus infinity stands for zero.
  package static func add(_ a: Double, _ b: Double) -> Double {
    let large = max(a, b)
    guard large > -.infinity, large < .infinity else { return large }
    let small: Double = min(a, b)
    let correction: Double = log1p(exp(small - large))
    return large + correction
  }

  /// ln of the sum of e^x over `logs`; minus infinity for none.
  package static func sum(_ logs: some Sequence<Double>) -> Double {
    let values = Array(logs)
    guard let large = values.max(), large > -.infinity, large < .infinity else {
      return values.max() ?? -.infinity
    }
    return large + log(values.reduce(0) { $0 + exp($1 - large) })
  }

  /// ln(1 - e^a) for a < 0, accurate at both ends (Mächler 2012).
  package static func complement(_ a: Double) -> Double {
    a > -0.693_147_180_559_945_3 ? log(-expm1(a)) : log1p(-exp(a))
  }
}
