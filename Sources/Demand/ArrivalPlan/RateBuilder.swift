// SPDX-License-Identifier: GPL-3.0-or-later

package import Calendars
package import Scenarios

/// Multiplies the factors of a seasonal stream out, slot by slot.
///
/// With b the mean of the day, p its profile and m its mix, a phase i with lift l, profile q and mix
/// n replaces the rate b p m of a type by b l q n; where phases overlap their differences to the
/// ordinary rate add: b (p m + Σ (l_i q_i n_i − p m)), cut off at zero.
struct RateBuilder {
  private let demand: SeasonalDemand
  private let scale: Double
  private let context: PlanContext
  private let slotLength: Int
  private let shifts: [Int]
  /// By weekday, Monday first.
  private let profiles: [[Double]]
  private let mix: [Double]
  private var phases: [CompiledPhase]
  private let shift: ZoneShift?

  private var means: [Double] = []
  private var mixIndices: [UInt32] = []
  private var mixes: [Double] = []

  init(
    _ demand: SeasonalDemand, stream: DemandStream, scale: Double, context: PlanContext
  ) throws(DemandError) {
    try validate(demand, stream: stream.name)
    let shift = try ZoneShift(stream, context: context)
    self.shift = shift
    shifts = context.days.map { shift?.seconds(on: $0) ?? 0 }
    mix = try mixShares(stream.mix, stream, context)
    var waves: [[CompiledPhase]] = []
    for wave in demand.promotions {
      var phases: [CompiledPhase] = []
      for phase in wave.phases {
        phases.append(try CompiledPhase(phase, wave: wave.name, stream: stream, context: context))
      }
      waves.append(phases)
    }
    let compiled = waves.flatMap { $0 }
    slotLength = commonSlot(
      profiles: demand.profiles.map(\.count) + compiled.compactMap { $0.profileCount },
      instants: compiled.flatMap { [$0.start, $0.end] } + shifts)
    let slots = 86_400 / slotLength
    profiles = demand.profiles.map { spread($0, over: slots) }
    phases = compiled.map { $0.spread(over: slots) }
    self.demand = demand
    self.scale = scale
    self.context = context
    for (wave, own) in zip(demand.promotions, waves) {
      guard let borrowing = wave.borrowing else { continue }
      guard (0...1).contains(borrowing.share) else {
        throw .outOfRange(
          stream: stream.name, field: "promotions.\(wave.name).borrows.share",
          found: borrowing.share, allowed: "0 to 1")
      }
      phases += lenders(borrowing, of: own.map { $0.spread(over: slots) })
    }
  }

  /// The days around a wave, at the level at which they give up what it borrows: 1 − share × E ÷ V,
  /// E what the wave adds to the ordinary volume and V the ordinary volume of those days, whether
  /// they lie in the horizon or not.
  private func lenders(
    _ borrowing: PromotionBorrowing, of wave: [CompiledPhase]
  ) -> [CompiledPhase] {
    guard let start = wave.map(\.start).min(), let end = wave.map(\.end).max() else { return [] }
    let around = [
      (start - borrowing.daysBefore * 86_400, start), (end, end + borrowing.daysAfter * 86_400),
    ].filter { $0.0 < $0.1 }
    let volume = around.reduce(0) { sum, days in
      sum + self.volume(from: days.0, to: days.1) { _, ordinary in ordinary }
    }
    guard volume > 0 else { return [] }
    let added = wave.reduce(0) { sum, phase in
      sum
        + self.volume(from: phase.start, to: phase.end) { slot, ordinary in
          let position = slot.position
          return phase.meanLift(from: slot.start, length: slotLength)
            * phase.weight(position, ordinary) - ordinary
        }
    }
    let level = max(0, 1 - borrowing.share * added / volume)
    return around.map { CompiledPhase(start: $0.0, end: $0.1, lift: level) }
  }

  /// Sum over the slots of a stretch of day's mean × weight.
  private func volume(
    from start: Int, to end: Int,
    weight: (_ slot: (start: Int, position: Int), _ ordinary: Double) -> Double
  ) -> Double {
    stride(from: start, to: end, by: slotLength).reduce(0) { sum, slot in
      let local = slot + (shift?.seconds(on: CivilDate(dayNumber: floorDivide(slot, 86_400))) ?? 0)
      let day = floorDivide(local, 86_400)
      let date = CivilDate(dayNumber: day)
      let position = (local - day * 86_400) / slotLength
      let profile = profiles[date.weekday.rawValue]
      return sum + dayMean(date) * weight((slot, position), profile[position])
    }
  }

