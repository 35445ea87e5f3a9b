// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
import Foundation

/// What past days of the same name or kind did, as a factor on an ordinary day.
///
/// The factor of a name is moved to that of its kind as if the kind were one more occasion.
struct EventAnalogue: Sendable {
  private let fit: DayFit
  private var byKind: [String: [Double]] = [:]
  private var byName: [String: [Double]] = [:]

  init(_ fit: DayFit) {
    self.fit = fit
    let record = fit.record
    for day in 0..<record.count where record.hasEvent[day] && record.isScored(day) {
      let date = record.date(day)
      let events = fit.design.index.events(on: date)
      guard events.count == 1, let event = events.first else { continue }
      let ordinary =
        fit.regression.fitted[day] * record.exposures[day] * exp(-fit.eventEffect(on: date))
      guard ordinary > 0.5 else { continue }
      let effect = log((record.totals[day] + 0.5) / (ordinary + 0.5))
      byKind[event.kind, default: []].append(effect)
      byName[event.name, default: []].append(effect)
    }
  }

  /// - Parameter ordinary: Logarithm of the day's mean by the day model, its own event effect included.
  func centre(on date: CivilDate, ordinary: Double) -> Double? {
    let events = fit.design.index.events(on: date)
    guard events.count == 1, let event = events.first, let kind = byKind[event.kind] else {
      return nil
    }
    let common = kind.reduce(0, +) / Double(kind.count)
    let own = byName[event.name] ?? []
    let effect = (own.reduce(0, +) + common) / Double(own.count + 1)
    return ordinary - fit.eventEffect(on: date) + effect
  }
}
