// SPDX-License-Identifier: GPL-3.0-or-later

/// A part of a study that one process runs at a time and whose results are one file.
package struct StudyShard: Equatable, Sendable {
  package enum Stage: String, Sendable {
    /// Searches the sizes that the plans of one point leave open.
    case sizes
    /// Simulates replications.
    case replications
  }

  /// Some replications of some points that follow each other.
  package struct Block: Equatable, Sendable {
    package var points: Range<Int>
    package var replications: Range<Int>

    package init(points: Range<Int>, replications: Range<Int>) {
      self.points = points
      self.replications = replications
    }

    /// Replications of points in it.
    package var count: Int { points.count * replications.count }
  }

  package var stage: Stage
  /// In the order of their points.
  package var blocks: [Block]

  package init(stage: Stage, blocks: [Block]) {
    self.stage = stage
    self.blocks = blocks
  }

  /// Replications of points in it.
  package var count: Int { blocks.reduce(0) { $0 + $1.count } }
}

extension StudyShard.Block {
  /// Cuts work into shards of about the same cost, in order: whole points together, a dear point in
  /// several parts.
  ///
  /// - Parameters:
  ///   - work: What is to be done, in the order of its points.
  ///   - cost: Of one replication of a point, above 0.
  ///   - most: Cost of a shard, which a single replication may exceed.
  package static func cut(
    _ work: [StudyShard.Block], cost: (Int) -> Double, most: Double
  ) -> [StudyShard] {
    var shards: [StudyShard] = []
    var blocks: [StudyShard.Block] = []
    var sum = 0.0
    func close() {
      if !blocks.isEmpty { shards.append(StudyShard(stage: .replications, blocks: blocks)) }
      (blocks, sum) = ([], 0)
    }
    func add(_ point: Int, _ replications: Range<Int>) {
      if let last = blocks.last, last.replications == replications, last.points.upperBound == point
      {
        blocks[blocks.count - 1].points = last.points.lowerBound..<point + 1
      } else {
        blocks.append(.init(points: point..<point + 1, replications: replications))
      }
    }
    for block in work {
      for point in block.points {
        let each = cost(point)
        let whole = each * Double(block.replications.count)
        if sum > 0, sum + whole > most { close() }
        guard whole > most else {
          add(point, block.replications)
          sum += whole
          continue
        }
        let parts = min(block.replications.count, Int((whole / most).rounded(.up)))
        for part in 0..<parts {
          let first = block.replications.lowerBound
          let count = block.replications.count
          add(point, first + count * part / parts..<first + count * (part + 1) / parts)
          close()
        }
      }
    }
    close()
    return shards
  }
}
