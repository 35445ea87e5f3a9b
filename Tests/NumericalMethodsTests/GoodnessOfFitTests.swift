// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import NumericalMethods
import Randomness
import TestSupport
import Testing

@Suite struct GoodnessOfFitTests {
  /// A random sample of the uniform law.
  static func uniforms(_ count: Int, seed: UInt64) -> [Double] {
    var numbers = SplitMix(state: seed)
    return (0..<count).map { _ in (Double(numbers.next() >> 11) + 0.5) * 0x1p-53 }
  }

  @Test func `p-values of true samples are themselves uniform`() {
    var (ks, ad) = ([Double](), [Double]())
    for seed in 0..<600 {
      let fit = GoodnessOfFit(Self.uniforms(200, seed: UInt64(seed) << 20)) { $0 }
      ks.append(fit.kolmogorovSmirnov)
      ad.append(fit.andersonDarling)
    }
    for values in [ks, ad] {
      let fit = GoodnessOfFit(values) { min(1 - 1e-12, max(1e-12, $0)) }
      #expect(fit.kolmogorovSmirnov > 0.001)
    }
  }

  @Test func `a shift of one percent of a deviation shows in a million draws`() {
    let law = NormalDistribution.standard
    let sample = Self.uniforms(1_000_000, seed: 9).map(law.quantile)
    let right = GoodnessOfFit(sample) { law.cumulative($0) }
    #expect(right.kolmogorovSmirnov > 1e-3 && right.andersonDarling > 1e-3)
    let wrong = GoodnessOfFit(sample) { law.cumulative($0 - 0.01) }
    #expect(wrong.kolmogorovSmirnov < 1e-6 && wrong.andersonDarling < 1e-6)
  }

  @Test func `one value that the law cannot produce escapes one test and not the other`() {
    let sample = Self.uniforms(10_000, seed: 4) + [-0.5]
    let fit = GoodnessOfFit(sample) { max(0, $0) }
    #expect(fit.kolmogorovSmirnov > 1e-3)
    #expect(fit.andersonDarling == 0)
  }

  @Test func `the limiting law has its published percentage points`() {
    #expect(abs(GoodnessOfFit.andersonDarlingLimit(2.492) - 0.95) < 1e-4)
    #expect(abs(GoodnessOfFit.andersonDarlingLimit(3.878) - 0.99) < 1e-4)
    #expect(abs(GoodnessOfFit.andersonDarlingLimit(1.248) - 0.75) < 1e-4)
  }
}
