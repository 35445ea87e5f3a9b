// SPDX-License-Identifier: GPL-3.0-or-later

package import Studies

/// The rows of a study's complete shards, point by point, in memory that does not grow with the study.
///
/// It may be gone through several times; whatever order and number of shards the rows lie in, they
/// come in one order.
package final class StudyCollection {
  package let folder: StudyFolder
  package let plan: StudyPlan
  /// Of each shard.
  package let states: [ShardState]
  /// Replications that are planned of each point.
  package let planned: [Int]
  private let identity: String
  /// For each point the shards that hold replications of it.
  private var holders: [[Int]]
  /// For each shard the last point that it holds.
  private var lastPoints: [Int]
  private var open: [Int: [Int: [StudyRow]]] = [:]

  package init(_ folder: StudyFolder, _ plan: StudyPlan) {
    self.folder = folder
    self.plan = plan
    let identity = plan.identity
    self.identity = identity
    states = plan.shards.indices.map { folder.state(of: $0, in: plan, identity: identity).state }
    planned = plan.plannedReplications
    holders = Array(repeating: [], count: plan.points.count)
    lastPoints = plan.shards.map { $0.blocks.map(\.points.upperBound).max() ?? 0 }
    for (index, shard) in plan.shards.enumerated()
    where shard.stage == .replications && states[index].isComplete {
      for block in shard.blocks {
        for point in block.points where holders[point].last != index {
          holders[point].append(index)
        }
      }
    }
  }

  /// The rows of a point, by plan and replication.
  package func rows(of point: Int) -> [StudyRow] {
    var rows: [StudyRow] = []
    for shard in holders[point] {
      if open[shard] == nil {
        let file = folder.state(of: shard, in: plan, identity: identity).file
        open[shard] = Dictionary(grouping: file?.rows ?? [], by: \.point)
      }
      rows += open[shard]?[point] ?? []
      if lastPoints[shard] <= point + 1 { open[shard] = nil }
    }
    return rows.sorted { ($0.plan, $0.replication) < ($1.plan, $1.replication) }
  }

  package func estimates(of point: Int) -> [StudyEstimate] {
    plan.estimates(of: point, rows(of: point), planned: planned[point])
  }

  /// All rows, by point, plan and replication.
  package var rows: some Sequence<StudyRow> {
    plan.points.indices.lazy.flatMap { self.rows(of: $0) }
  }

  /// All estimates, by point, plan and measure.
  package var estimates: some Sequence<StudyEstimate> {
    plan.points.indices.lazy.flatMap { self.estimates(of: $0) }
  }

  package var isEmpty: Bool { holders.allSatisfy(\.isEmpty) }

  /// Points of which replications are missing.
  package var thinPoints: [Int] {
    var thin: Set<Int> = []
    for (index, shard) in plan.shards.enumerated()
    where shard.stage == .replications && !states[index].isComplete {
      for block in shard.blocks { thin.formUnion(block.points) }
    }
    return thin.sorted()
  }

  /// What a point is, in one text.
  package func name(of point: Int) -> String {
    zip(plan.paths, plan.points[point].values).map { "\($0)=\($1)" }.joined(separator: ", ")
  }

  /// What the searches of sizes have found.
  package var sizes: [StudySizes] {
    plan.shards(of: .sizes).filter { states[$0].isComplete }.flatMap {
      folder.state(of: $0, in: plan, identity: identity).file?.sizes ?? []
    }
  }
}
