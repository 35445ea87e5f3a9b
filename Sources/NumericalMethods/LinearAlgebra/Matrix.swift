// SPDX-License-Identifier: GPL-3.0-or-later

/// A dense matrix of doubles in row-major order, for systems of up to some hundred unknowns.
package struct Matrix: Equatable, Sendable {
  package let rows: Int
  package let columns: Int
  /// Element (i, j) is at `i * columns + j`.
  package private(set) var elements: [Double]

  /// A matrix of zeros; both sizes are at least zero.
  package init(rows: Int, columns: Int) {
    self.rows = rows
    self.columns = columns
    elements = [Double](repeating: 0, count: rows * columns)
  }

  /// - Parameter elements: Row after row, `rows` × `columns` of them.
  package init(rows: Int, columns: Int, elements: [Double]) {
    precondition(elements.count == rows * columns)
    self.rows = rows
    self.columns = columns
    self.elements = elements
  }

  /// The matrix with the given rows, or `nil` when their lengths differ.
  package init?(_ rows: [[Double]]) {
    let width = rows.first?.count ?? 0
    guard rows.allSatisfy({ $0.count == width }) else { return nil }
    self.rows = rows.count
    columns = width
    elements = rows.flatMap { $0 }
  }

  package subscript(row: Int, column: Int) -> Double {
    get { elements[row * columns + column] }
    set { elements[row * columns + column] = newValue }
  }

  package func row(_ index: Int) -> ArraySlice<Double> {
    elements[index * columns..<(index + 1) * columns]
  }

  /// The product with a vector of `columns` entries.
  package func times(_ vector: [Double]) -> [Double] {
    (0..<rows).map { i in
      var sum = 0.0
      for j in 0..<columns { sum += elements[i * columns + j] * vector[j] }
      return sum
    }
  }

  /// The product of the transpose with a vector of `rows` entries.
  package func transposeTimes(_ vector: [Double]) -> [Double] {
    var product = [Double](repeating: 0, count: columns)
    for i in 0..<rows where vector[i] != 0 {
      for j in 0..<columns { product[j] += elements[i * columns + j] * vector[i] }
    }
    return product
  }

  /// Xᵀ W X with W the diagonal of `weights`, one for each row.
  ///
  /// - Complexity: O(rows × columns²), skipping zeros, which seasonal designs are full of.
  package func weightedGram(_ weights: [Double]) -> Matrix {
    var gram = Matrix(rows: columns, columns: columns)
    gram.elements.withUnsafeMutableBufferPointer { gram in
      elements.withUnsafeBufferPointer { elements in
        for i in 0..<rows {
          let start = i * columns
          for j in 0..<columns {
            let scaled = elements[start + j] * weights[i]
            if scaled == 0 { continue }
            for k in j..<columns { gram[j * columns + k] += scaled * elements[start + k] }
          }
        }
      }
    }
    for j in 0..<columns {
      for k in 0..<j { gram[j, k] = gram[k, j] }
    }
    return gram
  }
}
