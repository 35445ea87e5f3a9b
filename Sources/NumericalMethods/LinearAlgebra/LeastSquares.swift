// SPDX-License-Identifier: GPL-3.0-or-later

/// Linear least squares, plain and with a quadratic penalty.
package enum LeastSquares {
  /// Fitted coefficients b of y ≈ X b.
  package struct Fit: Equatable, Sendable {
    package let coefficients: [Double]
    /// (Xᵀ W X + P)⁻¹; times the residual variance it is the covariance of unpenalised coefficients.
    package let inverseNormal: Matrix
    /// Sum of w (y - X b)².
    package let residualSumOfSquares: Double
    /// Trace of the smoother: the number of coefficients the fit really spends.
    package let effectiveParameters: Double
  }

  /// The b that minimises Σ w (y - X b)² + bᵀ P b.
  ///
  /// Solved by the normal equations and Cholesky: with a penalty they are well conditioned.
  /// - Parameters:
  ///   - weights: One for each row, not negative; all one when `nil`.
  ///   - penalty: Symmetric and positive semi-definite, in coefficient order; none when `nil`.
  /// - Throws: `.sizeMismatch`; `.singular` when the data and penalty leave a direction open.
  package static func fit(
    design: Matrix, response: [Double], weights: [Double]? = nil, penalty: Matrix? = nil
  ) throws(GSLError) -> Fit {
    let method = "least squares"
    let weights = weights ?? [Double](repeating: 1, count: response.count)
    guard design.rows == response.count, weights.count == response.count, design.columns > 0,
      penalty.map({ $0.rows == design.columns && $0.columns == design.columns }) ?? true
    else { throw GSLError(method, .sizeMismatch) }

    let gram = design.weightedGram(weights)
    var normal = gram
    if let penalty {
      for i in 0..<design.columns {
        for j in 0..<design.columns { normal[i, j] += penalty[i, j] }
      }
    }
    let factor = try CholeskyFactor(normal)
    let weighted = zip(weights, response).map { $0 * $1 }
    let coefficients = try factor.solve(design.transposeTimes(weighted))
    let inverse = try factor.inverse()
    let fitted = design.times(coefficients)
    let residual = response.indices.reduce(0.0) { sum, i in
      let error = response[i] - fitted[i]
      return sum + weights[i] * error * error
    }
    // The trace of a product of symmetric matrices is the sum of their elements' products.
    let trace = zip(inverse.elements, gram.elements).reduce(0) { $0 + $1.0 * $1.1 }
    return Fit(
      coefficients: coefficients, inverseNormal: inverse, residualSumOfSquares: residual,
      effectiveParameters: trace)
  }
}
