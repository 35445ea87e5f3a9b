// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation

/// A closure that lasts at the end of a history: nobody knows for how long.
///
/// What has lasted n days lasts h more with probability n ÷ (n + h) (Gott 1993: the moment at which it is seen
/// is no special one).
struct RunningClosure: Equatable, Sendable {
  /// Days that it has lasted; 0 for none.
  let days: Int

  /// An empty day alone is no closure yet.
  private static let least = 2

  /// - Parameters:
  ///   - isEmpty: Of each day of the history, whether it was closed.
  ///   - isSkipped: Whether the day would have been closed anyhow.
  init(isEmpty: [Bool], isSkipped: [Bool]) {
    var (found, day) = (0, isEmpty.count - 1)
    while day >= 0, isEmpty[day] || isSkipped[day] {
      if isEmpty[day], !isSkipped[day] { found += 1 }
      day -= 1
    }
    days = found >= Self.least ? found : 0
  }

  /// Probability that it lasts some days more, in [0, 1).
  func lasts(_ more: Int) -> Double {
    days > 0 && more > 0 ? Double(days) / Double(days + more) : 0
  }

  /// Further days, for a uniform draw in (0, 1).
  func further(_ uniform: Double) -> Int {
    days > 0 ? Int(min(1e6, Double(days) * (1 / uniform - 1))) : 0
  }
}
