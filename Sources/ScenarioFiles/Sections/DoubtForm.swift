// SPDX-License-Identifier: GPL-3.0-or-later

import Scenarios

extension Form<DemandDoubt> {
  private static let deviation = Form<Double>.share(0...3)

  static let doubt = Form.object("doubt") { f in
    f.reading?.carriesDoubt = true
    return DemandDoubt(
      level: f.value(
        "level", deviation, default: 0,
        "Standard deviation of the level's logarithm: 0.08 or 8 % for a level known to within 8 %."),
      growth: f.value(
        "growth", deviation, default: 0, "Standard deviation of the growth per year."),
      profile: f.value(
        "profile", deviation, default: 0,
        "Standard deviation of the logarithm of each hour's weight."),
      promotions: f.value(
        "promotions", deviation, default: 0,
        "Standard deviation of the logarithm of the volume on the days of each promotion."),
      surprises: f.optional(
        "surprises", Form<SurpriseDays>.surprises,
        "Days that nothing announces: storms, outages, a video that everybody saw."))
  }
}

extension Form<SurpriseDays> {
  fileprivate static let surprises = Form<SurpriseDays>.object("surprises") { f in
    let perYear = f.required(
      "per_year", Form<Double>.number(0...365), "Mean number that begin in a year.")
    let factor = f.required(
      "factor", Form<Double>.number(0...1000), "Mean factor on the volume of their days.")
    let spread = f.value(
      "spread", Form<Double>.share(0...3), default: 0,
      "Standard deviation of the factor's logarithm.")
    let length = f.value(
      "length", Form<Double>.number(1...30), default: 1, "Mean length in days.")
    guard let perYear, let factor else { return nil }
    return SurpriseDays(perYear: perYear, factor: factor, spread: spread, length: length)
  }
}
