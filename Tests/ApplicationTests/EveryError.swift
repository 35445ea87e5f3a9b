// SPDX-License-Identifier: GPL-3.0-or-later

import Application
import Calendars
import Demand
import DemandFitting
import Experiments
import PlatformExports
import Pricing
import QueueingTheory
import RosterFiles
import Scorecards
import ScenarioFiles
import Studies
import Tables
import Wording

/// One error of each case, found by going from case to case: a new case does not compile here until
/// it has its place in the row.
enum EveryError {
  static func row<Case>(_ next: (Case?) -> Case?) -> [Case] {
    var row: [Case] = []
    while let one = next(row.last) { row.append(one) }
    return row
  }

  static let day = CivilDate(dayNumber: 20_500)
  static let span = DateSpan(unchecked: day, day.advanced(by: 6))
  static let month = day.yearMonth

  static var all: [ApplicationError] {
    requests.map(ApplicationError.request)
      + files.map { ApplicationError.file("shop.csv", $0) }
      + answers.map(ApplicationError.noAnswer) + [.cancelled]
  }

  static var requests: [RequestError] {
    row { error in
      switch error {
      case nil: .unknownPlan(.plan, name: "tier", known: ["seats", "own"])
      case .unknownPlan: .replicationTooLarge(.replication, found: 9, count: 5)
      case .replicationTooLarge: .chatTooLarge(found: 99, count: 42, replication: 7)
      case .chatTooLarge: .notAMoment(found: "noon")
      case .notAMoment: .momentOutsideHorizon(found: day, horizon: span)
      case .momentOutsideHorizon: .notDates(found: "Monday")
      case .notDates: .datesOutsideHorizon(found: span, horizon: span)
      case .datesOutsideHorizon: .poolHasNoRequirement(plan: "tier")
      case .poolHasNoRequirement: .noSizeToChoose(plan: "own")
      case .noSizeToChoose: .shiftsStillPlanned(plan: "own")
      case .shiftsStillPlanned: .sizeNotOpen(plan: "own")
      case .sizeNotOpen: .sizeOutOfRange(found: 17, allowed: 1...6)
      case .sizeOutOfRange: .setting("a=", .noValues("a="))
      case .setting: .severalValues("a=1,2")
      case .severalValues: .noSettings
      case .noSettings: .gridTooLarge(found: 20_000, allowed: 10_000)
      case .gridTooLarge: .gridIsLong(found: 600, unasked: 500)
      case .gridIsLong: .explorationIsLong(found: 600, unasked: 500)
      case .explorationIsLong: .planOfContract(file: "contract.yaml")
      case .planOfContract: .planOfInvoiceUnnamed(known: ["seats", "own"])
      case .planOfInvoiceUnnamed: .unknownRule("jd.4min", known: ["jd.3min", "pdd.3min"])
      case .unknownRule: .noRosterOfThePast(plan: "seats")
      case .noRosterOfThePast: .noRosterToday(plan: "seats")
      case .noRosterToday: .notADay(found: "Monday")
      case .notADay: .notNow(found: "noon")
      case .notNow: .dayIsOver(now: ClockTime(unchecked: 82_800), date: day)
      case .dayIsOver: .groupNotInPlan("night", plan: "seats", known: ["team"])
      case .groupNotInPlan: .limitBeyondCurve(group: "team", known: 5, limits: 6...9)
      case .limitBeyondCurve: .question(.queueing(.unreachable(largestAgents: 77)))
      case .question: nil
      }
    } + settings.map { .setting("a=1..", $0) } + causes.map(RequestError.question)
  }

  static var settings: [Setting.Problem] {
    row { problem in
      switch problem {
      case nil: .noEqualsSign("a")
      case .noEqualsSign: .emptyPath("=1")
      case .emptyPath: .noValues("a=")
      case .noValues: .unbalanced("a=[1")
      case .unbalanced: .badRange("a=2..1")
      case .badRange: .tooManyValues("a=1..", 123_456)
      case .tooManyValues: .tooDeep("a.a.a=1", 123)
      case .tooDeep: .twice("seed", by: "--seed")
      case .twice: nil
      }
    }
  }

