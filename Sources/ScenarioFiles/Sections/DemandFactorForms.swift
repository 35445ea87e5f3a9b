// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
import Demand
import Scenarios
import Wording

private let factor = Form<Double>.number(0...1000)

extension Form<[Double]> {
  /// Twelve factors from January, or those of some months by name; the others are 1.
  static let months = Form.list(
    .list(of: factor, count: 12...12),
    orElse: Form<[Int: Double]>.keyed(
      by: .words([
        "jan": 0, "feb": 1, "mar": 2, "apr": 3, "may": 4, "jun": 5, "jul": 6, "aug": 7, "sep": 8,
        "oct": 9, "nov": 10, "dec": 11,
      ]), factor
    ).map { factors in (0..<12).map { factors[$0] ?? 1 } })

  /// Seven factors from Monday, or those of some weekdays by name; the others are 1.
  static let weekdays = Form.list(
    .list(of: factor, count: 7...7),
    orElse: Form<[Weekday: Double]>.keyed(by: Form<Weekday>.weekday, factor)
      .map { factors in Weekday.allCases.map { factors[$0] ?? 1 } })

  /// A preset's name, or 24, 48 or 96 weights that are not all zero.
  static let profile = Form.list(
    Form.list(of: factor).checked("24, 48 or 96 weights, not all zero") {
      // Weights too small to be divided by are zero.
      [24, 48, 96].contains($0.count) && $0.reduce(0, +) > 1e-100
    },
    orElse: .words(DayProfile.all.map { ($0.name, $0.weights) }))
}

extension Form<BusynessFactor> {
  static let busyness = Form.object("busyness") { f in
    BusynessFactor(
      shape: f.value(
        "shape", Form<Double>.number(0.01...1_000_000_000), default: 50,
        "Gamma shape of the day factor; its variance is 1/shape."),
      correlation: f.value(
        "correlation", Form<Double>.number(-0.999...0.999), default: 0.6,
        "From one day to the next."),
      slotVariance: f.value(
        "slot_variance", Form<Double>.number(0...10), default: 0.03,
        "Own variance of each slot of the day."))
  }
}

extension Form<BurstProcess> {
  static let bursts = Form.object("bursts") { f in
    let pushes = f.required("pushes_per_day", Form<Double>.number(0...1000), "Mean pushes a day.")
    let hours = f.required("hours", Form<ClockSpan>.span, "Clock hours in which they happen.")
    let customers = f.required(
      "customers_per_push", Form<Double>.number(0...1_000_000), "Mean customers a push brings.")
    let delay = f.value(
      "delay", Form<Distribution>.finite, default: .exponential(mean: 300),
      "From the push to each customer's message. Left out: exponential, 5 min.")
    let dates = f.optional("dates", Form<[DateSpan]>.dateSpans, "Left out: every day.")
    guard let pushes, let hours, let customers else { return nil }
    return BurstProcess(
      pushesPerDay: pushes, hours: hours, customersPerPush: customers, delay: delay, dates: dates)
  }
}
