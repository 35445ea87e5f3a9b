// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
package import Tables

/// `study.json`: what `json` writes, `init(reading:)` reads.
extension StudyPlan {
  private static let product = "inquiry-study"

  package var json: JSONValue {
    [
      "product": .string(Self.product), "schema_version": .integer(Self.schema),
      "version": .string(version), "name": .string(name), "identity": .string(identity),
      "scenario": [
        "path": .string(scenario), "hash": .string(scenarioHash),
        "allows_outside": .bool(allowsOutside),
      ],
      // As text: JSON readers keep only 53 bits of a number.
      "seed": .string(String(seed)),
      "replications": .integer(replications),
      "precision": precision.map {
        [
          "measure": .string($0.measure.key), "relative": .number($0.relative),
          "most": .integer($0.most),
        ]
      } ?? .null,
      "settings": .array(
        settings.map { ["path": .string($0.path), "value": .string($0.value)] }),
      "measures": .strings(measures.map(\.key)), "plans": .strings(plans),
      "paths": .strings(paths),
      "points": .array(
        points.map {
          ["values": .strings($0.values), "hash": .string($0.hash), "is_sized": .bool($0.isSized)]
        }),
      "shards": .array(
        shards.map {
          [
            "stage": .string($0.stage.rawValue),
            "blocks": .strings($0.blocks.map { "\($0.points) \($0.replications)" }),
          ]
        }),
    ]
  }

  private struct File: Decodable {
    struct Scenario: Decodable {
      var path: String
      var hash: String
      var allowsOutside: Bool
    }
    struct Precision: Decodable {
      var measure: String
      var relative: Double
      var most: Int
    }
    struct Setting: Decodable {
      var path: String
      var value: String
    }
    struct Point: Decodable {
      var values: [String]
      var hash: String
      var isSized: Bool
    }
    struct Shard: Decodable {
      var stage: String
      var blocks: [String]
    }
    var version: String
    var name: String
    var identity: String
    var scenario: Scenario
    var seed: String
    var replications: Int
    var precision: Precision?
    var settings: [Setting]
    var measures: [String]
    var plans: [String]
    var paths: [String]
    var points: [Point]
    var shards: [Shard]
  }

  private struct Head: Decodable {
    var product: String
    var schemaVersion: Int
  }

  /// - Throws: `.notAStudy`, also where a hand has changed what the identity names; `.otherSchema`.
  package init(reading bytes: [UInt8]) throws(StudyProblem) {
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    let data = Data(bytes)
    guard let head = try? decoder.decode(Head.self, from: data), head.product == Self.product else {
      throw .notAStudy
    }
    guard head.schemaVersion == Self.schema else {
      throw .otherSchema(found: head.schemaVersion, known: Self.schema)
    }
    guard let file = try? decoder.decode(File.self, from: data), let seed = UInt64(file.seed) else {
      throw .notAStudy
    }
    let measures = file.measures.compactMap(StudyMeasure.init(key:))
    let shards = file.shards.compactMap { Self.shard($0, points: file.points.count) }
    guard measures.count == file.measures.count, shards.count == file.shards.count,
      !file.plans.isEmpty, file.points.allSatisfy({ $0.values.count == file.paths.count })
    else { throw .notAStudy }
    var precision: Precision?
    if let wanted = file.precision {
      guard let measure = StudyMeasure(key: wanted.measure) else { throw .notAStudy }
      precision = Precision(measure: measure, relative: wanted.relative, most: wanted.most)
    }
    self.init(
      version: file.version, name: file.name, scenario: file.scenario.path,
      scenarioHash: file.scenario.hash, allowsOutside: file.scenario.allowsOutside, seed: seed,
      replications: file.replications, precision: precision,
      settings: file.settings.map { Setting(path: $0.path, value: $0.value) }, measures: measures,
      plans: file.plans, paths: file.paths,
      points: file.points.map {
        StudyPoint(values: $0.values, hash: $0.hash, isSized: $0.isSized)
      }, shards: shards)
    guard identity == file.identity else { throw .notAStudy }
  }

  private static func shard(_ shard: File.Shard, points: Int) -> StudyShard? {
    let blocks = shard.blocks.compactMap { text -> StudyShard.Block? in
      let ranges = text.split(separator: " ").compactMap(range)
      guard ranges.count == 2, ranges[0].upperBound <= points else { return nil }
      return StudyShard.Block(points: ranges[0], replications: ranges[1])
    }
    guard let stage = StudyShard.Stage(rawValue: shard.stage), blocks.count == shard.blocks.count
    else { return nil }
    return StudyShard(stage: stage, blocks: blocks)
  }

  private static func range(_ text: Substring) -> Range<Int>? {
    let ends = text.split(separator: "..<", omittingEmptySubsequences: false).compactMap { Int($0) }
    guard ends.count == 2, ends[0] >= 0, ends[0] < ends[1] else { return nil }
    return ends[0]..<ends[1]
  }
}
