// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import NumericalMethods
import Testing

@Suite struct SpecialFunctionTests {
  @Test(arguments: [(0.5, 0.572_364_942_924_700_1), (1, 0), (10, 12.801_827_480_081_469)])
  func `log gamma agrees with factorials and with the square root of pi`(x: Double, value: Double) {
    #expect(abs(SpecialFunctions.logGamma(x) - value) < 1e-13)
  }

  @Test func `digamma is the slope of log gamma`() {
    for x in [0.3, 1, 4.7, 120] {
      let h = 1e-5 * x
      let slope = (SpecialFunctions.logGamma(x + h) - SpecialFunctions.logGamma(x - h)) / (2 * h)
      #expect(abs(SpecialFunctions.digamma(x) - slope) < 1e-6 * max(1, abs(slope)))
    }
    #expect(abs(SpecialFunctions.digamma(1) + 0.577_215_664_901_532_9) < 1e-14)
    #expect(abs(SpecialFunctions.trigamma(1) - Double.pi * Double.pi / 6) < 1e-13)
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
    #expect(SpecialFunctions.digamma(0).isNaN)
    #expect(SpecialFunctions.lowerGamma(-1, 2).isNaN)
    #expect(SpecialFunctions.incompleteBeta(1.5, 1, 1).isNaN)
    #expect(SpecialFunctions.logBeta(-1, 2).isNaN)
    #expect(SpecialFunctions.logChoose(3, 4).isNaN)
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
    #expect(abs(LogSpace.sum([800, 801, 802]) - (802 + log(1 + exp(-1.0) + exp(-2.0)))) < 1e-12)
    #expect(LogSpace.sum([]) == -.infinity)
    #expect(abs(LogSpace.complement(-1e-20) - log(1e-20)) < 1e-9)
  }
}
