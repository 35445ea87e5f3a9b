// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import SimulationEngine
import Testing

@Suite struct LogarithmTests {
  @Test func `the logarithm of the table is that of the system`() {
    var worst = 0.0
    var choices = OperationSequence(seed: 9)
    for exponent in -1000...1000 {
      for _ in 0..<20 {
        let x = Double(
          sign: .plus, exponent: exponent,
          significand: 1 + Double(choices.below(1 << 30)) / Double(1 << 30))
        let exact = 256 * log2(x)
        // A unit in the last place of the larger part, and as much of the series.
        worst = max(worst, abs(LogarithmTable.shared.steps(x) - exact) / max(256, abs(exact)))
      }
    }
    #expect(worst < 1e-15)
    #expect(LogarithmTable.shared.steps(1).magnitude < 1e-12)
  }
}
