// SPDX-License-Identifier: GPL-3.0-or-later

package import Calendars
package import Money

/// Why a contract cannot be priced on a usage.
///
/// `clause` is the index of the clause within the contract, from 0.
package enum PricingError: Error, Equatable, Sendable {
  /// An amount beyond 10¹⁵ 分.
  case amountTooLarge
  /// A quantity whose exact fraction leaves 64 bits.
  case quantityTooLarge
  /// A charge of a clause beyond 10¹⁵ 分, or beyond what can be reckoned exactly.
  case chargeTooLarge(clause: Int, YearMonth)
  case invalidContract([ContractProblem])

  case noMonths
  case monthMissing(YearMonth)
  case monthsOutOfOrder(previous: YearMonth, found: YearMonth)
  /// A month whose days lie partly outside the contract's term.
  case usageOutsideTerm(YearMonth)
  /// A trial that starts within a calendar month is a billing month of its own (R6): the first
  /// month must serve these days.
  case trialNeedsOwnMonth(DateSpan)
  case wrongShape(YearMonth, found: Int, expected: Int)
  case negativeQuantity(YearMonth)
  case currenciesMixed(contract: String, usage: String)

  /// A recorded usage that is silent about what a clause charges by.
  case columnMissing(clause: Int, UsageColumn, told: [UsageColumn])
  case unknownInquiryType(clause: Int, name: String, known: [String])
  case unknownGroup(clause: Int, name: String, known: [String])
  case unknownResult(clause: Int, name: String, known: [String])
  case conversationNotCounted(clause: Int, EffectiveConversation, counted: [EffectiveConversation])
  case resultNotMeasured(clause: Int, name: String, YearMonth)
  case dailyCountsNeeded(clause: Int, YearMonth)
  case hourlyCountsNeeded(clause: Int, YearMonth)
  /// The volume lies above the last bracket and the contract names no overflow price (R2).
  case volumeBeyondTiers(clause: Int, YearMonth, volume: Fraction, last: ExactDecimal)
  case noPriceForShiftKind(clause: Int, ShiftKind)
}

extension PricingError {
  /// Names the place of an amount or a quantity that is too large; other errors name theirs.
  func placed(in clause: Int, _ month: YearMonth) -> PricingError {
    switch self {
    case .amountTooLarge, .quantityTooLarge: .chargeTooLarge(clause: clause, month)
    default: self
    }
  }
}
