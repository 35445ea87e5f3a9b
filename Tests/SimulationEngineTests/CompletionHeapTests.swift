// SPDX-License-Identifier: GPL-3.0-or-later

import SimulationEngine
import Testing

/// The heap of ends against an array that is searched from end to end.
@Suite struct CompletionHeapTests {
  @Test(arguments: [1, 2, 4, 5, 6, 21, 22, 300, 5000], [1, 2, 3] as [UInt64])
  func `random beginnings and ends leave it as a full search would`(capacity: Int, seed: UInt64) {
    var choices = OperationSequence(seed: seed &+ UInt64(capacity))
    var heap = CompletionHeap(capacity: capacity)
    var ends = [Double?](repeating: nil, count: capacity)
    var now = -500.0
    var differences = 0
    // Few different times, so that ties are common; negative ones too, as in a warm-up.
    func later() -> Double { now + Double(choices.below(capacity / 2 + 3)) }
    for _ in 0..<4000 {
      let free = ends.indices.filter { ends[$0] == nil }
      if choices.below(2) == 0, !free.isEmpty {
        let slot = free[choices.below(free.count)]
        let end = later()
        heap.push(end, slot: slot)
        ends[slot] = end
      } else if free.count < capacity {
        heap.bringFirstSlotUp()
        let running = ends.indices.filter { ends[$0] != nil }
        let first = running.min { (ends[$0] ?? 0, $0) < (ends[$1] ?? 0, $1) } ?? -1
        if heap.leastSlot != first { differences += 1 }
        now = heap.minimum
        if choices.below(2) == 0 {
          let end = later()
          heap.replaceFirst(end)
          ends[first] = end
        } else {
          heap.removeFirst()
          ends[first] = nil
        }
      }
      if heap.minimum != ends.compactMap({ $0 }).min() ?? .infinity { differences += 1 }
    }
    #expect(differences == 0)
  }

  @Test func `what runs ends in order, at one instant by slot`() {
    var choices = OperationSequence(seed: 5)
    let ends = (0..<1000).map { _ in Double(choices.below(60)) / 8 - 3 }
    var heap = CompletionHeap(capacity: 1000)
    for (slot, end) in ends.enumerated() { heap.push(end, slot: slot) }
    var ended: [Int] = []
    for _ in ends {
      heap.bringFirstSlotUp()
      ended.append(heap.leastSlot)
      heap.removeFirst()
    }
    #expect(ended == ends.indices.sorted { (ends[$0], $0) < (ends[$1], $1) })
    #expect(heap.minimum == .infinity)
  }
}
