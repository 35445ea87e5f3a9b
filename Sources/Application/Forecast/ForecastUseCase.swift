// SPDX-License-Identifier: GPL-3.0-or-later

import Demand
package import DemandFitting
import Scenarios
package import Wording

/// Forecasts inquiries from a history, with the band they will lie in.
package struct ForecastUseCase: UseCase {
  package struct Request: Sendable {
    package var history: HistoryRequest
    /// Path of a CSV with the starts of the intervals asked for.
    package var future: String
    /// Minutes that a row covers; nil for the history's, or the day of a date.
    package var minutes: Int?
    /// Sample paths wanted.
    package var paths: Int
    package var seed: UInt64
    /// Whether it is wanted what moves the first week asked for.
    package var explains: Bool

    package init(
      _ history: HistoryRequest, future: String, minutes: Int? = nil, paths: Int = 0,
      seed: UInt64 = 1, explains: Bool = false
    ) {
      self.explains = explains
      self.history = history
      self.future = future
      self.minutes = minutes
      self.paths = paths
      self.seed = seed
    }
  }

  package struct Outcome: Sendable {
    package let intervals: FutureIntervals
    /// One row for each interval.
    package let table: ForecastTable
    /// What moves the first week; nil where nobody asked, or no like day is known.
    package let explanation: ForecastExplanation?
    /// Which forecasters carry it; nil where the day model stands alone.
    package let carriers: Localized?
  }

  private let request: Request

  package init(_ request: Request) throws(ApplicationError) { self.request = request }

  package var inputs: [String] { request.history.files + [request.future] }

  /// Progress is what was assumed in reading the files.
  package func run(
    _ report: @escaping @Sendable (ReadingNote) -> Void
  ) async throws(ApplicationError) -> Outcome {
    let intervals = try FutureIntervals(
      path: request.future, timeZone: request.history.timeZone, report)
    let recorded = try request.history.recorded(report)
    let model = try request.history.model(request.history.series(recorded), report)
    try requireGrid(intervals, recorded, model)
    let length =
      request.minutes.map { $0 * 60 } ?? (intervals.areDates ? 86_400 : model.interval)
    if let note = note(intervals, model) { report(note) }
    let table = try request.history.learning(from: request.history.history) {
      () throws(FitError) in
      try ForecastTable(
        model, starts: intervals.starts, interval: length, atLeast: request.paths,
        seed: request.seed)
    }
    let explanation = try request.history.learning(from: request.history.history) {
      () throws(FitError) in
      request.explains ? try model.explanation(of: table.forecast) : nil
    }
    return Outcome(
      intervals: intervals, table: table, explanation: explanation,
      carriers: FitRemarkText.carriers(of: model))
  }

  private func note(_ intervals: FutureIntervals, _ model: DemandModel) -> ReadingNote? {
    guard request.minutes == nil else { return nil }
    if intervals.areDates {
      return model.interval < 86_400
        ? ReadingNote(file: request.future, what: .startsAreDates) : nil
    }
    guard let spacing = intervals.spacing, spacing > model.interval else { return nil }
    return ReadingNote(
      file: request.future,
      what: .startsApart(minutes: spacing / 60, interval: model.interval / 60))
  }

  /// Refuses starts that lie between those of the history's intervals.
  private func requireGrid(
    _ intervals: FutureIntervals, _ recorded: RecordedHistory, _ model: DemandModel
  ) throws(ApplicationError) {
    // Arrivals are counted from midnight on; a log of counts may have a grid of its own.
    var first = 0
    if case .counts(let log) = recorded.records { first = log.starts.first ?? 0 }
    let length = model.interval
    guard let row = intervals.starts.firstIndex(where: { ($0 - first) % length != 0 }) else {
      return
    }
    throw .file(
      request.future, .offTheGrid(found: intervals.texts[row], minutes: length / 60))
  }
}
