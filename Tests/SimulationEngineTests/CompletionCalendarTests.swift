// SPDX-License-Identifier: GPL-3.0-or-later

import SimulationEngine
import Testing

/// The calendar of ends against an array that is searched from end to end.
@Suite struct CompletionCalendarTests {
  /// How far ahead ends lie: as expected, all in a few buckets, far beyond the window, both in turn.
  enum Lengths: CaseIterable {
    case expected, tiny, huge, mixed, ties
  }

  @Test(arguments: [1, 2, 6, 60, 300, 5000], Lengths.allCases)
  func `random beginnings and ends leave it as a full search would`(
    capacity: Int, lengths: Lengths
  ) {
    var choices = OperationSequence(seed: UInt64(capacity) &+ 7)
    var calendar = CompletionCalendar(capacity: capacity, slotCount: capacity, meanLength: 100)
    // Infinite where nothing runs. Plain loops over it: sanitizers make every call dear.
    var ends = [Double](repeating: .infinity, count: capacity)
    var running = 0
    // Negative times too, as in a warm-up.
    var now = -500.0
    var differences = 0
    func length() -> Double {
      let draw = Double(choices.below(1_000_000)) / 1_000_000
      return switch lengths {
      case .expected: 200 * draw
      case .tiny: 1e-4 * draw
      case .huge: 1e6 * draw
      case .mixed: choices.below(3) == 0 ? 1e5 * draw : draw
      case .ties: Double(choices.below(capacity / 2 + 3))
      }
    }
    var first = (slot: 0, end: Double.infinity)
    for _ in 0..<8000 {
      let begins = choices.below(capacity - running > capacity / 2 ? 3 : 2) > 0
      if begins, running < capacity {
        // Time passes between two ends, often without one.
        let next = running > 0 ? first.end : now + 3000
        now += (next - now) * Double(choices.below(100)) / 100
        var slot = choices.below(capacity)
        while ends[slot] < .infinity { slot = (slot + 1) % capacity }
        ends[slot] = now + length()
        calendar.push(ends[slot], slot: slot)
        running += 1
      } else if running > 0 {
        if calendar.leastSlot != first.slot { differences += 1 }
        now = calendar.minimum
        calendar.removeFirst()
        ends[first.slot] = .infinity
        running -= 1
      }
      first = earliest(ends)
      if calendar.minimum != first.end { differences += 1 }
    }
    #expect(differences == 0)
  }

  /// The first of the least ends.
  private func earliest(_ ends: [Double]) -> (slot: Int, end: Double) {
    ends.withUnsafeBufferPointer { ends in
      var best = (slot: 0, end: Double.infinity)
      var slot = 0
      while slot < ends.count {
        if ends[slot] < best.end { best = (slot, ends[slot]) }
        slot += 1
      }
      return best
    }
  }

  @Test func `what runs ends in order, at one instant by slot`() {
    var choices = OperationSequence(seed: 5)
    let ends = (0..<1000).map { _ in Double(choices.below(60)) / 8 - 3 }
    var calendar = CompletionCalendar(capacity: 1000, slotCount: 1000, meanLength: 10)
    for (slot, end) in ends.enumerated() { calendar.push(end, slot: slot) }
    var ended: [Int] = []
    for _ in ends {
      ended.append(calendar.leastSlot)
      calendar.removeFirst()
    }
    #expect(ended == ends.indices.sorted { (ends[$0], $0) < (ends[$1], $1) })
    #expect(calendar.minimum == .infinity)
  }

  @Test(arguments: [1e-7, 1, 1e7])
  func `a wrong guess of the length costs time and no order`(guess: Double) {
    var choices = OperationSequence(seed: 8)
    var calendar = CompletionCalendar(capacity: 200, slotCount: 200, meanLength: guess)
    for slot in 0..<200 { calendar.push(Double(choices.below(1000)), slot: slot) }
    var last = -1.0
    var steps = 0
    for _ in 0..<20_000 {
      if calendar.minimum < last { steps += 1 }
      last = calendar.minimum
      let slot = calendar.leastSlot
      calendar.removeFirst()
      calendar.push(last + 1 + Double(choices.below(1000)), slot: slot)
    }
    #expect(steps == 0)
    #expect(last > 20_000 / 200 * 400)
  }
}
