// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import NumericalMethods

/// Negative-binomial regression of day totals with random effects.
///
/// Penalised iteratively reweighted least squares; the variance of each block of coefficients is
/// set by expectation–maximisation under a normal approximation (Fahrmeir, Tutz 2001, chapter 7).
/// Days far off their mean count less (Huber), so that a storm does not become the level. Steps of
/// the level follow a t law, so that one large shift does not make every other week restless.
struct DayRegression: Sendable {
  private(set) var coefficients: [Double]
  /// Posterior covariance of the coefficients, were days independent.
  private(set) var covariance: Matrix
  /// Variance of each coefficient's block.
  private(set) var blockVariance: [DayDesign.Block: Double]
  /// Variance of the day factor, robust, of all weekdays and of each.
  private(set) var spread: DaySpread
  /// Law of the day factor, as skewed as the residuals are.
  private(set) var law: DayLaw
  /// Huber weight in (0, 1] of each day.
  private(set) var robustness: [Double]
  private(set) var fitted: [Double]
  /// Degrees of freedom that the coefficients have used.
  private(set) var freedom = 0.0
  /// Multiplies the precision of each coefficient's block: small for a step that was a real shift.
  private(set) var steadiness: [Double]

  static let mostRounds = 25
  private static let huberLimit = 0.8
  /// Mean of a day below which counts are skewed by chance alone, and the limit rises.
  private static let skewedMean = 12.0
  /// Count that is never cut in one step, however small the mean: where most days are empty, a cut
  /// of the others would pull the level to nothing.
  private static let uncutCount = 6.0
  /// Largest change of a day's logarithm in one step.
  private static let largestStep = 3.0
  /// Part of the likelihood's level variance that is used: a calmer level forecasts better.
  private static let levelCalm = 0.5
  /// Degrees of freedom of the level's steps.
  private static let levelTails = 1.0

  /// - Parameters:
  ///   - totals: Count of the known part of each day.
  ///   - exposures: Share of each day's mean that is known, in [0, 1]; 0 leaves the day out.
  ///   - rounds: Steps at most.
  init(
    design: DayDesign, rows: [[Double]], totals: [Double], exposures: [Double], prior: ShopPrior,
    rounds: Int = mostRounds
  ) throws(FitError) {
    let known = totals.indices.filter { exposures[$0] > 0 }
    let volume = known.reduce(0.0) { $0 + totals[$1] }
    let exposure = known.reduce(0.0) { $0 + exposures[$1] }
    guard exposure > 0 else { throw .noData }
    guard volume > 0 else { throw .allZero }
    guard let matrix = Matrix(known.map { rows[$0] }) else { throw .notSolvable }

    coefficients = design.priorMeans
    covariance = Matrix(rows: design.columnCount, columns: design.columnCount)
    blockVariance = Self.startVariance
    spread = DaySpread(prior)
    law = DayLaw([], spread: spread, freedom: 0)
    steadiness = [Double](repeating: 1, count: design.columnCount)
    for (step, shift) in design.shifts {
      coefficients[1 + step] = shift.change
      steadiness[1 + step] = 0.001
    }
    let shifted = known.reduce(0.0) { sum, day in
      sum + exposures[day]
        * exp(design.shifts.reduce(0.0) { $0 + rows[day][1 + $1.key] * $1.value.change })
    }
    coefficients[0] = log(volume / shifted)
    robustness = [Double](repeating: 1, count: totals.count)
    fitted = []
    for round in 0..<rounds {
      let previous = coefficients
      try step(design, matrix, known, totals, exposures)
      updateBlocks(design)
      fitted = rows.map { row in exp(clamp(dot(row, coefficients))) }
      spread.update(residuals(design, known, totals, exposures), freedom: freedom, prior: prior)
      let change = zip(previous, coefficients).map { abs($0 - $1) }.max() ?? 0
      if round > 5, change < 1e-3 { break }
    }
    law = DayLaw(
      residuals(design, known, totals, exposures), spread: spread, freedom: freedom)
  }

  private static let startVariance: [DayDesign.Block: Double] = [
    .intercept: 100, .level: 0.001, .trend: 0.05, .weekday: 0.09, .season: 0.01, .eventKind: 0.05,
    .eventWeekend: 0.05, .eventEdge: 0.005, .eventName: 0.02,
  ]

