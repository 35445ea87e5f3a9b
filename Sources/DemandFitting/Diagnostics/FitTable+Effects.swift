// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
import Foundation
import NumericalMethods

extension FitTable {
  /// Each weekday against the geometric mean of the week.
  var weekdays: [FitDiagnostics.Effect] {
    let first = 1 + model.design.steps
    return Weekday.allCases.map { weekday in
      var row = [Double](repeating: 0, count: model.design.columnCount)
      for other in 0..<7 { row[first + other] = -1.0 / 7 }
      row[first + weekday.rawValue] += 1
      return effect(
        .weekday(weekday), row,
        on: days.indices.filter { !hasEvent[$0] && dates[$0].weekday == weekday })
    }
  }

  /// Kinds of announced days on each occasion, then the names that the history holds.
  var events: [FitDiagnostics.Effect] {
    let kinds = model.design.kinds.flatMap { kind in
      FitDiagnostics.Effect.Occasion.allCases.map { occasion in
        let days = dates.indices.filter {
          model.design.occasion(of: kind, on: dates[$0]) == occasion
        }
        var row = [Double](repeating: 0, count: model.design.columnCount)
        for column in model.design.columns(of: kind, occasion) { row[column] = 1 }
        return effect(.kind(kind, occasion), row, on: days)
      }
    }
    let names = model.design.names.compactMap { name -> FitDiagnostics.Effect? in
      let days = dates.indices.filter { day in
        model.design.events(on: dates[day]).contains { $0.name == name }
      }
      guard let day = days.first else { return nil }
      var row = model.design.row(dates[day])
      for column in row.indices where !model.design.blocks[column].isEvent { row[column] = 0 }
      return effect(.name(name), row, on: days)
    }
    return kinds + names
  }

  /// The factor e^(row · coefficients), with what the days have shown beside it.
  private func effect(
    _ subject: FitDiagnostics.Effect.Subject, _ row: [Double], on members: [Int]
  ) -> FitDiagnostics.Effect {
    let known = members.filter { days[$0].residual != nil }
    let centre = dot(row, model.regression.coefficients)
    let error = max(0, dot(model.errors.times(row), row)).squareRoot()
    // The fit is robust, and so must be what it is compared with.
    let ratios = known.map { (days[$0].count ?? 0) / days[$0].mean }.sorted()
    return FitDiagnostics.Effect(
      subject: subject, ratio: exp(centre), lower: exp(centre - 1.96 * error),
      upper: exp(centre + 1.96 * error), days: known.count,
      observed: ratios.isEmpty ? nil : quantile(ratios, 0.5) * exp(centre))
  }
}

extension DayDesign.Block {
  /// Whether its coefficients act on announced days and their neighbours alone.
  var isEvent: Bool {
    switch self {
    case .eventKind, .eventWeekend, .eventEdge, .eventName: true
    case .intercept, .level, .trend, .weekday, .season: false
    }
  }
}

extension DayDesign {
  func events(on date: CivilDate) -> [CalendarEvent] { index.events(on: date) }

  /// The columns of a kind on an occasion; the kind must be one of `kinds`.
  func columns(of kind: String, _ occasion: FitDiagnostics.Effect.Occasion) -> [Int] {
    let place = kinds.firstIndex(of: kind) ?? 0
    let base = 1 + steps + 7 + 2 * harmonics + place * Self.columnsPerKind
    return switch occasion {
    case .workday: [base]
    case .weekend: [base, base + 1]
    case .eve: [base + 2]
    case .dayAfter: [base + 3]
    }
  }

  /// Whether a kind to come on an occasion has been seen on workdays or weekends, but only on the
  /// other of the two.
  func borrows(_ kind: String, _ occasion: FitDiagnostics.Effect.Occasion) -> Bool {
    guard occasion == .workday || occasion == .weekend else { return false }
    let occasions = { (dates: [CivilDate]) in Set(dates.map { self.occasion(of: kind, on: $0) }) }
    let end = first.advanced(by: dayCount)
    let seen = occasions(index.dates.filter { $0 >= first && $0 < end })
    let other = occasion == .workday ? FitDiagnostics.Effect.Occasion.weekend : .workday
    return seen.contains(other) && !seen.contains(occasion)
      && occasions(index.dates.filter { $0 >= end }).contains(occasion)
  }

  /// What a date is to a kind; an eve that is also a day after counts as an eve.
  func occasion(of kind: String, on date: CivilDate) -> FitDiagnostics.Effect.Occasion? {
    if index.has(kind, on: date) { return date.weekday.isWeekend ? .weekend : .workday }
    if index.has(kind, on: date.advanced(by: 1)) { return .eve }
    return index.has(kind, on: date.advanced(by: -1)) ? .dayAfter : nil
  }
}
