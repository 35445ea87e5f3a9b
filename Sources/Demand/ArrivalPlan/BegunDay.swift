// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
package import Scenarios

/// A day that has begun: who came before an instant, and how the rest of it goes on.
package struct BegunDay: Sendable {
  /// Seconds after midnight, whole minutes.
  package var now: Int
  /// Those who came before; they are at the desk and not counted for the shop.
  package var past: HistoryRecords
  /// Factor > 0 on what was expected of the rest.
  package var level: Double
  /// Gamma shape of what is left open of that factor; infinite where nothing is.
  package var shape: Double
  /// As of `BusynessFactor`.
  package var slotVariance: Double

  package init(
    now: Int, past: HistoryRecords, level: Double = 1, shape: Double = .infinity,
    slotVariance: Double = 0
  ) {
    self.now = now
    self.past = past
    self.level = level
    self.shape = shape
    self.slotVariance = slotVariance
  }
}

extension ArrivalPlan {
  /// The plan of a day that has begun: until now the recorded customers, as a background stream, so
  /// that what is counted for the shop is the rest of the day alone; from now on the scenario's rates at
  /// the level of the day.
  ///
  /// - Parameter scenario: Its horizon is the day; it has no warm-up.
  package init(_ scenario: Scenario, begun day: BegunDay) throws(DemandError) {
    let context = PlanContext(
      days: scenario.horizon, horizon: scenario.horizon, timeZone: scenario.timeZone,
      inquiryTypes: scenario.inquiryTypes.map(\.name))
    var streams: [ArrivalStream] = []
    var volumes: [Double] = []
    for stream in scenario.demand {
      let compiled = try ArrivalStream(stream, scale: 1, in: context)
      streams.append(compiled)
      volumes.append(stream.isBackground ? 0 : compiled.expectedFrom(day.now))
    }
    let total = volumes.reduce(0, +)
    // Streams draw their factors apart: each strays more, so that together they stray as the day does.
    let concentration = total > 0 ? volumes.reduce(0) { $0 + $1 * $1 } / (total * total) : 1
    for (index, stream) in scenario.demand.enumerated() where !stream.isBackground {
      streams[index] = streams[index].rest(of: day, shape: day.shape * concentration)
    }
    let mix = scenario.demand.first { !$0.isBackground }?.mix ?? []
    let past = DemandStream(
      name: "so far",
      source: .history(HistoryReplay(source: "", records: day.past, gapsAreEmpty: true)), mix: mix,
      isBackground: true)
    streams.append(try ArrivalStream(past, scale: 1, in: context))
    self.init(
      days: scenario.horizon, warmUpDays: 0, inquiryTypes: context.inquiryTypes, streams: streams)
  }
}

extension ArrivalStream {
  fileprivate func expectedFrom(_ now: Int) -> Double {
    switch arrivals {
    case .rates(let rates):
      rates.means.enumerated().reduce(0) {
        $1.offset * rates.slotLength >= now ? $0 + $1.element : $0
      }
    case .recorded(let log): Double(log.times.count { $0 >= Double(now) }) * log.scale
    case .counts(let log):
      zip(log.starts, log.meanCounts).reduce(0) { $1.0 >= now ? $0 + $1.1 * log.scale : $0 }
    }
  }

  fileprivate func rest(of day: BegunDay, shape: Double) -> ArrivalStream {
    let silent = self.silent(before: Double(day.now), firstDay: 0)
    let rest: Arrivals
    switch (arrivals, silent.arrivals) {
    case (.rates(let rates), _): rest = .rates(rates.rest(of: day, shape: shape))
    case (_, .recorded(let log)):
      rest = .recorded(
        RecordedArrivals(
          times: log.times, types: log.types, mix: log.mix, scale: log.scale * day.level))
    case (_, .counts(let log)):
      rest = .counts(
        RecordedCounts(
          interval: log.interval, starts: log.starts, paths: log.paths, mix: log.mix,
          scale: log.scale * day.level))
    case (_, .rates(let rates)): rest = .rates(rates)
    }
    return ArrivalStream(name: name, isBackground: isBackground, arrivals: rest)
  }
}

extension SlotRates {
  /// Slots are cut so that now is a bound; a slot's own factor strays more in shorter ones, so that it
  /// strays as much over the slot.
  fileprivate func rest(of day: BegunDay, shape: Double) -> SlotRates {
    let length = gcd(slotLength, day.now)
    let parts = slotLength / length
    let first = day.now / length
    let cut = means.flatMap { Array(repeating: $0 / Double(parts), count: parts) }
    var kept: DoubtPlan?
    if let doubt, doubt.doubt.profile > 0 {
      // What the first hours have not told: how the rest is spread over its hours.
      kept = DoubtPlan(
        doubt: DemandDoubt(profile: doubt.doubt.profile), years: doubt.years, waves: [],
        hours: doubt.hours)
    }
    let factor = surpriseFactor * day.level
    return SlotRates(
      slotLength: length,
      means: cut.enumerated().map { $0.offset < first ? 0 : $0.element * factor },
      mixIndices: mixIndices.flatMap { Array(repeating: $0, count: parts) }, mixes: mixes,
      typeCount: typeCount,
      busyness: BusynessFactor(shape: shape, slotVariance: day.slotVariance * Double(parts)),
      bursts: bursts.flatMap { $0.rest(from: day.now, level: day.level) }, doubt: kept)
  }
}

extension BurstPlan {
  /// The pushes after an instant of the one day; nil where none are left.
  fileprivate func rest(from now: Int, level: Double) -> BurstPlan? {
    let start = hours.start.secondsSinceMidnight
    let end = start + hours.length
    guard now < end else { return nil }
    let from = max(start, now)
    return BurstPlan(
      pushesPerDay: pushesPerDay * Double(end - from) / Double(end - start),
      hours: ClockSpan(start: ClockTime(unchecked: from % 86_400), end: hours.end),
      customersPerPush: customersPerPush * level, delay: delay, days: days, mix: mix)
  }
}
