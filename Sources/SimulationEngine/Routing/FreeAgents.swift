// SPDX-License-Identifier: GPL-3.0-or-later

/// The free agents of each group in no order, so that one can be drawn with equal chances.
struct FreeAgents: ~Copyable {
  private let firstMember: FixedArray<Int>
  private let counts: FixedArray<Int>
  private let members: FixedArray<Int32>
  private let places: FixedArray<Int32>

  init(_ desk: DeskLayout) {
    var starts: [Int] = []
    var total = 0
    for agents in desk.members {
      starts.append(total)
      total += agents.count
    }
    firstMember = FixedArray(starts)
    counts = FixedArray(repeating: 0, count: desk.groups.count)
    members = FixedArray(repeating: 0, count: total)
    places = FixedArray(repeating: -1, count: total)
  }

  func count(group: Int) -> Int { counts[group] }

  func agent(group: Int, place: Int) -> Int { Int(members[firstMember[group] + place]) }

  mutating func add(_ agent: Int, group: Int) {
    members[firstMember[group] + counts[group]] = Int32(agent)
    places[agent] = Int32(counts[group])
    counts[group] += 1
  }

  mutating func remove(_ agent: Int, group: Int) {
    counts[group] -= 1
    let last = members[firstMember[group] + counts[group]]
    members[firstMember[group] + Int(places[agent])] = last
    places[Int(last)] = places[agent]
  }
}
