// SPDX-License-Identifier: GPL-3.0-or-later

import Statistics
import Testing

struct TallyTests {
  private let values = [4.0, 7, 13, 16, 1e9 + 4, 1e9 + 7, 1e9 + 13, 1e9 + 16]

  @Test func `mean and variance are those of two passes over the values`() throws {
    var tally = Tally()
    for value in values { tally.add(value) }
    let mean = values.reduce(0, +) / 8
    let variance = values.map { ($0 - mean) * ($0 - mean) }.reduce(0, +) / 7
    #expect(tally.count == 8 && tally.minimum == 4 && tally.maximum == 1e9 + 16)
    #expect(abs(tally.mean / mean - 1) < 1e-14)
    #expect(abs(try #require(tally.variance) / variance - 1) < 1e-12)
  }

  @Test func `a large offset costs no digits`() throws {
    var tally = Tally()
    for value in values.suffix(4) { tally.add(value) }
    #expect(try #require(tally.variance) == 30)
    #expect(try #require(tally.standardError) == 7.5.squareRoot())
  }

  @Test func `merged parts are as good as the whole`() throws {
    var (left, right, whole) = (Tally(), Tally(), Tally())
    for (index, value) in values.enumerated() {
      whole.add(value)
      if index < 3 { left.add(value) } else { right.add(value) }
    }
    left.merge(right)
    left.merge(Tally())
    #expect(left.count == whole.count && left.maximum == whole.maximum)
    #expect(abs(left.mean / whole.mean - 1) < 1e-14)
    let (merged, direct) = (try #require(left.variance), try #require(whole.variance))
    #expect(abs(merged / direct - 1) < 1e-12)
  }

  @Test func `one value has no variance`() {
    var tally = Tally()
    #expect(tally.variance == nil)
    tally.add(3)
    #expect(tally.variance == nil && tally.standardError == nil && tally.mean == 3)
  }

  @Test func `a level counts for as long as it lasts`() throws {
    var average = TimeWeightedAverage(value: 2, at: 10)
    average.set(5, at: 14)
    average.set(0, at: 15)
    // 4 s of 2, 1 s of 5, 5 s of 0.
    #expect(average.mean(until: 20) == 1.3)
    #expect(average.value == 0)
    #expect(TimeWeightedAverage(value: 1, at: 3).mean(until: 3) == nil)
  }
}
