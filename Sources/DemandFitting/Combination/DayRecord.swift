// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars

/// The days of a history as totals, with what of each is known.
struct DayRecord: Sendable {
  let first: CivilDate
  /// Count of the known part of each day.
  private(set) var totals: [Double]
  /// Share of each day's mean that is known, in [0, 1].
  private(set) var exposures: [Double]
  private(set) var hasEvent: [Bool]
  let events: [CalendarEvent]
  let prior: ShopPrior

  init(
    first: CivilDate, totals: [Double], exposures: [Double], hasEvent: [Bool],
    events: [CalendarEvent], prior: ShopPrior
  ) {
    self.first = first
    self.totals = totals
    self.exposures = exposures
    self.hasEvent = hasEvent
    self.events = events
    self.prior = prior
  }

  var count: Int { totals.count }

  func date(_ day: Int) -> CivilDate { first.advanced(by: day) }

  /// The first days alone.
  func prefix(_ days: Int) -> DayRecord {
    var record = self
    record.totals = Array(totals.prefix(days))
    record.exposures = Array(exposures.prefix(days))
    record.hasEvent = Array(hasEvent.prefix(days))
    return record
  }

  /// Whether enough of a day is known to be compared with a forecast.
  func isScored(_ day: Int) -> Bool { exposures[day] > 0.5 }
}
