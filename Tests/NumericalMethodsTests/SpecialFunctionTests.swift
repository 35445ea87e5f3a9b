// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import NumericalMethods
import Testing

@Suite struct SpecialFunctionTests {
  @Test(arguments: [(0.5, 0.572_364_942_924_700_1), (1, 0), (10, 12.801_827_480_081_469)])
  func `log gamma agrees with factorials and with the square root of pi`(x: Double, value: Double) {
    #expect(abs(SpecialFunctions.logGamma(x) - value) < 1e-13)
  }

  @Test func `both incomplete gamma functions make one`() {
    for (a, x) in [(0.5, 0.2), (3, 10), (50, 40), (1e4, 1.01e4)] {
      let sum = SpecialFunctions.lowerGamma(a, x) + SpecialFunctions.upperGamma(a, x)
      #expect(abs(sum - 1) < 1e-12)
    }
    #expect(abs(SpecialFunctions.upperGamma(1, 3) - exp(-3)) < 1e-15)
  }

  @Test func `the incomplete beta function of whole shapes is a binomial tail`() {
    // I_x(2, 3) = P(at least 2 successes of 4 trials).
    let x = 0.3
    let tail = 1 - pow(0.7, 4) - 4 * x * pow(0.7, 3)
    #expect(abs(SpecialFunctions.incompleteBeta(x, 2, 3) - tail) < 1e-14)
  }

  @Test func `outside its domain a function is not a number`() {
    #expect(SpecialFunctions.lowerGamma(-1, 2).isNaN)
    #expect(SpecialFunctions.incompleteBeta(1.5, 1, 1).isNaN)
  }

  @Test func `the normal hazard keeps its accuracy far in the tail`() {
    // Asymptotically h(x) = x + 1/x - 2/x³ + 10/x⁵.
    let x = 50.0
    let series = x + 1 / x - 2 / pow(x, 3) + 10 / pow(x, 5)
    #expect(abs(SpecialFunctions.normalHazard(x) - series) < 1e-8)
  }

  @Test func `sums in log space survive beyond the range of doubles`() {
    #expect(abs(LogSpace.add(-1000, -1000) - (-1000 + log(2.0))) < 1e-12)
    #expect(LogSpace.add(-.infinity, 3) == 3)
  }
}
