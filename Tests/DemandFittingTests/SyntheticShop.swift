// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
import DemandFitting
import Foundation
import TestSupport

/// Histories drawn from known parameters, by a generator of the tests' own.
struct SyntheticShop {
  var dailyMean = 400.0
  var weekdays = [1.2, 1.1, 1.1, 1.0, 1.1, 0.8, 0.7]
  /// Hourly weights.
  var profile = (0..<24).map { $0 < 8 ? 0.0 : 1 + 0.5 * sin(Double($0)) }
  var deviation = 0.15
  var correlation = 0.5
  var slotsPerDay = 24
  var days = 182
  var holidays: Set<Int> = []
  var holidayFactor = 0.4

  static let first = CivilDate(dayNumber: 19_723)  // Monday 1 January 2024

  var events: [CalendarEvent] {
    holidays.sorted().map {
      CalendarEvent(date: Self.first.advanced(by: $0), name: "day \($0)", kind: "holiday")
    }
  }

  func series(seed: UInt64) -> CountSeries {
    var random = TestRandom(state: seed)
    let total = profile.reduce(0, +)
    var score = random.normal()
    var values: [Double] = []
    for day in 0..<days {
      score = correlation * score + (1 - correlation * correlation).squareRoot() * random.normal()
      let busy = exp(deviation * score - deviation * deviation / 2)
      let factor = holidays.contains(day) ? holidayFactor : 1
      let mean = dailyMean * weekdays[day % 7] * busy * factor
      if slotsPerDay == 1 {
        values.append(random.poisson(mean))
      } else {
        for hour in 0..<24 { values.append(random.poisson(mean * profile[hour] / total)) }
      }
    }
    return CountSeries(first: Self.first, interval: 86_400 / slotsPerDay, values: values)
  }
}

struct TestRandom: UniformDraws {
  var state: UInt64

  mutating func uniform() -> Double {
    // xorshift64*, Vigna 2016.
    if state == 0 { state = 88_172_645_463_325_252 }
    state ^= state >> 12
    state ^= state << 25
    state ^= state >> 27
    return (Double((state &* 2_685_821_657_736_338_717) >> 11) + 0.5) * 0x1p-53
  }
}
