// SPDX-License-Identifier: GPL-3.0-or-later

package import Pricing

extension Explanation {
  /// The kind of charge as a word in files.
  package var key: String {
    switch self {
    case .seatDays: "seat_days"
    case .seatsFrom: "seats_from"
    case .partMonth: "part_month"
    case .surcharge: "surcharge"
    case .conversationSurcharge: "conversation_surcharge"
    case .commission: "commission"
    case .tier: "tier"
    case .overflow: "overflow"
    case .bracket: "bracket"
    case .beyondIncluded: "beyond_included"
    case .shiftKind(let kind): "shift_" + kind.name
    case .annualFee: "annual_fee"
    case .minimum: "minimum"
    case .ladder: "ladder"
    case .holidayPay: "holiday_pay"
    case .hiring: "hiring"
    case .training: "training"
    case .own(let key, _, _): key
    }
  }
}
