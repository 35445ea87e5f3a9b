// SPDX-License-Identifier: GPL-3.0-or-later

import BenchmarkHistories
import Calendars
import DemandFitting
import Foundation
import NumericalMethods

/// A negative-binomial regression of interval counts on weekday, interval, kind of announced day,
/// yearly Fourier terms (from 400 days on) and trend.
///
/// Iteratively reweighted least squares with a slight ridge; the dispersion by moments
/// (McCullagh, Nelder 1989, chapter 6).
struct CountRegression: Baseline {
  let name = "count regression"

  private static let rounds = 8
  private static let ridge = 0.1
  private static let daysForSeason = 400

  func forecast(
    _ past: CountSeries, _ history: BenchmarkHistory, days: Int
  ) -> [ForecastSummary] {
    let slots = past.slots
    let kinds = Array(Set(history.events.map(\.kind))).sorted()
    let byDate = Dictionary(grouping: history.events, by: \.date)
    let hasSeason = past.dayCount >= Self.daysForSeason
    let columns = 1 + 7 + 1 + kinds.count + (hasSeason ? 6 : 0)
    let width = columns + slots
    /// All but the interval's own column.
    func row(_ day: Int) -> [Double] {
      let date = past.first.advanced(by: day)
      var row = [Double](repeating: 0, count: columns)
      row[0] = 1
      row[1 + date.weekday.rawValue] = 1
      row[8] = Double(day) / 365
      for event in byDate[date] ?? [] {
        if let place = kinds.firstIndex(of: event.kind) { row[9 + place] = 1 }
      }
      if hasSeason {
        for wave in 0..<3 {
          let angle = 2 * Double.pi * Double(wave + 1) * Double(date.dayNumber) / 365.2425
          row[columns - 6 + 2 * wave] = cos(angle)
          row[columns - 5 + 2 * wave] = sin(angle)
        }
      }
      return row
    }
    let rows = (0..<past.dayCount + days).map(row)
    let known = past.values.indices.filter { !past.values[$0].isNaN }
    let mean = known.reduce(0.0) { $0 + past.values[$1] } / Double(max(1, known.count))
    var coefficients = [Double](repeating: 0, count: width)
    coefficients[0] = log(max(mean, 1e-6))
    func fitted(_ index: Int) -> Double {
      let own = rows[index / slots]
      var eta = coefficients[columns + index % slots]
      for column in 0..<columns { eta += own[column] * coefficients[column] }
      return exp(min(20, max(-12, eta)))
    }
    var dispersion = 0.05
    for _ in 0..<Self.rounds {
      var gram = Matrix(rows: width, columns: width)
      var right = [Double](repeating: 0, count: width)
      var (excess, squares) = (0.0, 0.0)
      for index in known {
        let (mean, actual, own) = (fitted(index), past.values[index], rows[index / slots])
        excess += (actual - mean) * (actual - mean) - mean
        squares += mean * mean
        let weight = mean / (1 + dispersion * mean)
        let response = log(mean) + min(max(3, 3 / mean), actual / mean - 1)
        var used: [(Int, Double)] = own.indices.filter { own[$0] != 0 }.map { ($0, own[$0]) }
        used.append((columns + index % slots, 1))
        for (i, first) in used {
          right[i] += weight * first * response
          for (j, second) in used { gram[i, j] += weight * first * second }
        }
      }
      for column in 1..<width { gram[column, column] += Self.ridge }
      dispersion = squares > 0 ? min(4, max(1e-4, excess / squares)) : 0.05
      guard let factor = try? CholeskyFactor(gram), let found = try? factor.solve(right) else {
        break
      }
      coefficients = found
    }
    return (past.values.count..<past.values.count + days * slots).map {
      CountBand.summary(mean: fitted($0), dispersion: dispersion)
    }
  }
}
