// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
import Demand
import Scenarios

/// All streams of one replication, merged in order of time.
///
/// Arrivals depend on nothing that happens at the desk, and are drawn a block at a time: a short
/// loop without surprises, which a processor works off faster than single draws among the events.
struct ArrivalSource: ~Copyable {
  private static let blockLength = 64

  private let cursors: FixedArray<RateCursor>
  private let heads: FixedArray<Arrival>
  private var batches: [BatchCursor]
  private let pools: RatePools
  private let draws: Draws
  private let types: UnsafePointer<TypeRule>
  /// Whether all types share one law of handling, without wrap-up.
  private let hasOneWork: Bool
  private let block: FixedArray<Arrival>
  private let blockEnd: UnsafePointer<Arrival>
  /// Arrivals drawn so far.
  private(set) var count = 0
  /// The next arrival, at an infinite time when there is none; valid until `advance()`.
  private(set) var next: UnsafePointer<Arrival>

  /// - Parameter types: The model's inquiry types, alive while arrivals are drawn.
  init(
    model: SimulationModel, replication: Int, draws: Draws, types: UnsafePointer<TypeRule>
  ) {
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
      let firstRow = model.contactLayout.row(
        interval: 0, shop: ContactLayout.shop(of: stream), type: 0)
      func batch(_ source: BatchCursor.Source) -> BatchCursor {
        BatchCursor(
          source, streamKey: key, originDay: plan.days.first.dayNumber + plan.warmUpDays,
          firstTime: firstTime, firstRow: firstRow)
      }
      switch stream.arrivals {
      case .rates(let slotRates):
        rates.append(
          RateCursor(
            slotRates, tables: pools.tables(of: rates.count), firstTime: firstTime,
            firstDayNumber: plan.days.first.dayNumber, streamKey: key,
            firstRow: firstRow))
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
    heads = FixedArray(repeating: .none, count: rates.count + batches.count)
    self.types = types
    hasOneWork = model.types.allSatisfy { !$0.hasWrapUp && $0.work == types.pointee.work }
    block = FixedArray(repeating: .none, count: Self.blockLength)
    next = UnsafePointer(block.base)
    blockEnd = next + Self.blockLength
    if !isSingle { for index in 0..<heads.count { refill(index) } }
    fill()
  }

  @inline(__always)
  mutating func advance() {
    next += 1
    if next == blockEnd { fill() }
  }

  /// Whether one rate cursor is all there is.
  private var isSingle: Bool { heads.count == 1 && cursors.count == 1 }

  @inline(never)
  private mutating func fill() {
    next = UnsafePointer(block.base)
    if isSingle {
      cursors[0].draw(Self.blockLength, into: block.base, draws)
    } else {
      for index in 0..<Self.blockLength { block[index] = takeFirst() }
    }
    drawWork()
    // Those that never come are at the end.
    var drawn = Self.blockLength
    while drawn > 0, block[drawn - 1].time == .infinity { drawn -= 1 }
    count += drawn
  }

  private mutating func takeFirst() -> Arrival {
    var owner = -1
    var first = Arrival.none
    for index in 0..<heads.count where heads[index].time < first.time {
      owner = index
      first = heads[index]
    }
    if owner >= 0 { refill(owner) }
    return first
  }

  private mutating func refill(_ index: Int) {
    if index < cursors.count {
      cursors[index].draw(1, into: heads.base + index, draws)
    } else {
      heads[index] = batches[index - cursors.count].next(draws)
    }
  }

  @inline(__always)
  private func drawWork() {
    if hasOneWork {
      let law = types.pointee.work
      for index in 0..<Self.blockLength {
        block[index].work = draws.value(law, block[index].key, Purpose.work)
      }
      return
    }
    for index in 0..<Self.blockLength {
      let key = block[index].key
      let rule = types + Int(block[index].type)
      block[index].work = draws.value(rule.pointee.work, key, Purpose.work)
      if rule.pointee.hasWrapUp {
        block[index].work += draws.occasionalValue(rule.pointee.wrapUp, key, Purpose.wrapUp)
      }
    }
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
