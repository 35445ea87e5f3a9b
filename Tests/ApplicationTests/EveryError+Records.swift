// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
import Demand
import Money
import Pricing
import Tables

extension EveryError {
  static var records: [RecordError.Problem] {
    row { problem in
      switch problem {
      case nil: .input(.missing)
      case .input: .empty
      case .empty: .openQuotation
      case .openQuotation: .notText
      case .notText: .rowTooLong(most: 1_048_576)
      case .rowTooLong: .tooManyRows(most: 400)
      case .tooManyRows: .tooManyCells(most: 30)
      case .tooManyCells: .tooManyNames(most: 50)
      case .tooManyNames: .repeatedColumn
      case .repeatedColumn: .wrongFieldCount(found: 7, expected: 3)
      case .wrongFieldCount: .unknownColumn(known: ["amounts", "month"])
      case .unknownColumn: .columnNeeded(["month", "date"])
      case .columnNeeded: .columnsExclude(["seats"])
      case .columnsExclude: .notADate("1/2/3")
      case .notADate: .notAMonth("May")
      case .notAMonth: .notATime("noon")
      case .notATime: .notAnHour("25")
      case .notAnHour: .notACount("2.5")
      case .notACount: .countTooLarge("999", most: 500)
      case .countTooLarge: .notAnAmount("x", .notANumber("x"))
      case .notAnAmount: .negative("-1")
      case .negative: .notWholeMinutes("0.001")
      case .notWholeMinutes: .notOneOf("z", allowed: ["night", "day"])
      case .notOneOf: .mustNotBeEmpty
      case .mustNotBeEmpty: .notAName("ab")
      case .notAName: .duplicate(firstLine: 12)
      case .duplicate: .currenciesMixed(found: "USD", expected: "CNY")
      case .currenciesMixed: .severalRuns(first: "0", other: "1")
      case .severalRuns: .monthMissing(month)
      case .monthMissing: .tooManyYears
      case .tooManyYears: nil
      }
    } + decimals.map { .notAnAmount("1.2345678", $0) }
  }

  private static var decimals: [DecimalError] {
    row { error in
      switch error {
      case nil: .notANumber("1.2345678")
      case .notANumber: .tooManyPlaces("1.2345678", allowed: 6)
      case .tooManyPlaces: .tooLarge("1.2345678")
      case .tooLarge: nil
      }
    }
  }

  static var histories: [HistoryProblem.Kind] {
    row { problem in
      switch problem {
      case nil: .input(.missing)
      case .input: .empty
      case .empty: .compressed
      case .compressed: .noTimeColumn(found: ["a", "b"])
      case .noTimeColumn: .noPathColumns(found: ["path", "count"])
      case .noPathColumns: .pathDiffers(path: "7")
      case .pathDiffers: .tooManyPaths(most: 10_000)
      case .tooManyPaths: .twoColumns(meaning: "time", names: ["date", "ds"])
      case .twoColumns: .tooFewFields(found: 1, needed: 3)
      case .tooFewFields: .badTime("noon")
      case .badTime: .badNumber(column: "count", found: "many")
      case .badNumber: .negative(column: "count", found: "-1")
      case .negative: .tooLarge(column: "count", found: "999", most: 500)
      case .tooLarge: .fractionalCount("2.5")
      case .fractionalCount: .unsorted
      case .unsorted: .duplicateInterval(firstLine: 2)
      case .duplicateInterval: .overlappingInterval(otherLine: 3)
      case .overlappingInterval: .intervalChanges(from: 1800, to: 3600)
      case .intervalChanges: .noInterval(seconds: 7)
      case .noInterval: .mixedZones
      case .mixedZones: .unterminatedQuote
      case .unterminatedQuote: .notText
      case .notText: .rowTooLong(most: 1_048_576)
      case .rowTooLong: .tooManyRows(most: 400)
      case .tooManyRows: .tooManyCells(most: 30)
      case .tooManyCells: .tooManyTypes(most: 1000)
      case .tooManyTypes:
        .gap(
          days: 400, after: HistoryProblem.Row(time: "2026-01-01 09:00", line: 8),
          before: HistoryProblem.Row(time: "2062-01-01 09:00", line: 9))
      case .gap:
        .spanTooLong(
          days: 9000, most: 7320, first: HistoryProblem.Row(time: "2026-01-01 09:00", line: 8),
          last: HistoryProblem.Row(time: "2062-01-01 09:00", line: 9))
      case .spanTooLong: nil
      }
    } + inputs.map(HistoryProblem.Kind.input)
  }

  static var inputs: [InputProblem] {
    row { problem in
      switch problem {
      case nil: .missing
      case .missing: .isFolder
      case .isFolder: .isDevice
      case .isDevice: .silentPipe
      case .silentPipe: .notPermitted
      case .notPermitted: .unreadable
      case .unreadable: .tooLarge(most: 10_000_000)
      case .tooLarge: nil
      }
    }
  }

  static var prices: [PricingError] {
    row { error in
      switch error {
      case nil: .amountTooLarge
      case .amountTooLarge: .quantityTooLarge
      case .quantityTooLarge: .chargeTooLarge(clause: 3, month)
      case .chargeTooLarge:
        .invalidContract([
          ContractProblem(path: "clauses[1]", found: "x", rule: .mustNotBeEmpty)
        ])
      case .invalidContract: .noMonths
      case .noMonths: .monthMissing(month)
      case .monthMissing: .monthsOutOfOrder(previous: month, found: month)
      case .monthsOutOfOrder: .usageOutsideTerm(month)
      case .usageOutsideTerm: .trialNeedsOwnMonth(span)
      case .trialNeedsOwnMonth: .wrongShape(month, found: 4, expected: 5)
      case .wrongShape: .negativeQuantity(month)
      case .negativeQuantity: .currenciesMixed(contract: "CNY", usage: "USD")
      case .currenciesMixed: .unknownInquiryType(clause: 6, name: "pre", known: ["post"])
      case .unknownInquiryType: .unknownGroup(clause: 6, name: "team", known: [])
      case .unknownGroup: .unknownResult(clause: 6, name: "score", known: ["kpi"])
      case .unknownResult:
        .conversationNotCounted(clause: 6, EffectiveConversation(.arrived), counted: [])
      case .conversationNotCounted:
        .columnMissing(clause: 6, .orders, told: [.sales])
      case .columnMissing: .resultNotMeasured(clause: 6, name: "score", month)
      case .resultNotMeasured: .dailyCountsNeeded(clause: 6, month)
      case .dailyCountsNeeded: .hourlyCountsNeeded(clause: 6, month)
      case .hourlyCountsNeeded:
        .volumeBeyondTiers(clause: 6, month, volume: Fraction(900), last: ExactDecimal(800))
      case .volumeBeyondTiers: .noPriceForShiftKind(clause: 6, .night)
      case .noPriceForShiftKind: nil
      }
    }
  }
}
