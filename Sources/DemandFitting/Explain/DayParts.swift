// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
import Foundation

/// The logarithm of a forecast day's mean, taken apart: events, season, what the last days carry over,
/// trends, and the rest, which is level and weekday.
struct DayParts {
  let date: CivilDate
  /// Of the combined forecast.
  let centre: Double
  let events: Double
  let season: Double
  let busyness: Double
  /// Of the last day's smoothed level alone; `trend(since:)` adds the straight line's.
  private let slope: Double
  private let line: TrendRegression?
  private let lineWeight: Double
  private let ahead: Int

  /// - Parameter date: After the history.
  init(of date: CivilDate, _ model: DemandModel, _ members: MemberForecasts) {
    let (fit, combination) = (model.fit, model.combination)
    let ahead = model.last.days(to: date)
    let centres = members.centres[ahead - 1]
    let isAnnounced = model.design.hasEvent(on: date)
    let centre =
      combination.centre(centres, ahead: ahead, isAnnounced: isAnnounced)
      ?? fit.centre(ahead: ahead)
    // The same day without its events, and without its season: each member by its own effects.
    func without(_ holds: (DayDesign.Block) -> Bool) -> [Double?] {
      DayMember.allCases.map { member in
        guard let own = centres[member.rawValue] else { return nil }
        switch member {
        case .regression, .likeDays, .smoothing:
          return own
            - fit.design.effect(on: date, fit.regression.coefficients, holds)
        case .trend: return members.trend.map { own - $0.effect(on: date, holds) }
        case .analogue: return nil
        }
      }
    }
    let plain = without(\.isEvent)
    let bare = without { $0.isEvent || $0 == .season }
    func combined(_ centres: [Double?]) -> Double {
      combination.centre(centres, ahead: ahead, isAnnounced: false) ?? centre
    }
    let weights = combination.shares(of: plain, ahead: ahead, isAnnounced: false)
    self.date = date
    self.ahead = ahead
    self.centre = centre
    events = centre - combined(plain)
    season = combined(plain) - combined(bare)
    busyness = weights[DayMember.regression.rawValue] * fit.carried(ahead: ahead)
    slope =
      weights[DayMember.smoothing.rawValue] * members.smoothing.trend(ahead: ahead)
    line = members.trend
    lineWeight = weights[DayMember.trend.rawValue]
  }

  /// What trends add to the logarithm of the mean since a day of the history.
  func trend(since day: CivilDate) -> Double {
    slope + lineWeight * (line?.trend(from: day, ahead: ahead) ?? 0)
  }
}
