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

  /// Small covers whose costs have parts, by trying all counts of each shift.
  @Test(arguments: 0..<30)
  func `the cheapest cover equals the cheapest of all`(seed: Int) throws {
    var state = UInt64(seed) &* 6_364_136_223_846_793_005 &+ 7
    func draw(_ most: UInt64) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33 % most)
    }
    let shifts = (0..<6).map { _ in (first: draw(6), length: 2 + draw(4), cost: 20 + draw(30)) }
    let need = (0..<8).map { place in
      shifts.contains { $0.first <= place && place < $0.first + $0.length } ? draw(4) : 0
    }
    var program = IntegerProgram()
    let columns = shifts.enumerated().map {
      program.add("x\($0)", cost: Double($1.cost) / 8, isWhole: true)
    }
    for (place, people) in need.enumerated() {
      let there = columns.indices.filter {
        shifts[$0].first <= place && place < shifts[$0].first + shifts[$0].length
      }
      program.constrain(
        "n\(place)", there.map { .init(columns[$0]) }, in: Double(people)...Double.infinity)
    }
    var least = Int.max
    for code in 0..<4096 {
      let counts = shifts.indices.map { code >> (2 * $0) & 3 }
      let isCovered = need.enumerated().allSatisfy { place, people in
        shifts.indices.reduce(0) {
          let shift = shifts[$1]
          return $0 + (shift.first <= place && place < shift.first + shift.length ? counts[$1] : 0)
        } >= people
      }
      if isCovered { least = min(least, zip(shifts, counts).reduce(0) { $0 + $1.0.cost * $1.1 }) }
    }
    let solution = try GLPKSolver().solve(
      program, within: SolverLimits(gap: 0, nodes: 100_000))
    #expect(abs(solution.cost - Double(least) / 8) < 1e-9)
    #expect(program.admits(solution.values))
    #expect(solution.gap < 1e-9 && !solution.isCut)
  }

  @Test func `a week of half hours has a good cover without a tree`() throws {
    var program = IntegerProgram()
    var there: [[IntegerProgram.Term]] = Array(repeating: [], count: 336)
    // Shifts of six to nine hours with a break of an hour, from every hour on, also over midnight.
    for start in 0..<168 {
      for length in 6...9 {
        let column = program.add(
          "x\(start)_\(length)", cost: Double(length) - 0.5, isWhole: true)
        for half in 0..<2 * length where half / 2 != 3 {
          there[(2 * start + half) % 336].append(.init(column))
        }
      }
    }
    for place in 0..<336 {
      let hour = place / 2 % 24
      let need = Double(2 + (hour > 8 && hour < 23 ? 9 + (place * 7 + hour * 5) % 6 : 0))
      program.constrain("n\(place)", there[place], in: need...Double.infinity)
    }
    let solution = try GLPKSolver().solve(
      program, within: SolverLimits(gap: 0.05, seconds: 600, nodes: 1))
    #expect(program.admits(solution.values))
    #expect(solution.gap <= 0.05 && !solution.isCut)
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
