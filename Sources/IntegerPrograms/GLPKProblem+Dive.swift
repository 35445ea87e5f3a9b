// SPDX-License-Identifier: GPL-3.0-or-later

import CGLPK

extension GLPKProblem {
  /// A part this near to the next whole number is rounded up together with the largest.
  private static let nearlyWhole = 0.85
  private static let tolerance = 1e-6

  /// Walks from the relaxed program to whole numbers: nothing that stands is taken back, the largest part is
  /// rounded up (what is used or not before how much of it), and the rest is solved anew. What turns out
  /// not to be needed goes at the end.
  ///
  /// - Parameters:
  ///   - values: Of the relaxed program, whose basis the problem has.
  ///   - seconds: After which it gives up.
  /// - Returns: A solution; nil where the walk ends at none.
  func dive(from values: [Double], within seconds: Double) -> [Double]? {
    guard let copy = glp_create_prob() else { return nil }
    defer { glp_delete_prob(copy) }
    glp_copy_prob(copy, handle, GLP_OFF)
    var (values, options) = (values, glp_smcp())
    glp_init_smcp(&options)
    options.msg_lev = GLP_MSG_OFF
    options.meth = GLP_DUALP
    let whole = program.columns.indices.filter { program.columns[$0].isWhole }
    let end = ContinuousClock.now + .seconds(seconds)
    for _ in 0...whole.count {
      let parts = whole.filter { part(of: values[$0]) > Self.tolerance }
      if parts.isEmpty { return trimmed(values) }
      guard ContinuousClock.now < end, !Task.isCancelled else { return nil }
      let flags = parts.filter { program.columns[$0].bounds == 0...1 }
      let open = flags.isEmpty ? parts : flags
      let most = open.map { part(of: values[$0]) }.max() ?? 0
      if flags.isEmpty {
        for column in whole where values[column] >= 1 - Self.tolerance {
          raise(copy, column, to: (values[column] + Self.tolerance).rounded(.down))
        }
      }
      for column in open where part(of: values[column]) >= min(most, Self.nearlyWhole) {
        raise(copy, column, to: values[column].rounded(.up))
      }
      options.tm_lim = Int32(
        max(1, min(1e9, (end - ContinuousClock.now) / .milliseconds(1))))
      guard glp_simplex(copy, &options) == 0, glp_get_status(copy) == GLP_OPT else { return nil }
      for column in values.indices { values[column] = glp_get_col_prim(copy, Int32(column + 1)) }
    }
    return nil
  }

  private func part(of value: Double) -> Double {
    let part = value - value.rounded(.down)
    return part > 1 - Self.tolerance ? 0 : part
  }

  private func raise(_ problem: OpaquePointer, _ column: Int, to low: Double) {
    let bounds = program.columns[column].bounds
    guard low > bounds.lowerBound else { return }
    let (kind, low, high) = Self.kind(min(low, bounds.upperBound)...bounds.upperBound)
    glp_set_col_bnds(problem, Int32(column + 1), kind, low, high)
  }

  /// Whole numbers made exact, and dear ones lowered where every sum stays within its bounds.
  private func trimmed(_ values: [Double]) -> [Double]? {
    var values = values
    for (place, column) in program.columns.enumerated() where column.isWhole {
      values[place] = values[place].rounded()
    }
    var sums = program.rows.map { row in
      row.terms.reduce(0) { $0 + $1.factor * values[$1.column] }
    }
    func isKept(_ row: Int, _ sum: Double) -> Bool {
      let bounds = program.rows[row].bounds
      return sum >= bounds.lowerBound - Self.tolerance && sum <= bounds.upperBound + Self.tolerance
    }
    guard sums.indices.allSatisfy({ isKept($0, sums[$0]) }) else { return nil }
    var rows: [[(row: Int, factor: Double)]] = program.columns.map { _ in [] }
    for (row, sum) in program.rows.enumerated() {
      for term in sum.terms { rows[term.column].append((row, term.factor)) }
    }
    let dear = values.indices.filter {
      program.columns[$0].isWhole && program.columns[$0].cost > 0
    }.sorted { (program.columns[$0].cost, $1) > (program.columns[$1].cost, $0) }
    for column in dear {
      while values[column] - 1 >= program.columns[column].bounds.lowerBound,
        rows[column].allSatisfy({ isKept($0.row, sums[$0.row] - $0.factor) })
      {
        values[column] -= 1
        for (row, factor) in rows[column] { sums[row] -= factor }
      }
    }
    return values
  }
}
