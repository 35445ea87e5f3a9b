// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
import Foundation

/// Adds up what each cause does to the days ahead.
///
/// Between two means B and N, factors share N − B in proportion to their logarithms, so that nothing
/// is left over: the logarithmic mean Divisia index (Ang 2004).
struct CauseSums {
  private typealias Kind = ForecastExplanation.Kind

  private var inquiries: [Kind: Double] = [:]
  private var dates: [Kind: Set<CivilDate>] = [:]

  /// - Parameters:
  ///   - own: The day ahead.
  ///   - like: A like day of the past, on which `came` came.
  ///   - weight: Of this pair among those of the day.
  mutating func add(
    _ own: DayParts, isShut: Bool, like: CivilDate, came: Double, _ weight: Double,
    _ model: DemandModel
  ) {
    let fit = model.fit
    let place = model.first.days(to: like)
    let isShutThen = model.closedDays.contains(like)
    // Both closed: nothing differs.
    if isShut, isShutThen { return }
    let expected = fit.regression.fitted[place]
    let mean = exp(own.centre)
    let whole = log(mean / max(expected, 1e-9))
    let logarithmic = abs(whole) < 1e-9 ? mean : (mean - expected) / whole
    func add(_ kind: Kind, _ effect: Double, on day: CivilDate) {
      guard effect != 0 else { return }
      inquiries[kind, default: 0] += weight * effect
      dates[kind, default: []].insert(day)
    }
    var rest = whole
    func factor(_ kind: Kind, _ logarithm: Double, on day: CivilDate) {
      rest -= logarithm
      add(kind, logarithmic * logarithm, on: day)
    }
    factor(.event(model.eventName(near: own.date)), own.events, on: own.date)
    factor(.pastEvent(model.eventName(near: like)), -fit.eventEffect(on: like), on: like)
    factor(
      .season, own.season - fit.seasonalEffect(on: like) + fit.eventEffect(on: like),
      on: own.date)
    factor(.busyness, own.busyness, on: own.date)
    factor(.trend, own.trend(since: like), on: own.date)
    for (step, shift) in model.design.shifts.sorted(by: { $0.key < $1.key })
    where shift.day > place {
      factor(
        .shift(model.first.advanced(by: shift.day)), fit.regression.coefficients[1 + step],
        on: own.date)
    }
    factor(.level, rest, on: own.date)
    if isShut { add(.closure, -mean, on: own.date) }
    let unexpected: Kind =
      isShutThen
      ? .pastClosure
      : model.surprises.contains { $0.date == like } ? .pastSurprise : .pastChance
    add(unexpected, expected - came, on: like)
  }

  /// The greatest first.
  var causes: [ForecastExplanation.Cause] {
    inquiries.map { kind, sum in
      ForecastExplanation.Cause(
        kind: kind, inquiries: sum, dates: (dates[kind] ?? []).sorted())
    }.sorted { left, right in
      (abs(right.inquiries), left.kind.order) < (abs(left.inquiries), right.kind.order)
    }
  }
}

extension ForecastExplanation.Kind {
  /// For causes that weigh the same.
  fileprivate var order: String { String(describing: self) }
}

extension DemandModel {
  /// Names of the events on a date, else of those on the days beside it; empty where there are none.
  fileprivate func eventName(near date: CivilDate) -> String {
    for dates in [[date], [date.advanced(by: 1), date.advanced(by: -1)]] {
      let names = dates.flatMap { design.index.events(on: $0).map(\.name) }
      if !names.isEmpty {
        return names.reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
          .joined(separator: ", ")
      }
    }
    return ""
  }
}
