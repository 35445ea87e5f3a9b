// SPDX-License-Identifier: GPL-3.0-or-later

import Statistics
import Testing

struct HistogramTests {
  /// Values over seven powers of ten, from a fixed multiplicative sequence.
  private func spread(_ count: Int) -> [Double] {
    (0..<count).map { index in
      let fraction = (Double(index) * 0.618_033_988_749_895).truncatingRemainder(dividingBy: 1)
      var value = 0.01
      for _ in 0..<Int(fraction * 70) { value *= 1.258_925_411_794_167 }
      return value * (1 + fraction)
    }
  }

  @Test func `a quantile is within a hundred-and-twenty-eighth of the sorted values'`() throws {
    let values = spread(10_000)
    var histogram = Histogram()
    for value in values { histogram.add(value) }
    let sorted = values.sorted()
    for probability in [0.01, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 0.99] {
      let exact = sorted[Int((probability * 10_000).rounded(.up)) - 1]
      let found = try #require(histogram.quantile(probability))
      #expect(abs(found / exact - 1) <= 1.0 / 128 + 1e-12, "\(probability)")
    }
  }

  @Test func `zeros are counted apart`() throws {
    var histogram = Histogram()
    for value in [0.0, 0, 0, 10] { histogram.add(value) }
    #expect(histogram.zeros == 3 && histogram.count == 4)
    #expect(histogram.quantile(0.5) == 0)
    #expect(try #require(histogram.quantile(0.99)) > 9.8)
  }

  @Test func `merging is counting together`() {
    let values = spread(999)
    var (left, right, whole) = (Histogram(), Histogram(), Histogram())
    for (index, value) in values.enumerated() {
      whole.add(value)
      if index % 3 == 0 { left.add(value) } else { right.add(value) }
    }
    left.merge(right)
    #expect(left == whole)
    #expect(Histogram().quantile(0.5) == nil)
  }

  @Test func `buckets rise with the value and take every size`() {
    var last = 0
    for value in spread(2_000).sorted() + [1e12, 1e300, .infinity] {
      let bucket = Histogram.bucket(of: value)
      #expect(bucket >= last && bucket < Histogram.bucketCount)
      last = bucket
    }
    #expect(Histogram.bucket(of: 1e-300) >= 0)
  }
}
