// SPDX-License-Identifier: GPL-3.0-or-later

import Randomness

/// The linear program over known tours: each person takes one tour in parts that add to 1, and rows
/// of cover are met or pay.
///
/// A revised simplex method with an explicit inverse. It starts from one whole tour for each person,
/// so that there is a feasible basis at once, and stays feasible. Demands are moved apart by up to
/// 10⁻⁶ against ties (Charnes' perturbation), which does not touch the bound.
final class MasterProgram {
  /// Rows of people, then rows of cover.
  let size: Int
  let people: Int
  let coverRows: Int
  let demand: [Double]
  let under: [Double]
  let over: [Double]

  // Tours: rows of cover of each one after the other.
  var entries: [Int32] = []
  var firstEntry: [Int] = [0]
  private(set) var cost: [Double] = []
  private(set) var owner: [Int] = []
  /// The pool's number of each tour.
  private(set) var poolNumber: [Int] = []
  var isBasic: [Bool] = []
  var isLeftOut: [Bool] = []
  var tourScale: [Double] = []

  /// Variables: 0 ..< coverRows too few, … ..< 2 × coverRows too many, then tours.
  var basis: [Int]
  private let value: UnsafeMutablePointer<Double>
  let inverse: UnsafeMutablePointer<Double>
  let dual: UnsafeMutablePointer<Double>
  let direction: UnsafeMutablePointer<Double>
  private let columns: UnsafeMutablePointer<Int>
  var pivots = 0
  private(set) var totalPivots = 0

  var tours: Int { cost.count }

  /// - Parameters:
  ///   - demand: Of each row of cover; may be negative where it is met more than once already.
  init(people: Int, demand: [Double], under: [Double], over: [Double]) {
    self.people = people
    coverRows = demand.count
    size = people + coverRows
    self.under = under
    self.over = over
    self.demand = demand.enumerated().map { row, wanted in
      wanted + 1e-7 + 9e-7 * Double(SplitMix.mix(UInt64(row) &+ 977) >> 11) * 0x1p-53
    }
    basis = Array(repeating: -1, count: size)
    value = .allocate(capacity: size)
    inverse = .allocate(capacity: size * size)
    dual = .allocate(capacity: size)
    direction = .allocate(capacity: size)
    columns = .allocate(capacity: size)
  }

  deinit {
    value.deallocate()
    inverse.deallocate()
    dual.deallocate()
    direction.deallocate()
    columns.deallocate()
  }

  /// Adds a tour; its number here.
  @discardableResult
  func add(rows: [Int32], owner person: Int, cost own: Double, poolNumber number: Int) -> Int {
    entries.append(contentsOf: rows)
    firstEntry.append(entries.count)
    cost.append(own)
    owner.append(person)
    poolNumber.append(number)
    isBasic.append(false)
    isLeftOut.append(false)
    tourScale.append(1 / Double(2 + rows.count).squareRoot())
    return tours - 1
  }

  /// Starts from the first tour of each person, which must have been added in their order.
  func start() {
    for person in 0..<people { basis[person] = 2 * coverRows + person }
    for row in 0..<coverRows { basis[people + row] = row }
    invertStart()
    refresh()
  }

  /// Of the tours in the basis, their numbers and parts.
  var parts: [(tour: Int, part: Double)] {
    (0..<size).compactMap {
      basis[$0] >= 2 * coverRows && value[$0] > 1e-7
        ? (basis[$0] - 2 * coverRows, value[$0]) : nil
    }
  }

  var objective: Double {
    (0..<size).reduce(0) { $0 + price(of: basis[$1]) * value[$1] }
  }

  /// Makes a tour so dear that it leaves the answer, and does not return.
  func leaveOut(_ tour: Int, dear: Double) {
    cost[tour] = dear
    isLeftOut[tour] = true
  }

  private func price(of variable: Int) -> Double {
    if variable < coverRows { return under[variable] }
    if variable < 2 * coverRows { return over[variable - coverRows] }
    return cost[variable - 2 * coverRows]
  }

