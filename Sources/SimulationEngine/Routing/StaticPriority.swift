// SPDX-License-Identifier: GPL-3.0-or-later

extension RankedContacts.Score {
  /// The smallest priority number first, then the longest waiting.
  static func priority(_ rule: TypeRule) -> Self { Self(rank: rule.priority) }
}
