// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
import Foundation
import Scenarios

/// For what a year's people are bought.
struct YearNeed {
  /// People needed in any case, by kind of day, lead group and interval.
  let people: [[[Int]]]
  /// −ln of the share of each month's work that may find no place; nil where the people are all that is
  /// asked for.
  let allowed: [Double]?

  /// What the choice for a month depends on.
  func key(of month: Int, _ places: [Int], isRough: Bool) -> [[[Int]]] {
    let share = allowed.map { Int(($0[month] * 1e6).rounded()) } ?? 0
    return [[[month, isRough ? 1 : 0, share]]] + places.map { people[$0] }
  }

  /// The most of some kinds.
  func people(of places: [Int]) -> [[Int]] {
    places.dropFirst().reduce(people[places[0]]) { most, place in
      zip(most, people[place]).map { zip($0, $1).map(max) }
    }
  }
}

extension YearSearch {
  /// Of a curve of work.
  private static let points = 12

  /// Whether a month's parameter allows work that finds no place, rather than asking for people by the
  /// square-root rule: where a comparison judges, and one program covers the month as one day. With days of
  /// their own it would take minutes.
  var isByAllowance: Bool { jury != .others && isHeldAlone }

  /// What the months' parameters ask for.
  func need(_ safety: [Double]) -> YearNeed {
    isByAllowance
      ? YearNeed(people: needs(nil), allowed: safety)
      : YearNeed(people: needs(safety), allowed: nil)
  }

  /// Whether everybody is there on every day of a month.
  var isHeldAlone: Bool {
    question.design.supplies.allSatisfy {
      $0.isHeldByMonth && $0.dates == nil && $0.weekdays.count == 7
    }
  }

  /// The work that may find no place in a month.
  ///
  /// - Parameters:
  ///   - safety: −ln of its share.
  ///   - days: Kinds of days, those that are one day of the program together.
  func allowance(_ safety: Double, _ days: [[Int]]) -> CoverProgram.Allowance {
    let groups = question.requirement.groups.map { name in
      question.requirement.scenario.agentGroups.first { $0.name == name }
    }
    // What is still in hand when the desk closes is nobody's to come for.
    func load(_ kind: Int, _ group: Int, _ place: Int) -> Double {
      let start = question.requirement.days.first.days(to: kinds[kind].dates[0]) * desk.perDay
      return desk.isOpen[start + place] ? kinds[kind].loads[group][place] : 0
    }
    var total = 0.0
    let work = days.map { places in
      let counts = places.map { Double(kinds[$0].dates.count) }
      let count = counts.reduce(0, +)
      return groups.indices.map { group in
        (0..<desk.perDay).map { place in
          let loads = zip(places, counts).map { (load: load($0, group, place), share: $1 / count) }
          total += loads.reduce(0) { $0 + $1.load * $1.share } * count
          return LoadExcess(
            loads, of: groups[group], most: Self.points)
        }
      }
    }
    return CoverProgram.Allowance(work: work, most: exp(-safety) * total)
  }
}