  func reducedCost(_ tour: Int) -> Double {
    var sum = cost[tour] - dual[owner[tour]]
    entries.withUnsafeBufferPointer { rows in
      for place in firstEntry[tour]..<firstEntry[tour + 1] {
        sum -= dual[people + Int(rows[place])]
      }
    }
    return sum
  }

  /// Solves over the tours that are known; every so many pivots it asks whether to stop.
  func solve(isCancelled: () -> Bool) {
    recomputeDuals()
    var candidates: [Int] = []
    while !isCancelled() {
      candidates = attractive()
      if candidates.isEmpty { return }
      // A few of the best at a time; what the duals have made dear meanwhile is passed over.
      while let entering = best(of: &candidates) {
        guard pivot(on: entering) else { break }
      }
    }
  }

  func computeDirection(_ variable: Int) {
    let n = size
    if variable < 2 * coverRows {
      let isUnder = variable < coverRows
      let column = people + (isUnder ? variable : variable - coverRows)
      let sign = isUnder ? 1.0 : -1.0
      for row in 0..<n { direction[row] = sign * inverse[row * n + column] }
      return
    }
    let tour = variable - 2 * coverRows
    let first = firstEntry[tour]
    let last = firstEntry[tour + 1]
    let person = owner[tour]
    entries.withUnsafeBufferPointer { rows in
      for row in 0..<n {
        let line = inverse + row * n
        var sum = line[person]
        let cover = line + people
        for place in first..<last { sum += cover[Int(rows[place])] }
        direction[row] = sum
      }
    }
  }

  /// - Returns: Whether a step was made.
  private func pivot(on entering: Int) -> Bool {
    computeDirection(entering)
    var step = Double.infinity
    var leaving = -1
    for row in 0..<size where direction[row] > 1e-9 {
      let ratio = max(0, value[row]) / direction[row]
      if ratio < step - 1e-12 || (ratio <= step + 1e-12 && direction[row] > direction[leaving]) {
        step = min(step, ratio)
        leaving = row
      }
    }
    guard leaving >= 0 else { return false }
    let reduced = reducedCost(variable: entering)
    exchange(leaving, entering, step, reduced)
    pivots += 1
    totalPivots += 1
    if pivots >= 1500 { reinvert() }
    return true
  }

  private func exchange(_ row: Int, _ entering: Int, _ step: Double, _ reduced: Double) {
    let n = size
    let old = basis[row]
    if old >= 2 * coverRows { isBasic[old - 2 * coverRows] = false }
    if entering >= 2 * coverRows { isBasic[entering - 2 * coverRows] = true }
    basis[row] = entering
    let line = inverse + row * n
    let scale = 1 / direction[row]
    // Much of a row is nothing, in the beginning nearly all of it.
    var filled = 0
    for column in 0..<n where line[column] != 0 {
      line[column] *= scale
      columns[filled] = column
      filled += 1
    }
    let isSparse = 6 * filled < n
    for other in 0..<n where other != row {
      let factor = direction[other]
      guard factor > 1e-12 || factor < -1e-12 else { continue }
      let target = inverse + other * n
      if isSparse {
        for place in 0..<filled { target[columns[place]] -= factor * line[columns[place]] }
      } else {
        for column in 0..<n { target[column] -= factor * line[column] }
      }
      value[other] -= factor * step
    }
    value[row] = step
    for column in 0..<n { dual[column] += reduced * line[column] }
  }

  func recomputeDuals() {
    let n = size
    for column in 0..<n { dual[column] = 0 }
    for row in 0..<n {
      let own = price(of: basis[row])
      guard own != 0 else { continue }
      let line = inverse + row * n
      for column in 0..<n { dual[column] += own * line[column] }
    }
  }

  /// Values and duals from the inverse.
  func refresh() {
    let n = size
    for row in 0..<n {
      let line = inverse + row * n
      var sum = 0.0
      for person in 0..<people { sum += line[person] }
      for cover in 0..<coverRows { sum += line[people + cover] * demand[cover] }
      value[row] = sum
    }
    recomputeDuals()
  }
}
