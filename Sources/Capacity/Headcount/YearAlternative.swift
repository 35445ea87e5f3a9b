// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
import Experiments
import IntegerPrograms
import Plans
package import Scenarios

/// Another way to staff the same year, simulated on the customers who prove the plan.
package struct YearAlternative: Sendable {
  package enum Kind: Equatable, Sendable {
    /// The plan's lines as the scenario has them.
    case written
    /// Without one of the supplies, by its place in the design.
    case without(supply: Int)
    /// In every month people for one and a half times its busiest interval, all day.
    case peakAndHalf
  }

  package let kind: Kind
  package let lines: [StaffingLine]
  package let proof: YearService
}

extension YearSearch {
  /// The plan's own lines on the customers who prove the plan; nil where their number is searched for, and
  /// where people are there already, of whom lines do not say that they stay.
  /// To be called after `run`.
  package func written() async throws -> YearAlternative? {
    let written = question.plan.staffing
    guard written.sizing == nil, !written.lines.isEmpty, !terms.contains(where: \.hasPeople),
      !written.lines.contains(where: { $0.engagement == .shared })
    else { return nil }
    return try await alternative(.written, written.lines)
  }

  /// The plan's design with less to choose from, and what usual rules would hold; those that cannot be had
  /// are left out. To be called after `run`.
  package mutating func alternatives(to year: YearPlan) async throws -> [YearAlternative] {
    var found: [YearAlternative] = []
    if question.design.supplies.count > 1 {
      for place in question.design.supplies.indices where !terms[place].hasPeople {
        var narrow = question
        narrow.design.supplies[place].atMost = 0
        do {
          var search = try YearSearch(narrow, solver: solver, progress: report)
          let other = try await search.run(near: year.safety)
          found.append(
            YearAlternative(kind: .without(supply: place), lines: other.lines, proof: other.proof))
        } catch ShiftError.uncovered, ShiftError.tooFew, RequirementError.unreachable,
          IntegerProgramError.outOfTime
        {
          continue
        }
      }
    }
    do {
      found.append(try await alternative(.peakAndHalf, lines(for: peakNeeds())))
    } catch ShiftError.tooFew, IntegerProgramError.outOfTime {
      // The rule asks for more people than can be had.
    }
    return found
  }

  private func alternative(
    _ kind: YearAlternative.Kind, _ lines: [StaffingLine]
  ) async throws -> YearAlternative {
    YearAlternative(kind: kind, lines: lines, proof: try await proof(of: lines))
  }

  /// People for the work of each month's busiest interval × 1.5, in every open interval of the month: what
  /// is planned without a model.
  private func peakNeeds() -> [[[Int]]] {
    let groups = question.requirement.groups.map { name in
      question.requirement.scenario.agentGroups.first { $0.name == name }
    }
    let people = months.map { month in
      groups.indices.map { group in
        let loads = kinds.filter { month.contains($0.dates[0]) }.map { $0.loads[group].max() ?? 0 }
        return groups[group].map {
          SafetyStaff.agents(forLoad: 1.5 * (loads.max() ?? 0), of: $0, safety: 0)
        } ?? 0
      }
    }
    let least = needs(months.map { _ in Self.range.lowerBound })
    return zip(kinds, least).map { kind, least in
      let month = months[0].first.yearMonth.months(to: kind.month)
      return least.enumerated().map { group, row in
        row.enumerated().map { place, least in
          isOpen(kind, place) ? max(least, people[month][group]) : least
        }
      }
    }
  }

  private func isOpen(_ kind: DayKind, _ place: Int) -> Bool {
    desk.isOpen[question.requirement.days.first.days(to: kind.dates[0]) * desk.perDay + place]
  }
}
