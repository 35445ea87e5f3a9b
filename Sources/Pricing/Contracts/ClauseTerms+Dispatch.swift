// SPDX-License-Identifier: GPL-3.0-or-later

extension ClauseTerms {
  /// The clause as one that bills, or `nil` if it only governs the contract's life.
  var billing: (any BillingClause)? {
    switch self {
    case .seats(let clause): clause
    case .baseAndCommission(let clause): clause
    case .tiered(let clause): clause
    case .perConversation(let clause): clause
    case .package(let clause): clause
    case .shifts(let clause): clause
    case .hourly(let clause): clause
    case .orders(let clause): clause
    case .fullService(let clause): clause
    case .inHouse(let clause): clause
    case .fixedFee(let clause): clause
    case .bonusMalus(let clause): clause
    case .minimumCharge(let clause): clause
    case .deposit, .trial, .notice, .earlyExit, .latePayment, .poaching, .salesGuarantee,
      .forceMajeure:
      nil
    }
  }

  var checked: any CheckedClause {
    switch self {
    case .seats(let clause): clause
    case .baseAndCommission(let clause): clause
    case .tiered(let clause): clause
    case .perConversation(let clause): clause
    case .package(let clause): clause
    case .shifts(let clause): clause
    case .hourly(let clause): clause
    case .orders(let clause): clause
    case .fullService(let clause): clause
    case .inHouse(let clause): clause
    case .fixedFee(let clause): clause
    case .bonusMalus(let clause): clause
    case .minimumCharge(let clause): clause
    case .deposit(let clause): clause
    case .trial(let clause): clause
    case .notice(let clause): clause
    case .earlyExit(let clause): clause
    case .latePayment(let clause): clause
    case .poaching(let clause): clause
    case .salesGuarantee(let clause): clause
    case .forceMajeure(let clause): clause
    }
  }
}
