// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
import Money
import Plans
package import Pricing
package import Scenarios

/// How the people of a staffing line come and go under a contract.
package enum StaffTerms: Equatable, Sendable {
  /// Booked and gone by the day.
  case free
  /// Seats with a term and a notice (F20, F23).
  case seats(SeatTerms)
  /// An own team that grows by hiring and shrinks by turnover only (F26).
  case own(OwnTeam)

  /// - Parameter clauses: With their groups resolved, as `Contract.billing` does.
  package init(_ line: StaffingLine, under clauses: [ClauseTerms]) {
    self = .free
    if line.engagement == .shortTerm { return }
    for terms in clauses {
      guard let people = terms.people, line.billingGroups.contains(people.group) else { continue }
      if case .inHouse(let clause) = terms {
        self = .own(OwnTeam(clause))
        return
      }
      if let seats = terms.seatTerms {
        self = .seats(seats)
        return
      }
    }
  }
}

extension StaffTerms {
  /// Whether people are there before the first month, whom no plan can do without.
  var hasPeople: Bool {
    if case .own(let team) = self { (team.existing ?? 0) > 0 } else { false }
  }
}

/// What a payroll clause says of hiring and leaving.
package struct OwnTeam: Equatable, Sendable {
  /// Share of the team that leaves in a month, in [0, 1].
  package let turnover: Double
  /// Months of wage before a new person's first day of work.
  package let leadMonths: Double
  /// Yuan for one more person: the wage until the first day, and the training.
  package let hirePrice: Double
  /// People there before the first month; nil for the whole team of that month.
  package let existing: Int?
  /// Months in which a new person does less than an experienced one.
  package let rampMonths: Double
  /// What he does in them, of an experienced one's work, in [0, 1].
  package let rampOutput: Double

  package init(_ clause: InHouseClause) {
    let recruiting = clause.recruiting
    turnover = Double(recruiting.monthlyTurnover.percent.millionths) / 1e8
    leadMonths = Double(recruiting.leadMonths.millionths) / 1e6
    hirePrice =
      leadMonths * Double(clause.wage.yuan.millionths) / 1e6 + recruiting.trainingPerHire.inYuan
    existing = recruiting.existingTeam
    rampMonths = Double(recruiting.rampWeeks) * 7 / Self.monthDays
    rampOutput = recruiting.rampOutput
  }

  /// Of a mean month.
  private static let monthDays = 30.4375

  /// Share of the posts' work that is not done, as a leaver's successor begins a lead time later (F26) and
  /// does less until he has learned it.
  package var vacancy: Double {
    min(0.9, turnover * (leadMonths + rampMonths * (1 - rampOutput)))
  }

  /// Of a person hired for growth, the share of his work that is missing in a month, counted from that in
  /// which he begins, 0.
  package func missing(inMonth month: Int) -> Double {
    (1 - rampOutput) * min(1, max(0, rampMonths - Double(month)))
  }

  /// People of a team who are there some months later if nobody is hired.
  package func staying(of people: Int, months: Double) -> Double {
    var stay = Double(people)
    for _ in 0..<Int(months) { stay *= 1 - turnover }
    return stay
  }

  /// The fewest of the people there before the first month who are still there some months later: nobody
  /// is dismissed, and who has left is counted in whole people, rounded up.
  package func leastStaying(months: Int) -> Int {
    let stay = staying(of: existing ?? 0, months: Double(months))
    guard turnover > 0, months > 0 else { return Int(stay.rounded()) }
    return max(0, Int((stay - 1 + Self.wholePerson).rounded(.up)))
  }

  /// What is left of a person who is taken to have gone.
  static let wholePerson = 1e-6

  /// The day on which to begin to look for somebody who works from a day on: whole calendar months ahead,
  /// and the days of a part of one.
  func searchStart(before first: CivilDate) -> CivilDate {
    let whole = Int(leadMonths)
    let rest = Int(((leadMonths - Double(whole)) * 30).rounded())
    return first.adding(months: -whole).advanced(by: -rest)
  }
}
