// SPDX-License-Identifier: GPL-3.0-or-later

import SimulationEngine
import Testing

/// What happens to customers later, against a list that is searched from end to end.
@Suite struct PendingTests {
  private func entry(_ time: Double, _ contact: Int) -> Pending.Entry {
    Pending.Entry(time: time, contact: UInt64(contact), place: 0, stage: .overflow)
  }

  @Test func `of one instant what was added first comes first`() {
    var pending = Pending()
    for contact in 0..<40 { _ = pending.add(entry(Double(contact % 3), contact)) }
    var order: [UInt64] = []
    while pending.count > 0 { order.append(pending.takeFirst().contact) }
    let wanted =
      (0..<40).filter { $0 % 3 == 0 } + (0..<40).filter { $0 % 3 == 1 }
      + (0..<40).filter { $0 % 3 == 2 }
    #expect(order == wanted.map { UInt64($0) })
    #expect(pending.minimum == .infinity)
  }

  @Test(arguments: [1, 2, 3] as [UInt64])
  func `random additions, cancellations and takings are those of a full search`(seed: UInt64) {
    var choices = OperationSequence(seed: seed)
    var pending = Pending()
    var listed: [(time: Double, contact: Int, ticket: Int32)] = []
    var differences = 0
    func first() -> Int? {
      listed.indices.min {
        (listed[$0].time, listed[$0].contact) < (listed[$1].time, listed[$1].contact)
      }
    }
    for contact in 0..<20_000 {
      switch choices.below(4) {
      case 0, 1:
        let time = Double(choices.below(50))
        listed.append((time, contact, pending.add(entry(time, contact))))
      case 2 where !listed.isEmpty:
        let place = choices.below(listed.count)
        pending.cancel(listed.remove(at: place).ticket)
      default:
        guard let place = first() else { continue }
        if pending.takeFirst().contact != UInt64(listed.remove(at: place).contact) {
          differences += 1
        }
      }
      // Keeps the list short enough to be searched.
      while listed.count > 60 { pending.cancel(listed.removeLast().ticket) }
      if pending.count != listed.count { differences += 1 }
      let least = first().map { listed[$0].time } ?? .infinity
      if pending.minimum != least { differences += 1 }
    }
    #expect(differences == 0)
  }

  @Test func `a million cancelled leave nothing behind`() {
    var pending = Pending()
    let kept = pending.add(entry(5e8, 7))
    var highest: Int32 = 0
    for contact in 0..<1_000_000 {
      let ticket = pending.add(entry(1e9 - Double(contact), contact))
      highest = max(highest, ticket)
      pending.cancel(ticket)
    }
    // The place of a cancelled entry is used again.
    #expect(highest == 1)
    #expect(pending.count == 1)
    #expect(pending.minimum == 5e8)
    pending.cancel(Pending.none)
    pending.cancel(kept)
    #expect(pending.count == 0)
    #expect(pending.minimum == .infinity)
  }
}
