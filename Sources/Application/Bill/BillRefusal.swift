// SPDX-License-Identifier: GPL-3.0-or-later

package import Calendars
package import Pricing
package import Wording

/// Why a contract cannot be priced on recorded months.
package enum BillRefusal: Error, Equatable, Sendable {
  case ledger(LedgerError)
  /// The contract's term and the usage share no day.
  case noCommonDay(term: DateSpan, usage: DateSpan)
  /// People whom the usage does not tell and whom a plan does not roster, as its size is to be found.
  case sizeOpen(LedgerError, group: String)

  init(_ error: LedgerError, _ contract: Contract, _ records: RecordedUsage) {
    if case .pricing(.noMonths) = error, let term = contract.term {
      self = .noCommonDay(term: term, usage: records.span)
    } else {
      self = .ledger(error)
    }
  }

  package var sentence: Localized {
    switch self {
    case .ledger(let error): return error.sentence
    case .noCommonDay(let term, let usage):
      return Localized(
        en: "the contract runs from \(term.first) to \(term.last), the usage from \(usage.first) "
          + "to \(usage.last); they share no day.",
        zh: "合同期为 \(term.first) 至 \(term.last)，用量为 \(usage.first) 至 \(usage.last)；两者没有共同的日期。")
    case .sizeOpen(let error, let group):
      let why = error.sentence
      return Localized(
        en: "\(why.en) The plan's size is to be found: record the seats or shifts of \(group).",
        zh: "\(why.zh)该方案的规模待求：请在用量中记录 \(group) 的坐席或班次。")
    }
  }
}

extension LedgerError {
  /// Whether what the parties did is at fault, and not the contract or the usage.
  var isOfLife: Bool {
    if case .pricing = self { false } else { true }
  }

  /// Whether the usage is at fault, as it is silent about what the contract charges by.
  var isOfUsage: Bool {
    if case .pricing(.columnMissing) = self { true } else { false }
  }

  /// Whether the input is sound and the contract simply has no price for it.
  var isWithoutAnswer: Bool {
    switch self {
    case .pricing(.volumeBeyondTiers), .pricing(.noPriceForShiftKind): true
    default: false
    }
  }
}
