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
  /// Where several streams are merged, a block of each, and the next arrival in it.
  private let streamBlocks: FixedArray<Arrival>
  private let heads: FixedArray<UnsafeMutablePointer<Arrival>>
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
    pools = RatePools(
      plan: plan, seeds: model.demandSeeds, replication: pair, mirrored: mirrored)
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
      case .counts(let counts): batches.append(batch(.counts(counts, replication: pair)))
      }
    }
    self.draws = draws
    self.batches = batches
    cursors = FixedArray(rates)
    let streamCount = rates.count + batches.count
    streamBlocks = FixedArray(repeating: .none, count: streamCount * Self.blockLength)
    let firstBlock = streamBlocks.base
    heads = FixedArray((0..<streamCount).map { firstBlock + $0 * Self.blockLength })
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

  @inline(__always)
  private mutating func takeFirst() -> Arrival {
    var owner = 0
    var first = Double.infinity
    for index in 0..<heads.count where heads[index].pointee.time < first {
      owner = index
      first = heads[index].pointee.time
    }
    guard first < .infinity else { return .none }
    let arrival = heads[owner].pointee
    heads[owner] += 1
    if heads[owner] == streamBlocks.base + (owner &+ 1) &* Self.blockLength { refill(owner) }
    return arrival
  }

  @inline(never)
  private mutating func refill(_ index: Int) {
    let start = streamBlocks.base + index * Self.blockLength
    if index < cursors.count {
      cursors[index].draw(Self.blockLength, into: start, draws)
    } else {
      for place in 0..<Self.blockLength {
        start[place] = batches[index - cursors.count].next(draws)
      }
    }
    heads[index] = start
  }

  @inline(__always)
  private func drawWork() {
    if hasOneWork {
      let (law, block, draws) = (types.pointee.work, block.base, draws)
      if law.kind == .lognormal {
        for index in 0..<Self.blockLength {
          block[index].work = draws.lognormal(law, block[index].key, Purpose.work)
        }
        return
      }
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
  private let slotFactors: FixedArray<Double>
  private var starts: [(means: Int, mixes: Int, days: Int, slots: Int)] = []

  init(
    plan: ArrivalPlan, seeds: DemandSeeds, replication: Int, mirrored: Bool
  ) {
    let scoreKey = StreamKey.replication(seed: seeds.days, replication: replication)
    var means: [Double] = []
    var mixIndices: [UInt32] = []
    var mixes: [Double] = []
    var factors: [Double] = []
    var slotFactors: [Double] = []
    let firstDay = plan.days.first.dayNumber
    for stream in plan.streams {
      guard case .rates(let rates) = stream.arrivals else { continue }
      starts.append((means.count, mixes.count, factors.count, slotFactors.count))
      means += rates.means
      mixIndices += rates.mixIndices
      mixes += rates.mixes
      let busy = DayFactors.factors(
        rates.busyness, firstDay: firstDay, count: rates.dayCount,
        streamKey: StreamKey.stream(scoreKey, name: stream.name), mirrored: mirrored)
      let doubt = rates.doubt.map {
        DoubtDraws(
          $0, seeds: seeds, stream: stream.name, replication: replication, mirrored: mirrored)
      }
      factors += doubt.map { zip(busy, $0.dayFactors(firstDay: firstDay)).map(*) } ?? busy
      slotFactors +=
        doubt?.slotFactors(perDay: rates.slotsPerDay)
        ?? Array(repeating: 1, count: rates.slotsPerDay)
    }
    self.slotFactors = FixedArray(slotFactors)
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
      dayFactors: UnsafePointer(dayFactors.base) + start.days,
      slotFactors: UnsafePointer(slotFactors.base) + start.slots)
  }
}
