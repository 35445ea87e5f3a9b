// SPDX-License-Identifier: GPL-3.0-or-later

package import Calendars

/// When the number of seats may change (F20, F23).
///
/// Where a contract says nothing, an assumption: whole months, one month to return, one month at least.
package struct SeatTerms: Equatable, Sendable {
  /// A length of time in whole months or days.
  package enum Length: Equatable, Sendable, CustomStringConvertible {
    case months(Int)
    case days(Int)

    package func after(_ date: CivilDate) -> CivilDate {
      switch self {
      case .months(let count): date.adding(months: count)
      case .days(let count): date.advanced(by: count)
      }
    }

    package func before(_ date: CivilDate) -> CivilDate {
      switch self {
      case .months(let count): date.adding(months: -count)
      case .days(let count): date.advanced(by: -count)
      }
    }

    package var description: String {
      switch self {
      case .months(let count): count == 1 ? "1 month" : "\(count) months"
      case .days(let count): count == 1 ? "1 day" : "\(count) days"
      }
    }
  }

  /// On which days a number may change.
  package enum Step: String, CaseIterable, Sendable {
    /// On the first of a month only.
    case month
    case day
  }

  /// From the beginning of the contract until the first seat can be added to those agreed.
  package var noticeToAdd: Length
  /// From the notice, which may be given on a seat's first day, until it is returned.
  package var noticeToReturn: Length
  /// For which a seat is held at least.
  package var minimumTerm: Length
  package var step: Step
  /// Nothing is written, so that the usual terms are assumed.
  package var isAssumed: Bool

  package init(
    noticeToAdd: Length = .days(0), noticeToReturn: Length = .months(1),
    minimumTerm: Length = .months(1), step: Step = .month, isAssumed: Bool = false
  ) {
    self.noticeToAdd = noticeToAdd
    self.noticeToReturn = noticeToReturn
    self.minimumTerm = minimumTerm
    self.step = step
    self.isAssumed = isAssumed
  }

  package static let assumed = SeatTerms(isAssumed: true)

  /// The first day on which a seat that was added on the date may be gone.
  package func release(ofSeatFrom date: CivilDate) -> CivilDate {
    max(minimumTerm.after(date), noticeToReturn.after(date))
  }
}

/// A number of seats over time.
package struct SeatPath: Equatable, Sendable {
  package struct Step: Equatable, Sendable {
    package var from: CivilDate
    package var seats: Int

    package init(from: CivilDate, seats: Int) {
      self.from = from
      self.seats = seats
    }
  }

  /// In order of time; the first one begins the contract.
  package var steps: [Step]

  package init(steps: [(CivilDate, Int)]) {
    self.steps = steps.map { Step(from: $0.0, seats: $0.1) }
  }

  /// The first step with fewer seats than the terms ask for, with the least that they allow.
  ///
  /// Of the seats held before a step those must stay whose term has not passed; and seats that cannot
  /// be added in time must be there from the beginning.
  package func tooFew(under terms: SeatTerms) -> (step: Int, least: Int)? {
    guard let first = steps.first else { return nil }
    let open = terms.noticeToAdd.after(first.from)
    for step in steps.dropFirst() where step.from < open && step.seats > first.seats {
      return (0, step.seats)
    }
    var added = [(from: first.from, count: first.seats)]
    for (index, step) in steps.enumerated().dropFirst() {
      let bound = added.filter { terms.release(ofSeatFrom: $0.from) > step.from }
        .reduce(0) { $0 + $1.count }
      if step.seats < bound { return (index, bound) }
      let more = step.seats - steps[index - 1].seats
      if more > 0 { added.append((step.from, more)) }
    }
    return nil
  }

  /// The first change on a day that the terms do not allow.
  package func changeOffStep(under terms: SeatTerms) -> Step? {
    guard terms.step == .month else { return nil }
    return zip(steps, steps.dropFirst()).first { before, after in
      before.seats != after.seats && after.from.day != 1
    }?.1
  }
}

extension ClauseTerms {
  /// Where the number of seats comes from that the clause bills; nil where it bills none.
  package var seatSource: SeatSource? {
    switch self {
    case .seats(let clause): clause.seats
    case .baseAndCommission(let clause): clause.seats
    case .package(let clause):
      if case .perSeat(_, let seats) = clause.fee { seats } else { nil }
    case .tiered, .perConversation, .shifts, .hourly, .orders, .fullService, .inHouse, .fixedFee,
      .bonusMalus, .minimumCharge, .deposit, .trial, .notice, .earlyExit, .latePayment, .poaching,
      .salesGuarantee, .forceMajeure:
      nil
    }
  }

  /// When the seats that the clause bills may change; nil where it bills none.
  package var seatTerms: SeatTerms? {
    switch self {
    case .seats(let clause): clause.seatTerms
    case .baseAndCommission(let clause): clause.seatTerms
    case .package(let clause):
      if case .perSeat = clause.fee { clause.seatTerms } else { nil }
    case .tiered, .perConversation, .shifts, .hourly, .orders, .fullService, .inHouse, .fixedFee,
      .bonusMalus, .minimumCharge, .deposit, .trial, .notice, .earlyExit, .latePayment, .poaching,
      .salesGuarantee, .forceMajeure:
      nil
    }
  }
  /// Whether the client pays for the people who stand in for those who rest or are absent (R9, F28).
  package var clientCoversAbsence: Bool {
    switch self {
    case .seats(let clause): clause.restDayCover == .client
    case .inHouse: true
    case .baseAndCommission, .package, .tiered, .perConversation, .shifts, .hourly, .orders,
      .fullService, .fixedFee, .bonusMalus, .minimumCharge, .deposit, .trial, .notice, .earlyExit,
      .latePayment, .poaching, .salesGuarantee, .forceMajeure:
      false
    }
  }
}
