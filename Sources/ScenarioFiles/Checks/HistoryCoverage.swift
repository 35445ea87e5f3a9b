// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
import Plans
import Scenarios
import Wording

/// Where a replayed history is silent though the shop is open.
///
/// Counts must have a row for every open minute. Arrivals cannot tell a quiet day from one that was
/// not recorded, so only the days before the first and after the last of them count as silent.
struct HistoryCoverage {
  let horizon: DateSpan
  let window: ServiceWindow

  /// The first gap, in words; nil where the history covers the horizon or may be silent.
  func gap(in history: HistoryReplay) -> Phrase? {
    if history.gapsAreEmpty { return nil }
    switch history.records {
    case .counts(let log): return gap(in: log, of: history.source)
    case .arrivals(let log): return gap(in: log, of: history.source)
    }
  }

  /// The same of sample paths, which all have the intervals of the first.
  func gap(in paths: ForecastPaths) -> Phrase? { gap(in: paths.path(0), of: paths.source) }

  private func gap(in log: CountLog, of source: String) -> Phrase? {
    var recorded: [Int: ClockSet] = [:]
    for start in log.starts {
      let (day, second) = start.quotientAndRemainder(dividingBy: 86_400)
      guard horizon.contains(CivilDate(dayNumber: day)) else { continue }
      recorded[day, default: ClockSet()]
        .insert(second / 60..<(second + log.interval + 59) / 60)
    }
    let open = OpenHours(window)
    for date in horizon {
      if let span = open.hours(on: date).subtracting(recorded[date.dayNumber] ?? ClockSet())
        .firstSpan
      {
        return "no row for \(date) from \(span.start) to \(span.end) in \(source)"
      }
    }
    return nil
  }

  private func gap(in log: ArrivalLog, of source: String) -> Phrase? {
    guard let first = log.times.first, let last = log.times.last else { return nil }
    let date = { (second: Double) in CivilDate(dayNumber: Int((second / 86_400).rounded(.down))) }
    let (start, end) = (date(first), date(last))
    let open = OpenHours(window)
    let silent = horizon.first { day in
      (day < start || day > end) && !open.hours(on: day).isEmpty
    }
    return silent.map { "nothing on \($0) in \(source), which runs from \(start) to \(end)" }
  }
}

extension ScenarioChecks {
  /// Silence of a record is not absence of customers, unless the file says so.
  func checkHistories() {
    let coverage = HistoryCoverage(horizon: scenario.horizon, window: scenario.serviceWindow)
    for stream in scenario.demand {
      check(
        stream, coverage,
        at: reading.isWritten("demand.streams") ? "demand.streams.\(stream.name)" : "demand")
    }
    for plan in scenario.plans {
      for stream in plan.staffing.background {
        check(
          stream, coverage, at: "plans.\(plan.name).staffing.shared_pool.background_demand")
      }
    }
  }

  private func check(_ stream: DemandStream, _ coverage: HistoryCoverage, at path: String) {
    switch stream.source {
    case .seasonal: return
    case .history(let history):
      guard let gap = coverage.gap(in: history) else { return }
      reading.report(
        at: "\(path).history", found: gap,
        allowed: "records of every open hour of the horizon, or gaps: zero")
    case .forecast(let paths):
      guard let gap = coverage.gap(in: paths) else { return }
      reading.report(
        at: "\(path).forecast", found: gap,
        allowed: "rows of every open hour of the horizon on each path")
    }
  }
}
