// SPDX-License-Identifier: GPL-3.0-or-later

extension RankedContacts.Score {
  /// The least time left to the type's reply target.
  static func dueDate(_ rule: TypeRule) -> Self { Self(slack: rule.replyTarget) }
}
