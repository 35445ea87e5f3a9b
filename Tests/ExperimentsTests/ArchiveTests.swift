// SPDX-License-Identifier: GPL-3.0-or-later

import Experiments
import Foundation
import Testing

struct ArchiveTests {
  /// A number of each sort that an archive holds.
  private struct Sample: Archived, Equatable {
    var whole = 0
    var wide: Int64 = 0
    var large: UInt64 = 0
    var one = 0.0
    var numbers: [Double] = []
    var counts: [Int64] = []
    var lists: [[Double]] = []

    mutating func pass(through archive: inout Archive) {
      archive.pass(&whole)
      archive.pass(&wide)
      archive.pass(&large)
      archive.pass(&one)
      archive.pass(&numbers)
      archive.pass(&counts)
      archive.pass(&lists, of: []) { $1.pass(&$0) }
    }
  }

  private let sample = Sample(
    whole: -7, wide: .min, large: .max, one: 0.1,
    numbers: [
      0, 0, 0, 1, 127, 128, 9_007_199_254_740_991, 1e300, -3, 0.5, .infinity, -.infinity, 0,
    ],
    counts: [0, 0, -1, .max, .min, 0], lists: [[], [0, 0], [1, 0, 2]])

  private func bytes(_ sample: Sample) -> [UInt8] {
    var (sample, archive) = (sample, Archive())
    archive.pass(&sample)
    return archive.bytes
  }

  @Test func `every number comes back to the last bit`() {
    var archive = Archive(reading: bytes(sample))
    var read = Sample()
    archive.pass(&read)
    #expect(archive.isWhole)
    #expect(read == sample)
    var odd = Sample(numbers: [-0.0, .nan, Double(bitPattern: 0x7FF8_0000_0000_1234)])
    var other = Archive(reading: bytes(odd))
    odd.numbers = []
    other.pass(&odd)
    #expect(odd.numbers.map(\.bitPattern).first == (-0.0).bitPattern)
    #expect(odd.numbers[1].isNaN)
    #expect(odd.numbers[2].bitPattern == 0x7FF8_0000_0000_1234)
  }

  @Test func `zeros in a row take the room of one`() {
    let empty = bytes(Sample(numbers: Array(repeating: 0, count: 17_520)))
    #expect(empty.count < 16)
  }

  @Test func `bytes that were cut or lengthened are not whole`() {
    let all = bytes(sample)
    for length in 0..<all.count {
      var archive = Archive(reading: Array(all[..<length]))
      var read = Sample()
      archive.pass(&read)
      #expect(!archive.isWhole, "\(length) of \(all.count) bytes")
    }
    var archive = Archive(reading: all + [0])
    var read = Sample()
    archive.pass(&read)
    #expect(!archive.isWhole)
  }
}
