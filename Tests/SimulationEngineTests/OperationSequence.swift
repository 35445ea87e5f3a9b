// SPDX-License-Identifier: GPL-3.0-or-later

/// A fixed source of choices for random sequences of operations, apart from the engine's own.
struct OperationSequence {
  private var state: UInt64

  init(seed: UInt64) { state = seed &* 0x2545_f491_4f6c_dd1d | 1 }

  /// xorshift64*.
  mutating func bits() -> UInt64 {
    state ^= state >> 12
    state ^= state << 25
    state ^= state >> 27
    return state &* 0x2545_f491_4f6c_dd1d
  }

  mutating func below(_ bound: Int) -> Int { Int(bits() >> 33) % bound }
}
