// SPDX-License-Identifier: GPL-3.0-or-later

package import Calendars
package import Money

/// Why an invoice line is what it is: the numbers behind it, without words.
package enum Explanation: Equatable, Sendable {
  /// The month whose average picked a tier (R1).
  package enum AverageSource: Equatable, Sendable {
    case thisMonth, lastMonth
    /// The average agreed for the time before the first month.
    case agreedStart
    /// The first month has no month before it.
    case firstMonthItself
  }

  package enum Hiring: Equatable, Sendable {
    case hiredAhead, leaversReplaced
  }

  /// Seats × days held ÷ days of the month (R6).
  case seatDays(Int64, dayBase: Int64)
  /// Seats of a bill that came or went within the month, and the days on which they served.
  case seatsFrom(Int64, DateSpan)
  case partMonth(days: Int64, dayBase: Int64)
  case surcharge(Percentage)
  case conversationSurcharge(Percentage, concerned: Int64, of: Int64)
  case commission(basis: ReadingOptions.SalesBasis, wholeShop: Bool, orders: Int64?)
  case tier(
    index: Int, from: ExactDecimal, upTo: ExactDecimal?, average: Fraction, source: AverageSource,
    mode: TierMode)
  case overflow(average: Fraction, source: AverageSource, above: ExactDecimal)
  case bracket(
    index: Int, from: ExactDecimal, upTo: ExactDecimal?, key: PerConversationClause.Key,
    mode: TierMode)
  case beyondIncluded(count: Int64, included: Fraction, blockSize: Int)
  case shiftKind(ShiftKind)
  case annualFee(year: Int)
  case minimum(Money)
  case ladder(step: Int, value: Fraction)
  case holidayPay(shifts: Int64, dailyWages: Fraction)
  case hiring(Hiring, people: Fraction)
  case training(Hiring, people: Fraction)
  /// What only one kind of clause says, in its own words; the key is that of files.
  case own(key: String, en: String, zh: String)
}
