// SPDX-License-Identifier: GPL-3.0-or-later

import RosterFiles

/// Prices of a roster, of which only the proportions matter.
package struct RosterPriceList: Equatable, Sendable {
  /// Of each person too few or too many in a shift, where the cover has no price of its own.
  package var under = 1000
  package var over = 20
  /// Of each place that differs from the earlier roster.
  package var change = 100
  /// Times the square of what somebody has above his fair share.
  package var weekends = 2
  package var nights = 2
  /// Of an hour above the contract.
  package var overtime = 30

  package enum Key: String, CaseIterable, Sendable {
    case under, over, change, weekends, nights, overtime
  }

  package init() {}

  package subscript(key: Key) -> Int {
    get { self[keyPath: Self.path(key)] }
    set { self[keyPath: Self.path(key)] = newValue }
  }

  private static func path(_ key: Key) -> WritableKeyPath<Self, Int> {
    switch key {
    case .under: \.under
    case .over: \.over
    case .change: \.change
    case .weekends: \.weekends
    case .nights: \.nights
    case .overtime: \.overtime
    }
  }
}

/// Reads one of a roster's files and says in an `ApplicationError` which one is wrong.
func reading<Value>(
  _ path: String, _ body: () throws(RosterFileError) -> Value
) throws(ApplicationError) -> Value {
  do throws(RosterFileError) {
    return try body()
  } catch {
    throw .file(path, .roster(error))
  }
}
