// SPDX-License-Identifier: GPL-3.0-or-later

package import Money

/// The choices that a contract makes where a fact can be read in two ways (R1–R14).
///
/// The defaults are the first readings. Choices that concern one clause only are on that clause.
package struct ReadingOptions: Equatable, Hashable, Sendable {
  /// The divisor of a part month (R6).
  package enum PartMonth: String, CaseIterable, Hashable, Sendable {
    case calendarDays = "calendar_days"
    /// Every month counts 30 days; a full month is still one month.
    case thirtyDays = "thirty_days"
  }

  /// The sales on which commission is due (R8).
  package enum SalesBasis: String, CaseIterable, Hashable, Sendable {
    case gross
    case netOfRefunds = "net_of_refunds"
  }

  /// What counts as a billable inquiry (R14).
  package var conversation: EffectiveConversation
  package var partMonth: PartMonth
  package var salesBasis: SalesBasis
  /// The tax rate to show split out of tax-inclusive amounts (R3); `nil` shows none.
  package var taxRate: Percentage?

  package init(
    conversation: EffectiveConversation = .answeredByPerson,
    partMonth: PartMonth = .calendarDays,
    salesBasis: SalesBasis = .gross,
    taxRate: Percentage? = nil
  ) {
    self.conversation = conversation
    self.partMonth = partMonth
    self.salesBasis = salesBasis
    self.taxRate = taxRate
  }
}
