// SPDX-License-Identifier: GPL-3.0-or-later

package import Demand
package import DemandFitting

/// The inputs that fitting, forecasting and backtesting share.
package struct HistoryRequest: Sendable {
  /// Path of a CSV of arrival times, or of `interval_start,count`.
  package var history: String
  /// Path of a CSV of announced days, past and to come.
  package var events: String?
  /// What is believed while data are few.
  package var prior: ShopPrior
  /// IANA zone whose wall clock time stamps with an offset are moved to.
  package var timeZone: String?
  /// What becomes of rows that are not in order of time.
  package var unsorted: HistoryReader.Unsorted
  /// What becomes of a history with rows far from all others.
  package var gaps: HistoryReader.Gaps

  package init(
    _ history: String, events: String? = nil, prior: ShopPrior = .unknown,
    timeZone: String? = nil, unsorted: HistoryReader.Unsorted = .sort,
    gaps: HistoryReader.Gaps = .refuse
  ) {
    self.history = history
    self.events = events
    self.prior = prior
    self.timeZone = timeZone
    self.unsorted = unsorted
    self.gaps = gaps
  }

  /// The files that are read.
  var files: [String] { [history] + [events].compactMap(\.self) }

  /// Reads the history and says what was assumed in reading it.
  func recorded(
    _ report: (ReadingNote) -> Void
  ) throws(ApplicationError) -> RecordedHistory {
    let export = try ExportFile(path: history)
    export?.note(report)
    let days = try export?.history()
    do throws(HistoryError) {
      let reader = HistoryReader(unsorted: unsorted, timeZone: timeZone, gaps: gaps)
      let recorded =
        if let days { try reader.read(text: days) } else { try reader.read(path: history) }
      for note in recorded.notes { report(ReadingNote(file: history, what: .history(note))) }
      return recorded
    } catch {
      throw .file(history, .history(error))
    }
  }

  func announced(
    _ report: (ReadingNote) -> Void
  ) throws(ApplicationError) -> [CalendarEvent] {
    guard let events else { return [] }
    return try learning(from: events) { () throws(FitError) in
      try CalendarEvent.read(path: events) { report(ReadingNote(file: events, what: .gbk)) }
    }
  }

  func series(_ recorded: RecordedHistory) throws(ApplicationError) -> CountSeries {
    try learning(from: history) { () throws(FitError) in try CountSeries(recorded.records) }
  }

  func model(
    _ series: CountSeries, _ report: (ReadingNote) -> Void
  ) throws(ApplicationError) -> DemandModel {
    let events = try announced(report)
    return try learning(from: history) { () throws(FitError) in
      try DemandModel(series, events: events, prior: prior)
    }
  }

  func learning<Value>(
    from file: String, _ body: () throws(FitError) -> Value
  ) throws(ApplicationError) -> Value {
    do throws(FitError) {
      return try body()
    } catch {
      throw .file(file, .fit(error))
    }
  }
}
