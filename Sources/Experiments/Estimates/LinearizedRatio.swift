// SPDX-License-Identifier: GPL-3.0-or-later

package import Measures

extension Measure {
  /// One value for each row whose mean is the ratio of sums r and whose spread is that of the delta
  /// method: r + (y − r x) ÷ mean x. Empty where the denominators sum to zero.
  package func linearized(_ rows: some Sequence<some CountRow>) -> [Double] {
    Self.linearized(rows.map { $0.parts(of: self) })
  }

  /// The same of numerators and denominators.
  package static func linearized(_ parts: [(top: Double, bottom: Double)]) -> [Double] {
    let bottom = parts.reduce(0) { $0 + $1.bottom }
    guard bottom > 0 else { return [] }
    let ratio = parts.reduce(0) { $0 + $1.top } / bottom
    let mean = bottom / Double(parts.count)
    return parts.map { ratio + ($0.top - ratio * $0.bottom) / mean }
  }
}