  /// Complexity: O(days × slots × (types + active phases)).
  mutating func build() -> SlotRates {
    let slots = 86_400 / slotLength
    means.reserveCapacity(context.days.count * slots)
    mixIndices.reserveCapacity(context.days.count * slots)
    mixes = cumulated(mix)
    for (index, date) in context.days.enumerated() {
      addDay(date, shift: shifts[index], slots: slots)
    }
    return SlotRates(
      slotLength: slotLength, means: means, mixIndices: mixIndices, mixes: mixes,
      typeCount: mix.count, busyness: demand.busyness, bursts: burstPlan(),
      doubt: DoubtPlan(demand, days: context.days, horizonStart: context.horizon.first))
  }

  private mutating func addDay(_ date: CivilDate, shift: Int, slots: Int) {
    let midnight = date.dayNumber * 86_400
    let active = phases.filter { $0.start < midnight + 86_400 && $0.end > midnight }
    var localDay = Int.min
    var base = 0.0
    var profile = profiles[0]
    for slot in 0..<slots {
      let start = midnight + slot * slotLength
      let local = start + shift
      let day = floorDivide(local, 86_400)
      if day != localDay {
        localDay = day
        let localDate = CivilDate(dayNumber: day)
        base = scale * dayMean(localDate)
        profile = profiles[localDate.weekday.rawValue]
      }
      let position = (local - day * 86_400) / slotLength
      let ordinary = profile[position]
      if active.isEmpty {
        means.append(base * ordinary)
        mixIndices.append(0)
      } else {
        addPromoted(active, start: start, position: position, ordinary: ordinary, base: base)
      }
    }
  }

  private mutating func addPromoted(
    _ active: [CompiledPhase], start: Int, position: Int, ordinary: Double, base: Double
  ) {
    var rates = mix.map { $0 * ordinary }
    for phase in active where phase.start <= start && start < phase.end {
      let lifted =
        phase.meanLift(from: start, length: slotLength) * phase.weight(position, ordinary)
      for type in rates.indices {
        rates[type] += lifted * (phase.mix ?? mix)[type] - ordinary * mix[type]
      }
    }
    rates = rates.map { max(0, $0) }
    let total = rates.reduce(0, +)
    means.append(base * total)
    guard total > 0, active.contains(where: { $0.mix != nil }) else {
      mixIndices.append(0)
      return
    }
    let row = cumulated(rates.map { $0 / total })
    if Array(mixes.suffix(row.count)) != row { mixes += row }
    mixIndices.append(UInt32(mixes.count / row.count - 1))
  }

  /// Mean of a day of the stream's own calendar before promotions.
  private func dayMean(_ date: CivilDate) -> Double {
    demand.ordinaryMean(on: date, horizonStart: context.horizon.first)
  }

  private func burstPlan() -> BurstPlan? {
    guard let bursts = demand.bursts else { return nil }
    let days = context.days.enumerated().filter { _, date in
      bursts.dates?.contains { $0.contains(date) } ?? true
    }
    return BurstPlan(
      pushesPerDay: bursts.pushesPerDay, hours: bursts.hours,
      customersPerPush: bursts.customersPerPush * scale, delay: bursts.delay,
      days: days.map { Int32($0.offset) }, mix: cumulated(mix))
  }
}

extension SeasonalDemand {
  /// Expected inquiries of a day without promotions and bursts: mean × growth × month × weekday ×
  /// date factor.
  ///
  /// - Parameter horizonStart: Date at which the daily mean holds unless `growthFrom` says so.
  package func ordinaryMean(on date: CivilDate, horizonStart: CivilDate) -> Double {
    let years = Double((growthFrom ?? horizonStart).days(to: date)) / 365
    return dailyMean * power(1 + growthPerYear, years) * monthFactors[date.month - 1]
      * weekdayFactors[date.weekday.rawValue] * (dateFactors[date] ?? 1)
  }
}