  /// One weighted least-squares step; rows are those of `known`.
  private mutating func step(
    _ design: DayDesign, _ matrix: Matrix, _ known: [Int], _ totals: [Double],
    _ exposures: [Double]
  ) throws(FitError) {
    var weights = [Double](repeating: 0, count: known.count)
    var response = weights
    let predictor = matrix.times(coefficients)
    let offset = design.priorMeans
    for (row, day) in known.enumerated() {
      let eta = clamp(predictor[row])
      let mean = exp(eta) * exposures[day]
      let dayVariance = spread.variance(on: design.weekday(day))
      let deviation = (mean + dayVariance * mean * mean).squareRoot()
      let pearson = (totals[day] - mean) / deviation
      let limit = Self.huberLimit * max(1, Self.skewedMean / mean)
      robustness[day] = min(1, limit / max(abs(pearson), 1e-9))
      weights[row] = robustness[day] * mean / (1 + dayVariance * mean)
      let cut = max(2, Self.uncutCount / mean)
      response[row] = eta + min(cut, (totals[day] - mean) / mean)
    }
    let centre = matrix.times(offset)
    let gram = matrix.weightedGram(weights)
    var normal = gram
    for column in 0..<design.columnCount { normal[column, column] += precision(design, column) }
    let right = matrix.transposeTimes(
      weights.indices.map { weights[$0] * (response[$0] - centre[$0]) })
    do {
      let factor = try CholeskyFactor(normal)
      let found = zip(try factor.solve(right), offset).map { $0 + $1 }
      let stride = zip(matrix.times(found), predictor).map { abs($0 - $1) }.max() ?? 0
      let part = min(1, Self.largestStep / max(stride, 1e-9))
      coefficients = zip(coefficients, found).map { $0 + part * ($1 - $0) }
      covariance = try factor.inverse()
      freedom = zip(covariance.elements, gram.elements).reduce(0) { $0 + $1.0 * $1.1 }
    } catch {
      throw .notSolvable
    }
  }

  /// Precision of a coefficient around its prior mean.
  func precision(_ design: DayDesign, _ column: Int) -> Double {
    steadiness[column] / (blockVariance[design.blocks[column]] ?? 1)
  }

  /// Expectation–maximisation of block variances, each with a weak prior worth two coefficients.
  private mutating func updateBlocks(_ design: DayDesign) {
    for block in DayDesign.Block.allCases where block != .intercept {
      let columns = design.blocks.indices.filter { design.blocks[$0] == block }
      guard !columns.isEmpty, let start = Self.startVariance[block] else { continue }
      let sum = columns.reduce(0.0) { sum, column in
        let deviation = coefficients[column] - design.priorMeans[column]
        let square = deviation * deviation + covariance[column, column]
        if block == .level {
          let variance = blockVariance[.level] ?? start
          steadiness[column] = (Self.levelTails + 1) / (Self.levelTails + square / variance)
        }
        return sum + steadiness[column] * square
      }
      let variance = (sum + 2 * start) / Double(columns.count + 2)
      blockVariance[block] = block == .level ? variance * Self.levelCalm : variance
    }
  }

  /// Residuals of days that are mostly known and not nearly empty.
  private func residuals(
    _ design: DayDesign, _ known: [Int], _ totals: [Double], _ exposures: [Double]
  ) -> [DaySpread.Residual] {
    known.compactMap { day in
      let mean = fitted[day] * exposures[day]
      guard exposures[day] > 0.5, mean >= 2 else { return nil }
      return spread.residual(of: totals[day], mean: mean, weekday: design.weekday(day))
    }
  }
}

private func clamp(_ eta: Double) -> Double { min(30, max(-7, eta)) }

func dot(_ a: [Double], _ b: [Double]) -> Double {
  var sum = 0.0
  for i in a.indices { sum += a[i] * b[i] }
  return sum
}

/// Quantile of ascending values with linear interpolation (Hyndman, Fan 1996, type 7).
package func quantile(_ sorted: [Double], _ p: Double) -> Double {
  guard let last = sorted.last else { return .nan }
  let place = p * Double(sorted.count - 1)
  let low = Int(place)
  guard low + 1 < sorted.count else { return last }
  return sorted[low] + (place - Double(low)) * (sorted[low + 1] - sorted[low])
}
