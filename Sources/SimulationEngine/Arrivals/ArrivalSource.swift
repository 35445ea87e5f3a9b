// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
import Demand
import Scenarios

/// All streams of one replication, merged in order of time.
struct ArrivalSource: ~Copyable {
  private let cursors: FixedArray<RateCursor>
  private let heads: FixedArray<Arrival>
  private var batches: [BatchCursor]
  private let pools: RatePools
  private let draws: Draws
  /// The next arrival, and whose it is: rate cursors first, then batches.
  private(set) var next = Arrival.none
  private var owner = 0
  /// Whether one rate cursor is all there is.
  private let isSingle: Bool

  init(model: SimulationModel, replication: Int, draws: Draws) {
    let pair = model.isAntithetic ? replication / 2 : replication
    let mirrored = model.isAntithetic && replication % 2 == 1
    // The two of a pair share the days' scores and nothing else.
    let scoreKey = StreamKey.replication(seed: model.seed, replication: pair)
    let replicationKey =
      model.isAntithetic
      ? mix(scoreKey &+ UInt64(replication % 2)) : scoreKey
    let plan = model.plan
    let firstTime = plan.firstTime.secondsSinceStart
    pools = RatePools(plan: plan, scoreKey: scoreKey, mirrored: mirrored)
    var rates: [RateCursor] = []
    var batches: [BatchCursor] = []
    for (index, stream) in plan.streams.enumerated() {
      let key = StreamKey.stream(replicationKey, name: stream.name)
      func batch(_ source: BatchCursor.Source) -> BatchCursor {
        BatchCursor(
          source, streamKey: key, originDay: plan.days.first.dayNumber + plan.warmUpDays,
          firstTime: firstTime, isBackground: stream.isBackground)
      }
      switch stream.arrivals {
      case .rates(let slotRates):
        rates.append(
          RateCursor(
            slotRates, tables: pools.tables(of: rates.count), firstTime: firstTime,
            firstDayNumber: plan.days.first.dayNumber, streamKey: key,
            isBackground: stream.isBackground))
        if let bursts = slotRates.bursts {
          let delay = model.burstDelays[index]
          batches.append(batch(.bursts(BatchCursor.Bursts(plan: bursts, delay: delay))))
        }
      case .recorded(let records): batches.append(batch(.recorded(records)))
      case .counts(let counts): batches.append(batch(.counts(counts)))
      }
    }
    self.draws = draws
    self.batches = batches
    cursors = FixedArray(rates)
    isSingle = rates.count == 1 && batches.isEmpty
    heads = FixedArray(repeating: .none, count: rates.count + batches.count)
    for index in 0..<heads.count { refill(index) }
    choose()
  }

  /// Drops the next arrival and finds the one behind it.
  @inline(__always)
  mutating func advance() {
    if isSingle {
      next = cursors[0].next(draws)
    } else {
      refill(owner)
      choose()
    }
  }

  @inline(__always)
  private mutating func refill(_ index: Int) {
    heads[index] =
      index < cursors.count
      ? cursors[index].next(draws) : batches[index - cursors.count].next(draws)
  }

  @inline(__always)
  private mutating func choose() {
    guard heads.count > 0 else { return }
    owner = 0
    for index in 1..<max(heads.count, 1) where heads[index].time < heads[owner].time {
      owner = index
    }
    next = heads[owner]
  }
}

/// The tables of all rate streams, side by side.
private struct RatePools: ~Copyable {
  private let means: FixedArray<Double>
  private let mixIndices: FixedArray<UInt32>
  private let mixes: FixedArray<Double>
  private let dayFactors: FixedArray<Double>
  private var starts: [(means: Int, mixes: Int, days: Int)] = []

  init(plan: ArrivalPlan, scoreKey: UInt64, mirrored: Bool) {
    var means: [Double] = []
    var mixIndices: [UInt32] = []
    var mixes: [Double] = []
    var factors: [Double] = []
    for stream in plan.streams {
      guard case .rates(let rates) = stream.arrivals else { continue }
      starts.append((means.count, mixes.count, factors.count))
      means += rates.means
      mixIndices += rates.mixIndices
      mixes += rates.mixes
      factors += DayFactors.factors(
        rates.busyness, firstDay: plan.days.first.dayNumber, count: rates.dayCount,
        streamKey: StreamKey.stream(scoreKey, name: stream.name), mirrored: mirrored)
    }
    self.means = FixedArray(means)
    self.mixIndices = FixedArray(mixIndices)
    self.mixes = FixedArray(mixes)
    dayFactors = FixedArray(factors)
  }

  func tables(of stream: Int) -> RateTables {
    let start = starts[stream]
    return RateTables(
      means: UnsafePointer(means.base) + start.means,
      mixIndices: UnsafePointer(mixIndices.base) + start.means,
      mixes: UnsafePointer(mixes.base) + start.mixes,
      dayFactors: UnsafePointer(dayFactors.base) + start.days)
  }
}
