// SPDX-License-Identifier: GPL-3.0-or-later

import SimulationEngine
import Testing

/// The tree of least keys against an array that is searched from end to end.
@Suite struct MinimumTreeTests {
  /// Places on both sides of each change of the tree's shape: a block, the top, two levels, three.
  static let sizes = [1, 2, 7, 8, 9, 15, 16, 17, 64, 65, 127, 128, 129, 1000, 1024, 1025, 9000]

  /// The obvious tree.
  private struct Searched {
    var keys: [Double]
    var minimum: Double { keys.min() ?? .infinity }
    var leastPlace: Int { keys.indices.min { keys[$0] < keys[$1] } ?? 0 }
  }

  @Test(arguments: sizes, [1, 2, 3] as [UInt64])
  func `random changes leave it as a full search would`(size: Int, seed: UInt64) {
    var choices = OperationSequence(seed: seed &+ UInt64(size))
    var tree = MinimumTree(count: size)
    var searched = Searched(keys: [Double](repeating: .infinity, count: size))
    // Few different keys, so that ties are common; infinity too, for agents with nothing to do.
    func key() -> Double {
      choices.below(5) == 0 ? .infinity : Double(choices.below(3 * size / 2 + 4))
    }
    var differences = 0
    for _ in 0..<min(4000, 600 + 2_000_000 / size) {
      if choices.below(2) == 0 || searched.minimum == .infinity {
        let place = choices.below(size)
        let new = key()
        tree.set(place, to: new)
        searched.keys[place] = new
      } else {
        let new = key()
        tree.set(tree.leastPlace(), to: new)
        searched.keys[searched.leastPlace] = new
      }
      if tree.minimum != searched.minimum { differences += 1 }
      if searched.minimum < .infinity, tree.leastPlace() != searched.leastPlace {
        differences += 1
      }
      let place = choices.below(size)
      if tree.key(of: place) != searched.keys[place] { differences += 1 }
    }
    #expect(differences == 0)
  }

  @Test(arguments: [1, 16, 17, 130, 5000])
  func `what is taken comes out in order, equal keys by place`(size: Int) {
    var choices = OperationSequence(seed: 11)
    var tree = MinimumTree(count: size)
    let keys = (0..<size).map { _ in Double(choices.below(size / 3 + 1)) }
    for (place, key) in keys.enumerated() { tree.set(place, to: key) }
    var taken: [Int] = []
    for _ in 0..<size {
      let place = tree.leastPlace()
      taken.append(place)
      tree.set(place, to: .infinity)
    }
    #expect(taken == keys.indices.sorted { (keys[$0], $0) < (keys[$1], $1) })
    #expect(tree.minimum == .infinity)
  }
}
