// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import NumericalMethods
import Testing

@Suite struct SolverTests {
  @Test func `a root is found to rounding`() throws {
    let root = try RootFinder.brent(in: 0...2) { $0 * $0 - 2 }
    #expect(abs(root - 2.0.squareRoot()) < 1e-14)
    #expect(try RootFinder.brent(in: 2...3) { $0 - 2 } == 2)
  }

  @Test func `a bracket without a sign change throws`() {
    #expect(throws: GSLError(method: "Brent root", reason: .noSignChange, status: 4)) {
      try RootFinder.brent(in: 2...3) { $0 }
    }
    #expect(throws: GSLError.self) { try RootFinder.brent(in: 0...1) { _ in .nan } }
    #expect(throws: GSLError.self) { try RootFinder.brent(in: 0...(.infinity)) { $0 - 1 } }
  }

  @Test func `the simplex finds Rosenbrock's valley floor`() throws {
    let solution = try NelderMead.minimize(from: [-1.2, 1], stepSizes: [0.5, 0.5]) { p in
      100 * pow(p[1] - p[0] * p[0], 2) + pow(1 - p[0], 2)
    }
    #expect(abs(solution.point[0] - 1) < 1e-5 && abs(solution.point[1] - 1) < 1e-5)
  }

  @Test func `the simplex stays where the function is a number`() throws {
    let solution = try NelderMead.minimize(from: [3], stepSizes: [-2.9]) { p in
      p[0] <= 0 ? .nan : p[0] - log(p[0])
    }
    #expect(abs(solution.point[0] - 1) < 1e-6)
    #expect(throws: GSLError.self) {
      try NelderMead.minimize(from: [0], stepSizes: [1]) { _ in .nan }
    }
    #expect(throws: GSLError.self) {
      try NelderMead.minimize(from: [0, 1], stepSizes: [1]) { $0[0] }
    }
  }

  @Test func `an integral is exact to rounding, and one that diverges is refused`() throws {
    let area = try Integrator.integrate(over: 0...Double.pi) { sin($0) }
    #expect(abs(area.value - 2) < 1e-13)
    #expect(throws: GSLError.self) { try Integrator.integrate(over: 0...1) { 1 / $0 } }
  }

  @Test func `a solver may be used inside another one's function`() throws {
    let root = try RootFinder.brent(in: 0.5...4) { upper in
      let inner = try? Integrator.integrate(over: 0...upper) { 2 * $0 }
      return (inner?.value ?? .nan) - 9
    }
    #expect(abs(root - 3) < 1e-10)
  }
}