  static var files: [FileProblem] {
    row { problem in
      switch problem {
      case nil:
        .scenario(
          ScenarioFileError([
            ScenarioProblem(
              file: "shop.csv", line: 41, path: "agent_groups.late.chat_limit", found: "nothing",
              allowed: "\(1) to \(64)", suggestion: "late")
          ]))
      case .scenario: .noPlans
      case .noPlans: .refused(plan: "tier", .demand(.emptyProfile(stream: "own", field: "profile")))
      case .refused: .otherHorizon
      case .otherHorizon: .otherCurrency(found: "USD", allowed: "CNY")
      case .otherCurrency: .records(RecordError(line: 3, .empty))
      case .records: .bill(.noCommonDay(term: span, usage: span))
      case .bill: .history(HistoryError([HistoryProblem(line: 8, kind: .empty)], further: 12))
      case .history: .fit(.noData)
      case .fit: .roster(RosterFileError(line: 3, column: "leave", .outside("x", allowed: 0...9)))
      case .roster: .noCustomersOn(day, recorded: span)
      case .noCustomersOn: .totalNeedsNow(day)
      case .totalNeedsNow: .nobodyOnDuty(day)
      case .nobodyOnDuty: .messages(MessageLogError(line: 5, .noCustomer))
      case .messages: .messageFit(.tooFewRounds(found: 3, needed: 20))
      case .messageFit: .rules(RuleError(line: 5, column: "unit", .columnMissing))
      case .rules: .score(ScoreError(key: "jd.3min", .nothingToCount))
      case .score: .export(ExportError(line: 5, .noDays))
      case .export: .ruleNotInExport("jd.3min", platform: "tmall", known: ["taobao.3min"])
      case .ruleNotInExport: .ruleNeedsLog("jd.leaveword")
      case .ruleNeedsLog: .ruleNeedsMessages("jd.3min", inquiryType: "pre_sale")
      case .ruleNeedsMessages: .nothingToBackcast
      case .nothingToBackcast: .tooManyInquiries(most: 10_000)
      case .tooManyInquiries: .offTheGrid(found: "09:07", minutes: 30)
      case .offTheGrid: .tooLarge(.customers(expected: 6e8))
      case .tooLarge: .axis("demand.daily_mean=2..1", .badRange("2..1"))
      case .axis:
        .point(
          3,
          ScenarioFileError([
            ScenarioProblem(
              file: "--set demand.daily_mean=x", path: "demand.daily_mean", found: "nothing",
              allowed: "\(1) to \(64)")
          ]))
      case .point: .study(.notAStudy)
      case .study: nil
      }
    } + studies.map(FileProblem.study)
      + records.map { FileProblem.records(RecordError(line: 6, column: "amount", $0)) }
      + histories.map { .history(HistoryError([HistoryProblem(line: 5, kind: $0)])) }
      + messages.map { .messages(MessageLogError(line: 5, $0)) }
      + rules.map { .rules(RuleError(line: 5, column: "period", $0)) }
      + scores.map { .score(ScoreError(key: "jd.3min", $0)) }
      + exports.map { .export(ExportError(line: 5, column: "inquiries", $0)) }
      + rosterFiles.map { .roster(RosterFileError(line: 4, column: "wishes", $0)) }
      + loads.map(FileProblem.tooLarge) + fits.map(FileProblem.fit) + refusals.map(FileProblem.bill)
  }

