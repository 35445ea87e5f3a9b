// SPDX-License-Identifier: GPL-3.0-or-later

import Money

/// The languages in which an invoice explains itself.
package enum ExplanationLanguage: String, CaseIterable, Sendable {
  case english = "en"
  case chinese = "zh"
}

extension InvoiceLine {
  /// One sentence: why this quantity, why this price, and by which reading.
  package func explanation(in language: ExplanationLanguage) -> String {
    switch language {
    case .english: EnglishExplanation.text(explanation)
    case .chinese: ChineseExplanation.text(explanation)
    }
  }
}

extension QuantityUnit {
  /// The unit as a word behind a number.
  package func name(in language: ExplanationLanguage) -> String {
    switch (self, language) {
    case (.months, .english): "months"
    case (.months, .chinese): "个月"
    case (.seatMonths, .english): "seat-months"
    case (.seatMonths, .chinese): "坐席·月"
    case (.staffMonths, .english): "staff-months"
    case (.staffMonths, .chinese): "人·月"
    case (.inquiries, .english): "inquiries"
    case (.inquiries, .chinese): "次咨询"
    case (.dailyInquiries, .english): "inquiries a day"
    case (.dailyInquiries, .chinese): "次日均咨询"
    case (.blocks, .english): "blocks"
    case (.blocks, .chinese): "档"
    case (.shifts, .english): "person-shifts"
    case (.shifts, .chinese): "人·班"
    case (.hours, .english): "person-hours"
    case (.hours, .chinese): "人·小时"
    case (.orders, .english): "orders"
    case (.orders, .chinese): "单"
    case (.years, .english): "years"
    case (.years, .chinese): "年"
    case (.hires, .english): "new staff"
    case (.hires, .chinese): "名新员工"
    case (.yuan, .english): "yuan"
    case (.yuan, .chinese): "元"
    case (.units, .english): "units"
    case (.units, .chinese): "项"
    }
  }
}

extension LinePrice {
  /// The price without a unit, as in `4500`, `2.5%` or `30% × 4000`.
  package var text: String {
    switch self {
    case .each(let price): price.description
    case .share(let share): share.description
    case .shareOfPrice(let share, let price): "\(share) × \(price)"
    }
  }
}
