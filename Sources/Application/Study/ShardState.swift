// SPDX-License-Identifier: GPL-3.0-or-later

package import Studies
import Tables

/// What is there of a shard.
package enum ShardState: Equatable, Sendable {
  /// All of its rows.
  case complete
  /// No rows, or those of a run that was stopped.
  case missing(keptRows: Int)
  /// Rows of this scenario, but of other points, replications or measures, or cut in another way.
  case stale
  case foreign(Difference)
  /// A file that is not whole.
  case broken(ShardFile.Flaw)

  package enum Difference: Equatable, Sendable {
    case version(String)
    case scenario
  }

  package var isComplete: Bool { self == .complete }
}

extension StudyFolder {
  /// The rows of a shard, whatever they are of; nil where there is no file.
  private func file(of shard: Int) -> Result<ShardFile, ShardFile.Flaw>? {
    guard let bytes = bytes(rows(of: shard)) else { return nil }
    do throws(ShardFile.Flaw) {
      return .success(try ShardFile(reading: bytes))
    } catch {
      return .failure(error)
    }
  }

  func bytes(_ path: String) -> [UInt8]? {
    do throws(InputProblem) {
      return try InputFile(path: path, limits: .records).rest()
    } catch {
      return nil
    }
  }

  /// What is there of a shard, with its rows where they are whole and the study's.
  package func state(
    of shard: Int, in plan: StudyPlan, identity: String
  ) -> (state: ShardState, file: ShardFile?) {
    let head = ShardFile.Head(of: shard, in: plan, identity: identity)
    switch file(of: shard) {
    case nil:
      let kept = bytes(kept(of: shard)).flatMap { ShardFile(kept: $0, of: head) }
      return (.missing(keptRows: kept?.rows.count ?? 0), nil)
    case .failure(let flaw): return (.broken(flaw), nil)
    case .success(let file):
      if file.head == head { return (.complete, file) }
      if file.head.version != head.version { return (.foreign(.version(file.head.version)), nil) }
      if file.head.scenario != head.scenario { return (.foreign(.scenario), nil) }
      return (.stale, nil)
    }
  }
}
