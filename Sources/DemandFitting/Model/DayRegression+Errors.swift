// SPDX-License-Identifier: GPL-3.0-or-later

import NumericalMethods

extension DayRegression {
  /// Mean square errors of the coefficients when busy days follow busy days.
  ///
  /// With W the weights, P the prior precision and V the days' real covariance (an autoregression
  /// plus Poisson noise) it is (X'WX + P)⁻¹ (X'W V WX + P) (X'WX + P)⁻¹; with V = W⁻¹ the plain
  /// posterior covariance is left.
  /// - Complexity: O(days × columns²).
  func errors(
    correlation: Double, design: DayDesign, rows: [[Double]], exposures: [Double]
  ) -> Matrix {
    let columns = design.columnCount
    // Row after row, as a matrix has them.
    var middle = [Double](repeating: 0, count: columns * columns)
    for column in 0..<columns { middle[column * columns + column] = precision(design, column) }
    // Sum over the days before of weight × scale × correlation^distance × row.
    var before = [Double](repeating: 0, count: columns)
    for (day, row) in rows.enumerated() {
      for column in 0..<columns { before[column] *= correlation }
      let mean = fitted[day] * exposures[day]
      guard mean > 0 else { continue }
      let weekday = design.weekday(day)
      let own = spread.variance(on: weekday)
      let weight = robustness[day] * mean / (1 + own * mean)
      let scaled = weight * spread.scale(on: weekday)
      let diagonal = weight * weight * (own + 1 / mean)
      let used = row.indices.filter { row[$0] != 0 }
      for i in used {
        for j in used { middle[i * columns + j] += diagonal * row[i] * row[j] }
        for j in 0..<columns {
          let cross = scaled * spread.variance * row[i] * before[j]
          middle[i * columns + j] += cross
          middle[j * columns + i] += cross
        }
      }
      for column in used { before[column] += scaled * row[column] }
    }
    var left: [Double] = []
    for i in 0..<columns {
      left += covariance.times(Array(middle[i * columns..<(i + 1) * columns]))
    }
    var result = left
    for j in 0..<columns {
      let product = covariance.times((0..<columns).map { left[$0 * columns + j] })
      for i in 0..<columns { result[i * columns + j] = product[i] }
    }
    return Matrix(rows: columns, columns: columns, elements: result)
  }
}
