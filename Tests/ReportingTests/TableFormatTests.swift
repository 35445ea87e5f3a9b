// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
import Exports
import Foundation
import Reporting
import Spreadsheets
import Testing
import Wording

struct TableFormatTests {
  private struct Row {
    var name: String
    var date: CivilDate?
    var count: Int?
    var value = 1234.5
    var flag = true
  }

  private static let rows = [
    Row(name: "夏 & \"秋\" <a>", date: CivilDate(unchecked: 2026, 11, 11), count: 3),
    Row(name: " blank ", date: nil, count: nil, value: .nan, flag: false),
    Row(name: "old", date: CivilDate(unchecked: 1900, 2, 28), count: -1, value: -0.0004),
  ]

  private static let table = CSVTable<Row>(
    file: "some-rows.csv", row: Localized(both: ""), key: ["name"],
    columns: [
      CSVColumn("name", en: "Name", zh: "名称") { .text($0.name) },
      CSVColumn("date", as: .date, en: "Day", zh: "日期") {
        $0.date.map { .text($0.description) } ?? .empty
      },
      CSVColumn("time", as: .moment, en: "Time", zh: "时刻") {
        $0.date.map { .text("\($0) 09:30:00.250") } ?? .empty
      },
      CSVColumn("count", as: .integer, en: "Count", zh: "数量") {
        $0.count.map(CSVCell.integer) ?? .empty
      },
      CSVColumn("value", "s", en: "Value", zh: "数值") { .fixed($0.value, places: 3) },
      CSVColumn("flag", as: .boolean, en: "Flag", zh: "标志") { .flag($0.flag) },
    ])

  private static let manifest = Manifest(
    product: .init(version: "1", revision: ""), command: "test", arguments: [], inputs: [], run: nil
  )

  private func scratch() throws -> OutputFolder {
    try OutputFolder(path: NSTemporaryDirectory() + "formats-" + UUID().uuidString)
  }

  /// Writes the rows in every format.
  private func write(to folder: OutputFolder) throws -> WrittenFiles {
    let formats = TableFormats(
      gzip: true, parquet: true,
      database: try OutputFile(path: folder.place(of: "all.sqlite"), replaces: true),
      workbook: try OutputFile(path: folder.place(of: "all.xlsx"), replaces: true))
    var files = FileList(folder: folder, formats)
    try files.write(Self.table, Self.rows)
    return try files.finish(Self.manifest, replacing: ["some-rows.csv", "manifest.json"])
  }

  @Test func `a table stands in every format that was asked for, the same bytes each time`() throws
  {
    let (one, two) = (try scratch(), try scratch())
    defer { for folder in [one, two] { try? FileManager.default.removeItem(atPath: folder.path) } }
    let names = try write(to: one).names
    #expect(
      names == ["some-rows.csv.gz", "some-rows.parquet", "datapackage.json", "manifest.json"])
    #expect(try write(to: two).names == names)
    for name in names + ["all.sqlite", "all.xlsx"] {
      let bytes = try Data(contentsOf: URL(fileURLWithPath: one.place(of: name)))
      #expect(try Data(contentsOf: URL(fileURLWithPath: two.place(of: name))) == bytes, "\(name)")
      #expect(!bytes.isEmpty)
    }
    // No name, no time, no word on the system.
    let packed = try Data(contentsOf: URL(fileURLWithPath: one.place(of: "some-rows.csv.gz")))
    #expect(packed.prefix(10).elementsEqual([0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 0xFF]))
  }

  @Test func `our own reader finds in a workbook what was written`() throws {
    let folder = try scratch()
    defer { try? FileManager.default.removeItem(atPath: folder.path) }
    _ = try write(to: folder)
    let book = try Workbook(path: folder.place(of: "all.xlsx"))
    #expect(book.sheets.map(\.name) == ["some_rows"])
    #expect(
      book.sheets.first?.rows.map(\.cells) == [
        ["name", "date", "time", "count", "value", "flag"],
        ["夏 & \"秋\" <a>", "2026-11-11", "2026-11-11 09:30:00", "3", "1234.5", "true"],
        [" blank ", "", "", "", "", "false"],
        ["old", "1900-02-28", "1900-02-28 09:30:00", "-1", "0", "true"],
      ])
  }

  @Test(arguments: Language.allCases)
  func `more rows than a sheet holds are refused, and nothing is left`(language: Language) throws {
    let folder = try scratch()
    defer { try? FileManager.default.removeItem(atPath: folder.path) }
    let table = CSVTable<Int>(
      file: "many.csv", row: Localized(both: ""), key: ["n"],
      columns: [CSVColumn("n", as: .integer, en: "", zh: "") { .integer($0) }])
    let place = folder.place(of: "many.xlsx")
    let file = try OutputFile(path: place, replaces: true)
    let error = #expect(throws: OutputError.self) {
      _ = try table.write(0..<WorkbookWriter.sheetRows, to: file)
    }
    let sentence = error?.message(language) ?? ""
    #expect(sentence.contains("1,048,575") && sentence.contains("many"))
    #expect(sentence.contains(language == .english ? "a sheet holds" : "一张工作表"))
    let left = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    #expect(left.filter { !$0.hasPrefix(".") }.isEmpty)
  }

  @Test func `a file that was named has the format of its ending`() throws {
    let folder = try scratch()
    defer { try? FileManager.default.removeItem(atPath: folder.path) }
    let heads: [(ending: String, head: [UInt8])] = [
      ("csv", Array("name,".utf8)), ("csv.gz", [0x1F, 0x8B]), ("parquet", Array("PAR1".utf8)),
      ("sqlite", Array("SQLite format 3".utf8)), ("xlsx", Array("PK".utf8)),
    ]
    for (ending, head) in heads {
      let place = folder.place(of: "rows." + ending)
      let file = try OutputFile(path: place, replaces: true)
      #expect(try Self.table.write(Self.rows, to: file) == nil)
      #expect(try Data(contentsOf: URL(fileURLWithPath: place)).starts(with: head), "\(ending)")
    }
  }

  @Test func `every column that is no varied setting has a Chinese name, no two alike in a table`()
  {
    let schemas = ColumnReference.schemas
    #expect(schemas.count > 40)
    for schema in schemas {
      let table = ExportTable(
        schema.file,
        columns: schema.columns.map { ExportColumn($0.name, .text, meaning: $0.meaning) },
        key: schema.key)
      let names = ChineseNames.columns(of: table)
      #expect(Set(names).count == names.count)
      // An open threshold is none in a file.
      for (column, name) in zip(schema.columns, names) where !column.name.contains("{T}") {
        #expect(name != column.name, "\(schema.file): \(column.name)")
      }
    }
  }

  @Test func `the columns of a key that may be empty are columns of the key`() {
    for schema in ColumnReference.schemas {
      #expect(schema.openKey.isSubset(of: schema.key), "\(schema.file)")
    }
  }
}
