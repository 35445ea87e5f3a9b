// SPDX-License-Identifier: GPL-3.0-or-later

/// One named term of a contract.
package struct Clause: Equatable, Sendable {
  package var name: String
  package var terms: ClauseTerms

  package init(_ name: String, _ terms: ClauseTerms) {
    self.name = name
    self.terms = terms
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
}
