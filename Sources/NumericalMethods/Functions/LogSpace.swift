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
}
