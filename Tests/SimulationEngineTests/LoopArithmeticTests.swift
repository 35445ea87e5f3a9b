// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import SimulationEngine
import Statistics
import Testing

/// What the loop computes in its own way for the sake of speed.
@Suite struct LoopArithmeticTests {
  @Test func `the inlined exponential is within two units in the last place of the system's`() {
    var choices = OperationSequence(seed: 9)
    var worst = 0.0
    for step in 0..<400_000 {
      let place = Double(choices.below(1 << 30)) / Double(1 << 30)
      let x = step % 2 == 0 ? 516_000 * place - 258_000 : 9000 * place - 4500
      let exact = exp2(x / 256)
      worst = max(worst, abs(ExponentialTable.shared.power(x) - exact) / exact.ulp)
    }
    #expect(worst <= 2)
    #expect(ExponentialTable.shared.power(0) == 1)
    #expect(ExponentialTable.shared.power(-512) == 0.25)
  }

  @Test func `waits are counted in the histogram's own buckets`() {
    var value = 0x1p-14
    while value < 0x1p30 {
      #expect(Histogram.place(of: value) == Histogram.bucket(of: value) + 1)
      value *= 1.0043
    }
    #expect(Histogram.place(of: 0) == 0)
  }
}
