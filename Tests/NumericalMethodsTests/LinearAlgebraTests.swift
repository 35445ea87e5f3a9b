// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import NumericalMethods
import Testing

@Suite struct LinearAlgebraTests {
  /// A positive definite matrix with entries of every size.
  static func positiveDefinite(_ n: Int) -> Matrix {
    var matrix = Matrix(rows: n, columns: n)
    for i in 0..<n {
      for j in 0..<n { matrix[i, j] = exp(-abs(Double(i - j)) / 3) }
      matrix[i, i] += 1 + Double(i % 5)
    }
    return matrix
  }

  @Test(arguments: [1, 2, 17, 200])
  func `a factored system gives back its solution`(size: Int) throws {
    let matrix = Self.positiveDefinite(size)
    let wanted = (0..<size).map { cos(Double($0)) }
    let solution = try CholeskyFactor(matrix).solve(matrix.times(wanted))
    for (found, expected) in zip(solution, wanted) { #expect(abs(found - expected) < 1e-12) }
  }

  @Test func `the inverse of a small matrix`() throws {
    let factor = try CholeskyFactor(try #require(Matrix([[4, 2], [2, 3]])))
    let inverse = try factor.inverse()
    #expect(abs(inverse[0, 0] - 3.0 / 8) < 1e-15 && abs(inverse[0, 1] + 2.0 / 8) < 1e-15)
  }

  @Test func `a matrix that is not positive definite is refused`() throws {
    let indefinite = try #require(Matrix([[1, 2], [2, 1]]))
    #expect { try CholeskyFactor(indefinite) } throws: { ($0 as? GSLError)?.reason == .singular }
    #expect(throws: GSLError.self) { try CholeskyFactor(Matrix(rows: 2, columns: 3)) }
    #expect(throws: GSLError.self) { try CholeskyFactor(Matrix(rows: 0, columns: 0)) }
    #expect(Matrix([[1, 2], [3]]) == nil)
  }

  @Test func `a straight line is recovered and its residuals are zero`() throws {
    let xs = (0..<10).map(Double.init)
    let design = try #require(Matrix(xs.map { [1, $0] }))
    let fit = try LeastSquares.fit(design: design, response: xs.map { 2 - 0.5 * $0 })
    #expect(abs(fit.coefficients[0] - 2) < 1e-12 && abs(fit.coefficients[1] + 0.5) < 1e-12)
    #expect(fit.residualSumOfSquares < 1e-20)
    #expect(abs(fit.effectiveParameters - 2) < 1e-10)
  }

  @Test func `a heavy ridge penalty shrinks a slope to nothing and frees its parameter`() throws {
    let xs = [-2.0, -1, 0, 1, 2]
    let design = try #require(Matrix(xs.map { [1, $0] }))
    let penalty = try #require(Matrix([[0, 0], [0, 90]]))
    let fit = try LeastSquares.fit(
      design: design, response: xs.map { 1 + $0 }, penalty: penalty)
    // Centred design: slope = Σxy / (Σx² + penalty) = 10 / 100; the intercept is untouched.
    #expect(abs(fit.coefficients[0] - 1) < 1e-12 && abs(fit.coefficients[1] - 0.1) < 1e-12)
    #expect(abs(fit.effectiveParameters - 1.1) < 1e-12)
  }

  @Test func `weights count an observation as often as they say`() throws {
    let design = try #require(Matrix([[1], [1]]))
    let fit = try LeastSquares.fit(design: design, response: [0, 4], weights: [3, 1])
    #expect(abs(fit.coefficients[0] - 1) < 1e-14)
    #expect(throws: GSLError.self) { try LeastSquares.fit(design: design, response: [1]) }
    let empty = Matrix(rows: 2, columns: 1)
    #expect(throws: GSLError.self) { try LeastSquares.fit(design: empty, response: [1, 2]) }
  }
}
