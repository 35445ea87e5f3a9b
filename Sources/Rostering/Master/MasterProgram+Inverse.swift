// SPDX-License-Identifier: GPL-3.0-or-later

/// The inverse of the basis, made at the start and made anew now and then.
extension MasterProgram {
  /// The basis of whole tours and slacks is inverted by hand, each slack with the sign it needs.
  func invertStart() {
    let n = size
    inverse.update(repeating: 0, count: n * n)
    var left = demand
    for person in 0..<people {
      isBasic[person] = true
      for place in firstEntry[person]..<firstEntry[person + 1] { left[Int(entries[place])] -= 1 }
      inverse[person * n + person] = 1
    }
    for row in 0..<coverRows {
      let sign = left[row] >= 0 ? 1.0 : -1.0
      if sign < 0 { basis[people + row] = coverRows + row }
      inverse[(people + row) * n + people + row] = sign
    }
    for person in 0..<people {
      for place in firstEntry[person]..<firstEntry[person + 1] {
        let row = people + Int(entries[place])
        inverse[row * n + person] -= inverse[row * n + row]
      }
    }
    pivots = 0
  }

  /// Builds the inverse anew from the basis: slacks first, then tours where they pivot best.
  func reinvert() {
    let n = size
    let old = basis
    inverse.update(repeating: 0, count: n * n)
    var isFree = Array(repeating: true, count: n)
    var tours: [Int] = []
    var fresh = Array(repeating: -1, count: n)
    for row in 0..<n { inverse[row * n + row] = 1 }
    for variable in old {
      if variable >= 2 * coverRows {
        tours.append(variable)
      } else {
        let isUnder = variable < coverRows
        let row = people + (isUnder ? variable : variable - coverRows)
        inverse[row * n + row] = isUnder ? 1 : -1
        fresh[row] = variable
        isFree[row] = false
      }
    }
    for variable in tours.sorted() {
      computeDirection(variable)
      var row = -1
      for candidate in 0..<n where isFree[candidate] {
        if row < 0 || abs(direction[candidate]) > abs(direction[row]) { row = candidate }
      }
      fresh[row] = variable
      isFree[row] = false
      let line = inverse + row * n
      let scale = 1 / direction[row]
      for column in 0..<n { line[column] *= scale }
      for other in 0..<n where other != row && direction[other] != 0 {
        let factor = direction[other]
        let target = inverse + other * n
        for column in 0..<n { target[column] -= factor * line[column] }
      }
    }
    basis = fresh
    pivots = 0
    refresh()
  }
}
