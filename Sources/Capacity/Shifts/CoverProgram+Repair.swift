// SPDX-License-Identifier: GPL-3.0-or-later

import IntegerPrograms

extension CoverProgram {
  /// A solution with more people, until nobody is missing: each time the cheapest shift that its bounds
  /// allow for the first interval that lacks somebody.
  ///
  /// A solution within the gap, or one that was cut short, may leave a part of a person missing.
  /// - Returns: Nil where no shift is left.
  func repaired(_ solution: [Double]) -> [Double]? {
    var values = solution
    var rowsOf = [[(row: Int, factor: Double)]](repeating: [], count: program.columns.count)
    for (row, content) in program.rows.enumerated() {
      for term in content.terms { rowsOf[term.column].append((row, term.factor)) }
    }
    var sums = program.rows.map { $0.terms.reduce(0) { $0 + $1.factor * values[$1.column] } }
    let shortOf = Dictionary(uniqueKeysWithValues: missing.map { ($0.row, $0.column) })
    for short in missing {
      while values[short.column] > 1e-6 {
        let choices = program.rows[short.row].terms.filter { term in
          columns.indices.contains(term.column) && term.factor > 0
            && values[term.column] + 1 <= program.columns[term.column].bounds.upperBound
            && rowsOf[term.column].allSatisfy {
              sums[$0.row] + $0.factor <= program.rows[$0.row].bounds.upperBound + 1e-9
            }
        }
        func price(_ term: IntegerProgram.Term) -> Double {
          program.columns[term.column].cost / min(term.factor, values[short.column])
        }
        guard let choice = choices.min(by: { (price($0), $0.column) < (price($1), $1.column) })
        else { return nil }
        values[choice.column] += 1
        for (row, factor) in rowsOf[choice.column] {
          sums[row] += factor
          guard let column = shortOf[row] else { continue }
          let less = min(values[column], max(0, factor))
          values[column] -= less
          sums[row] -= less
        }
      }
    }
    return values
  }
}
