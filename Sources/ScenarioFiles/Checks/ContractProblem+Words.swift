// SPDX-License-Identifier: GPL-3.0-or-later

import Pricing
import Wording

extension ContractProblem {
  /// The offending value, quoted where it is empty.
  var foundInWords: Phrase { found.isEmpty ? "nothing" : .verbatim(found) }
}

extension ContractProblem.Rule {
  /// The rule in the words of a message.
  var allowedInWords: Phrase {
    switch self {
    case .mustNotBeEmpty: "something"
    case .mustNotBeNegative: "0 or more"
    case .mustBePositive: "more than 0"
    case .percentageAboveHundred: "at most 100 %"
    case .percentageNeedsWord: "at most 100 %, or more with allow_above_hundred: true"
    case .bracketsMustMeet(let previousEnd):
      "\(previousEnd), where the bracket before ends, as brackets must meet"
    case .bracketsMustRise: "bounds that rise from bracket to bracket"
    case .onlyLastBracketMayBeOpen: "an open end only in the last bracket"
    case .overflowAfterOpenBracket: "no overflow, as the last bracket has no end"
    case .mustBeOneOf(let words): .verbatim(words.joined(separator: ", "))
    case .mustBeWithin(let range): Phrase(numbersIn: range)
    case .duplicateName: "each name once"
    case .mustBill: "a clause that bills something beside them, such as seats or tiered"
    case .cannotCombine(let other, let instead):
      "\(Phrase(numbersIn: instead)), as it does not go with \(other)"
    case .amountTooLarge: "amounts up to 10,000,000,000,000 yuan"
    }
  }
}
