// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars

/// Which customers have been seen on which days: sixteen bytes each at most, whatever their names.
///
/// A customer is known by a hash of 64 bits, seeded anew in each process. Of 100,000 customers of a day
/// two are taken for one with a probability of three in ten billion.
struct CustomerDays {
  private var days: [Int: Day] = [:]
  private var latest = (number: Int.min, day: Day())

  /// - Returns: Whether the customer has not been seen on the day before.
  mutating func insert(_ customer: ArraySlice<UInt8>, on date: CivilDate) -> Bool {
    if date.dayNumber != latest.number {
      if latest.number != .min { days[latest.number] = latest.day }
      // Taken out, so that it is changed in its place.
      latest = (date.dayNumber, days.removeValue(forKey: date.dayNumber) ?? Day())
    }
    var hasher = Hasher()
    customer.withUnsafeBytes { hasher.combine(bytes: $0) }
    // Zero stands for an empty slot.
    return latest.day.insert(max(1, UInt64(truncatingIfNeeded: hasher.finalize())))
  }

  mutating func clear() { self = CustomerDays() }

  /// The customers of a day, each in the next free slot from where its hash points.
  private struct Day {
    private var slots: [UInt64] = []
    private var count = 0

    mutating func insert(_ key: UInt64) -> Bool {
      if 5 * (count + 1) > 4 * slots.count { grow() }
      var slot = place(of: key)
      while slots[slot] != 0 {
        if slots[slot] == key { return false }
        slot = slot + 1 == slots.count ? 0 : slot + 1
      }
      slots[slot] = key
      count += 1
      return true
    }

    private func place(of key: UInt64) -> Int {
      Int(key.multipliedFullWidth(by: UInt64(slots.count)).high)
    }

    private mutating func grow() {
      let old = slots
      slots = [UInt64](repeating: 0, count: max(16, old.count * 3 / 2))
      for key in old where key != 0 {
        var slot = place(of: key)
        while slots[slot] != 0 { slot = slot + 1 == slots.count ? 0 : slot + 1 }
        slots[slot] = key
      }
    }
  }
}
