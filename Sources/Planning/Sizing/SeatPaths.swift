// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
import Experiments
import Foundation
import Money
import Plans
import Pricing
import Scenarios

/// Sizes by period that a contract sells and people allow.
///
/// Seats are held for the longer of their minimum term and the notice to return them, which is given
/// on their first day at the earliest; none is added before the notice to add has passed. Own staff
/// grow by hiring and shrink by turnover only. Where the wanted sizes break such a rule, people stay
/// longer, or come earlier, than the customers need them.
struct SeatPaths {
  private let plans: [Plan]
  private let layout: SizingLayout
  /// Unit by unit.
  private let rules: [Rule]

  private enum Rule {
    case free
    case seats(SeatTerms)
    /// Share of the team that leaves in a month.
    case ownStaff(turnover: Double)
  }

  init(_ plans: [Plan], _ layout: SizingLayout, scenario: Scenario) {
    self.plans = plans
    self.layout = layout
    rules = layout.units.map { unit in
      guard let plan = plans.first else { return .free }
      let clauses = plan.contract.billing(plan.staffing).clauses.map(\.terms)
      for index in unit.lines {
        let line = plan.staffing.lines[index]
        if line.engagement == .shortTerm { return .free }
        for terms in clauses {
          guard let people = terms.people, line.billingGroups.contains(people.group) else {
            continue
          }
          if case .inHouse(let clause) = terms {
            return .ownStaff(
              turnover: Double(clause.recruiting.monthlyTurnover.fraction.numerator)
                / Double(clause.recruiting.monthlyTurnover.fraction.denominator))
          }
          if let seats = terms.seatTerms { return .seats(seats) }
        }
      }
      return .free
    }
  }

  /// Units whose people cannot come and go with every period.
  var lastingUnits: Set<Int> {
    Set(
      rules.indices.filter { unit in
        switch rules[unit] {
        case .free: false
        case .ownStaff: true
        case .seats(let terms): !terms.isAssumed
        }
      })
  }

  /// The wanted sizes, raised where the rules ask for it.
  func keepingTerms(_ sizes: PeriodSizes) -> PeriodSizes {
    var sizes = sizes
    for (unit, rule) in rules.enumerated() {
      let stretches = stretches(of: unit)
      // A period with several stretches may raise another one when it is raised.
      while let (period, least) = violation(rule, sizes.counts[unit], stretches) {
        sizes.counts[unit][period] = least
      }
    }
    return sizes
  }

  private struct Stretch {
    var period: Int
    var days: DateSpan
  }

  private func stretches(of unit: Int) -> [Stretch] {
    layout.units[unit].periods.enumerated().flatMap { period, named in
      named.spans.map { Stretch(period: period, days: $0) }
    }.sorted { $0.days.first < $1.days.first }
  }

  /// The first period whose size is too small, and the least that is allowed.
  private func violation(
    _ rule: Rule, _ counts: [Int], _ stretches: [Stretch]
  ) -> (period: Int, least: Int)? {
    let path = stretches.map { counts[$0.period] }
    switch rule {
    case .free: return nil
    case .ownStaff(let turnover):
      for (index, stretch) in stretches.enumerated() {
        for before in stretches[..<index].indices {
          let months = Double(stretches[before].days.first.days(to: stretch.days.first)) / 30.4375
          let stay = Double(path[before]) * pow(1 - turnover, months)
          let least = Int(bounded: (stay - 1e-9).rounded(.up))
          if path[index] < least { return (stretch.period, least) }
        }
      }
      return nil
    case .seats(let terms):
      let steps = SeatPath(steps: zip(stretches, path).map { ($0.days.first, $1) })
      return steps.tooFew(under: terms).map { (stretches[$0.step].period, $0.least) }
    }
  }
}
