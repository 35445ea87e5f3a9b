// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
import Pricing
import RosterFiles
import Rostering

extension EveryError {
  static var rosterFiles: [RosterFileError.Problem] {
    row { problem in
      switch problem {
      case nil: .record(.notADate("1/2/3"))
      case .record: .outside("many", allowed: 0...9)
      case .outside: .notLike("12-13", example: "12:00-12:30")
      case .notLike: .above("2400", limit: "most_minutes 1440")
      case .above: .together(.nobody)
      case .together: nil
      }
    } + rosterProblems.map(RosterFileError.Problem.together)
  }

  private static var rosterProblems: [RosterProblemError] {
    row { error in
      switch error {
      case nil: .nobody
      case .nobody: .noShifts
      case .noShifts: .outside(.rest, person: "Li", found: 9000, allowed: 0...1440)
      case .outside: .contractHasGaps(person: "Li")
      case .contractHasGaps: .coverTwice(day: 0, kind: "early", group: "sales")
      case .coverTwice: .tooManyLimits(person: "Li", cells: 99, allowed: 10)
      case .tooManyLimits: nil
      }
    }
      + RosterQuantity.allCases.map {
        .outside($0, person: nil, found: 77, allowed: 0...9)
      }
  }

  static var rosterProblem: RosterProblem {
    let contract = ContractPeriod(days: 0..<7, least: 2400, most: 2400)
    return RosterProblem(
      days: span, kinds: [RosterShift("early", start: 480, length: 480)],
      people: [RosterPerson("Li", contract: [contract], mostOfKind: [2])], cover: [])
  }

  /// One conflict with every kind of limit.
  static var rosterConflicts: RosterConflicts {
    let limits: [PersonLimit] = row { limit in
      switch limit {
      case nil: .leave(day: 1)
      case .leave: .locked(day: 2)
      case .locked: .leastMinutes(period: 0)
      case .leastMinutes: .mostMinutes(period: 0)
      case .mostMinutes: .leastDaysInRow
      case .leastDaysInRow: .mostDaysInRow
      case .mostDaysInRow: .leastDaysOffInRow
      case .leastDaysOffInRow: .successions
      case .successions: .mostOfKind(0)
      case .mostOfKind: .mostWeekends
      case .mostWeekends: .mostNights
      case .mostNights: .history
      case .history: nil
      }
    }
    return RosterConflicts(conflicts: [
      RosterConflict(person: 0, limits: limits, possible: [.leastMinutes(period: 0): 1920])
    ])
  }
}
