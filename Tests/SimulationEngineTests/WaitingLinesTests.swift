// SPDX-License-Identifier: GPL-3.0-or-later

import SimulationEngine
import Testing

/// The rings of the waiting lines against arrays.
@Suite struct WaitingLinesTests {
  private func contact(_ number: Int) -> WaitingContact {
    WaitingContact(
      arrival: Double(number), deadline: Double(2 * number), work: 0, key: UInt64(number),
      cell: UInt32(truncatingIfNeeded: number), flags: number % 3 == 0 ? .measured : [])
  }

  private func isSame(_ left: WaitingContact, _ right: WaitingContact) -> Bool {
    left.arrival == right.arrival && left.deadline == right.deadline && left.key == right.key
      && left.cell == right.cell && left.flags == right.flags
  }

  /// - Parameter growth: Of ten steps so many add; 5 keeps lines short, 8 lets them double.
  @Test(arguments: [4, 5, 8], [1, 2, 3] as [UInt64])
  func `random additions and removals leave them as arrays would be`(growth: Int, seed: UInt64) {
    let lineCount = 3
    var choices = OperationSequence(seed: seed &+ 100 &* UInt64(growth))
    var lines = WaitingLines(count: lineCount)
    var arrays = [[WaitingContact]](repeating: [], count: lineCount)
    var differences = 0
    for number in 0..<20_000 {
      let line = choices.below(lineCount)
      if choices.below(10) < growth {
        let new = contact(number)
        if choices.below(4) == 0 {
          lines.prepend(new, to: line)
          arrays[line].insert(new, at: 0)
        } else {
          lines.append(new, to: line)
          arrays[line].append(new)
        }
      } else if !arrays[line].isEmpty {
        lines.removeFirst(line)
        arrays[line].removeFirst()
      }
      if choices.below(8) == 0, !arrays[line].isEmpty {
        let offset = choices.below(arrays[line].count)
        lines[line, offset].flags.insert(.gone)
        lines[line, offset].deadline = -.infinity
        arrays[line][offset].flags.insert(.gone)
        arrays[line][offset].deadline = -.infinity
      }
      if lines.count(line) != arrays[line].count { differences += 1 }
      if let head = arrays[line].first, !isSame(lines[line, 0], head) { differences += 1 }
      if let tail = arrays[line].last, !isSame(lines[line, arrays[line].count - 1], tail) {
        differences += 1
      }
    }
    for line in 0..<lineCount {
      for (offset, entry) in arrays[line].enumerated() where !isSame(lines[line, offset], entry) {
        differences += 1
      }
    }
    #expect(differences == 0)
    #expect(growth < 8 || arrays.allSatisfy { $0.count > 1024 }, "the rings have grown")
  }
}
