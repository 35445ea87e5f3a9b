// SPDX-License-Identifier: GPL-3.0-or-later

extension RankedContacts.Score {
  /// The longest waiting, across types.
  static func firstCome(_ rule: TypeRule) -> Self { Self() }
}
