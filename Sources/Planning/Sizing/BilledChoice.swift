// SPDX-License-Identifier: GPL-3.0-or-later

/// Chooses among sizes that meet the targets by the whole bill of the staffing.
///
/// The search goes by the price of single seats. What people cost who are hired ahead, and stay after the
/// season, depends on the sizes of all periods together: a larger team before the height of the season
/// may be the cheaper one.
struct BilledChoice {
  let blocks: [SizingBlock]
  /// For each block the sizes that are known to meet its targets.
  let options: [[[Int]]]
  /// Units whose people stay: more of them than needed may be held in any period.
  let lasting: Set<Int>
  /// Whether sizes may only rise, as targets over the whole horizon hold for the given ones alone.
  let onlyRises: Bool
  /// Yuan over the horizon for sizes, with the people who stay by contract or by nature.
  let bill: (PeriodSizes) throws -> Double

  private static let rounds = 24
  /// Savings below this share of the bill are not worth a change.
  private static let least = 1e-6

  func improved(_ sizes: PeriodSizes) throws -> PeriodSizes {
    var sizes = sizes
    var cost = try bill(sizes)
    for _ in 0..<Self.rounds {
      var best: (cost: Double, sizes: PeriodSizes)?
      for candidate in candidates(from: sizes) {
        let other = try bill(candidate)
        if other < (best?.cost ?? cost * (1 - Self.least)) { best = (other, candidate) }
      }
      guard let best else { return sizes }
      (cost, sizes) = (best.cost, best.sizes)
    }
    return sizes
  }

  /// The sizes with another choice in one block.
  private func candidates(from sizes: PeriodSizes) -> [PeriodSizes] {
    var found: [PeriodSizes] = []
    for (block, vectors) in zip(blocks, options) {
      let own = block.vector(of: sizes)
      for vector in vectors + [own] {
        for next in raised(vector, block, sizes) {
          if onlyRises, !zip(next, own).allSatisfy({ $0 >= $1 }) { continue }
          var moved = sizes
          block.set(next, in: &moved)
          if moved != sizes, !found.contains(moved) { found.append(moved) }
        }
      }
    }
    return found
  }

  /// The vector, and it with the people of one lasting unit raised to what the unit has elsewhere.
  private func raised(_ vector: [Int], _ block: SizingBlock, _ sizes: PeriodSizes) -> [[Int]] {
    [vector]
      + vector.indices.filter { lasting.contains(block.variables[$0].unit) }.flatMap { index in
        Set(sizes.counts[block.variables[index].unit]).filter { $0 > vector[index] }.sorted()
          .map { size in
            var more = vector
            more[index] = size
            return more
          }
      }
  }
}
