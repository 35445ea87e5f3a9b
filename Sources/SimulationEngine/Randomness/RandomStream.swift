// SPDX-License-Identifier: GPL-3.0-or-later

import Randomness

/// What a customer's draw is for. Every purpose has numbers of its own, so that a draw more or
/// less for one never moves another.
enum Purpose {
  static let gap: UInt64 = 1
  static let inquiryType: UInt64 = 2
  static let patience: UInt64 = 3
  static let work: UInt64 = 4
  static let firstReply: UInt64 = 5
  static let purchase: UInt64 = 6
  static let silence: UInt64 = 7
  static let wrapUp: UInt64 = 8
  static let turns: UInt64 = 9
  static let closing: UInt64 = 10
  static let place: UInt64 = 11
  static let copies: UInt64 = 12
  static let score: UInt64 = 13
  static let slotFactor: UInt64 = 14
  static let pushes: UInt64 = 15
  static let routing: UInt64 = 16
  static let absence: UInt64 = 17
  static let doubt: UInt64 = 18
  static let surprise: UInt64 = 19
  @inline(__always)
  static func composing(_ turn: Int) -> UInt64 { 1024 &+ 2 &* UInt64(turn) }
  @inline(__always)
  static func thinking(_ turn: Int) -> UInt64 { 1025 &+ 2 &* UInt64(turn) }
  /// Of a customer's round: how many messages, and until when the agent does not look at it.
  static func roundMessages(_ turn: Int) -> UInt64 { 1 << 32 &+ 2 &* UInt64(turn) }
  static func attention(_ turn: Int) -> UInt64 { 1 << 32 &+ 1 &+ 2 &* UInt64(turn) }
  /// Between a message of the round and the one before it.
  static func messageGap(_ turn: Int, _ number: Int) -> UInt64 {
    1 << 40 &+ UInt64(turn) << 20 &+ UInt64(number)
  }
}

/// Numbers by counter: the n-th is a hash of key, purpose and n, so that any stream can be made
/// anywhere at once.
package struct RandomStream {
  private var numbers: SplitMix

  @inline(__always)
  package init(key: UInt64, purpose: UInt64) {
    numbers = SplitMix(state: key &+ purpose &* 0xd129_0d3b_4c1f_5a8d)
  }

  /// 64 random bits.
  @inline(__always)
  package mutating func next() -> UInt64 { numbers.next() }

  /// Uniform in (0, 1), never an end.
  @inline(__always)
  package mutating func uniform() -> Double {
    (Double(next() >> 12) + 0.5) * 0x1p-52
  }
}

@inline(__always)
func mix(_ bits: UInt64) -> UInt64 { SplitMix.mix(bits) }

/// Keys of the owners of randomness: replication, stream, date, customer.
enum StreamKey {
  static func replication(seed: UInt64, replication: Int) -> UInt64 {
    mix(mix(seed &+ 0x243f_6a88_85a3_08d3) &+ UInt64(bitPattern: Int64(replication)))
  }

  static func stream(_ replication: UInt64, name: String) -> UInt64 {
    // A stream is known by its name, so that another one beside it changes nothing.
    mix(replication &+ mix(FNV(hashing: name).hash))
  }

  static func day(_ stream: UInt64, dayNumber: Int) -> UInt64 {
    mix(stream ^ mix(UInt64(bitPattern: Int64(dayNumber)) &+ 0x1319_8a2e_0370_7344))
  }

  @inline(__always)
  static func customer(_ day: UInt64, ordinal: UInt64) -> UInt64 {
    mix(day &+ ordinal &* SplitMix.increment)
  }
}
