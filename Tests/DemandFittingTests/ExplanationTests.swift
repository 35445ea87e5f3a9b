// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
import DemandFitting
import Foundation
import Testing

/// Why the week ahead differs from the last ones.
@Suite struct ExplanationTests {
  private func explained(
    _ series: CountSeries, events: [CalendarEvent] = [], days: Int = 7, skipping: Int = 0
  ) throws -> ForecastExplanation {
    let model = try DemandModel(series, events: events)
    let first = model.last.advanced(by: 1 + skipping)
    let span = try #require(DateSpan(first: first, last: first.advanced(by: days - 1)))
    return try #require(try model.explanation(of: model.forecast(span)))
  }

  /// The last weeks changed by a factor on some days, counted from the first.
  private func series(
    _ shop: SyntheticShop = SyntheticShop(), seed: UInt64 = 5,
    _ factor: (Int) -> Double = { _ in 1 }
  ) -> CountSeries {
    let plain = shop.series(seed: seed)
    return CountSeries(
      first: plain.first, interval: plain.interval,
      values: plain.values.enumerated().map { ($1 * factor($0 / plain.slots)).rounded() })
  }

  private func sum(_ explanation: ForecastExplanation) -> Double {
    explanation.causes.reduce(0) { $0 + $1.inquiries }
  }

  @Test func `causes add up to what the week brings more than the like days`() throws {
    for skipping in [0, 9] {
      let found = try explained(series(), skipping: skipping)
      #expect(abs(sum(found) - (found.ahead - found.past)) < 1e-6 * found.past)
      #expect(found.weeks == 4)
      #expect(found.summary.p10 < found.ahead && found.ahead < found.summary.p90)
    }
  }

  @Test func `a doubled weekday is the week's shape, and no cause`() throws {
    var shop = SyntheticShop()
    shop.weekdays = [1, 1, 1, 1, 1, 2, 1]
    let found = try explained(series(shop))
    let most = try #require(found.weekdays.max { $0.factor < $1.factor })
    #expect(most.weekday == .saturday && abs(most.factor - 1.75) < 0.12)
    #expect(found.causes.allSatisfy { abs($0.inquiries) < 0.12 * found.past })
  }

  @Test func `a promotion to come is named first, with what it does`() throws {
    // Every fourth Wednesday doubles, the last in the week ahead.
    var events: [CalendarEvent] = []
    for day in stride(from: 16, through: 184, by: 28) {
      events.append(
        CalendarEvent(
          date: SyntheticShop.first.advanced(by: day), name: "sale", kind: "promotion"))
    }
    let found = try explained(
      series { $0 % 28 == 16 ? 2 : 1 }, events: events)
    let first = try #require(found.causes.first)
    #expect(first.kind == .event("sale"))
    #expect(first.dates.contains(SyntheticShop.first.advanced(by: 184)))
    // One day of seven doubles, and the days beside it may differ; one of the four like Wednesdays had
    // the last sale, which is over.
    #expect(first.inquiries > 0.09 * found.past && first.inquiries < 0.3 * found.past)
    let over = try #require(found.causes.first { $0.kind == .pastEvent("sale") })
    #expect(over.inquiries < 0 && over.inquiries > -0.08 * found.past)
  }

  @Test
  func `a closure that is over and a day nobody announced are told apart`()
    throws
  {
    let reopened = try explained(series { (165..<169).contains($0) ? 0 : 1 })
    let closure = try #require(reopened.causes.first { $0.kind == .pastClosure })
    #expect(closure.inquiries > 0.08 * reopened.past)
    let storm = try explained(series { $0 == 170 ? 6 : 1 })
    let surprise = try #require(storm.causes.first { $0.kind == .pastSurprise })
    #expect(surprise.inquiries < -0.1 * storm.past)
    #expect(surprise.dates == [SyntheticShop.first.advanced(by: 170)])
  }

  @Test func `steady growth is said as trend or level, upwards`() throws {
    let grown = try explained(series { exp(1.5 * Double($0) / 365) })
    let change = grown.causes.filter { [.trend, .level].contains($0.kind) }
      .reduce(0) { $0 + $1.inquiries }
    // Half way between like days and the week ahead lie some eighteen days.
    #expect(change > 0.03 * grown.past && change < 0.15 * grown.past)
    #expect(grown.causes.contains { $0.kind == .trend && $0.inquiries > 0 })
  }
}
