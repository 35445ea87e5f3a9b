// SPDX-License-Identifier: GPL-3.0-or-later

/// A price without which a clause charges what the rate card assumes.
package enum AssumedPrice: String, CaseIterable, Sendable {
  case tiers, brackets, base, commission, wage, workplace, equipment, recruiting
  case extraPrice = "extra_price"
  case monthlyPrice = "monthly_price"
  case socialInsurance = "social_insurance"
  case annualFee = "annual_fee"
  case shift = "shift_price"
  case hour = "price"

  /// The keys of a clause, any of which gives it.
  package var keys: [String] {
    switch self {
    case .brackets: ["brackets", "price"]
    case .shift: ShiftKind.allCases.map { "\($0.name)_price" }
    case .tiers, .base, .commission, .wage, .workplace, .equipment, .recruiting, .extraPrice,
      .monthlyPrice, .socialInsurance, .annualFee, .hour:
      [rawValue]
    }
  }
}
