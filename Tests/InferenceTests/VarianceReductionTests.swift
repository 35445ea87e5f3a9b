// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Inference
import Testing

@Suite struct VarianceReductionTests {
  @Test func `a control with correlation 0_9 is worth about five replications`() throws {
    var draws = Draws(seed: 21)
    let control = (0..<500).map { _ in 200 + 3 * draws.normal() }
    let values = control.map { 7 + 0.9 * ($0 - 200) / 3 + 0.19.squareRoot() * draws.normal() }
    let result = try ControlVariates(values, controls: [control], expectations: [200])
    // 1 / (1 - .81) = 5.26.
    #expect(abs(result.gain - 5.26) < 1)
    #expect(abs(result.weights[0] - 0.3) < 0.03)
    #expect(abs(result.interval.mean - 7) < 4 * 0.436 / 500.0.squareRoot())
    #expect(result.plain.mean != result.interval.mean)
  }

  @Test func `an exact control removes all spread and a useless one gains nothing`() throws {
    let x = [1.0, 2, 4, 5, 9]
    let exact = try ControlVariates(x.map { 2 * $0 + 1 }, controls: [x], expectations: [5])
    #expect(abs(exact.interval.mean - 11) < 1e-12 && exact.interval.halfWidth < 1e-6)
    var draws = Draws(seed: 4)
    let useless = try ControlVariates(
      draws.normals(100), controls: [draws.normals(100)], expectations: [0])
    #expect(abs(useless.gain - 1) < 0.1)
  }

  @Test func `a regression worked by hand has the interval of its degrees of freedom`() throws {
    // Slope 8/10, residual squares 10 − 6.4 on three degrees of freedom: s² = 1.2; t(3) = 3.182446.
    let (values, control) = ([1.0, 3, 2, 5, 4], [1.0, 2, 3, 4, 5])
    let centred = try ControlVariates(values, controls: [control], expectations: [3])
    #expect(abs(centred.weights[0] - 0.8) < 1e-12)
    #expect(abs(centred.interval.mean - 3) < 1e-12)
    #expect(abs(centred.interval.halfWidth - 3.182_446_305 * (1.2 / 5).squareRoot()) < 1e-8)
    let plain = 2.776_445_105 * 0.5.squareRoot()
    #expect(abs(centred.plain.halfWidth - plain) < 1e-8)
    let ratio = plain / centred.interval.halfWidth
    #expect(abs(centred.gain - ratio * ratio) < 1e-8)
    // Half a customer more was expected than came: 0.4 more, and 0.25/10 more of s².
    let shifted = try ControlVariates(values, controls: [control], expectations: [3.5])
    #expect(abs(shifted.interval.mean - 3.4) < 1e-12)
    #expect(
      abs(shifted.interval.halfWidth - 3.182_446_305 * (1.2 * 0.225).squareRoot()) < 1e-8)
  }

  @Test func `constant or repeated controls are refused`() {
    let values = [1.0, 3, 2, 5, 4, 7]
    #expect(throws: InferenceError.collinearControls) {
      try ControlVariates(values, controls: [[2, 2, 2, 2, 2, 2]], expectations: [2])
    }
    #expect(throws: InferenceError.collinearControls) {
      try ControlVariates(values, controls: [values, values], expectations: [3, 3])
    }
    #expect(throws: InferenceError.tooFew(found: 3, needed: 4)) {
      try ControlVariates([1, 2, 3], controls: [[1, 2, 4]], expectations: [2])
    }
  }

  @Test func `mirrored uniforms of a monotone function gain as computed`() throws {
    var draws = Draws(seed: 33)
    let uniforms = (0..<4000).map { _ in draws.uniform() }
    let pairs = try AntitheticPairs(
      uniforms.map { exp($0) }, mirrored: uniforms.map { exp(1 - $0) })
    // Var e^U = (e² - 1)/2 - (e - 1)², Cov(e^U, e^(1-U)) = e - (e - 1)².
    let e = M_E
    let variance = (e * e - 1) / 2 - (e - 1) * (e - 1)
    let covariance = e - (e - 1) * (e - 1)
    #expect(abs(pairs.correlation - covariance / variance) < 0.005)
    #expect(abs(pairs.gain / (1 / (1 + covariance / variance)) - 1) < 0.1)
    #expect(abs(pairs.interval.mean - (e - 1)) < 4 * pairs.interval.halfWidth / 1.96)
  }
}
