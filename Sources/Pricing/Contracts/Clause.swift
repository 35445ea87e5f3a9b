// SPDX-License-Identifier: GPL-3.0-or-later

/// One named term of a contract.
package struct Clause: Equatable, Sendable {
  package var name: String
  package var terms: ClauseTerms
  /// Prices that nobody gave and the rate card filled in.
  package var assumed: [AssumedPrice]

  package init(_ name: String, _ terms: ClauseTerms, assumed: [AssumedPrice] = []) {
    self.name = name
    self.terms = terms
    self.assumed = assumed
  }
}

/// Every kind of clause. The first group bills each month; the second governs the contract's life
/// and acts in its ledger.
package enum ClauseTerms: Equatable, Sendable {
  case seats(SeatClause)
  case baseAndCommission(BaseAndCommissionClause)
  case tiered(TieredClause)
  case perConversation(PerConversationClause)
  case package(PackageClause)
  case shifts(ShiftClause)
  case hourly(HourlyClause)
  case orders(OrderClause)
  case fullService(FullServiceClause)
  case inHouse(InHouseClause)
  case fixedFee(FixedFeeClause)
  case bonusMalus(BonusMalusClause)
  case minimumCharge(MinimumChargeClause)

  case deposit(DepositClause)
  case trial(TrialClause)
  case notice(NoticeClause)
  case earlyExit(EarlyExitClause)
  case latePayment(LatePaymentClause)
  case poaching(PoachingClause)
  case salesGuarantee(SalesGuaranteeClause)
  case forceMajeure(ForceMajeureClause)

  var clause: any CheckedClause {
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

/// The kinds of clauses by their words in files, in the order of the key reference.
package enum ClauseKind: String, CaseIterable, Sendable {
  case seats
  case baseAndCommission = "base_and_commission"
  case tiered
  case perConversation = "per_conversation"
  case package
  case shifts
  case hourly
  case orders
  case fullService = "full_service"
  case inHouse = "in_house"
  case fixedFee = "fixed_fee"
  case bonusMalus = "bonus_malus"
  case minimumCharge = "minimum_charge"
  case deposit
  case trial
  case notice
  case earlyExit = "early_exit"
  case latePayment = "late_payment"
  case poaching
  case salesGuarantee = "sales_guarantee"
  case forceMajeure = "force_majeure"

  package var type: any ContractClause.Type {
    switch self {
    case .seats: SeatClause.self
    case .baseAndCommission: BaseAndCommissionClause.self
    case .tiered: TieredClause.self
    case .perConversation: PerConversationClause.self
    case .package: PackageClause.self
    case .shifts: ShiftClause.self
    case .hourly: HourlyClause.self
    case .orders: OrderClause.self
    case .fullService: FullServiceClause.self
    case .inHouse: InHouseClause.self
    case .fixedFee: FixedFeeClause.self
    case .bonusMalus: BonusMalusClause.self
    case .minimumCharge: MinimumChargeClause.self
    case .deposit: DepositClause.self
    case .trial: TrialClause.self
    case .notice: NoticeClause.self
    case .earlyExit: EarlyExitClause.self
    case .latePayment: LatePaymentClause.self
    case .poaching: PoachingClause.self
    case .salesGuarantee: SalesGuaranteeClause.self
    case .forceMajeure: ForceMajeureClause.self
    }
  }
}
