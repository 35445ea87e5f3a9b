// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation

/// The logarithm of the samplers, the counterpart of `ExponentialTable` and in its steps of 1/256 of
/// a doubling.
///
/// The leading eight bits of the fraction choose a centre c, whose logarithm stands in a table, and
/// the logarithm of what remains, 1 + r with |r| ≤ 1/512, comes from its series up to r⁵, whose rest
/// is below 10⁻¹⁷.
package struct LogarithmTable: @unchecked Sendable {
  private static let size = 256

  private struct Row: BitwiseCopyable {
    var inverse: Double
    var steps: Double
  }

  private let rows: UnsafePointer<Row>

  /// The table, made once; it lives as long as the process.
  package static let shared = LogarithmTable()

  private init() {
    let rows = UnsafeMutablePointer<Row>.allocate(capacity: Self.size)
    for index in 0..<Self.size {
      let centre = 1 + (Double(index) + 0.5) / Double(Self.size)
      (rows + index).initialize(to: Row(inverse: 1 / centre, steps: 256 * log2(centre)))
    }
    self.rows = UnsafePointer(rows)
  }

  /// 256 times the binary logarithm, within 2 · 10⁻¹³.
  ///
  /// - Parameter x: > 0 and normal.
  @inline(__always)
  package func steps(_ x: Double) -> Double {
    let bits = x.bitPattern
    let row = rows[Int(truncatingIfNeeded: bits &>> 44 & 255)]
    let doublings = Double(Int64(truncatingIfNeeded: bits &>> 52) &- 1023)
    let fraction = Double(bitPattern: bits & 0xf_ffff_ffff_ffff | 0x3ff0_0000_0000_0000)
    let r = fraction * row.inverse - 1
    let series = r * (1 - r * (0.5 - r * (1.0 / 3 - r * (0.25 - r * 0.2))))
    return doublings * 256 + row.steps + series * 0x1.71547652b82fep8
  }
}
