// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
import Foundation
import Scenarios

/// How far a market's clock is ahead of the shop's, date by date.
struct ZoneShift {
  private let market: TimeZone
  private let shop: TimeZone

  /// Nil when the stream lives on the shop's own clock.
  init?(_ stream: DemandStream, context: PlanContext) throws(DemandError) {
    guard let name = stream.timeZone, name != context.timeZone else { return nil }
    guard let market = TimeZone(identifier: name) else {
      throw .unknownTimeZone(stream: stream.name, name: name)
    }
    guard let shop = TimeZone(identifier: context.timeZone) else {
      throw .unknownTimeZone(stream: stream.name, name: context.timeZone)
    }
    self.market = market
    self.shop = shop
  }

  /// Seconds to add to the shop's clock to read the market's clock, as it is at the shop's noon.
  ///
  /// One value serves the whole date: on the day of a change to summer time the hours before the
  /// change are an hour off, and no hour is lost or doubled.
  func seconds(on date: CivilDate) -> Int {
    let noon = Double(date.dayNumber * 86_400 + 43_200)
    let instant = Date(timeIntervalSince1970: noon - Double(shop.secondsFromGMT()))
    let exact = Date(timeIntervalSince1970: noon - Double(shop.secondsFromGMT(for: instant)))
    return market.secondsFromGMT(for: exact) - shop.secondsFromGMT(for: exact)
  }
}
