// SPDX-License-Identifier: GPL-3.0-or-later

/// Solves what hangs together on its own: days that share no seat are a program each, and many small
/// programs are solved where one large one is not.
package struct SolverByParts: IntegerProgramSolver {
  private let solver: any IntegerProgramSolver

  package init(_ solver: any IntegerProgramSolver = GLPKSolver()) { self.solver = solver }

  package func solve(
    _ program: IntegerProgram, within limits: SolverLimits = SolverLimits(),
    progress: @Sendable (SolverProgress) -> Void = { _ in }
  ) throws(IntegerProgramError) -> IntegerSolution {
    let parts = program.parts()
    if parts.count < 2 { return try solver.solve(program, within: limits, progress: progress) }
    var values = [Double](repeating: 0, count: program.columns.count)
    var (cost, bound, isCut) = (0.0, 0.0, false)
    for part in parts {
      let solution = try solver.solve(part.program, within: limits) { _ in }
      for (place, column) in part.columns.enumerated() { values[column] = solution.values[place] }
      cost += solution.cost
      bound += solution.bound
      isCut = isCut || solution.isCut
      progress(SolverProgress(cost: nil, bound: bound))
    }
    return IntegerSolution(values: values, cost: cost, bound: bound, isCut: isCut)
  }
}

extension IntegerProgram {
  /// Programs that share no variable, in order of their first one, with the places of their variables.
  func parts() -> [(program: IntegerProgram, columns: [Int])] {
    var leader = Array(columns.indices)
    func find(_ column: Int) -> Int {
      var at = column
      while leader[at] != at {
        leader[at] = leader[leader[at]]
        at = leader[at]
      }
      return at
    }
    for row in rows {
      guard let first = row.terms.first else { continue }
      for term in row.terms.dropFirst() {
        let (left, right) = (find(first.column), find(term.column))
        leader[max(left, right)] = min(left, right)
      }
    }
    let members = Dictionary(grouping: columns.indices) { find($0) }.sorted { $0.key < $1.key }
    var partOf = [Int](repeating: 0, count: columns.count)
    var placeOf = partOf
    var parts: [(program: IntegerProgram, columns: [Int])] = []
    for (index, member) in members.enumerated() {
      var part = IntegerProgram()
      for column in member.value {
        partOf[column] = index
        let whole = columns[column]
        placeOf[column] = part.add(
          whole.name, cost: whole.cost, in: whole.bounds, isWhole: whole.isWhole)
      }
      parts.append((part, member.value))
    }
    for row in rows {
      guard let first = row.terms.first else { continue }
      parts[partOf[first.column]].program.constrain(
        row.name, row.terms.map { Term(placeOf[$0.column], $0.factor) }, in: row.bounds)
    }
    return parts
  }
}
