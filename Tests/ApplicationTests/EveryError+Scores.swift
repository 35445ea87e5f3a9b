// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
import PlatformExports
import Scorecards
import Spreadsheets
import Tables

extension EveryError {
  static var scores: [ScoreError.Reason] {
    row { reason in
      switch reason {
      case nil: .notInForce(on: span, first: day)
      case .notInForce: .nothingToCount
      case .nothingToCount: .windowNeverMet(.wholeDay)
      case .windowNeverMet: .allExempt(span)
      case .allExempt: nil
      }
    }
  }

  static var messages: [MessageLogError.Kind] {
    row { problem in
      switch problem {
      case nil: .table(.empty)
      case .table: .noColumn(["side"], found: ["a", "b"])
      case .noColumn: .twoColumns(meaning: "time", names: ["time", "at"])
      case .twoColumns: .tooFewFields(found: 1, needed: 3)
      case .tooFewFields: .badTime("noon")
      case .badTime: .mixedZones
      case .mixedZones: .noSide
      case .noSide: .unknownSide("cat", allowed: ["customer", "agent"])
      case .unknownSide: .noSession
      case .noSession: .outOfOrder(after: 4)
      case .outOfOrder: .noCustomer
      case .noCustomer: .spanTooLong(days: 9000, most: 7320)
      case .spanTooLong: nil
      }
    } + tables.map(MessageLogError.Kind.table)
  }

  static var rules: [RuleError.Problem] {
    row { problem in
      switch problem {
      case nil: .table(.empty)
      case .table: .unknownColumn(known: ["key", "periods"])
      case .unknownColumn: .columnMissing
      case .columnMissing: .empty
      case .empty: .notOneOf("cat", allowed: ["person", "anyone"])
      case .notOneOf: .notAKey("a,b")
      case .notAKey: .notAWindow("noon")
      case .notAWindow: .notSeconds("-3")
      case .notSeconds: .notADate("1/2/3")
      case .notADate: .notDates("soon")
      case .notDates: .notAPeriod("year")
      case .notAPeriod: .notALadder("good")
      case .notALadder: .gradesOutOfOrder("best", after: "good")
      case .gradesOutOfOrder: .unknownTarget("best", known: ["good"])
      case .unknownTarget: .meanOfCustomers
      case .meanOfCustomers: .validityReversed(from: day.advanced(by: 1), to: day)
      case .validityReversed: .repeatedVersion("2026", firstLine: 3)
      case .repeatedVersion:
        .versionsOverlap(key: "own.a", version: "first", other: "second", date: day)
      case .versionsOverlap:
        .versionsGap(key: "own.a", version: "first", other: "second", days: span)
      case .versionsGap: nil
      }
    } + tables.map(RuleError.Problem.table)
  }

  static var exports: [ExportError.Problem] {
    row { problem in
      switch problem {
      case nil: .table(.empty)
      case .table: .spreadsheet(.binaryFormat)
      case .spreadsheet: .unknownPlatform(found: ["visits", "clicks"])
      case .unknownPlatform: .columnsMissing(.jd, needed: ["inquirers"])
      case .columnsMissing: .notADate("soon")
      case .notADate: .notAValue("many", .count)
      case .notAValue: .repeated(firstLine: 3)
      case .repeated: .noDays
      case .noDays: nil
      }
    } + tables.map(ExportError.Problem.table)
      + spreadsheets.map(ExportError.Problem.spreadsheet)
      + ExportColumn.Kind.allCases.map { .notAValue("many", $0) }
  }

  private static var spreadsheets: [SpreadsheetError] {
    row { error in
      switch error {
      case nil: .input(.missing)
      case .input: .binaryFormat
      case .binaryFormat: .damaged(part: "archive")
      case .damaged: .tooLarge(most: 500)
      case .tooLarge: .tooManyRows(most: 400)
      case .tooManyRows: .tooManyCells(most: 30)
      case .tooManyCells: nil
      }
    }
  }

  private static var tables: [TableError.Kind] {
    row { kind in
      switch kind {
      case nil: .input(.missing)
      case .input: .empty
      case .empty: .openQuotation
      case .openQuotation: .nulByte
      case .nulByte: .notUTF8
      case .notUTF8: .rowTooLong(most: 1_048_576)
      case .rowTooLong: .tooManyRows(most: 400)
      case .tooManyRows: .tooManyCells(most: 30)
      case .tooManyCells: .repeatedColumn("side")
      case .repeatedColumn: .wrongFieldCount(found: 7, expected: 3)
      case .wrongFieldCount: nil
      }
    }
  }
}
