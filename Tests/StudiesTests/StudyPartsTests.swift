// SPDX-License-Identifier: GPL-3.0-or-later

import Studies
import Testing
import Wording

struct StudyPartsTests {
  @Test func `a list of indices is written as short as it can be, and read back`() throws {
    #expect(IndexList([9, 3, 7, 8, 3]).description == "3,7-9")
    #expect(try #require(IndexList("3,7-9")).numbers == [3, 7, 8, 9])
    #expect(IndexList([]).description == "")
    for text in ["", "3,", "9-7", "-1", "a", "1-2-3", "1-99999999999", "３"] {
      #expect(IndexList(text) == nil, "\(text)")
    }
  }

  @Test func `the pieces of a list are the list, each number once`() throws {
    let all = IndexList(0..<17)
    for count in [1, 2, 5, 17, 40] {
      let pieces = (0..<count).map { all.piece($0, of: count).numbers }
      #expect(pieces.flatMap(\.self) == all.numbers)
      #expect(pieces.map(\.count).max()! - pieces.map(\.count).min()! <= 1)
    }
  }

  @Test func `every stratum of every range of a hypercube holds one point`() throws {
    let cube = LatinHypercube(
      points: 50, seed: 7,
      ranges: [
        .init(path: "demand.daily_mean", from: 100, to: 600, places: 3),
        .init(path: "gross_margin", from: -1, to: 1, places: 6),
      ])
    let values = cube.values.map { $0.map { Double($0)! } }
    #expect(Set(values.map { Int(($0[0] - 100) / 10) }).count == 50)
    #expect(Set(values.map { Int(($0[1] + 1) / 0.04) }).count == 50)
    #expect(cube.values == cube.values)
    var other = cube
    other.seed = 8
    #expect(other.values != cube.values)
    // A range's values do not depend on the others.
    var fewer = cube
    fewer.ranges.removeLast()
    #expect(fewer.values.map { $0[0] } == cube.values.map { $0[0] })
  }

  @Test func `cuts hold every replication of every point once, whatever the size of a shard`() {
    let work = [
      StudyShard.Block(points: 0..<7, replications: 0..<5),
      StudyShard.Block(points: 7..<8, replications: 3..<40),
    ]
    for most in [0.5, 1, 3, 12, 1000] {
      let shards = StudyShard.Block.cut(work, cost: { $0 == 2 ? 4 : 0.5 }, most: most)
      var seen: [[Int]] = []
      for block in shards.flatMap(\.blocks) {
        for point in block.points {
          for replication in block.replications { seen.append([point, replication]) }
        }
      }
      var wanted: [[Int]] = []
      for block in work {
        for point in block.points {
          for replication in block.replications { wanted.append([point, replication]) }
        }
      }
      #expect(seen == wanted, "\(most)")
      if most == 1000 { #expect(shards.count == 1) }
    }
  }

  @Test func `a measure is found by its key, and keeps both parts of a ratio`() throws {
    for measure in StudyMeasure.standard { #expect(StudyMeasure(key: measure.key) == measure) }
    #expect(try #require(StudyMeasure(key: "answered_within_30s")).isRatio)
    #expect(try #require(StudyMeasure(key: "cost")).width == 1)
    #expect(StudyMeasure(key: "csot") == nil)
  }
}
