// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
import Demand
import Scenarios

/// Arrivals that are made a batch at a time and sorted: replayed records, counts, bursts.
struct BatchCursor {
  /// A burst stream drawn by day; its customers' delay is compiled.
  struct Bursts {
    let plan: BurstPlan
    let delay: Sampler
  }

  enum Source {
    case recorded(RecordedArrivals)
    case counts(RecordedCounts, replication: Int)
    case bursts(Bursts)
  }

  private let source: Source
  private let mix: [Double]
  private let streamKey: UInt64
  private let originDay: Int
  private let firstTime: Double
  private let firstRow: UInt32
  /// Next record, interval or burst day to make arrivals of.
  private var position = 0
  private var buffer: [Arrival] = []
  private var read = 0
  /// No batch still to be made has an arrival before this instant.
  private var settledUntil = -Double.infinity

  /// - Parameters:
  ///   - originDay: Day number of time zero.
  ///   - firstTime: Start of the plan's first day, which burst days count from.
  ///   - firstRow: Row of the shop's first type within an interval.
  init(
    _ source: Source, streamKey: UInt64, originDay: Int, firstTime: Double, firstRow: Int
  ) {
    self.source = source
    self.streamKey = streamKey
    self.originDay = originDay
    self.firstTime = firstTime
    self.firstRow = UInt32(firstRow)
    mix =
      switch source {
      case .recorded(let records): records.mix
      case .counts(let counts, _): counts.mix
      case .bursts(let bursts): bursts.plan.mix
      }
  }

  mutating func next(_ draws: Draws) -> Arrival {
    while read >= buffer.count || buffer[read].time >= settledUntil {
      guard settledUntil < .infinity else { return read < buffer.count ? take() : .none }
      buffer.removeFirst(read)
      read = 0
      makeBatch(draws)
      buffer.sort { ($0.time, $0.key) < ($1.time, $1.key) }
    }
    return take()
  }

  private mutating func take() -> Arrival {
    read += 1
    return buffer[read - 1]
  }

  private mutating func makeBatch(_ draws: Draws) {
    switch source {
    case .recorded(let records):
      let end = min(position + 4096, records.times.count)
      for index in position..<end {
        let type = records.types.isEmpty ? nil : Int(records.types[index])
        add(at: records.times[index], scale: records.scale, ordinal: index, type: type)
      }
      position = end
      settledUntil = end < records.times.count ? records.times[end] : .infinity
    case .counts(let counts, let replication):
      let end = min(position + 64, counts.starts.count)
      let own = counts.counts(in: replication)
      for index in position..<end { add(own[index], interval: index, of: counts) }
      position = end
      settledUntil = end < counts.starts.count ? Double(counts.starts[end]) : .infinity
    case .bursts(let bursts):
      let days = bursts.plan.days
      if position < days.count { addBursts(of: Int(days[position]), bursts, draws) }
      position += 1
      settledUntil =
        position < days.count ? firstTime + Double(days[position]) * 86_400 : .infinity
    }
  }

  private func key(at time: Double, ordinal: Int) -> UInt64 {
    let day = originDay + Int((time / 86_400).rounded(.down))
    return StreamKey.customer(
      StreamKey.day(streamKey, dayNumber: day), ordinal: UInt64(truncatingIfNeeded: ordinal) &+ 1)
  }

  /// Copies of one recorded arrival: the whole part of the scale, and one more by chance.
  private mutating func add(at time: Double, scale: Double, ordinal: Int, type: Int?) {
    let own = key(at: time, ordinal: ordinal)
    var stream = RandomStream(key: own, purpose: Purpose.copies)
    let copies = Int(scale) + (stream.uniform() < scale - scale.rounded(.down) ? 1 : 0)
    for copy in 0..<copies {
      append(at: time, key: copy == 0 ? own : mix64(own, copy), type: type)
    }
  }

  private mutating func add(_ count: Int, interval index: Int, of counts: RecordedCounts) {
    let start = Double(counts.starts[index])
    for ordinal in 0..<count {
      // An interval is known by its start: ordinals of one date do not meet.
      let own = mix64(key(at: start, ordinal: ordinal), Int(start))
      var stream = RandomStream(key: own, purpose: Purpose.place)
      let time = start + stream.uniform() * Double(counts.interval)
      var coin = RandomStream(key: own, purpose: Purpose.copies)
      let whole = counts.scale.rounded(.down)
      let copies = Int(whole) + (coin.uniform() < counts.scale - whole ? 1 : 0)
      for copy in 0..<copies {
        let copyKey = copy == 0 ? own : mix64(own, copy)
        var other = RandomStream(key: copyKey, purpose: Purpose.place)
        append(
          at: copy == 0 ? time : start + other.uniform() * Double(counts.interval),
          key: copyKey, type: nil)
      }
    }
  }

  private mutating func addBursts(of day: Int, _ bursts: Bursts, _ draws: Draws) {
    let midnight = firstTime + Double(day) * 86_400
    let dayNumber = originDay + Int((midnight / 86_400).rounded(.down))
    let dayKey = mix64(StreamKey.day(streamKey, dayNumber: dayNumber), -1)
    var stream = RandomStream(key: dayKey, purpose: Purpose.pushes)
    let hours = bursts.plan.hours
    for push in 0..<draws.poisson(mean: bursts.plan.pushesPerDay, &stream) {
      let pushKey = mix64(dayKey, push)
      var place = RandomStream(key: pushKey, purpose: Purpose.place)
      let time =
        midnight + Double(hours.start.secondsSinceMidnight) + place.uniform() * Double(hours.length)
      var crowd = RandomStream(key: pushKey, purpose: Purpose.pushes)
      for ordinal in 0..<draws.poisson(mean: bursts.plan.customersPerPush, &crowd) {
        let own = StreamKey.customer(pushKey, ordinal: UInt64(ordinal) &+ 1)
        append(at: time + draws.value(bursts.delay, own, Purpose.gap), key: own, type: nil)
      }
    }
  }

  private mutating func append(at time: Double, key: UInt64, type: Int?) {
    let type = UInt32(type ?? drawType(key))
    buffer.append(Arrival(time: time, key: key, type: type, row: type + firstRow))
  }

  private func drawType(_ key: UInt64) -> Int {
    var stream = RandomStream(key: key, purpose: Purpose.inquiryType)
    let uniform = stream.uniform()
    return mix.firstIndex { uniform < $0 } ?? mix.count - 1
  }

  private func mix64(_ key: UInt64, _ number: Int) -> UInt64 {
    SimulationEngine.mix(key ^ SimulationEngine.mix(UInt64(bitPattern: Int64(number)) &+ 0x51ed))
  }
}
