// SPDX-License-Identifier: GPL-3.0-or-later

import ScenarioFiles
package import Studies

/// What is there of a study's shards, and what is to be run.
package struct StudyStatus: Sendable {
  /// Why a shard is not complete, in the words of a listing.
  package enum Kind: String, CaseIterable, Sendable {
    case complete, missing, stale, foreign, broken
  }

  package let folder: StudyFolder
  package let plan: StudyPlan
  package let states: [ShardState]

  package init(_ folder: StudyFolder) throws(ApplicationError) {
    let plan = try folder.readPlan()
    let identity = plan.identity
    self.folder = folder
    self.plan = plan
    states = plan.shards.indices.map { folder.state(of: $0, in: plan, identity: identity).state }
  }

  package static func kind(of state: ShardState) -> Kind {
    switch state {
    case .complete: .complete
    case .missing: .missing
    case .stale: .stale
    case .foreign: .foreign
    case .broken: .broken
    }
  }

  package func shards(_ kind: Kind) -> IndexList {
    IndexList(states.indices.filter { Self.kind(of: states[$0]) == kind })
  }

  /// Shards that are not complete, of a stage or of both.
  package func incomplete(_ stage: StudyShard.Stage? = nil) -> IndexList {
    IndexList(
      states.indices.filter {
        !states[$0].isComplete && (stage == nil || plan.shards[$0].stage == stage)
      })
  }

  /// Shards that can be run now: those of sizes, and those of replications whose sizes are found.
  package var ready: IndexList {
    let open = Set(incomplete(.sizes).numbers)
    guard !open.isEmpty else { return incomplete() }
    let finders = plan.sizesShards
    return IndexList(
      incomplete().numbers.filter { shard in
        open.contains(shard)
          || !plan.shards[shard].blocks.contains { block in
            block.points.contains { finders[$0].map(open.contains) ?? false }
          }
      })
  }

  /// The last line of what the shard's last run has said.
  package func lastError(of shard: Int) -> String? {
    StudyFolder.lastLine(of: folder.error(of: shard))
      ?? StudyFolder.lastLine(of: folder.log(of: shard))
  }
}
