// SPDX-License-Identifier: GPL-3.0-or-later

import SimulationEngine
import Testing

/// The buckets of agents by open chats against arrays in order of coming.
@Suite struct OccupancyListsTests {
  @Test(arguments: [1, 2, 3, 4, 5] as [UInt64])
  func `random moves leave the buckets as arrays would be`(seed: UInt64) {
    let (agentCount, groupCount, levelCount) = (40, 3, 64)
    var choices = OperationSequence(seed: seed)
    var lists = OccupancyLists(agentCount: agentCount, groupCount: groupCount)
    var buckets = [[Int]](repeating: [], count: groupCount * levelCount)
    var places = [Int?](repeating: nil, count: agentCount)
    var differences = 0
    for _ in 0..<20_000 {
      let agent = choices.below(agentCount)
      let group = agent % groupCount
      if let bucket = places[agent] {
        lists.remove(agent, group: group, level: bucket % levelCount)
        buckets[bucket].removeAll { $0 == agent }
        places[agent] = nil
      } else {
        // Few levels, so that buckets fill up, and now and then the outermost.
        let level = choices.below(10) == 0 ? 63 : choices.below(5)
        lists.add(agent, group: group, level: level)
        buckets[group * levelCount + level].append(agent)
        places[agent] = group * levelCount + level
      }
      for group in 0..<groupCount {
        var bits: UInt64 = 0
        for level in 0..<levelCount {
          guard let first = buckets[group * levelCount + level].first else { continue }
          bits |= 1 << UInt64(level)
          if lists.first(group: group, level: level) != first { differences += 1 }
        }
        if lists.levels(group: group) != bits { differences += 1 }
      }
    }
    #expect(differences == 0)
  }
}
