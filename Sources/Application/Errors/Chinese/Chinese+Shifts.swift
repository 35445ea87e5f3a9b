// SPDX-License-Identifier: GPL-3.0-or-later

extension Chinese {
  /// Shifts that may be booked.
  static let shifts: [String: String] = [
    "shared": "shared",
    "dedicated, own or short_term, as a provider's pool is not the shop's to book":
      "dedicated、own 或 short_term，因为服务商的池不由店铺预订",
    "break_earliest after break_latest": "break_earliest 晚于 break_latest",
    "an earliest that is not after the latest": "不晚于 break_latest 的 break_earliest",
  ]
}
