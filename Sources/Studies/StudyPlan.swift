// SPDX-License-Identifier: GPL-3.0-or-later

import Randomness

/// A study as it was planned: its points and the shards that they are cut into.
///
/// Everything that decides a row of the results stands here, or is named by a hash; how the work is
/// cut decides nothing.
package struct StudyPlan: Equatable, Sendable {
  /// How well a measure is to be known at every point.
  package struct Precision: Equatable, Sendable {
    package var measure: StudyMeasure
    /// Half-width of the 95 % interval ÷ mean, above 0.
    package var relative: Double
    /// Most replications of a point.
    package var most: Int

    package init(measure: StudyMeasure, relative: Double, most: Int) {
      self.measure = measure
      self.relative = relative
      self.most = most
    }
  }

  /// A value of the scenario that all points share.
  package struct Setting: Equatable, Sendable {
    package var path: String
    package var value: String

    package init(path: String, value: String) {
      self.path = path
      self.value = value
    }
  }

  /// Version of the files of a study.
  package static let schema = 1
  package static let file = "study.json"

  /// Of the program that planned it; another one may simulate other figures.
  package var version: String
  /// For readers.
  package var name: String
  /// Path of the scenario, from the study's folder unless it begins with a slash.
  package var scenario: String
  /// Names the scenario's text and the records of its histories.
  package var scenarioHash: String
  package var allowsOutside: Bool
  package var seed: UInt64
  /// Of every point, at first.
  package var replications: Int
  package var precision: Precision?
  package var settings: [Setting]
  package var measures: [StudyMeasure]
  /// Keys of the scenario's plans.
  package var plans: [String]
  /// Keys that are varied.
  package var paths: [String]
  package var points: [StudyPoint]
  /// Those that search sizes first, one for each such point.
  package var shards: [StudyShard]

  package init(
    version: String, name: String, scenario: String, scenarioHash: String, allowsOutside: Bool,
    seed: UInt64, replications: Int, precision: Precision? = nil, settings: [Setting] = [],
    measures: [StudyMeasure], plans: [String], paths: [String], points: [StudyPoint],
    shards: [StudyShard] = []
  ) {
    self.version = version
    self.name = name
    self.scenario = scenario
    self.scenarioHash = scenarioHash
    self.allowsOutside = allowsOutside
    self.seed = seed
    self.replications = replications
    self.precision = precision
    self.settings = settings
    self.measures = measures
    self.plans = plans
    self.paths = paths
    self.points = points
    self.shards = shards
  }

  /// Numbers of a row, beside its keys.
  package var width: Int { measures.reduce(0) { $0 + $1.width } }

  /// What stands in for one value of the scenario's keys at a point.
  package func overrides(of point: Int) -> [(path: String, value: String)] {
    settings.map { ($0.path, $0.value) }
      + zip(paths, points[point].values).filter { !$0.1.isEmpty }.map { ($0.0, $0.1) }
  }

  /// Names everything that decides the rows: of studies that are equal in it every row of one is a row
  /// of the other.
  package var identity: String {
    var hash = SHA256()
    func add(_ text: String) { hash.add(Array("\(text.utf8.count):\(text)".utf8)) }
    for text in ["\(Self.schema)", version, scenarioHash, "\(seed)", "\(replications)"] {
      add(text)
    }
    for setting in settings { add("\(setting.path)=\(setting.value)") }
    for list in [measures.map(\.key), plans, paths] {
      add("\(list.count)")
      for text in list { add(text) }
    }
    for point in points { add(point.hash) }
    return String(hash.hex().prefix(16))
  }

  /// Names a shard's rows.
  package func hash(of shard: Int, identity: String) -> String {
    var hash = SHA256()
    hash.add(Array("\(identity) \(shards[shard].stage.rawValue)".utf8))
    for block in shards[shard].blocks {
      hash.add(Array(" \(block.points) \(block.replications)".utf8))
    }
    return String(hash.hex().prefix(16))
  }

  package func shards(of stage: StudyShard.Stage) -> [Int] {
    shards.indices.filter { shards[$0].stage == stage }
  }

  /// For each point whose sizes are searched the shard that does it.
  package var sizesShards: [Int: Int] {
    var shards: [Int: Int] = [:]
    for index in self.shards(of: .sizes) {
      for block in self.shards[index].blocks {
        for point in block.points { shards[point] = index }
      }
    }
    return shards
  }

  /// For each point the replications that its shards simulate.
  package var plannedReplications: [Int] {
    var counts = Array(repeating: 0, count: points.count)
    for shard in shards where shard.stage == .replications {
      for block in shard.blocks {
        for point in block.points { counts[point] += block.replications.count }
      }
    }
    return counts
  }
}
