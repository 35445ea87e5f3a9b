// SPDX-License-Identifier: GPL-3.0-or-later

import CGSL
import Foundation

/// The factor L of a symmetric positive definite matrix A = L Lᵀ, ready to solve A x = b.
package struct CholeskyFactor: Sendable {
  package let size: Int
  /// GSL's layout: L in the lower triangle.
  private let factor: [Double]

  /// Factors `matrix`, of which only the lower triangle is read.
  ///
  /// - Complexity: O(n³ / 3).
  /// - Throws: `.sizeMismatch` unless square and not empty, `.singular` unless positive definite.
  package init(_ matrix: Matrix) throws(GSLError) {
    let method = "Cholesky"
    guard matrix.rows == matrix.columns, matrix.rows > 0 else {
      throw GSLError(method, .sizeMismatch)
    }
    guard matrix.elements.allSatisfy(\.isFinite) else {
      throw GSLError(method, .invalidArgument)
    }
    GSL.prepare()
    let size = matrix.rows
    var elements = matrix.elements
    let status = elements.withUnsafeMutableBufferPointer { buffer in
      var view = gsl_matrix_view_array(buffer.baseAddress, size, size)
      return gsl_linalg_cholesky_decomp1(&view.matrix)
    }
    // GSL names a pivot that is not positive EDOM; for the caller the matrix is singular.
    guard status == Int32(GSL_SUCCESS) else {
      throw GSLError(method: method, reason: .singular, status: status)
    }
    self.size = size
    factor = elements
  }

  /// The x with A x = `right`.
  ///
  /// - Complexity: O(n²).
  /// - Throws: `.sizeMismatch`.
  package func solve(_ right: [Double]) throws(GSLError) -> [Double] {
    let method = "Cholesky solve"
    guard right.count == size else { throw GSLError(method, .sizeMismatch) }
    var x = right
    let status = factor.withUnsafeBufferPointer { l in
      x.withUnsafeMutableBufferPointer { x in
        // The factor is only read, though the view's type would allow more.
        var matrix = gsl_matrix_view_array(
          UnsafeMutablePointer(mutating: l.baseAddress), size, size)
        var vector = gsl_vector_view_array(x.baseAddress, size)
        return gsl_linalg_cholesky_svx(&matrix.matrix, &vector.vector)
      }
    }
    try GSL.check(status, method)
    return x
  }

  /// L itself, zero above the diagonal: L z has covariance A for independent standard normal z.
  package var lower: Matrix {
    var matrix = Matrix(rows: size, columns: size)
    for i in 0..<size {
      for j in 0...i { matrix[i, j] = factor[i * size + j] }
    }
    return matrix
  }

  /// A⁻¹, for the covariance of fitted coefficients.
  ///
  /// - Complexity: O(n³).
  package func inverse() throws(GSLError) -> Matrix {
    var result = [Double](repeating: 0, count: size * size)
    for j in 0..<size {
      var unit = [Double](repeating: 0, count: size)
      unit[j] = 1
      let column = try solve(unit)
      for i in 0..<size { result[i * size + j] = column[i] }
    }
    return Matrix(rows: size, columns: size, elements: result)
  }
}
