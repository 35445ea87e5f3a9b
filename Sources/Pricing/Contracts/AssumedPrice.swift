// SPDX-License-Identifier: GPL-3.0-or-later

/// A price without which a clause charges what the rate card assumes.
package enum AssumedPrice: String, CaseIterable, Sendable {
  case tiers, brackets, base, commission, wage, workplace, equipment
  case extraPrice = "extra_price"
  case monthlyPrice = "monthly_price"
  case socialInsurance = "social_insurance"
  case annualFee = "annual_fee"
  case shift = "shift_price"
  case hour = "price"
  case leadMonths = "recruiting.lead_months"
  case training = "recruiting.training_per_hire"
  case turnover = "recruiting.monthly_turnover"

  /// The keys of a clause, any of which gives it; behind a dot a key of the mapping before it.
  package var keys: [String] {
    switch self {
    case .brackets: ["brackets", "price"]
    case .shift: ShiftKind.allCases.map { "\($0.name)_price" }
    case .tiers, .base, .commission, .wage, .workplace, .equipment, .extraPrice, .monthlyPrice,
      .socialInsurance, .annualFee, .hour, .leadMonths, .training, .turnover:
      [rawValue]
    }
  }
}
