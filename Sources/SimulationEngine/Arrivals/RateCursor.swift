// SPDX-License-Identifier: GPL-3.0-or-later

import Demand
import Scenarios

/// Draws one stream's arrivals from its slot rates, day by day.
///
/// Customer n of a date arrives where the date's cumulated mean reaches E₁ + … + Eₙ, unit
/// exponentials of the customers' own: the exact inversion of a piecewise linear function, with no
/// bound to thin against. A factor on the demand moves arrivals and keeps the customers. The bits of
/// a customer's key, themselves a hash, are the exponential's; all other draws are hashes of the key.
struct RateCursor: BitwiseCopyable {
  /// Tables of the stream inside the source's pools.
  private let means: UnsafePointer<Double>
  private let mixIndices: UnsafePointer<UInt32>
  private let mixes: UnsafePointer<Double>
  private let dayFactors: UnsafePointer<Double>
  private let slotFactors: UnsafePointer<Double>
  private let typeCount: Int
  private let dayCount: Int
  private let slotsPerDay: Int
  private let slotLength: Double
  private let firstTime: Double
  private let firstDayNumber: Int
  private let streamKey: UInt64
  /// Shape of the slot factors; 0 for none.
  private let slotShape: Double
  /// Of the stream's shop, within an interval.
  private let firstRow: UInt32

  private var day = -1
  private var dayKey: UInt64 = 0
  /// Of the customer who came last.
  private var ordinal: UInt64 = 0
  /// Global index of the slot and the end of the day's slots.
  private var slot = 0
  private var lastSlot = 0
  private var slotStart = 0.0
  /// Unit exponentials summed up, measured from the slot's start.
  private var mass = 0.0
  private var slotMass = 0.0
  private var secondsPerMass = 0.0

  init(
    _ rates: SlotRates, tables: RateTables, firstTime: Double, firstDayNumber: Int,
    streamKey: UInt64, firstRow: Int
  ) {
    means = tables.means
    mixIndices = tables.mixIndices
    mixes = tables.mixes
    dayFactors = tables.dayFactors
    slotFactors = tables.slotFactors
    typeCount = rates.typeCount
    dayCount = rates.dayCount
    slotsPerDay = rates.slotsPerDay
    slotLength = Double(rates.slotLength)
    self.firstTime = firstTime
    self.firstDayNumber = firstDayNumber
    self.streamKey = streamKey
    let variance = rates.busyness?.slotVariance ?? 0
    // Below this nobody could tell the factor from 1, and its shape might be infinite.
    slotShape = variance > 1e-12 ? 1 / variance : 0
    self.firstRow = UInt32(firstRow)
    lastSlot = -1
    slot = 0
  }

  /// Writes the stream's next arrivals, at an infinite time after the last day.
  ///
  /// Slot by slot in short loops, each of which the processor has several rounds of in work.
  @inline(__always)
  mutating func draw(_ count: Int, into block: UnsafeMutablePointer<Arrival>, _ draws: Draws) {
    var first = 0
    var index = 0
    while true {
      var (ordinal, mass) = (ordinal, mass)
      let (dayKey, slotMass, slotStart, secondsPerMass) =
        (dayKey, slotMass, slotStart, secondsPerMass)
      var key: UInt64 = 0
      while index < count {
        ordinal &+= 1
        key = StreamKey.customer(dayKey, ordinal: ordinal)
        var stream = RandomStream(key: key, purpose: Purpose.gap)
        mass += draws.ziggurat.exponential(key, &stream)
        if mass >= slotMass { break }
        let time = slotStart + mass * secondsPerMass
        block[index] = Arrival(time: time, key: key, type: 0, row: firstRow)
        index &+= 1
      }
      (self.ordinal, self.mass) = (ordinal, mass)
      drawTypes(of: block + first, count: index &- first)
      if index == count { return }
      guard advance(&key, draws) else {
        (block + index).update(repeating: .none, count: count &- index)
        return
      }
      let time = self.slotStart + self.mass * self.secondsPerMass
      block[index] = Arrival(time: time, key: key, type: 0, row: firstRow)
      first = index
      index &+= 1
    }
  }

  /// Draws the types of arrivals of the present slot.
  @inline(__always)
  private func drawTypes(of block: UnsafeMutablePointer<Arrival>, count: Int) {
    if typeCount == 1 || count == 0 { return }
    let row = mixes + Int(mixIndices[slot]) &* typeCount
    for index in 0..<count {
      var stream = RandomStream(key: block[index].key, purpose: Purpose.inquiryType)
      let uniform = stream.uniform()
      // Counts the shares that are not larger by the signs of differences: a branch on them would
      // be guessed wrong as often as chance has it.
      var type = UInt64(typeCount &- 1) &- (uniform - row[0]).bitPattern &>> 63
      if typeCount > 2 {
        for each in 1..<(typeCount &- 1) { type &-= (uniform - row[each]).bitPattern &>> 63 }
      }
      block[index].type = UInt32(truncatingIfNeeded: type)
      block[index].row = UInt32(truncatingIfNeeded: type) &+ firstRow
    }
  }

  /// Goes to the slot in which the mass lies, over days if need be; false after the last day.
  @inline(never)
  private mutating func advance(_ key: inout UInt64, _ draws: Draws) -> Bool {
    while mass >= slotMass {
      mass -= slotMass
      slot += 1
      if slot > lastSlot {
        day += 1
        guard day < dayCount else {
          slotMass = -.infinity
          return false
        }
        slot = day * slotsPerDay
        lastSlot = slot + slotsPerDay - 1
        dayKey = StreamKey.day(streamKey, dayNumber: firstDayNumber + day)
        ordinal = 1
        key = StreamKey.customer(dayKey, ordinal: ordinal)
        var stream = RandomStream(key: key, purpose: Purpose.gap)
        mass = draws.ziggurat.exponential(key, &stream)
      }
      let known = means[slot] * dayFactors[day] * slotFactors[slot &- day &* slotsPerDay]
      slotMass = known * slotFactor(draws)
      secondsPerMass = slotLength / slotMass
      slotStart = firstTime + Double(slot) * slotLength
    }
    return true
  }

  private func slotFactor(_ draws: Draws) -> Double {
    guard slotShape > 0 else { return 1 }
    let key = StreamKey.customer(dayKey, ordinal: UInt64(slot - day * slotsPerDay) &+ 1)
    var stream = RandomStream(key: key, purpose: Purpose.slotFactor)
    if slotShape >= 1 { return draws.gamma(shape: slotShape, &stream) / slotShape }
    let law = Sampler(kind: .smallGamma, scale: 1 / slotShape, shape: slotShape)
    return draws.value(law, key, Purpose.slotFactor)
  }
}

/// Where a stream's tables begin.
struct RateTables {
  let means: UnsafePointer<Double>
  let mixIndices: UnsafePointer<UInt32>
  let mixes: UnsafePointer<Double>
  let dayFactors: UnsafePointer<Double>
  let slotFactors: UnsafePointer<Double>
}
