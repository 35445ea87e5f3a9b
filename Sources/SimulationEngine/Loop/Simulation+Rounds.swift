// SPDX-License-Identifier: GPL-3.0-or-later

/// A customer's round of several messages, and agents who do not look up at once.
extension Simulation where Events: ~Copyable, Agents: ~Copyable {
  /// When the round that begins with the slot's present question can be answered: it is all written,
  /// and the agent has looked up. Its further messages are told to the observer.
  @inline(never)
  mutating func readyToAnswer(_ slot: Int, key: UInt64, cell: Int, type: Int) -> Double {
    let turn = Int(messages[slot].turn)
    let further = draws.furtherCount(
      mean: types[type].furtherMean, key, Purpose.roundMessages(turn))
    var last = messages[slot].askedAt
    for number in 0..<Int(further) {
      last += draws.value(types[type].messageGap, key, Purpose.messageGap(turn, number))
      note(.wrote, key: key, cell: cell, time: last)
    }
    return last + draws.value(types[type].attention, key, Purpose.attention(turn))
  }
}
