// SPDX-License-Identifier: GPL-3.0-or-later

package import Calendars
package import Pricing
package import Scenarios

/// The price class of a shift on a date (F10, F11).
///
/// A statutory holiday comes first, then a promotion, then the night; a shift is a night shift when
/// most of its time lies between 22:00 and 08:00. Days of a promotion are those on which a phase of
/// the shop's own demand lifts the rate. Years whose holidays are not published count no holiday.
package struct ShiftKinds: Sendable {
  private let promotions: Set<CivilDate>

  package init(scenario: Scenario) {
    var days: Set<CivilDate> = []
    for stream in scenario.demand where !stream.isBackground {
      guard case .seasonal(let demand) = stream.source else { continue }
      for phase in demand.promotions.flatMap(\.phases) where phase.lift > 1 {
        guard let span = DateSpan(first: phase.start.date, last: phase.lastDate),
          let inside = span.intersection(scenario.horizon)
        else { continue }
        days.formUnion(inside)
      }
    }
    promotions = days
  }

  package func kind(of shift: ShiftPattern, on date: CivilDate) -> ShiftKind {
    if ChineseWorkingDays.isStatutoryHoliday(date) == true { return .statutoryHoliday }
    if promotions.contains(date) { return .promotion }
    return shift.isMostlyNight ? .night : .ordinary
  }
}

extension ShiftPattern {
  var isMostlyNight: Bool {
    let start = hours.start.secondsSinceMidnight
    let end = start + hours.length
    // Nights of 22:00–08:00 that a stretch of at most one day from this midnight can touch.
    let nights = [(-7200, 28_800), (79_200, 115_200), (165_600, 201_600)]
    let inside = nights.reduce(0) { $0 + max(0, min(end, $1.1) - max(start, $1.0)) }
    return 2 * inside > hours.length
  }
}
