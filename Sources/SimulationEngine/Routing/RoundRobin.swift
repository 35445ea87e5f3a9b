// SPDX-License-Identifier: GPL-3.0-or-later

/// Agents in turn: the next free one after the last who was asked, group by group. Among groups of
/// equal preference the one whose turn is longest ago comes first.
package struct RoundRobin: AgentSelector, ~Copyable {
  /// A bit for each member of a group, and a bit for each word that is not zero.
  private let words: FixedArray<UInt64>
  private let summary: FixedArray<UInt64>
  private let firstWord: FixedArray<Int>
  private let firstSummary: FixedArray<Int>
  private let ranks: FixedArray<Int32>
  private let firstMember: FixedArray<Int>
  private let members: FixedArray<Int32>
  /// Rank at which each group's search goes on, and the number of the turn it last had.
  private let cursors: FixedArray<Int>
  private let lastTurn: FixedArray<Double>
  private var turn = 0.0

  package init(_ desk: DeskLayout) {
    var wordStarts: [Int] = [0]
    var summaryStarts: [Int] = [0]
    var memberStarts: [Int] = []
    var flat: [Int] = []
    for agents in desk.members {
      memberStarts.append(flat.count)
      flat += agents
      let count = agents.count / 64 + 1
      wordStarts.append(wordStarts[wordStarts.count - 1] + count)
      summaryStarts.append(summaryStarts[summaryStarts.count - 1] + count / 64 + 1)
    }
    words = FixedArray(repeating: 0, count: wordStarts[wordStarts.count - 1])
    summary = FixedArray(repeating: 0, count: summaryStarts[summaryStarts.count - 1])
    firstWord = FixedArray(wordStarts)
    firstSummary = FixedArray(summaryStarts)
    firstMember = FixedArray(memberStarts)
    members = FixedArray(flat.map { Int32($0) })
    ranks = FixedArray(desk.ranks.map { Int32($0) })
    cursors = FixedArray(repeating: 0, count: desk.groups.count)
    lastTurn = FixedArray(repeating: -1, count: desk.groups.count)
  }

  package mutating func add(_ agent: Int, group: Int, open: Int) {
    let rank = Int(ranks[agent])
    words[firstWord[group] + rank / 64] |= 1 << UInt64(rank % 64)
    summary[firstSummary[group] + rank / 4096] |= 1 << UInt64(rank / 64 % 64)
  }

  package mutating func remove(_ agent: Int, group: Int, open: Int) {
    let rank = Int(ranks[agent])
    let word = firstWord[group] + rank / 64
    words[word] &= ~(1 << UInt64(rank % 64))
    if words[word] == 0 {
      summary[firstSummary[group] + rank / 4096] &= ~(1 << UInt64(rank / 64 % 64))
    }
  }

  package mutating func assigned(_ agent: Int, group: Int, isFree: Bool, at time: Double) {
    cursors[group] = Int(ranks[agent]) + 1
    turn += 1
    lastTurn[group] = turn
  }

  package mutating func candidate(group: Int) -> AgentCandidate? {
    guard let rank = free(group, from: cursors[group]) ?? free(group, from: 0) else { return nil }
    return AgentCandidate(
      agent: Int(members[firstMember[group] + rank]), cost: lastTurn[group])
  }

  /// The first set bit at or after a rank.
  private func free(_ group: Int, from rank: Int) -> Int? {
    let wordCount = firstWord[group + 1] - firstWord[group]
    var index = rank / 64
    guard index < wordCount else { return nil }
    let bits = words[firstWord[group] + index] & (.max << UInt64(rank % 64))
    if bits != 0 { return index * 64 + bits.trailingZeroBitCount }
    index += 1
    var block = index / 64
    var mask: UInt64 = .max << UInt64(index % 64)
    while block < firstSummary[group + 1] - firstSummary[group] {
      let blocks = summary[firstSummary[group] + block] & mask
      if blocks != 0 {
        index = block * 64 + blocks.trailingZeroBitCount
        return index * 64 + words[firstWord[group] + index].trailingZeroBitCount
      }
      block += 1
      mask = .max
    }
    return nil
  }
}
