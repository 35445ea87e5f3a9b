// SPDX-License-Identifier: GPL-3.0-or-later

/// Which variable enters the basis.
extension MasterProgram {
  func reducedCost(variable: Int) -> Double {
    if variable < coverRows { return under[variable] - dual[people + variable] }
    if variable < 2 * coverRows {
      return over[variable - coverRows] + dual[people + variable - coverRows]
    }
    return reducedCost(variable - 2 * coverRows)
  }

  private static let tolerance = 1e-7
  /// Variables that are looked at together.
  private static let fewest = 60

  /// Steps along a tour are the shorter the more rows it covers.
  private func scale(_ variable: Int) -> Double {
    let tour = variable - 2 * coverRows
    return tour < 0 ? 1 : tourScale[tour]
  }

  /// Those of least reduced cost, in no order.
  func attractive() -> [Int] {
    var found: [(cost: Double, variable: Int)] = []
    found.reserveCapacity(4 * Self.fewest)
    var level = 0.0
    func offer(_ reduced: Double, _ variable: Int) {
      found.append((reduced, variable))
      guard found.count >= 4 * Self.fewest else { return }
      found.sort { $0 < $1 }
      found.removeLast(found.count - Self.fewest)
      level = found[Self.fewest - 1].cost
    }
    for variable in 0..<2 * coverRows {
      let reduced = reducedCost(variable: variable)
      if reduced < -Self.tolerance, reduced < level { offer(reduced, variable) }
    }
    let covers = dual + people
    entries.withUnsafeBufferPointer { rows in
      firstEntry.withUnsafeBufferPointer { first in
        for tour in 0..<tours where !isBasic[tour] && !isLeftOut[tour] {
          var reduced = cost[tour] - dual[owner[tour]]
          for place in first[tour]..<first[tour + 1] { reduced -= covers[Int(rows[place])] }
          guard reduced < -Self.tolerance else { continue }
          let scaled = reduced * tourScale[tour]
          if scaled < level { offer(scaled, 2 * coverRows + tour) }
        }
      }
    }
    if found.count > Self.fewest {
      found.sort { $0 < $1 }
      found.removeLast(found.count - Self.fewest)
    }
    return found.map(\.variable)
  }

  func best(of candidates: inout [Int]) -> Int? {
    var least = 0.0
    var chosen: Int?
    var count = 0
    for variable in candidates {
      let reduced = reducedCost(variable: variable)
      guard reduced < -Self.tolerance else { continue }
      candidates[count] = variable
      count += 1
      let scaled = reduced * scale(variable)
      if scaled < least { (least, chosen) = (scaled, count - 1) }
    }
    candidates.removeLast(candidates.count - count)
    return chosen.map { candidates.remove(at: $0) }
  }
}
