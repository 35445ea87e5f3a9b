// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars

extension FitTable {
  /// Means of counts and fit over the same days.
  var week: [FitDiagnostics.WeekSlot] {
    let groups: [Weekday?] = Weekday.allCases + (hasEvent.contains(true) ? [nil] : [])
    return groups.flatMap { weekday in
      let members = dates.indices.filter { day in
        weekday == nil ? hasEvent[day] : !hasEvent[day] && dates[day].weekday == weekday
      }
      return (0..<series.slots).map { slot in
        var (observed, fitted, count) = (0.0, 0.0, 0)
        // A storm would be a tenth of a weekday's mean.
        for day in members where !isFar(day) {
          let value = series.values[day * series.slots + slot]
          guard !value.isNaN else { continue }
          observed += value
          fitted += mean(day, slot)
          count += 1
        }
        let days = count > 0 ? Double(count) : .nan
        return FitDiagnostics.WeekSlot(
          weekday: weekday, slot: slot, observed: observed / days, fitted: fitted / days,
          days: count)
      }
    }
  }

  /// The slots of the most ordinary whole week.
  var example: [FitDiagnostics.ExampleSlot] {
    let starts = dates.indices.filter { start in
      start + 7 <= dates.count && dates[start].weekday == .monday
        && (start..<start + 7).allSatisfy { day in
          isOrdinary(day) && !series.day(day).contains(where: \.isNaN)
        }
    }
    let distances = starts.map { start in
      (start..<start + 7).reduce(0.0) { $0 + abs(days[$1].residual ?? 0) }
    }
    guard !starts.isEmpty, series.slots > 1 else { return [] }
    // The latest of equally ordinary weeks.
    let middle = distances.sorted()[distances.count / 2]
    guard let place = distances.lastIndex(of: middle) else { return [] }
    return (starts[place]..<starts[place] + 7).flatMap { day in
      let laws = slotLaws(on: dates[day].weekday)
      return (0..<series.slots).map { slot in
        let mean = mean(day, slot)
        return FitDiagnostics.ExampleSlot(
          date: dates[day], slot: slot, count: series.values[day * series.slots + slot],
          mean: mean, low: laws[slot].quantile(0.1, mean: mean),
          high: laws[slot].quantile(0.9, mean: mean))
      }
    }
  }

  private static let mostBins = 14
  private static let leastInBin = 25

  var dispersion: FitDiagnostics.Dispersion {
    // Hours that are closed but for their neighbours' share say nothing of noise.
    let largest = dates.indices.flatMap { day in (0..<series.slots).map { mean(day, $0) } }.max()
    let least = max(0.05, 0.02 * (largest ?? 0))
    var points: [(mean: Double, square: Double, expected: Double)] = []
    for day in dates.indices where isOrdinary(day) {
      for slot in 0..<series.slots {
        let value = series.values[day * series.slots + slot]
        let mean = mean(day, slot)
        guard !value.isNaN, mean >= least else { continue }
        points.append((mean, (value - mean) * (value - mean), expected(mean, slot, day)))
      }
    }
    points.sort { $0.mean < $1.mean }
    let bins = max(1, min(Self.mostBins, points.count / Self.leastInBin))
    return FitDiagnostics.Dispersion(
      bins: (0..<bins).compactMap { bin in
        let members = points[bin * points.count / bins..<(bin + 1) * points.count / bins]
        let count = Double(members.count)
        guard count >= 5 else { return nil }
        return .init(
          mean: members.reduce(0.0) { $0 + $1.mean } / count,
          variance: members.reduce(0.0) { $0 + $1.square } / count,
          expected: members.reduce(0.0) { $0 + $1.expected } / count, intervals: members.count)
      })
  }

  /// Variance of a negative-binomial count whose mean the day's and the slot's factors move.
  private func expected(_ mean: Double, _ slot: Int, _ day: Int) -> Double {
    let own = model.regression.spread.variance(on: dates[day].weekday)
    let noise = series.slots > 1 ? model.slotVariances[slot] : 0
    return mean + ((1 + own) * (1 + noise) - 1) * mean * mean
  }

  /// Intervals that a histogram is made of; more would draw the same.
  private static let mostIntervals = 20_000

  var calibration: FitDiagnostics.Calibration {
    var ofDays = ProbabilityTransform()
    for day in days where day.residual != nil {
      ofDays.add(day.count ?? 0, day.mean, law(ofDayOn: day.date.weekday))
    }
    var ofIntervals = ProbabilityTransform()
    if series.slots > 1 {
      let laws = Weekday.allCases.map(slotLaws)
      let step = max(1, (series.values.count / Self.mostIntervals) | 1)
      for index in stride(from: 0, to: series.values.count, by: step) {
        let (day, slot) = index.quotientAndRemainder(dividingBy: series.slots)
        let (value, mean) = (series.values[index], mean(day, slot))
        guard !value.isNaN, mean >= 0.5 else { continue }
        ofIntervals.add(value, mean, laws[dates[day].weekday.rawValue][slot])
      }
    }
    let intervals = series.slots > 1 ? ofIntervals : ofDays
    return FitDiagnostics.Calibration(
      days: ofDays.shares, intervals: intervals.shares, dayCount: ofDays.count,
      intervalCount: intervals.count)
  }
}

/// Where counts lie in their laws: the mass of each count is spread evenly over its step.
private struct ProbabilityTransform {
  private static let parts = 10
  private var sums = [Double](repeating: 0, count: parts)
  private(set) var count = 0

  var shares: [Double] { sums.map { $0 / Double(max(1, count)) } }

  mutating func add(_ value: Double, _ mean: Double, _ law: CountMixture) {
    let (low, high) = (law.cumulative(value - 1, mean: mean), law.cumulative(value, mean: mean))
    count += 1
    guard high - low > 1e-12 else {
      sums[min(Self.parts - 1, Int(high * Double(Self.parts)))] += 1
      return
    }
    for part in 0..<Self.parts {
      let from = Double(part) / Double(Self.parts)
      let to = Double(part + 1) / Double(Self.parts)
      sums[part] += max(0, min(to, high) - max(from, low)) / (high - low)
    }
  }
}
