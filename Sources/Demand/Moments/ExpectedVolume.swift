// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars

extension ArrivalPlan {
  /// Expected arrivals of each day of `days`, own streams only unless asked.
  package func expectedByDay(background: Bool = false) -> [Double] {
    var volume = [Double](repeating: 0, count: days.count)
    for stream in streams where background || !stream.isBackground {
      for (day, value) in stream.expectedByDay(in: self).enumerated() { volume[day] += value }
    }
    return volume
  }

  /// Expected arrivals of the horizon, warm-up left out.
  package func expectedVolume(background: Bool = false) -> Double {
    expectedByDay(background: background).dropFirst(warmUpDays).reduce(0, +)
  }

  /// Each day's expected own arrivals relative to the mean day of the horizon: the season that
  /// silent orders follow. All ones if nothing is expected.
  package func seasonByDay() -> [Double] {
    let volume = expectedByDay()
    let measured = volume.dropFirst(warmUpDays)
    let mean = measured.reduce(0, +) / Double(measured.count)
    return volume.map { mean > 0 ? $0 / mean : 1 }
  }
}

extension ArrivalStream {
  /// Expected arrivals of each day of the plan, all types, bursts included.
  package func expectedByDay(in plan: ArrivalPlan) -> [Double] {
    var volume = [Double](repeating: 0, count: plan.days.count)
    let place = { (second: Double) in Int((second / 86_400).rounded(.down)) + plan.warmUpDays }
    switch arrivals {
    case .rates(let rates):
      let slots = rates.slotsPerDay
      for day in volume.indices {
        volume[day] =
          rates.means[day * slots..<(day + 1) * slots].reduce(0, +) * rates.surpriseFactor
      }
      if let bursts = rates.bursts {
        for day in bursts.days {
          volume[Int(day)] += bursts.pushesPerDay * bursts.customersPerPush
        }
      }
    case .recorded(let log):
      for time in log.times { volume[place(time)] += log.scale }
    case .counts(let log):
      for (start, count) in zip(log.starts, log.meanCounts) {
        volume[place(Double(start))] += log.scale * count
      }
    }
    return volume
  }
}
