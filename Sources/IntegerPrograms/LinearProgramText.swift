// SPDX-License-Identifier: GPL-3.0-or-later

extension IntegerProgram {
  /// The program in the LP format that other solvers read (CPLEX's, as GLPK, HiGHS and CBC take it).
  ///
  /// Names are replaced by c0, c1, … and r0, r1, …, as the format allows few characters in them.
  package var linearProgramText: String {
    var lines = ["Minimize", " cost: " + sum(columns.enumerated().map { Term($0, $1.cost) })]
    lines.append("Subject To")
    for (place, row) in rows.enumerated() where !row.terms.isEmpty {
      let sum = sum(row.terms)
      let (low, high) = (row.bounds.lowerBound, row.bounds.upperBound)
      if low == high {
        lines.append(" r\(place): \(sum) = \(low)")
        continue
      }
      if low.isFinite { lines.append(" r\(place)l: \(sum) >= \(low)") }
      if high.isFinite { lines.append(" r\(place)h: \(sum) <= \(high)") }
    }
    lines.append("Bounds")
    for (place, column) in columns.enumerated() {
      let low = column.bounds.lowerBound.isFinite ? "\(column.bounds.lowerBound)" : "-inf"
      let high = column.bounds.upperBound.isFinite ? "\(column.bounds.upperBound)" : "+inf"
      lines.append(" \(low) <= c\(place) <= \(high)")
    }
    let whole = columns.indices.filter { columns[$0].isWhole }
    if !whole.isEmpty { lines += ["General"] + whole.map { " c\($0)" } }
    return (lines + ["End", ""]).joined(separator: "\n")
  }

  /// A term on each line, as lines may not be long.
  private func sum(_ terms: [Term]) -> String {
    let written = terms.filter { $0.factor != 0 }.map { term in
      (term.factor < 0 ? "- " : "+ ") + "\(abs(term.factor)) c\(term.column)"
    }
    return written.isEmpty ? "0 c0" : written.joined(separator: "\n  ")
  }
}
