// SPDX-License-Identifier: GPL-3.0-or-later

import CSQLite
import Exports
import Foundation
import Reporting
import Studies
import Tables
import Testing
import Wording

struct StudyFileTests {
  private static let plan = StudyPlan(
    version: "1.2.3", name: "quotes", scenario: "../shop.yaml", scenarioHash: "abc",
    allowsOutside: false, seed: .max, replications: 3, settings: [.init(path: "a.b", value: "[1]")],
    measures: StudyMeasure.standard, plans: ["seats", "座席"], paths: ["demand.daily_mean"],
    points: [
      StudyPoint(values: ["40"], hash: "h0", isSized: true),
      StudyPoint(values: [""], hash: "h1", isSized: false),
    ],
    shards: [
      StudyShard(stage: .sizes, blocks: [.init(points: 0..<1, replications: 0..<3)]),
      StudyShard(stage: .replications, blocks: [.init(points: 0..<2, replications: 0..<3)]),
    ])

  @Test func `a plan reads back what it has written, and refuses what a hand has changed`() throws {
    let text = Self.plan.json.text
    #expect(try StudyPlan(reading: Array(text.utf8)) == Self.plan)
    for (old, new) in [
      ("\"seed\": \"18446744073709551615\"", "\"seed\": \"5\""), ("inquiry-study", "inquiry-other"),
      ("h0", "h9"), ("0..<2", "0..<9"), ("0..<2", "2..<0"), ("\"cost\"", "\"csot\""),
    ] {
      #expect(throws: StudyProblem.notAStudy, "\(new)") {
        try StudyPlan(reading: Array(text.replacing(old, with: new).utf8))
      }
    }
    #expect(throws: StudyProblem.otherSchema(found: 9, known: 1)) {
      try StudyPlan(
        reading: Array(
          text.replacing("\"schema_version\": 1", with: "\"schema_version\": 9").utf8))
    }
  }

  @Test func `the cut does not change a study's identity, and everything else does`() {
    var other = Self.plan
    other.shards.removeLast()
    #expect(other.identity == Self.plan.identity)
    let changes: [(inout StudyPlan) -> Void] = [
      { $0.version = "1.2.4" }, { $0.scenarioHash = "abd" }, { $0.seed = 1 },
      { $0.replications = 4 }, { $0.plans = ["seats"] }, { $0.measures.removeLast() },
      { $0.points[1].hash = "h2" }, { $0.settings = [] }, { $0.paths = ["gross_margin"] },
    ]
    for (index, change) in changes.enumerated() {
      other = Self.plan
      change(&other)
      #expect(other.identity != Self.plan.identity, "\(index)")
    }
  }

  @Test func `a shard's file keeps every bit, and none that is not whole is taken`() throws {
    let head = ShardFile.Head(of: 1, in: Self.plan, identity: Self.plan.identity)
    var file = ShardFile(head: head)
    file.rows = [
      StudyRow(point: 1, plan: 0, replication: 2, numbers: [0.1 + 0.2, -1e-300, 1e17]),
      StudyRow(point: 0, plan: 1, replication: 0, numbers: [.nan, 3, 0]),
    ]
    let bytes = Array(file.text.utf8)
    let read = try ShardFile(reading: bytes)
    #expect(read.head == head)
    #expect(read.rows.map(\.point) == [0, 1])
    #expect(read.rows[1].numbers.map(\.bitPattern) == file.rows[0].numbers.map(\.bitPattern))
    #expect(read.rows[0].numbers[0].isNaN)
    for count in 1..<bytes.count {
      #expect(throws: ShardFile.Flaw.self, "\(count) bytes") {
        try ShardFile(reading: Array(bytes.dropLast(count)))
      }
    }
    for place in bytes.indices where bytes[place] != 0x0A {
      var changed = bytes
      changed[place] ^= 1
      // Of a head that was changed the file tells what it is of.
      let other = try? ShardFile(reading: changed)
      #expect(other == nil, "byte \(place)")
    }
  }

  @Test func `a database has types, keys and views in both languages`() throws {
    let path = NSTemporaryDirectory() + "study-\(UUID().uuidString).sqlite"
    defer { try? FileManager.default.removeItem(atPath: path) }
    let table = ExportTable(
      "t\"able",
      columns: [
        ExportColumn("key", .integer, meaning: Localized(both: "")),
        ExportColumn("名称", .text, meaning: Localized(both: "")),
        ExportColumn("value", .number, meaning: Localized(both: "")),
        ExportColumn("flag", .boolean, meaning: Localized(both: "")),
      ], key: ["key"])
    let database = try SQLiteFile(making: path)
    try database.write(
      table,
      [
        [.integer(1), .text("店铺'一"), .number(0.5), .boolean(true)],
        [.integer(2), .empty, .empty, .boolean(false)],
      ])
    try database.view("结果", as: "SELECT sum(value) AS 合计, count(*) AS n FROM \"t\"\"able\"")
    try database.finish()
    var handle: OpaquePointer?
    #expect(sqlite3_open(path, &handle) == SQLITE_OK)
    defer { sqlite3_close(handle) }
    var statement: OpaquePointer?
    #expect(
      sqlite3_prepare_v2(handle, "SELECT 合计, n FROM 结果", -1, &statement, nil) == SQLITE_OK)
    #expect(sqlite3_step(statement) == SQLITE_ROW)
    #expect(sqlite3_column_double(statement, 0) == 0.5)
    #expect(sqlite3_column_int(statement, 1) == 2)
    sqlite3_finalize(statement)
    // The key is one.
    let again = "INSERT INTO \"t\"\"able\" VALUES (1, '', 0, 1)"
    #expect(sqlite3_exec(handle, again, nil, nil, nil) == SQLITE_CONSTRAINT)
  }

  @Test func `a Parquet file begins and ends as one, with the length of its footer`() {
    let table = ExportTable(
      "t", columns: [ExportColumn("key", .integer, meaning: Localized(both: ""))], key: ["key"])
    var writer = ParquetWriter(table)
    var bytes: [UInt8] = []
    for key in 0..<5 { bytes += writer.append([.integer(key)]) }
    bytes += writer.finish()
    #expect(bytes.prefix(4).elementsEqual("PAR1".utf8))
    #expect(bytes.suffix(4).elementsEqual("PAR1".utf8))
    let length = bytes.suffix(8).prefix(4).enumerated().reduce(0) {
      $0 + Int($1.element) << (8 * $1.offset)
    }
    #expect((20..<bytes.count).contains(length))
    // The page of the one column, packed with gzip, stands behind its head.
    let head = bytes.dropLast(8 + length).firstRange(of: [0x1F, 0x8B, 8])
    #expect(head.map { $0.lowerBound < 60 } == true)
  }
}
