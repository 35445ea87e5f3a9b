// SPDX-License-Identifier: GPL-3.0-or-later

import Experiments
import Scenarios

/// The search for the cheapest sizes of one block, one trial after another.
///
/// It climbs from a first guess until the targets are met, where customers are served worst for the
/// money, then comes down by single seats and by exchanges (one seat less here, one more there) until
/// nothing cheaper is left that is not below sizes that have failed. More people never serve worse, up
/// to chance; so what lies below a failed trial is not tried.
struct PeriodSearch {
  let block: SizingBlock
  /// Bounds of each variable.
  private let ranges: [ClosedRange<Int>]
  /// Yuan over the horizon for one more of each variable.
  private let prices: [Double]
  /// The next sizes to be tried; nil where the search is over.
  private(set) var trial: [Int]?
  /// The cheapest sizes found to meet the targets.
  private(set) var best: [Int]?
  /// Of sizes that failed, the least whose targets are open.
  private(set) var open: [Int]?
  private var failed: [[Int]] = []
  private var step = 1
  private var exchanges: Int

  init(
    _ block: SizingBlock, ranges: [ClosedRange<Int>], prices: [Double], start: [Int],
    exchanges: Int = 6
  ) {
    self.block = block
    self.ranges = ranges
    self.prices = prices
    self.exchanges = exchanges
    trial = zip(start, ranges).map { min(max($0, $1.lowerBound), $1.upperBound) }
  }

  func price(_ sizes: [Int]) -> Double {
    zip(sizes, prices).reduce(0) { $0 + Double($1.0) * $1.1 }
  }

  /// Whether the sizes lie at or below some that failed.
  private func isHopeless(_ sizes: [Int]) -> Bool {
    failed.contains { failed in zip(sizes, failed).allSatisfy { $0 <= $1 } }
  }

  /// Takes what the trial showed.
  ///
  /// - Parameters:
  ///   - failures: For each variable the customers badly served in its hours.
  ///   - isFar: Whether the trial is far on its side of the targets.
  mutating func learn(_ answer: TargetAnswer, failures: [Double], isFar: Bool) {
    guard let tried = trial else { return }
    if answer == .met {
      best = tried
      step = isFar ? 2 * step : 1
      trial = descent(from: tried, failures) ?? exchange(from: tried, failures)
    } else {
      failed.append(tried)
      if answer == .undecided, open.map({ price(tried) < price($0) }) ?? true { open = tried }
      if let best {
        step = 1
        trial = descent(from: best, failures) ?? exchange(from: best, failures)
      } else {
        trial = ascent(from: tried, failures)
        step = isFar ? 2 * step : 1
      }
    }
  }

  /// More where customers are served worst for the money; nil at the bounds.
  private func ascent(from sizes: [Int], _ failures: [Double]) -> [Int]? {
    let free = sizes.indices.filter { sizes[$0] < ranges[$0].upperBound }
    guard
      let most = free.max(by: { failures[$0] / prices[$0] < failures[$1] / prices[$1] })
    else { return nil }
    var next = sizes
    // Far off, every unit that is served nearly as badly is raised with it.
    for index in free {
      let weight = (failures[index] / prices[index]) / (failures[most] / prices[most])
      if index == most || (step > 1 && weight > 0.5) {
        next[index] = min(ranges[index].upperBound, sizes[index] + step)
      }
    }
    return next
  }

  /// Less where customers are served best for the money; nil where every way down has failed.
  private func descent(from sizes: [Int], _ failures: [Double]) -> [Int]? {
    let order = sizes.indices.filter { prices[$0] > 0 }.sorted {
      failures[$0] / prices[$0] < failures[$1] / prices[$1]
    }
    for length in Set([step, 1]).sorted(by: >) {
      for index in order where sizes[index] - length >= ranges[index].lowerBound {
        var next = sizes
        next[index] -= length
        if !isHopeless(next) { return next }
      }
    }
    return nil
  }

  /// Cheaper sizes with one more here for one or two fewer elsewhere, nearest to balance first.
  private mutating func exchange(from sizes: [Int], _ failures: [Double]) -> [Int]? {
    guard exchanges > 0 else { return nil }
    var candidates: [(sizes: [Int], price: Double)] = []
    for up in sizes.indices where sizes[up] < ranges[up].upperBound {
      for first in sizes.indices where first != up && sizes[first] > ranges[first].lowerBound {
        for second in first..<sizes.count where second != up {
          var next = sizes
          next[up] += 1
          next[first] -= 1
          if second != first {
            guard sizes[second] > ranges[second].lowerBound else { continue }
            next[second] -= 1
          } else if prices[up] >= prices[first] - 1e-9 {
            // As dear as before: a second one has to go.
            guard sizes[first] - 2 >= ranges[first].lowerBound else { continue }
            next[first] -= 1
          }
          let price = price(next)
          if price < self.price(sizes) - 1e-6, !isHopeless(next) {
            candidates.append((next, price))
          }
        }
      }
    }
    let chosen = candidates.max { $0.price < $1.price }?.sizes
    if chosen != nil { exchanges -= 1 }
    return chosen
  }
}
