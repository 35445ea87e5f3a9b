// SPDX-License-Identifier: GPL-3.0-or-later

package import Calendars

extension ArrivalPlan {
  /// The plan of some neighbouring days alone, with the same customers as in the whole.
  ///
  /// - Parameters:
  ///   - span: Days of the plan's horizon.
  ///   - warmUpDays: Days before the span whose customers come too; those before the plan have none.
  package func stretch(_ span: DateSpan, warmUpDays wanted: Int) -> ArrivalPlan {
    let warmUp = min(max(0, wanted), days.first.days(to: span.first))
    let first = span.first.advanced(by: -warmUp)
    let part = DateSpan(unchecked: first, span.last)
    let skipped = days.first.days(to: first)
    // From the plan's time zero to the stretch's.
    let shift = days.first.advanced(by: warmUpDays).days(to: span.first) * 86_400
    return ArrivalPlan(
      days: part, warmUpDays: warmUp, inquiryTypes: inquiryTypes,
      streams: streams.map { stream in
        ArrivalStream(
          name: stream.name, isBackground: stream.isBackground,
          arrivals: stream.arrivals.stretch(
            days: skipped..<skipped + part.count, shift: shift, warmUpDays: warmUp))
      })
  }
}

extension ArrivalStream.Arrivals {
  /// - Parameters:
  ///   - days: Of the plan, from zero.
  ///   - shift: Seconds from the plan's time zero to the stretch's.
  fileprivate func stretch(days: Range<Int>, shift: Int, warmUpDays: Int) -> Self {
    let bounds = -warmUpDays * 86_400..<(days.count - warmUpDays) * 86_400
    switch self {
    case .rates(let rates): return .rates(rates.stretch(days))
    case .recorded(let log):
      let kept = log.times.indices.filter {
        let time = log.times[$0] - Double(shift)
        return time >= Double(bounds.lowerBound) && time < Double(bounds.upperBound)
      }
      return .recorded(
        RecordedArrivals(
          times: kept.map { log.times[$0] - Double(shift) },
          types: log.types.isEmpty ? [] : kept.map { log.types[$0] }, mix: log.mix,
          scale: log.scale))
    case .counts(let log):
      let kept = log.starts.indices.filter { bounds.contains(log.starts[$0] - shift) }
      return .counts(log.intervals(kept, earlierBy: shift))
    }
  }
}

extension SlotRates {
  fileprivate func stretch(_ days: Range<Int>) -> SlotRates {
    let slots = days.lowerBound * slotsPerDay..<days.upperBound * slotsPerDay
    return SlotRates(
      slotLength: slotLength, means: Array(means[slots]), mixIndices: Array(mixIndices[slots]),
      mixes: mixes, typeCount: typeCount, busyness: busyness,
      bursts: bursts.map { bursts in
        BurstPlan(
          pushesPerDay: bursts.pushesPerDay, hours: bursts.hours,
          customersPerPush: bursts.customersPerPush, delay: bursts.delay,
          days: bursts.days.filter { days.contains(Int($0)) }
            .map { $0 - Int32(days.lowerBound) }, mix: bursts.mix)
      }, doubt: doubt?.stretch(days))
  }
}

extension DoubtPlan {
  fileprivate func stretch(_ days: Range<Int>) -> DoubtPlan {
    DoubtPlan(
      doubt: doubt, years: Array(years[days]),
      waves: waves.compactMap { wave in
        let places = wave.days.filter(days.contains).map { $0 - days.lowerBound }
        return places.isEmpty ? nil : Wave(name: wave.name, days: places)
      }, hours: hours)
  }
}
