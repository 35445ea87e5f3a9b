// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
import Money
import Pricing

/// One sentence for a contract that cannot be priced; clauses are counted as in the file, from 0.
func pricingSentence(_ error: PricingError) -> String {
  switch error {
  case .amountTooLarge:
    "the charges together come to more than 10^15 fen (ten trillion yuan), the most allowed."
  case .quantityTooLarge: "a quantity too large to be priced exactly."
  case .chargeTooLarge(let clause, let month):
    "clauses[\(clause)]: \(month) comes to more than 10^15 fen (ten trillion yuan), the most allowed."
  case .invalidContract(let problems):
    problems.map { "\($0.path): found \($0.found), not allowed" }.joined(separator: "; ") + "."
  case .noMonths: "no month to bill."
  case .monthMissing(let month): "the usage lacks the month \(month)."
  case .monthsOutOfOrder(let previous, let found): "month \(found) comes after \(previous)."
  case .usageOutsideTerm(let month):
    "month \(month) lies partly outside the contract's term; its usage is needed by date."
  case .trialNeedsOwnMonth(let span):
    "the trial \(span) is a billing month of its own; its usage is needed by date."
  case .wrongShape(let month, let found, let expected):
    "month \(month) has \(found) counts, expected \(expected)."
  case .negativeQuantity(let month): "a negative quantity in \(month)."
  case .currenciesMixed(let contract, let usage):
    "the contract is in \(contract), the usage in \(usage)."
  case .unknownInquiryType(let clause, let name, let known):
    "clauses[\(clause)]: bills inquiries of \(name), \(lacking(known))."
  case .unknownGroup(let clause, let name, let known):
    "clauses[\(clause)]: bills the work of \(name), \(lacking(known))."
  case .unknownResult(let clause, let name, let known):
    "clauses[\(clause)]: depends on the result \(name), \(lacking(known))."
  case .conversationNotCounted(let clause, let wanted, let counted):
    "clauses[\(clause)]: bills \(words(wanted)); the usage counts "
      + (counted.isEmpty ? "none." : counted.map(words).joined(separator: ", ") + ".")
  case .resultNotMeasured(let clause, let name, let month):
    "clauses[\(clause)]: \(name) was not measured in \(month)."
  case .dailyCountsNeeded(let clause, let month):
    "clauses[\(clause)]: needs counts by day, which \(month) does not have."
  case .hourlyCountsNeeded(let clause, let month):
    "clauses[\(clause)]: needs counts by clock hour, which \(month) does not have."
  case .volumeBeyondTiers(let clause, let month, let volume, let last):
    "clauses[\(clause)]: \(month) has \(volume.rounded(toPlaces: 2)), beyond the last bracket "
      + "(\(last)), and the contract names no overflow price."
  case .noPriceForShiftKind(let clause, let kind):
    "clauses[\(clause)]: has no price for shifts of the kind \(kind.name)."
  }
}

private func lacking(_ known: [String]) -> String {
  known.isEmpty
    ? "of which the usage says nothing" : "but the usage has only \(known.joined(separator: ", "))"
}

private func words(_ definition: EffectiveConversation) -> String {
  var text =
    switch definition.base {
    case .arrived: "arrived"
    case .answered: "answered"
    case .answeredByAnyone: "answered by person or robot"
    case .recorded: "billable as recorded"
    }
  if let seconds = definition.answeredWithin { text += " within \(seconds) s" }
  if let seconds = definition.minimumDuration { text += " of \(seconds) s or more" }
  if definition.oncePerCustomerAndDay { text += " once per customer and day" }
  return text
}
