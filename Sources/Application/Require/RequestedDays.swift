// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
import Demand
import Plans
import Scenarios

/// What a request for people says of days and of certainty.
extension PlannedScenario {
  /// - Parameter text: A date, two with a slash between, or a month; nil for the week of the busiest day.
  /// - Throws: `ApplicationError` for anything else and for days outside the horizon, or what compiling the
  ///   demand refuses.
  func days(_ text: String?) throws -> DateSpan {
    guard let text else { return try busiestWeek() }
    if let month = YearMonth(iso: text) {
      guard let days = month.days.intersection(self.horizon) else {
        throw ApplicationError.request(
          .datesOutsideHorizon(found: month.days, horizon: self.horizon))
      }
      return days
    }
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), let first = CivilDate(iso: parts[0]),
      let last = CivilDate(iso: parts[parts.count - 1]),
      let span = DateSpan(first: first, last: last)
    else { throw ApplicationError.request(.notDates(found: text)) }
    guard self.horizon.contains(first), self.horizon.contains(last) else {
      throw ApplicationError.request(.datesOutsideHorizon(found: span, horizon: self.horizon))
    }
    return span
  }

  /// From Monday to Sunday, as far as the horizon goes.
  private func busiestWeek() throws -> DateSpan {
    let plan = try ArrivalPlan(scenario: scenario)
    let volume = plan.expectedByDay().dropFirst(plan.warmUpDays)
    let busiest = volume.indices.max { volume[$0] < volume[$1] } ?? volume.startIndex
    let date = self.horizon[busiest - volume.startIndex]
    let monday = date.advanced(by: -date.weekday.rawValue)
    let week = DateSpan(unchecked: monday, monday.advanced(by: 6))
    return week.intersection(self.horizon) ?? DateSpan(unchecked: date, date)
  }

  /// Asks every target to be kept so surely; nil leaves them as they are.
  mutating func keep(_ confidence: Double?) {
    guard let confidence else { return }
    for target in self.serviceTargets.indices {
      self.serviceTargets[target].confidence = .horizons(confidence)
    }
  }
}
