// SPDX-License-Identifier: GPL-3.0-or-later

/// The price class of one person's shift (R14).
package enum ShiftKind: Int, CaseIterable, Hashable, Sendable {
  case ordinary, promotion
  /// On one of the legal days themselves, not on an adjusted rest day beside them (F11).
  case statutoryHoliday
  case night

  /// The word in files.
  package var name: String {
    switch self {
    case .ordinary: "ordinary"
    case .promotion: "promotion"
    case .statutoryHoliday: "statutory_holiday"
    case .night: "night"
    }
  }

  package init?(name: some StringProtocol) {
    guard let kind = Self.allCases.first(where: { $0.name == name }) else { return nil }
    self = kind
  }
}

/// One value for each kind of shift.
package struct ByShiftKind<Value: Sendable>: Sendable {
  package var ordinary: Value
  package var promotion: Value
  package var statutoryHoliday: Value
  package var night: Value

  package init(ordinary: Value, promotion: Value, statutoryHoliday: Value, night: Value) {
    self.ordinary = ordinary
    self.promotion = promotion
    self.statutoryHoliday = statutoryHoliday
    self.night = night
  }

  package init(repeating value: Value) {
    self.init(ordinary: value, promotion: value, statutoryHoliday: value, night: value)
  }

  package subscript(kind: ShiftKind) -> Value {
    get {
      switch kind {
      case .ordinary: ordinary
      case .promotion: promotion
      case .statutoryHoliday: statutoryHoliday
      case .night: night
      }
    }
    set {
      switch kind {
      case .ordinary: ordinary = newValue
      case .promotion: promotion = newValue
      case .statutoryHoliday: statutoryHoliday = newValue
      case .night: night = newValue
      }
    }
  }
}

extension ByShiftKind: Equatable where Value: Equatable {}
extension ByShiftKind: Hashable where Value: Hashable {}

/// What one staffing group did on a day or in a month.
package struct StaffingTotals: Hashable, Sendable {
  /// Seats (for own staff: people on the payroll) × days on which each was held, rest days included.
  package var seatDays: Int64
  /// Person-shifts worked.
  package var shifts: ByShiftKind<Int64>
  /// Person-minutes on duty.
  package var minutes: ByShiftKind<Int64>

  package init(
    seatDays: Int64 = 0,
    shifts: ByShiftKind<Int64> = ByShiftKind(repeating: 0),
    minutes: ByShiftKind<Int64> = ByShiftKind(repeating: 0)
  ) {
    self.seatDays = seatDays
    self.shifts = shifts
    self.minutes = minutes
  }
}
