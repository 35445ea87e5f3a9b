// SPDX-License-Identifier: GPL-3.0-or-later

import Experiments
import Inference
import Scenarios

/// Chooses among sizes whose service is known, block by block, so that targets over the whole horizon
/// are met at the least cost.
///
/// A seat is added where it gives the most service for its price until the targets are met; then seats
/// are taken, alone or for a cheaper one elsewhere, as long as the targets stay met.
struct MarginalChoice {
  let blocks: [SizingBlock]
  let table: ServiceTable
  /// Yuan for one more of a unit in a period.
  let prices: [[Double]]
  /// For each block the sizes whose service is known.
  let options: [[[Int]]]
  /// Whether estimates decide, not the pessimistic ends of their intervals.
  let isRough: Bool

  func improved(_ sizes: PeriodSizes) -> PeriodSizes {
    var sizes = sizes
    var short = shortfall(sizes)
    while short > 0, let step = steepest(from: sizes, shortfall: short) {
      sizes = step
      short = shortfall(sizes)
    }
    if short > 0 { return sizes }
    while let cheaper = taken(from: sizes) ?? exchanged(from: sizes) { sizes = cheaper }
    return sizes
  }

  func price(_ sizes: PeriodSizes) -> Double {
    zip(sizes.counts, prices).reduce(0) { sum, unit in
      sum + zip(unit.0, unit.1).reduce(0) { $0 + Double($1.0) * $1.1 }
    }
  }

  /// How far targets over the whole horizon are from being met, relative to their bounds; zero where
  /// all are.
  func shortfall(_ sizes: PeriodSizes) -> Double {
    let segments = Array(table.layout.segments.indices)
    return table.targets.indices.reduce(0) { sum, index in
      let target = table.targets[index]
      guard target.scope != .everyMonth else { return sum }
      guard let result = table.result(index, segments: segments, sizes) else { return .infinity }
      let reached =
        isRough && result.promise == nil
        ? result.value?.mean ?? result.pessimistic : result.pessimistic
      return sum + max(0, -target.room(reached)) / max(target.bound, 1e-9)
    }
  }

  /// Whether targets of every month hold in a block.
  private func holds(_ block: SizingBlock, _ sizes: PeriodSizes) -> Bool {
    table.targets.indices.allSatisfy { index in
      guard table.targets[index].scope == .everyMonth else { return true }
      return block.months.allSatisfy { month in
        let result = table.result(index, segments: month.segments, sizes)
        return result.map { isRough ? $0.isEstimateKept : $0.sizingAnswer == .met } ?? false
      }
    }
  }

  /// The sizes with another known choice in one block.
  private func changes(of sizes: PeriodSizes) -> [(sizes: PeriodSizes, block: Int, price: Double)] {
    let own = price(sizes)
    return zip(blocks, options).enumerated().flatMap { index, pair in
      pair.1.compactMap { vector in
        var moved = sizes
        pair.0.set(vector, in: &moved)
        guard moved != sizes, holds(pair.0, moved) || !holds(pair.0, sizes) else { return nil }
        return (moved, index, price(moved) - own)
      }
    }
  }

  private func steepest(from sizes: PeriodSizes, shortfall short: Double) -> PeriodSizes? {
    var best: (gain: Double, sizes: PeriodSizes)?
    for change in changes(of: sizes) {
      let less = short - shortfall(change.sizes)
      guard less > 0 else { continue }
      let gain = less / max(change.price, 1e-9)
      if best.map({ gain > $0.gain }) ?? true { best = (gain, change.sizes) }
    }
    return best?.sizes
  }

  private func taken(from sizes: PeriodSizes) -> PeriodSizes? {
    changes(of: sizes).filter { $0.price < -1e-9 }.sorted { $0.price < $1.price }
      .first { shortfall($0.sizes) == 0 }?.sizes
  }

  /// One change that saves, with another in a second block that makes up for it at a lower price.
  private func exchanged(from sizes: PeriodSizes) -> PeriodSizes? {
    let changes = changes(of: sizes)
    var pairs: [(price: Double, sizes: PeriodSizes)] = []
    for less in changes where less.price < -1e-9 {
      for more in changes where more.block != less.block && more.price + less.price < -1e-9 {
        var both = less.sizes
        blocks[more.block].set(blocks[more.block].vector(of: more.sizes), in: &both)
        pairs.append((less.price + more.price, both))
      }
    }
    return pairs.sorted { $0.price < $1.price }.first { shortfall($0.sizes) == 0 }?.sizes
  }
}
