// SPDX-License-Identifier: GPL-3.0-or-later

/// The finer counts of a month that are looked at.
package struct UsageDetail: Equatable, Sendable {
  package var days: Bool
  package var hours: Bool

  package init(days: Bool, hours: Bool) {
    self.days = days
    self.hours = hours
  }

  /// The month's sums alone.
  package static let months = UsageDetail(days: false, hours: false)

  package static func + (left: UsageDetail, right: UsageDetail) -> UsageDetail {
    UsageDetail(days: left.days || right.days, hours: left.hours || right.hours)
  }
}
