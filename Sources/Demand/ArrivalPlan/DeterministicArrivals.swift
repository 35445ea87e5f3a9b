// SPDX-License-Identifier: GPL-3.0-or-later

extension SlotRates {
  /// Most arrivals without chance over the simulated days: each is kept at an instant of its own.
  private static let most = 20_000_000.0

  /// Customer n where the slots' means add up to n − ½, in order of time.
  ///
  /// - Parameter start: Of the first slot, in seconds since the horizon's start.
  /// - Throws: `.outOfRange` for a busyness, bursts or doubt, which are chance, for shares that change from
  ///   slot to slot, and beyond 20 million arrivals.
  func deterministicArrivals(
    of stream: String, from start: Double
  ) throws(DemandError) -> RecordedArrivals {
    guard busyness == nil, bursts == nil, doubt == nil, mixes.count == typeCount else {
      throw .outOfRange(
        stream: stream, field: "arrivals", found: 1,
        allowed: "deterministic without busyness, bursts, doubt and mixes of promotions")
    }
    let total = means.reduce(0, +)
    guard total <= Self.most else {
      throw .outOfRange(
        stream: stream, field: "arrivals", found: total,
        allowed: "deterministic up to \(Int(Self.most)) arrivals")
    }
    var times: [Double] = []
    times.reserveCapacity(Int(total))
    var sum = 0.0
    var next = 0.5
    for (slot, mean) in means.enumerated() where mean > 0 {
      let begin = start + Double(slot * slotLength)
      while sum + mean >= next {
        times.append(begin + (next - sum) / mean * Double(slotLength))
        next += 1
      }
      sum += mean
    }
    return RecordedArrivals(times: times, types: [], mix: mixes, scale: 1)
  }
}
