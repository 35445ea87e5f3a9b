// SPDX-License-Identifier: GPL-3.0-or-later

package import DemandFitting

/// Scores forecasts on a history's own past, against two naive ones.
package struct BacktestUseCase: UseCase {
  package typealias Request = HistoryRequest
  package typealias Outcome = Backtest

  private let request: HistoryRequest

  package init(_ request: HistoryRequest) throws(ApplicationError) { self.request = request }

  package var inputs: [String] { request.files }

  /// Progress is what was assumed in reading the history.
  package func run(
    _ report: @escaping @Sendable (ReadingNote) -> Void
  ) async throws(ApplicationError) -> Backtest {
    let series = try request.series(request.recorded(report))
    let events = try request.announced(report)
    return try request.learning(from: request.history) { () throws(FitError) in
      try Backtest(
        series, events: events, prior: request.prior, settings: .fitting(days: series.dayCount))
    }
  }
}
