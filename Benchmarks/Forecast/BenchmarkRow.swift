// SPDX-License-Identifier: GPL-3.0-or-later

import BenchmarkHistories
import DemandFitting
import Foundation

/// One history and horizon: ours beside the baselines.
struct BenchmarkRow {
  let name: String
  let horizon: Int
  private let names: [String]
  private(set) var ours = RowScore()
  private var others: [RowScore]
  private(set) var seconds = 0.0

  init(history: BenchmarkHistory, horizon: Int, names: [String]) {
    name = history.name
    self.horizon = horizon
    self.names = names
    others = names.map { _ in RowScore() }
  }

  /// Ours over the best baseline of this row.
  var wapeRatio: Double { ours.wape / best(\.wape).value }
  var pinballRatio: Double { ours.pinballLoss / best(\.pinballLoss).value }

  private func best(_ measure: (RowScore) -> Double) -> (name: String, value: Double) {
    let values = others.map(measure)
    let known = values.indices.filter { values[$0].isFinite }
    let place = known.min { values[$0] < values[$1] } ?? 0
    return (names[place], values[place])
  }

  mutating func add(
    _ series: CountSeries, origin: Int, _ forecast: Forecast, _ bands: [[ForecastSummary]],
    seconds: Double
  ) {
    let slots = series.slots
    self.seconds = max(self.seconds, seconds)
    let actuals = Array(series.values[origin * slots..<(origin + horizon) * slots])
    for index in actuals.indices where !actuals[index].isNaN {
      ours.add(actuals[index], forecast.summary(index..<index + 1))
      // A method that has not answered is left out of the row.
      for place in others.indices where !bands[place].isEmpty {
        others[place].add(actuals[index], bands[place][index])
      }
    }
    for day in 0..<horizon {
      let total = series.day(origin + day).reduce(0, +)
      guard !total.isNaN else { continue }
      ours.addDay(total, forecast.summary(day * slots..<(day + 1) * slots))
    }
    let sum = actuals.reduce(0, +)
    if horizon == 28, !sum.isNaN { ours.addSum(sum, forecast.summary(0..<horizon * slots)) }
  }

  static let heading =
    "history            days   WAPE  ÷best  of                     pinball  ÷best  of"
    + "                     in band: intervals, days, sums   s"

  var line: String {
    let (wape, pinball) = (best(\.wape), best(\.pinballLoss))
    let shares = ours.coverage.map { $0.isNaN ? "  –" : String(format: "%.2f", $0) }
    return name.padded(17) + String(format: "%6d%7.3f%7.3f  ", horizon, ours.wape, wapeRatio)
      + wape.name.padded(22) + String(format: "%8.4f%7.3f  ", ours.pinballLoss, pinballRatio)
      + pinball.name.padded(22) + shares.joined(separator: "  ")
      + String(format: "  %.2f", seconds)
  }
}

extension String {
  func padded(_ width: Int) -> String { padding(toLength: width, withPad: " ", startingAt: 0) }
}

/// What all rows say together.
struct BenchmarkSummary {
  let text: String

  private static func pooled(_ rows: [BenchmarkRow]) -> Double {
    let inside = rows.reduce(0.0) { $0 + $1.ours.sums.inside }
    return inside / max(1, rows.reduce(0.0) { $0 + $1.ours.sums.seen })
  }

  init(_ rows: [BenchmarkRow]) {
    func mean(_ values: [Double]) -> Double {
      let known = values.filter(\.isFinite)
      return known.isEmpty ? .nan : exp(known.reduce(0) { $0 + log($1) } / Double(known.count))
    }
    func line(_ title: String, _ ratio: (BenchmarkRow) -> Double) -> String {
      let worst = rows.max { ratio($0) < ratio($1) }
      let above = rows.count { ratio($0) > 1.05 }
      return title.padded(10)
        + String(format: "geometric mean of ours ÷ best of each row %.3f, ", mean(rows.map(ratio)))
        + "worst \(worst.map { "\($0.name), \($0.horizon) days" } ?? "–") "
        + String(format: "%.3f, ", worst.map(ratio) ?? .nan)
        + "\(above) of \(rows.count) rows above 1.05"
    }
    let gaps = (0..<3).map { kind in
      rows.map { abs($0.ours.coverage[kind] - 0.8) }.filter(\.isFinite)
    }
    let means = (gaps + [gaps.flatMap { $0 }]).map {
      String(format: "%.3f", $0.reduce(0, +) / Double(max(1, $0.count)))
    }
    text =
      line("WAPE", \.wapeRatio) + "\n" + line("pinball", \.pinballRatio) + "\n"
      + "mean |coverage − .80|: intervals \(means[0]), days \(means[1]), sums \(means[2]), "
      + "all \(means[3])\n28-day sums in their band: "
      + String(format: "%.2f of all", Self.pooled(rows))
  }
}
