// SPDX-License-Identifier: GPL-3.0-or-later

extension RankedContacts.Score {
  /// The largest wait × weight of the type.
  static func longestWeightedWait(_ rule: TypeRule) -> Self { Self(weight: rule.waitWeight) }
}
