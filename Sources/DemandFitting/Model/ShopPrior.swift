// SPDX-License-Identifier: GPL-3.0-or-later

import Demand

/// What is believed of a kind of shop before its own data speak (chat-science, section 12).
package struct ShopPrior: Equatable, Sendable {
  package let name: String
  /// Factor of each weekday, Monday first.
  package let weekdayFactors: [Double]
  /// Hourly weights of the day.
  package let profile: [Double]
  /// Variance of the day factor.
  package let dayVariance: Double
  /// Autocorrelation of the day factor.
  package let correlation: Double
  /// Variance of a slot's own factor.
  package let slotVariance: Double
  /// Factor of a public holiday.
  package let holidayFactor: Double

  /// A shop's chat: weekends slightly lower, evenings high, holidays hardly felt.
  package static let consumerChat = ShopPrior(
    name: "consumer_chat", weekdayFactors: [1.04, 1.04, 1.04, 1.04, 1.04, 0.9, 0.9],
    profile: DayProfile.named("consumer_chat")?.weights ?? Array(repeating: 1, count: 24),
    dayVariance: 1.0 / 50, correlation: 0.6, slotVariance: 0.03, holidayFactor: 0.9)
  /// A desk of office hours: quiet weekends and holidays.
  package static let office = ShopPrior(
    name: "office", weekdayFactors: [1.2, 1.2, 1.2, 1.2, 1.2, 0.55, 0.45],
    profile: DayProfile.named("office")?.weights ?? Array(repeating: 1, count: 24),
    dayVariance: 1.0 / 50, correlation: 0.5, slotVariance: 0.03, holidayFactor: 0.5)
  /// Nothing is known of the kind: flat shapes, from which data move away quickly.
  package static let unknown = ShopPrior(
    name: "unknown", weekdayFactors: Array(repeating: 1, count: 7),
    profile: Array(repeating: 1, count: 24), dayVariance: 1.0 / 50, correlation: 0.5,
    slotVariance: 0.03, holidayFactor: 0.75)

  package static let all = [consumerChat, office, unknown]
}
