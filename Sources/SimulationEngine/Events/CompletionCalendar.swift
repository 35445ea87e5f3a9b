// SPDX-License-Identifier: GPL-3.0-or-later

/// The ends of running conversations, each with its slot: the event list of a plain desk, where an
/// end never changes once it is known.
///
/// A calendar queue (R. Brown, CACM 31, 1988): buckets of equal length in a ring, a bit for each
/// that holds an end, ends of one bucket linked in order. With buckets much finer than the time
/// between ends, taking the first and adding another one costs a few steps without a branch that
/// chance decides, however many conversations run. Ends beyond the ring's window wait in a chain.
package struct CompletionCalendar: ~Copyable {
  package struct Entry: BitwiseCopyable {
    var time: Double
    /// Slot of the end behind in the same bucket, or −1.
    var next: Int32
  }

  private let entries: FixedArray<Entry>
  /// First slot of each bucket that holds one.
  private let heads: FixedArray<Int32>
  private let occupied: FixedArray<UInt64>
  private let mask: Int
  private var bucketsPerSecond: Double
  /// The ring holds the buckets from here on; no end is before it.
  private var windowStart = 0
  /// Where the window is moved on.
  private var windowTurn = 0
  /// Bucket of the first end.
  private var cursor = 0
  private var laterHead: Int32 = -1
  /// Steps spent among ends of one bucket, and among later ones, since the last change of length.
  private var crowding = 0
  private var distance = 0
  private var isAdmitting = false
  /// The first end, which is in the ring; infinite if nothing runs.
  package private(set) var minimum = Double.infinity
  /// The slot whose conversation ends first, of those at one instant the smallest; meaningless if
  /// nothing runs.
  package private(set) var leastSlot = 0

  /// - Parameters:
  ///   - capacity: Most conversations at once; slots are smaller than `slotCount`.
  ///   - meanLength: Seconds of a conversation, roughly: it sets the buckets' first length.
  package init(capacity: Int, slotCount: Int, meanLength: Double) {
    entries = FixedArray(repeating: Entry(time: 0, next: -1), count: slotCount)
    var size = 64
    while size < 16 * capacity, size < 1 << 16 { size *= 2 }
    mask = size - 1
    heads = FixedArray(repeating: -1, count: size)
    occupied = FixedArray(repeating: 0, count: size / 64)
    bucketsPerSecond = min(max(Double(size) / 4 / meanLength, 1e-6), Self.mostBucketsPerSecond)
  }

  /// Keeps bucket numbers of a century exact.
  private static let mostBucketsPerSecond = 1e5

  @inline(__always)
  package mutating func push(_ time: Double, slot: Int) {
    let bucket = bucket(of: time)
    entries[slot].time = time
    if UInt(bitPattern: bucket &- windowStart) > UInt(bitPattern: mask) {
      pushOutside(slot, bucket: bucket)
    } else {
      insert(slot, time, bucket: bucket)
    }
  }

  @inline(__always)
  package mutating func removeFirst() {
    let place = cursor & mask
    let next = entries[leastSlot].next
    if next >= 0 {
      heads[place] = next
      leastSlot = Int(next)
      minimum = entries[leastSlot].time
      return
    }
    var word = place &>> 6
    let shift = UInt64(truncatingIfNeeded: place)
    let others = occupied[word] & ~(1 &<< shift)
    occupied[word] = others
    // Whether another end is near enough to share the word is a matter of chance: no branch, and
    // one load in either case, which would be made one.
    let isElsewhere = others & (~0 &<< shift) == 0 ? 1 : 0
    word = (word &+ isElsewhere) & (mask &>> 6)
    let ahead = occupied[word] & (~0 &<< shift | UInt64(truncatingIfNeeded: 0 &- isElsewhere))
    if ahead != 0 {
      become(first: word &<< 6 | ahead.trailingZeroBitCount)
    } else {
      searchOn(from: word)
    }
  }

  /// The first end stands in that bucket now.
  @inline(__always)
  private mutating func become(first: Int) {
    let before = cursor
    cursor = before &+ (first &- before) & mask
    leastSlot = Int(heads[first])
    minimum = entries[leastSlot].time
    if cursor >= windowTurn { moveWindow(to: before) }
  }

  /// Numbers grow with time, also before time zero, and begin where their low bits are zero.
  @inline(__always)
  private func bucket(of time: Double) -> Int {
    // Adding 1.5 · 2^52 rounds to a whole number, which then stands in the low bits.
    Int(truncatingIfNeeded: (time * bucketsPerSecond + 0x1.8p52).bitPattern)
  }

  @inline(__always)
  private mutating func insert(_ slot: Int, _ time: Double, bucket: Int) {
    let place = bucket & mask
    let bit: UInt64 = 1 &<< UInt64(truncatingIfNeeded: place)
    let bits = occupied[place &>> 6]
    if bits & bit == 0 {
      occupied[place &>> 6] = bits | bit
      heads[place] = Int32(truncatingIfNeeded: slot)
      entries[slot].next = -1
      if time < minimum {
        minimum = time
        leastSlot = slot
        cursor = bucket
      }
    } else {
      insertAmongOthers(slot, time, bucket: bucket)
    }
  }

  @inline(never)
  private mutating func insertAmongOthers(_ slot: Int, _ time: Double, bucket: Int) {
    let place = bucket & mask
    var before: Int32 = -1
    var after = heads[place]
    while after >= 0, (entries[Int(after)].time, Int(after)) < (time, slot) {
      before = after
      after = entries[Int(after)].next
      crowding &+= 1
    }
    entries[slot].next = after
    if before >= 0 {
      entries[Int(before)].next = Int32(slot)
    } else {
      heads[place] = Int32(slot)
      if bucket == cursor {
        minimum = time
        leastSlot = slot
      }
    }
    if crowding > 4 * (mask + 1), bucketsPerSecond * 8 <= Self.mostBucketsPerSecond,
      !isAdmitting
    {
      changeLength(1 / 8.0)
    }
  }

  // MARK: What is rare

  /// Looks for the first end beyond a word that holds none from the last one on.
  @inline(never)
  private mutating func searchOn(from word: Int) {
    let wordMask = mask &>> 6
    for step in 1...(wordMask + 1) {
      let each = (word &+ step) & wordMask
      let bits = occupied[each]
      if bits != 0 {
        become(first: each &<< 6 | bits.trailingZeroBitCount)
        return
      }
    }
    minimum = .infinity
    if laterHead >= 0 { openWindow() }
  }

  @inline(never)
  private mutating func pushOutside(_ slot: Int, bucket: Int) {
    if bucket < windowStart { emptyRing() }
    entries[slot].next = laterHead
    laterHead = Int32(slot)
    if minimum == .infinity { openWindow() }
  }

  /// Moves the window on to the present bucket.
  @inline(never)
  private mutating func moveWindow(to bucket: Int) {
    setWindow(max(bucket, windowStart))
    admitLater()
    if distance > 4 * (mask + 1), bucketsPerSecond > 1e-6 { changeLength(8) }
  }

  /// Opens the window at the first of the later ends, with room before it.
  private mutating func openWindow() {
    var first = Int.max
    var slot = laterHead
    while slot >= 0 {
      first = min(first, bucket(of: entries[Int(slot)].time))
      slot = entries[Int(slot)].next
    }
    setWindow(first - mask / 4)
    admitLater()
  }

  private mutating func setWindow(_ start: Int) {
    windowStart = start
    windowTurn = start + (mask + 1) / 2
  }

  /// Takes the later ends that now lie in the window into the ring.
  private mutating func admitLater() {
    isAdmitting = true
    defer { isAdmitting = false }
    var slot = laterHead
    laterHead = -1
    while slot >= 0 {
      let next = entries[Int(slot)].next
      let time = entries[Int(slot)].time
      let bucket = bucket(of: time)
      if bucket - windowStart <= mask {
        insert(Int(slot), time, bucket: bucket)
      } else {
        entries[Int(slot)].next = laterHead
        laterHead = slot
        distance &+= 1
      }
      slot = next
    }
  }

  /// Puts all ends into the chain of the later ones.
  private mutating func emptyRing() {
    for word in 0...(mask >> 6) {
      var bits = occupied[word]
      while bits != 0 {
        var slot = heads[word << 6 | bits.trailingZeroBitCount]
        while slot >= 0 {
          let next = entries[Int(slot)].next
          entries[Int(slot)].next = laterHead
          laterHead = slot
          slot = next
        }
        bits &= bits - 1
      }
      occupied[word] = 0
    }
    minimum = .infinity
  }

  /// Gives the buckets another length, where too many ends share one or lie beyond the window.
  private mutating func changeLength(_ factor: Double) {
    emptyRing()
    bucketsPerSecond /= factor
    openWindow()
    crowding = 0
    distance = 0
  }
}
