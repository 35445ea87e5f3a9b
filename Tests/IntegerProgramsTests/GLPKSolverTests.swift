// SPDX-License-Identifier: GPL-3.0-or-later

import IntegerPrograms
import Testing

struct GLPKSolverTests {
  /// A knapsack of n things, with cost −value, by brute force.
  private func best(values: [Double], weights: [Double], room: Double) -> Double {
    (0..<1 << values.count).map { chosen in
      let taken = values.indices.filter { chosen >> $0 & 1 == 1 }
      let weight = taken.reduce(0) { $0 + weights[$1] }
      return weight <= room ? taken.reduce(0) { $0 + values[$1] } : 0
    }.max() ?? 0
  }

  @Test(arguments: 0..<30)
  func `the best choice of things that fit equals the best of all choices`(seed: Int) throws {
    var state = UInt64(seed) &* 6_364_136_223_846_793_005 &+ 1
    func draw() -> Double {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Double(state >> 33 % 90) + 10
    }
    let values = (0..<11).map { _ in draw() }
    let weights = (0..<11).map { _ in draw() }
    let room = weights.reduce(0, +) / 3
    var program = IntegerProgram()
    let taken = values.enumerated().map {
      program.add("x\($0)", cost: -$1, in: 0...1, isWhole: true)
    }
    program.constrain("room", zip(taken, weights).map { .init($0, $1) }, in: 0...room)
    let solution = try GLPKSolver().solve(
      program, within: SolverLimits(gap: 0, nodes: 100_000))
    #expect(abs(-solution.cost - best(values: values, weights: weights, room: room)) < 1e-6)
    #expect(program.admits(solution.values))
    #expect(solution.gap == 0 && !solution.isCut)
  }

  @Test func `a program without whole numbers is solved as it is`() throws {
    var program = IntegerProgram()
    let (x, y) = (program.add("x", cost: 2), program.add("y", cost: 3))
    program.constrain("both", [.init(x), .init(y)], in: 4...Double.infinity)
    program.constrain("more of y", [.init(y), .init(x, -1)], in: 1...Double.infinity)
    let solution = try GLPKSolver().solve(program)
    // x = 1.5, y = 2.5.
    #expect(abs(solution.cost - 10.5) < 1e-9)
  }

  @Test func `the bound of a program that was cut short is below every solution`() throws {
    var program = IntegerProgram()
    let columns = (0..<40).map {
      program.add("x\($0)", cost: Double(100 + $0 * 7 % 31), in: 0...1, isWhole: true)
    }
    for row in 0..<40 {
      program.constrain(
        "r\(row)", [row, row * 3 + 1, row * 7 + 2].map { .init(columns[$0 % 40]) },
        in: 1...Double.infinity)
    }
    let whole = try GLPKSolver().solve(
      program, within: SolverLimits(gap: 0, nodes: 1_000_000))
    let cut = try GLPKSolver().solve(program, within: SolverLimits(gap: 0, nodes: 1))
    #expect(cut.bound <= whole.cost + 1e-6)
    #expect(cut.cost >= whole.cost - 1e-6)
    #expect(program.admits(cut.values))
  }

  @Test func `what cannot be is refused, and what has no end too`() {
    var contradiction = IntegerProgram()
    let x = contradiction.add("x", cost: 1, in: 0...1, isWhole: true)
    contradiction.constrain("two", [.init(x)], in: 2...3)
    #expect(throws: IntegerProgramError.infeasible) { try GLPKSolver().solve(contradiction) }
    var endless = IntegerProgram()
    endless.add("x", cost: -1)
    #expect(throws: IntegerProgramError.unbounded) { try GLPKSolver().solve(endless) }
  }

  @Test func `terms of one variable are added up`() {
    var program = IntegerProgram()
    let x = program.add("x")
    let y = program.add("y")
    program.constrain("sum", [.init(y, 2), .init(x), .init(x, 3), .init(y, -2)], in: 0...1)
    #expect(program.rows[0].terms.map(\.column) == [x])
    #expect(program.rows[0].terms.map(\.factor) == [4])
  }

  @Test func `programs that share nothing have the cost of both, whichever way they are solved`()
    throws
  {
    var program = IntegerProgram()
    for part in 0..<3 {
      let columns = (0..<6).map {
        program.add("x\(part)\($0)", cost: Double(7 + ($0 * 5 + part) % 4), isWhole: true)
      }
      for row in 0..<6 {
        program.constrain(
          "r\(part)\(row)", [.init(columns[row]), .init(columns[(row + 1) % 6], 2)],
          in: Double(row + 2)...Double.infinity)
      }
    }
    let limits = SolverLimits(gap: 0, nodes: 100_000)
    let whole = try GLPKSolver().solve(program, within: limits)
    let parts = try SolverByParts().solve(program, within: limits)
    #expect(abs(whole.cost - parts.cost) < 1e-6)
    #expect(abs(parts.bound - parts.cost) < 1e-6)
    #expect(program.admits(parts.values))
  }
}

extension IntegerProgram {
  /// Whether the values keep every bound, and are whole where they must be, to a tolerance.
  fileprivate func admits(_ values: [Double], tolerance: Double = 1e-6) -> Bool {
    guard values.count == columns.count else { return false }
    let isInside = { (value: Double, bounds: ClosedRange<Double>) in
      value >= bounds.lowerBound - tolerance && value <= bounds.upperBound + tolerance
    }
    return zip(columns, values).allSatisfy { column, value in
      isInside(value, column.bounds)
        && (!column.isWhole || abs(value - value.rounded()) <= tolerance)
    }
      && rows.allSatisfy { row in
        isInside(row.terms.reduce(0) { $0 + $1.factor * values[$1.column] }, row.bounds)
      }
  }
}
