// SPDX-License-Identifier: GPL-3.0-or-later

import SimulationEngine
import Testing

/// The row of times against a sorted array.
@Suite struct OrderedRowTests {
  @Test(arguments: [1, 2, 3, 4] as [UInt64])
  func `random changes leave it as sorting would`(seed: UInt64) {
    var choices = OperationSequence(seed: seed)
    let times = UnsafeMutableRawPointer.allocate(
      byteCount: 8 * OrderedRow.length, alignment: 64
    ).bindMemory(to: Double.self, capacity: OrderedRow.length)
    defer { UnsafeMutableRawPointer(times).deallocate() }
    times.initialize(repeating: .infinity, count: OrderedRow.length)
    let row = OrderedRow(times)
    var sorted: [Double] = []
    var differences = 0
    for _ in 0..<4000 {
      // Few different times, so that some are equal; the last place stays empty.
      let time = Double(choices.below(12))
      switch choices.below(3) {
      case 0 where sorted.count < OrderedRow.length - 1:
        row.insert(time, above: -1)
        sorted.append(time)
      case 1 where sorted.contains { $0 <= time }:
        let later = max(time, sorted[0])
        row.replaceFirst(with: later)
        sorted[0] = later
      case 2 where !sorted.isEmpty:
        row.removeFirst()
        sorted.removeFirst()
      default: continue
      }
      sorted.sort()
      let rest = [Double](repeating: .infinity, count: OrderedRow.length - sorted.count)
      if (0..<OrderedRow.length).map({ times[$0] }) != sorted + rest { differences += 1 }
    }
    #expect(differences == 0)
  }
}
