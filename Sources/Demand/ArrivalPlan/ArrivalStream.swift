// SPDX-License-Identifier: GPL-3.0-or-later

package import Scenarios

/// One stream, ready to be drawn from.
package struct ArrivalStream: Equatable, Sendable {
  package let name: String
  /// Other shops' customers: served, not billed and not measured for this shop.
  package let isBackground: Bool
  package let arrivals: Arrivals

  package enum Arrivals: Equatable, Sendable {
    case rates(SlotRates)
    case recorded(RecordedArrivals)
    case counts(RecordedCounts)
  }
}

/// A piecewise constant rate on equal slots, with the factors that make it random.
///
/// A day's number of arrivals in slot s is Poisson with mean `means[s]` × day factor × slot factor ×
/// what the replication draws of the doubt; within a slot arrivals are uniform.
package struct SlotRates: Equatable, Sendable {
  /// Length of a slot in seconds; divides a day.
  package let slotLength: Int
  /// Expected arrivals of each slot, all types, from 00:00 of the plan's first day; ≥ 0.
  package let means: [Double]
  /// For each slot its row of `mixes`.
  package let mixIndices: [UInt32]
  /// Rows of cumulated type shares, one value for each inquiry type, the last one exactly 1.
  package let mixes: [Double]
  package let typeCount: Int
  package let busyness: BusynessFactor?
  package let bursts: BurstPlan?
  /// Nil where all of this is taken as certain.
  package let doubt: DoubtPlan?

  package var slotsPerDay: Int { 86_400 / slotLength }
  package var dayCount: Int { means.count / slotsPerDay }

  /// By what days that nothing announces multiply the expected volume.
  package var surpriseFactor: Double { doubt?.doubt.surprises?.meanFactor ?? 1 }

  /// Share in [0, 1] of a type in a slot.
  package func share(ofType type: Int, slot: Int) -> Double {
    let row = Int(mixIndices[slot]) * typeCount
    return mixes[row + type] - (type == 0 ? 0 : mixes[row + type - 1])
  }
}

/// Pushes that each bring a crowd, on the days on which they happen.
package struct BurstPlan: Equatable, Sendable {
  /// Mean number (Poisson) of pushes on each of `days`, uniform over `hours`.
  package let pushesPerDay: Double
  package let hours: ClockSpan
  /// Mean number (Poisson) of customers of a push, the plan's scale included.
  package let customersPerPush: Double
  package let delay: Distribution
  /// Indices of the plan's days with pushes, ascending.
  package let days: [Int32]
  /// Cumulated type shares of the customers.
  package let mix: [Double]
}

/// Recorded arrivals inside the plan's days, in order of time.
package struct RecordedArrivals: Equatable, Sendable {
  /// Seconds since the horizon's start.
  package let times: [Double]
  /// Type of each arrival; empty if it is to be drawn from `mix`.
  package let types: [UInt16]
  /// Cumulated type shares.
  package let mix: [Double]
  /// Expected copies of each record: 1 replays it, 0.5 keeps every second one at random.
  package let scale: Double
}

/// Recorded or foreseen counts inside the plan's days; absent intervals bring no arrivals.
package struct RecordedCounts: Equatable, Sendable {
  /// Length of an interval in seconds.
  package let interval: Int
  /// Starts of intervals, seconds since the horizon's start, ascending.
  package let starts: [Int]
  /// For each path one count for each start; a history has one path.
  package let paths: [[Int]]
  /// Cumulated type shares.
  package let mix: [Double]
  /// Expected copies of each counted arrival.
  package let scale: Double

  /// The counts that a replication meets.
  package func counts(in replication: Int) -> [Int] { paths[replication % paths.count] }

  /// Mean of the paths' counts of each interval.
  package var meanCounts: [Double] {
    starts.indices.map { start in
      Double(paths.reduce(0) { $0 + $1[start] }) / Double(paths.count)
    }
  }

  /// Some of the intervals, moved back by so many seconds.
  func intervals(_ kept: [Int], earlierBy shift: Int = 0) -> RecordedCounts {
    RecordedCounts(
      interval: interval, starts: kept.map { starts[$0] - shift },
      paths: paths.map { counts in kept.map { counts[$0] } }, mix: mix, scale: scale)
  }
}

