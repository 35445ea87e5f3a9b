// SPDX-License-Identifier: GPL-3.0-or-later

import Randomness

/// A hash of any value by its content: the same in every run of the same program, which Swift's own
/// is not.
///
/// Values are looked through by reflection, so that a member that is added later takes part. Sets and
/// dictionaries have no order, and give the same hash in any.
struct ContentHash {
  private var sum = FNV()

  var hash: UInt64 { sum.hash }

  /// What stands before a value, so that an empty list, nothing and zero differ.
  private enum Mark: UInt64 {
    case whole = 1
    case number, text, list, unordered, nothing, part
  }

  mutating func add(_ value: Any) {
    switch value {
    case let value as Int: add(.whole, UInt64(bitPattern: Int64(value)))
    case let value as Double: add(.number, value.bitPattern)
    case let value as String: add(text: value)
    case let values as [Double]:
      add(.list, UInt64(values.count))
      for value in values { add(.number, value.bitPattern) }
    case let values as [Int]:
      add(.list, UInt64(values.count))
      for value in values { add(.whole, UInt64(bitPattern: Int64(value))) }
    default: add(reflecting: value)
    }
  }

  private mutating func add(reflecting value: Any) {
    let mirror = Mirror(reflecting: value)
    switch mirror.displayStyle {
    case .set, .dictionary:
      var all: UInt64 = 0
      for child in mirror.children {
        var one = ContentHash()
        one.add(child.value)
        all &+= one.hash
      }
      add(.unordered, all)
    case .optional where mirror.children.isEmpty: add(.nothing, 0)
    case .collection: addChildren(of: mirror, .list)
    default:
      // A case without values, a number of another width: its text names it.
      if mirror.children.isEmpty, mirror.superclassMirror == nil {
        add(text: String(describing: value))
      } else {
        addChildren(of: mirror, .part)
      }
    }
  }

  private mutating func addChildren(of mirror: Mirror, _ mark: Mark) {
    add(mark, UInt64(mirror.children.count))
    for child in mirror.children {
      if mark == .part { add(text: child.label ?? "") }
      add(child.value)
    }
  }

  private mutating func add(_ mark: Mark, _ value: UInt64) {
    sum.add(mark.rawValue)
    // By bytes: the low bits of a product never see the high ones of its factors.
    for byte in 0..<8 { sum.add(value >> (8 * byte) & 0xFF) }
  }

  private mutating func add(text: String) {
    add(.text, UInt64(text.utf8.count))
    sum.add(text)
  }
}
