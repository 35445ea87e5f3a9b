// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Spreadsheets
import Testing

/// Every command that writes a folder writes its tables in the same formats.
struct TableFormatTests {
  private static let formats = ["--gzip", "--parquet"]

  private func commands(_ folder: Folder) throws -> [(name: String, arguments: [String])] {
    let shop = try folder.write("shop.yaml", ShopFile.text)
    let usage = try folder.write("usage.csv", "month,inquiries,orders\n2026-10,4000,300\n")
    return [
      ("compare", [shop, "--quick", "--states", "--errors", "--chats", "seats"]),
      ("simulate", [shop, "--replications", "2", "--states", "--errors"]),
      ("whatif", [shop, "--set", "demand.daily_mean=100,200", "--replications", "2"]),
      (
        "explore",
        [shop, "--points", "1", "--replications", "2", "--volumes", "0.5,1", "--seasons", "1"]
      ),
      ("bill", [shop, usage]),
    ]
  }

  private func planning(_ folder: Folder) throws -> [(name: String, arguments: [String])] {
    let shop = try folder.write("tea.yaml", PlanningTests.shop)
    let chats = folder.path("chats.csv")
    let run = try Program.run("simulate", shop, "--replications", "2", "--chats", chats)
    #expect(run.status == 0, "\(run.errors)")
    return [
      ("require", [shop, "--plan", "own", "--dates", "2026-06-08"]),
      ("plan", [shop, "--dates", "2026-06-08"]), ("headcount", [shop]),
      ("chat-limits", [shop, "--plan", "own", "--group", "team", "--limits", "1..2"]),
      (
        "today",
        [shop, "--plan", "own", "--so-far", chats, "--date", "2026-06-09", "--now", "14:00"]
      ),
      ("backcast", [chats, shop, "--plan", "own"]),
    ]
  }

  @Test func `a run's tables are one database, one workbook, packed files and Parquet`() throws {
    let folder = try Folder()
    for (name, arguments) in try commands(folder) {
      let out = folder.path(name)
      let database = folder.path(name + ".sqlite")
      let book = folder.path(name + ".xlsx")
      let run = try Program.run(
        [name] + arguments + ["--output", out, "--sqlite", database, "--xlsx", book]
          + Self.formats)
      #expect(run.status == 0, "\(name): \(run.errors)")
      let names = try folder.names(name)
      let tables = names.filter { $0.hasSuffix(".csv.gz") }.map { String($0.dropLast(7)) }
      #expect(!tables.isEmpty && names.contains("datapackage.json"))
      #expect(!names.contains { $0.hasSuffix(".csv") })
      #expect(tables.allSatisfy { names.contains($0 + ".parquet") })
      let base = try Database(path: database)
      let views = try base.rows("SELECT count(*) FROM sqlite_master WHERE type = 'view'")
      #expect(views == [["\(tables.count)"]])
      #expect(try base.rows("PRAGMA foreign_key_check").isEmpty)
      let sheets = try Workbook(path: book).sheets
      #expect(Set(sheets.map(\.name)) == Set(tables.map { $0.replacing("-", with: "_") }))
      for sheet in sheets {
        let count = try base.rows("SELECT count(*) FROM \"\(sheet.name)\"")
        #expect(count == [["\(sheet.rows.count - 1)"]], "\(name): \(sheet.name)")
      }
    }
  }

  @Test func `no cell of a file is lost in its database`() throws {
    let folder = try Folder()
    for (name, arguments) in try commands(folder) + planning(folder) {
      let (out, database) = (folder.path(name), folder.path(name + ".db"))
      let run = try Program.run([name] + arguments + ["--output", out, "--sqlite", database])
      #expect(run.status == 0, "\(name): \(run.errors)")
      let base = try Database(path: database)
      for file in try folder.names(name) where file.hasSuffix(".csv") {
        let rows = try CSV.rows(of: out + "/" + file)
        let table = file.dropLast(4).replacing("-", with: "_")
        for (place, column) in (rows.first ?? []).enumerated() {
          let written = rows.dropFirst().count { !$0[place].isEmpty }
          let kept = try base.rows(
            "SELECT count(*) FROM \"\(table)\" WHERE \"\(column)\" IS NOT NULL AND \"\(column)\" <> ''"
          )
          #expect(kept == [["\(written)"]], "\(name): \(file), \(column)")
        }
      }
    }
  }

  @Test func `a database and a workbook do not depend on the threads`() throws {
    let folder = try Folder()
    let shop = try folder.write("shop.yaml", ShopFile.text)
    for threads in ["1", "2"] {
      let run = try Program.run(
        "compare", shop, "--quick", "--threads", threads, "--output", folder.path(threads),
        "--sqlite", folder.path(threads + ".sqlite"), "--xlsx", folder.path(threads + ".xlsx"))
      #expect(run.status == 0, "\(run.errors)")
    }
    let dumps = try ["1", "2"].map { try Database(path: folder.path($0 + ".sqlite")).dump() }
    #expect(dumps[0] == dumps[1] && dumps[0].count > 100)
    #expect(try folder.data("1.xlsx") == folder.data("2.xlsx"))
  }

  @Test func `formats without a folder, and names of another kind, are refused`() throws {
    let folder = try Folder()
    let shop = try folder.write("shop.yaml", ShopFile.text)
    for (arguments, message) in [
      (["--gzip"], "--gzip needs --output."),
      (["--sqlite", "a.sqlite"], "--sqlite needs --output."),
      (["--xlsx", "a.xls", "--output", folder.path("out")], "a name that ends in .xlsx"),
      (
        ["--sqlite", "a.csv", "--output", folder.path("out")], "a name that ends in .sqlite or .db"
      ),
    ] {
      let run = try Program.run(["compare", shop] + arguments)
      #expect(run.status == 64 && run.errors.contains(message), "\(run.errors)")
    }
    let chinese = try Program.run("compare", shop, "--gzip", "--lang", "zh")
    #expect(chinese.errors.contains("--gzip 需要 --output"), "\(chinese.errors)")
  }

  @Test func `a run without gzip takes the packed files of an earlier one away`() throws {
    let folder = try Folder()
    let shop = try folder.write("shop.yaml", ShopFile.text)
    for formats in [Self.formats, []] {
      let run = try Program.run(
        ["simulate", shop, "--replications", "1", "--output", folder.path("out")] + formats)
      #expect(run.status == 0, "\(run.errors)")
    }
    let names = try folder.names("out")
    #expect(names.contains("days.csv"))
    #expect(!names.contains { $0.hasSuffix(".gz") || $0.hasSuffix(".parquet") })
  }
}