  static var studies: [StudyProblem] {
    row { problem in
      switch problem {
      case nil: .notAStudy
      case .notAStudy: .otherSchema(found: 7, known: 1)
      case .otherSchema: .otherVersion(found: "0.1.0", own: "0.2.0")
      case .otherVersion: .scenarioChanged(scenario: "shop.yaml")
      case .scenarioChanged: .unknownShard(found: 99, count: 42)
      case .unknownShard: .sizesMissing(shards: IndexList([3, 7, 8, 9]))
      case .sizesMissing: .shardInUse(shard: 17)
      case .shardInUse: .noPoints
      case .noPoints: .pathTwice(path: "demand.daily_mean")
      case .pathTwice: .tooManyPoints(found: 200_000, allowed: 100_000)
      case .tooManyPoints: .tooManyReplications(found: 2_000_000, allowed: 1_000_000)
      case .tooManyReplications: .unknownMeasure(key: "csot", known: ["cost", "sales"])
      case .unknownMeasure: .measureNotAsked(key: "answered_within_30s", point: 12)
      case .measureNotAsked: .otherPlans(point: 12, found: ["tier"], expected: ["seats", "own"])
      case .otherPlans: .otherCurrency(point: 12, found: "USD", expected: "CNY")
      case .otherCurrency: .nothingDone
      case .nothingDone: .notATable(line: 5)
      case .notATable: nil
      }
    }
  }

  static var loads: [RunLoad.Excess] {
    row { excess in
      switch excess {
      case nil: .customers(expected: 1e30)
      case .customers: .sales(expected: 2e13)
      case .sales: .amounts(plan: "seats", customers: 4e8)
      case .amounts: .memory(bytes: 9e9, part: .waiting, partBytes: 8e9, threads: 2, limit: 4e9)
      case .memory: nil
      }
    }
      + RunLoad.Part.allCases.map {
        .memory(bytes: 9e9, part: $0, partBytes: 8e9, threads: 2, limit: 4e9)
      }
  }

  static var answers: [NoAnswer] {
    row { reason in
      switch reason {
      case nil: .planRefused(.chats, plan: "tier")
      case .planRefused: .bill(subject: "tier", .noCommonDay(term: span, usage: span))
      case .bill: .noSteadyState(file: "shop.yaml", .closed)
      case .noSteadyState: .formula(.unreachable(largestAgents: 77))
      case .formula: .roster(file: "staff.csv", rosterConflicts, of: rosterProblem)
      case .roster: nil
      }
    }
  }

  static var refusals: [BillRefusal] {
    row { refusal in
      switch refusal {
      case nil: .ledger(.noNoticeClause)
      case .ledger: .noCommonDay(term: span, usage: span)
      case .noCommonDay: .sizeOpen(.noNoticeClause, group: "team")
      case .sizeOpen: nil
      }
    } + ledgers.map(BillRefusal.ledger)
  }

  static var ledgers: [LedgerError] {
    row { error in
      switch error {
      case nil: .pricing(.noMonths)
      case .pricing: .endsOutsideTerm(day, term: span)
      case .endsOutsideTerm: .notInTrial(day, trialEnd: nil)
      case .notInTrial: .noNoticeClause
      case .noNoticeClause: .noTerminationRight(day, earliest: day)
      case .noTerminationRight: .delayOutOfRange(month, days: 40_000)
      case .delayOutOfRange: .monthNotBilled(month, billed: [month])
      case .monthNotBilled: .poachingBeforeContract(day, first: day)
      case .poachingBeforeContract: .peopleOutOfRange(day, 2_000_000)
      case .peopleOutOfRange: nil
      }
    }
  }

  static var fits: [FitError] {
    row { error in
      switch error {
      case nil: .noData
      case .noData: .allZero
      case .allZero: .notSolvable
      case .notSolvable: .badEvent(line: 4, found: "soon")
      case .badEvent: .eventColumn(line: 1, "nmae", known: ["date", "name"])
      case .eventColumn: .eventColumns(line: 1, ["name", "event"])
      case .eventColumns: .noEventDates(header: "x,y")
      case .noEventDates: .eventTable(TableError(line: 4, .openQuotation))
      case .eventTable: .futureBeforeHistory
      case .futureBeforeHistory: .intervalMismatch(history: 1800, future: 700)
      case .intervalMismatch: .futureTooLong(days: 5000, allowed: 1100)
      case .futureTooLong: .tooFewDays(found: 3, needed: 21)
      case .tooFewDays: .tooManyDays(found: 9000, allowed: 3660)
      case .tooManyDays: nil
      }
    }
  }
}
