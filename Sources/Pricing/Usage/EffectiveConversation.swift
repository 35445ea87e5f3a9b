// SPDX-License-Identifier: GPL-3.0-or-later

/// What a contract counts as one billable inquiry (R14): the definition of an "effective
/// conversation", countable in a chat log.
///
/// The default is a contact answered by a person.
package struct EffectiveConversation: Hashable, Sendable {
  package enum Base: String, Hashable, Sendable, CaseIterable {
    /// Every contact that arrives, answered or not.
    case arrived
    /// A contact that a person answered.
    case answered
    /// A contact that a person or a robot answered.
    case answeredByAnyone = "answered_by_anyone"
    /// The count that the source of the usage calls billable, taken as it is.
    case recorded
  }

  package var base: Base
  /// Only contacts whose first answer came within so many seconds of the arrival count.
  package var answeredWithin: Int?
  /// Contacts whose conversation was shorter than so many seconds do not count (a hang-up).
  package var minimumDuration: Int?
  /// A customer's repeated contacts on one day count once.
  package var oncePerCustomerAndDay: Bool
  /// The inquiry types among which a customer's contacts are repeats, sorted; empty means all.
  package private(set) var repeatsAmong: [String] = []

  package init(
    _ base: Base = .answered, answeredWithin: Int? = nil, minimumDuration: Int? = nil,
    oncePerCustomerAndDay: Bool = false
  ) {
    self.base = base
    self.answeredWithin = answeredWithin
    self.minimumDuration = minimumDuration
    self.oncePerCustomerAndDay = oncePerCustomerAndDay
  }

  package static let everyArrival = EffectiveConversation(.arrived)
  package static let answeredByPerson = EffectiveConversation(.answered)
  package static let oncePerCustomerAndDay = EffectiveConversation(
    .answered, oncePerCustomerAndDay: true)
  package static let recorded = EffectiveConversation(.recorded)

  /// The same definition for a clause that bills some inquiry types only: a contact about something
  /// else is then no earlier contact. Empty means all types.
  func among(_ types: [String]) -> EffectiveConversation {
    guard oncePerCustomerAndDay, !types.isEmpty else { return self }
    var definition = self
    definition.repeatsAmong = types.sorted()
    return definition
  }

  package static func answered(within seconds: Int) -> EffectiveConversation {
    EffectiveConversation(.answered, answeredWithin: seconds)
  }
}
