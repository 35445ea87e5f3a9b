// SPDX-License-Identifier: GPL-3.0-or-later

/// Counts of non-negative values in buckets of equal relative width, with exact zeros apart.
///
/// A bucket spans 1/64 of an octave's lower end, so that a quantile is off by at most 1/128 of
/// itself (0.8 %) for values from 2⁻¹⁰ to 2²⁶; values outside count in the outermost buckets.
package struct Histogram: Equatable, Sendable {
  package static let bucketCount = 36 * 64
  private static let lowestExponent = -10

  package private(set) var zeros: UInt64 = 0
  package private(set) var buckets: [UInt64]
  package private(set) var count: UInt64 = 0

  package init() { buckets = Array(repeating: 0, count: Self.bucketCount) }

  /// From counts that somebody else kept with `bucket(of:)`.
  package init(zeros: UInt64, buckets: some Collection<UInt64>) {
    self.zeros = zeros
    self.buckets = Array(buckets.prefix(Self.bucketCount))
    self.buckets += Array(repeating: 0, count: Self.bucketCount - self.buckets.count)
    count = self.buckets.reduce(zeros, &+)
  }

  /// The bucket of a positive value: exponent and upper six bits of the fraction.
  @inlinable @inline(__always)
  package static func bucket(of value: Double) -> Int {
    let offset = (1023 - 10) << 6
    return min(max(Int(value.bitPattern >> 46) - offset, 0), 36 * 64 - 1)
  }

  /// Counts a value; negative values count as zero.
  package mutating func add(_ value: Double) {
    count += 1
    if value > 0 { buckets[Self.bucket(of: value)] += 1 } else { zeros += 1 }
  }

  /// Adds counts that somebody else kept with `bucket(of:)`: the zeros, then every bucket.
  package mutating func merge(zerosAndBuckets counts: ArraySlice<UInt32>) {
    precondition(counts.count == Self.bucketCount + 1)
    counts.withUnsafeBufferPointer { counts in
      var sum: UInt64 = 0
      buckets.withUnsafeMutableBufferPointer { buckets in
        for index in 0..<Self.bucketCount {
          let added = UInt64(counts[index &+ 1])
          buckets[index] &+= added
          sum &+= added
        }
      }
      zeros += UInt64(counts[0])
      count += sum + UInt64(counts[0])
    }
  }

  package mutating func merge(_ other: Histogram) {
    zeros += other.zeros
    count += other.count
    for index in buckets.indices { buckets[index] += other.buckets[index] }
  }

  /// The least value at which the share of counted values reaches `probability`; nil if empty.
  package func quantile(_ probability: Double) -> Double? {
    guard count > 0, probability >= 0, probability <= 1 else { return nil }
    let rank = max(1, UInt64((probability * Double(count)).rounded(.up)))
    if rank <= zeros { return 0 }
    var seen = zeros
    for (index, bucket) in buckets.enumerated() {
      seen += bucket
      if seen >= rank { return Self.middle(of: index) }
    }
    return nil
  }

  private static func middle(of bucket: Int) -> Double {
    let (octave, step) = bucket.quotientAndRemainder(dividingBy: 64)
    let base = Double(sign: .plus, exponent: octave + lowestExponent, significand: 1)
    return base * (1 + (Double(step) + 0.5) / 64)
  }
}