extension ArrivalStream {
  init(_ stream: DemandStream, scale: Double, in context: PlanContext) throws(DemandError) {
    try requireRange(scale, stream.name, "scale", 0...)
    name = stream.name
    isBackground = stream.isBackground
    switch stream.source {
    case .seasonal(let demand):
      var builder = try RateBuilder(demand, stream: stream, scale: scale, context: context)
      let rates = builder.build()
      switch demand.arrivals {
      case .poisson: arrivals = .rates(rates)
      case .deterministic:
        arrivals = .recorded(
          try rates.deterministicArrivals(
            of: stream.name, from: Double(context.firstSecond - context.originSecond)))
      }
    case .history(let replay):
      arrivals = try recorded(replay.records, stream: stream, scale: scale, context: context)
    case .forecast(let paths):
      arrivals = try counted(
        interval: paths.interval, starts: paths.starts, paths: paths.counts, stream: stream,
        scale: scale, context: context)
    }
  }
}

extension ArrivalStream {
  /// The stream without those who come before an instant on a slot's bound; pushes of bursts go on
  /// through the day of that instant.
  ///
  /// - Parameters:
  ///   - time: Seconds since the horizon's start.
  ///   - firstDay: Of the plan, counted from the horizon's first.
  func silent(before time: Double, firstDay: Int) -> ArrivalStream {
    let kept: Arrivals
    switch arrivals {
    case .rates(let rates):
      let start = Double(firstDay) * 86_400
      let silent = Int((time - start) / Double(rates.slotLength))
      var means = rates.means
      for slot in 0..<min(max(0, silent), means.count) { means[slot] = 0 }
      kept = .rates(
        SlotRates(
          slotLength: rates.slotLength, means: means, mixIndices: rates.mixIndices,
          mixes: rates.mixes, typeCount: rates.typeCount, busyness: rates.busyness,
          bursts: rates.bursts, doubt: rates.doubt))
    case .recorded(let records):
      let first = records.times.partitioningIndex { $0 >= time }
      kept = .recorded(
        RecordedArrivals(
          times: Array(records.times[first...]),
          types: records.types.isEmpty ? [] : Array(records.types[first...]), mix: records.mix,
          scale: records.scale))
    case .counts(let counts):
      let first = counts.starts.partitioningIndex { Double($0) >= time }
      kept = .counts(counts.intervals(Array(first..<counts.starts.count)))
    }
    return ArrivalStream(name: name, isBackground: isBackground, arrivals: kept)
  }
}

extension ArrivalStream {
  func restricted(to days: Set<Int>, warmUpDays: Int) -> ArrivalStream {
    func isKept(_ second: Double) -> Bool {
      days.contains(Int((second / 86_400).rounded(.down)))
    }
    switch arrivals {
    case .rates(let rates):
      return ArrivalStream(
        name: name, isBackground: isBackground,
        arrivals: .rates(rates.restricted(to: days, warmUpDays: warmUpDays)))
    case .recorded(let log):
      let kept = log.times.indices.filter { isKept(log.times[$0]) }
      return ArrivalStream(
        name: name, isBackground: isBackground,
        arrivals: .recorded(
          RecordedArrivals(
            times: kept.map { log.times[$0] },
            types: log.types.isEmpty ? [] : kept.map { log.types[$0] }, mix: log.mix,
            scale: log.scale)))
    case .counts(let log):
      let kept = log.starts.indices.filter { isKept(Double(log.starts[$0])) }
      return ArrivalStream(
        name: name, isBackground: isBackground,
        arrivals: .counts(log.intervals(kept)))
    }
  }
}

extension SlotRates {
  fileprivate func restricted(to days: Set<Int>, warmUpDays: Int) -> SlotRates {
    let perDay = slotsPerDay
    return SlotRates(
      slotLength: slotLength,
      means: means.enumerated().map { slot, mean in
        days.contains(slot / perDay - warmUpDays) ? mean : 0
      },
      mixIndices: mixIndices, mixes: mixes, typeCount: typeCount, busyness: busyness,
      bursts: bursts.map { bursts in
        BurstPlan(
          pushesPerDay: bursts.pushesPerDay, hours: bursts.hours,
          customersPerPush: bursts.customersPerPush, delay: bursts.delay,
          days: bursts.days.filter { days.contains(Int($0) - warmUpDays) }, mix: bursts.mix)
      }, doubt: doubt)
  }
}
