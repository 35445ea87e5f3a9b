// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import PlatformExports
import Spreadsheets
import Testing

struct WorkbookTests {
  /// A small workbook as a spreadsheet program saves it: one sheet with a title, a header, two days and
  /// their sum; texts shared, dates and shares as formatted numbers.
  private static let small =
    Data(
      base64Encoded: [
        "UEsDBBQAAAAIABZZfV3uR1hmHwAAAB0AAAATAAAAW0NvbnRlbnRfVHlwZXNdLnhtbLOxr8jNUShLLSrOzM+zVTLU",
        "M1Cyt7MJqSxILda3AwBQSwMEFAAAAAgAFll9Xd9lxPK5AAAACgEAAA8AAAB4bC93b3JrYm9vay54bWyNjz0OwjAM",
        "ha8SeacpDAhVbVkQUnc4QGhdGtHElR1+LsENmDgAt4JzEBXYmWw/25/98uXF9eqELJZ8AdMkBYW+psb6fQHbzXqy",
        "gGWZn4kPO6KDitNeCuhCGDKtpe7QGUloQB87LbEzIZa81zIwmkY6xOB6PUvTuXbGevgQMv6HQW1ra1xRfXTowwfC",
        "2JsQf5XODgJlPl6Qb1TeOCzg+bi/bldQo1Y10RYozmxMuGqmoMtc/9b0z1n5BlBLAwQUAAAACAAWWX1dsQNWfFcA",
        "AAB9AAAAGgAAAHhsL19yZWxzL3dvcmtib29rLnhtbC5yZWxzs7GvyM1RKEstKs7Mz7NVMtQzULK3swlKzUksAQoU",
        "Z2QWFKNyFTxTbJWKPFMMlRRCKgtSbZXK84uyizNSU0uAAolF6aklSELF+mDKUA9oiZK+nY0+qsEAUEsDBBQAAAAI",
        "ABZZfV1PNQEO1QAAAMgCAAAYAAAAeGwvd29ya3NoZWV0cy9zaGVldDEueG1sfZJpCsIwEIWvEnIAm21cIE2x1YOI",
        "FBSXQlpaj280GCfj8iMk4T3yvjzGVrfLmY2t74/dteRyJnjl7NT5U39o28HZ57bZDTtnfTcxHzzc2f3jsJacDSXv",
        "w310whajs8U+rOBLZpXMCpllMj+1Gmsq1xqs6VzbYM3k2hZr8B1OJzjNWR9/Fh6aS0mCah2xlSYpzUsQgqBpFD8n",
        "aDFNxd5mK9Df8UzCMwSPUNQmtvMBYRDEgkCYDOJHQ5AQAD21JPEQS4CPduBXO/CnHcjbIWAFGsjiPad3UEsDBBQA",
        "AAAIABZZfV1rs65p0gAAAJkCAAAUAAAAeGwvc2hhcmVkU3RyaW5ncy54bWyzsa/IzVEoSy0qzszPs1Uy1DNQsrez",
        "KS4uARKZdjZFdjYldk/XLbLRBwroF0EEFIBarIoLEpNTbZUKilKLU4vKUpXsns3pfbFwxfO+DQpqibkF1grPNrY/",
        "a9gN16gPMg5u5LPpS4kycj4O/U8nrSBC/4v1i57s2vVs6gZcrugjxhVP97XiNeXpzs3EmDK3/enk3qe7pjybvu3l",
        "1P04zDImxqSOtpeT5gOd9HT7UoiRz/vacZhnRJx5xgbPl0/CYYQuEUbgCt+N7cTEMnoq0QclPwBQSwMEFAAAAAgA",
        "Fll9XYJOQqeCAAAA0wAAAA0AAAB4bC9zdHlsZXMueG1ss7GvyM1RKEstKs7Mz7NVMtQzULK3sykuqcxJDc5ITS2x",
        "s8krzXXLLSlWSM4vzSsBqlCCCSlAKM8UoKCZiZJCWn5RbmKJc35Kqq1SJRDE6ObmxuimpCjp29noQ02xs0lOzcmJ",
        "SIMbZww0riINySgDkHIUEZDhGGJgZfpQw4AsJBcDAFBLAQIUAxQAAAAIABZZfV3uR1hmHwAAAB0AAAATAAAAAAAA",
        "AAAAAACAAQAAAABbQ29udGVudF9UeXBlc10ueG1sUEsBAhQDFAAAAAgAFll9Xd9lxPK5AAAACgEAAA8AAAAAAAAA",
        "AAAAAIABUAAAAHhsL3dvcmtib29rLnhtbFBLAQIUAxQAAAAIABZZfV2xA1Z8VwAAAH0AAAAaAAAAAAAAAAAAAACA",
        "ATYBAAB4bC9fcmVscy93b3JrYm9vay54bWwucmVsc1BLAQIUAxQAAAAIABZZfV1PNQEO1QAAAMgCAAAYAAAAAAAA",
        "AAAAAACAAcUBAAB4bC93b3Jrc2hlZXRzL3NoZWV0MS54bWxQSwECFAMUAAAACAAWWX1da7OuadIAAACZAgAAFAAA",
        "AAAAAAAAAAAAgAHQAgAAeGwvc2hhcmVkU3RyaW5ncy54bWxQSwECFAMUAAAACAAWWX1dgk5Cp4IAAADTAAAADQAA",
        "AAAAAAAAAAAAgAHUAwAAeGwvc3R5bGVzLnhtbFBLBQYAAAAABgAGAIkBAACBBAAAAAA=",
      ].joined()) ?? Data()

  private static func problem(_ bytes: [UInt8]) -> SpreadsheetError? {
    do throws(SpreadsheetError) {
      _ = try Workbook(bytes)
      return nil
    } catch {
      return error
    }
  }

  @Test func `texts, numbers, dates and shares are read as the program shows them`() throws {
    let book = try Workbook([UInt8](Self.small))
    let sheet = try #require(book.sheets.first)
    #expect(book.sheets.count == 1 && sheet.name == "客服")
    #expect(sheet.rows.map(\.number) == [1, 2, 3, 4, 5])
    #expect(sheet.rows[0].cells == ["客服表现 & 汇总"])
    #expect(sheet.rows[2].cells == ["2026-04-01", "1234", "1200", "2分30秒", "95.3%"])
    #expect(sheet.rows[3].cells == ["2026-04-02", "300", "", "-", "50%"])
  }

  @Test func `a workbook of a platform is an export as its CSV is`() throws {
    let file = FileManager.default.temporaryDirectory
      .appendingPathComponent("export-\(UUID().uuidString).xlsx")
    try Self.small.write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    #expect(PlatformExport.isExport(path: file.path))
    let export = try PlatformExport(path: file.path)
    #expect(export.platform == .tmall && export.summaryRows == 1)
    #expect(try export.inquiriesByDay().map(\.count) == [1234, 300])
    #expect(export.rows[0].values["mean_reply"] == 150)
  }

  @Test func `a broken, encrypted or other file is refused`() {
    let bytes = [UInt8](Self.small)
    #expect(Self.problem(Array(bytes.prefix(200))) == .damaged(part: "archive"))
    #expect(Self.problem([0xD0, 0xCF, 0x11, 0xE0, 0, 0]) == .binaryFormat)
    #expect(Self.problem(Array("PK".utf8)) == .damaged(part: "archive"))
    // Whatever a single byte is changed to, a reading ends, with cells or with an error.
    for place in stride(from: 0, to: bytes.count, by: 7) {
      var hurt = bytes
      hurt[place] ^= 0xFF
      _ = Self.problem(hurt)
    }
  }
}
