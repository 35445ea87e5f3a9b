// SPDX-License-Identifier: GPL-3.0-or-later

/// The FNV-1a hash of 64 bits (Fowler, Noll, Vo): short, the same on every machine and in every run.
package struct FNV: Sendable {
  package private(set) var hash: UInt64 = 0xcbf2_9ce4_8422_2325

  package init() {}

  package init(hashing text: String) { add(text) }

  package mutating func add(_ value: UInt64) { hash = (hash ^ value) &* 0x100_0000_01b3 }

  package mutating func add(_ text: String) {
    for byte in text.utf8 { add(UInt64(byte)) }
  }
}
