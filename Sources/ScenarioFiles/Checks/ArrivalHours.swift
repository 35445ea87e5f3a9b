// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
import Foundation
import Scenarios

/// When inquiries can arrive at all, on the shop's wall clock.
///
/// A profile's zeros are hours without demand; anything else, however small, is demand.
struct ArrivalHours {
  private struct Stream {
    var types: Set<String>
    /// By weekday, Monday first.
    var hours: [ClockSet]
    var months: [Double]
    var weekdays: [Double]
    var dates: [CivilDate: Double]
    var zone: TimeZone?
    /// Types, days and hours that a promotion's phase adds with a profile or mix of its own.
    var phases: [(types: Set<String>, days: DateSpan, hours: ClockSet)]
  }

  private let streams: [Stream]
  /// Recorded minutes by date, with the types that may be among them.
  private var recorded: [(types: Set<String>, days: [CivilDate: ClockSet])] = []
  private let shopZone: TimeZone?

  init(_ scenario: Scenario, with background: [DemandStream] = []) {
    shopZone = TimeZone(identifier: scenario.timeZone)
    var streams: [Stream] = []
    for stream in scenario.demand + background {
      let types = Set(stream.mix.filter { $0.share > 0 }.map(\.inquiryType))
      switch stream.source {
      case .history(let history):
        recorded.append(
          (history.records.types ?? types, history.records.minutes(in: scenario.horizon)))
      case .forecast(let paths):
        recorded.append(
          (types, HistoryRecords.counts(paths.sum).minutes(in: scenario.horizon)))
      case .seasonal(let demand):
        guard demand.dailyMean > 0 || demand.bursts != nil else { continue }
        let zone = stream.timeZone.flatMap(TimeZone.init(identifier:))
        streams.append(Self.stream(demand, types: types, zone: zone))
      }
    }
    self.streams = streams
  }

  private static func stream(
    _ demand: SeasonalDemand, types: Set<String>, zone: TimeZone?
  ) -> Stream {
    let ordinary = clockSet(demand.profile)
    var hours = demand.profiles.map(clockSet)
    if let bursts = demand.bursts, bursts.pushesPerDay > 0, bursts.customersPerPush > 0 {
      for weekday in hours.indices { hours[weekday].formUnion(ClockSet([bursts.hours])) }
    }
    let phases = demand.promotions.flatMap(\.phases).compactMap { phase in
      DateSpan(first: phase.start.date, last: max(phase.start.date, phase.lastDate)).map { days in
        let own = phase.mix.map { Set($0.filter { $0.share > 0 }.map(\.inquiryType)) }
        return (own ?? types, days, phase.profile.map(clockSet) ?? ordinary)
      }
    }
    return Stream(
      types: types, hours: hours, months: demand.monthFactors,
      weekdays: demand.weekdayFactors, dates: demand.dateFactors, zone: zone, phases: phases)
  }

  private static func clockSet(_ profile: [Double]) -> ClockSet {
    let length = ClockSet.minutes / max(profile.count, 1)
    var set = ClockSet()
    for (slot, weight) in profile.enumerated() where weight > 0 {
      set.insert(slot * length..<(slot + 1) * length)
    }
    return set
  }

  /// The minutes of a date in which inquiries of a type (nil: of any) can arrive.
  func hours(on date: CivilDate, of type: String?) -> ClockSet {
    var hours = ClockSet()
    for record in recorded where type.map(record.types.contains) ?? true {
      if let minutes = record.days[date] { hours.formUnion(minutes) }
    }
    for stream in streams {
      let shift = shift(of: stream, on: date)
      for day in [date.advanced(by: -1), date, date.advanced(by: 1)] {
        if shift == 0, day != date { continue }
        let own = self.hours(of: stream, on: day, of: type)
        if shift == 0 {
          hours.formUnion(own)
        } else {
          let offset = date.days(to: day) * ClockSet.minutes + shift
          for minute in own.bits.indices where own.bits[minute] {
            hours.insert(minute + offset..<minute + offset + 1)
          }
        }
      }
    }
    return hours
  }

  /// Minutes by which the shop's clock is ahead of the stream's.
  private func shift(of stream: Stream, on date: CivilDate) -> Int {
    guard let zone = stream.zone, let shopZone else { return 0 }
    let noon = Date(timeIntervalSince1970: Double(date.dayNumber) * 86_400 + 43_200)
    return (shopZone.secondsFromGMT(for: noon) - zone.secondsFromGMT(for: noon)) / 60
  }

  private func hours(of stream: Stream, on day: CivilDate, of type: String?) -> ClockSet {
    var hours = ClockSet()
    let factor =
      stream.months[day.month - 1] * stream.weekdays[day.weekday.rawValue]
      * (stream.dates[day] ?? 1)
    guard factor > 0 else { return hours }
    if type.map(stream.types.contains) ?? true {
      hours = stream.hours[day.weekday.rawValue]
    }
    for phase in stream.phases where phase.days.contains(day) {
      if type.map(phase.types.contains) ?? true { hours.formUnion(phase.hours) }
    }
    return hours
  }
}

extension HistoryRecords {
  /// The types that the records name; nil if they name none.
  fileprivate var types: Set<String>? {
    guard case .arrivals(let log) = self, !log.types.isEmpty else { return nil }
    return Set(log.types)
  }

  /// The minutes of each day of the span in which somebody arrived.
  fileprivate func minutes(in span: DateSpan) -> [CivilDate: ClockSet] {
    var days: [CivilDate: ClockSet] = [:]
    func insert(_ second: Int, _ length: Int) {
      let (day, rest) = second.quotientAndRemainder(dividingBy: 86_400)
      let date = CivilDate(dayNumber: day)
      guard span.contains(date) else { return }
      days[date, default: ClockSet()].insert(rest / 60..<(rest + length + 59) / 60)
    }
    switch self {
    case .arrivals(let log):
      for time in log.times { insert(Int(time), 1) }
    case .counts(let log):
      for (start, count) in zip(log.starts, log.counts) where count > 0 {
        insert(start, log.interval)
      }
    }
    return days
  }
}
