// SPDX-License-Identifier: GPL-3.0-or-later

/// Why a study, or a part of it, cannot be gone on with.
package enum StudyProblem: Error, Equatable, Sendable {
  /// The file is not what `study plan` writes.
  case notAStudy
  /// It is in a form of files that this program does not know.
  case otherSchema(found: Int, known: Int)
  /// It was planned by another version of the program.
  case otherVersion(found: String, own: String)
  /// The scenario's file or a history has changed since the study was planned.
  case scenarioChanged(scenario: String)
  case unknownShard(found: Int, count: Int)
  /// Sizes that a shard goes by are not found yet.
  case sizesMissing(shards: IndexList)
  /// Another process runs the shard now.
  case shardInUse(shard: Int)
  /// There are no points.
  case noPoints
  /// A key is varied in two ways.
  case pathTwice(path: String)
  case tooManyPoints(found: Int, allowed: Int)
  case tooManyReplications(found: Int, allowed: Int)
  case unknownMeasure(key: String, known: [String])
  /// A measure with seconds of its own that the scenario does not count.
  case measureNotAsked(key: String, point: Int)
  /// The points do not have the same plans.
  case otherPlans(point: Int, found: [String], expected: [String])
  /// The points are not counted in the same currency.
  case otherCurrency(point: Int, found: String, expected: String)
  /// The study has no complete shard of replications.
  case nothingDone
  /// A table that is to be compared is not what `study collect` writes.
  case notATable(line: Int)
}
