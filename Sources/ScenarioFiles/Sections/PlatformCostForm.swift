// SPDX-License-Identifier: GPL-3.0-or-later

import Measures
import Money
import Scenarios
import Scorecards
import Wording

extension Form<PlatformCost> {
  /// What missing a platform's grades costs a month; without grades the rule's own, at an assumed amount.
  static let platformCost = Form.object("platform_cost") { f in
    let rule = f.required(
      "scorecard", Form<PlatformRule>.rule, "A platform's rule on replies, as in tmall.3min.")
    let grades = f.optional(
      "grades", Form<[Grade]>.list(of: Form<Grade>.grade, count: 1...20),
      "From the mildest to the worst, each with its bound and what it costs a month; the worst that a "
        + "month falls into counts. Left out: the rule's own grade, at an assumed 2,000 yuan.")
    guard let rule else { return nil }
    let isMean = rule.counting.isMean
    guard let grades else {
      guard let own = rule.grades.map({ $0.steps[$0.target].bound }) else {
        f.reading?.report(
          found: "no key grades", allowed: "grades, as the rule has no grade of its own")
        return nil
      }
      let grade = PlatformCost.Grade(bound: own, cost: PlatformCost.assumedCost)
      return PlatformCost(measure: .scorecard(rule.counting), grades: [grade], isAssumed: true)
    }
    if grades.contains(where: { $0.isMean != isMean }) {
      f.reading?.report(
        found: isMean ? "below" : "above",
        allowed: isMean
          ? "above, as the rule's value is a mean" : "below, as the rule's value is a share")
      return nil
    }
    for (mild, bad) in zip(grades, grades.dropFirst())
    where (isMean ? bad.bound <= mild.bound : bad.bound >= mild.bound) || bad.cost < mild.cost {
      f.reading?.report(
        found: "grades out of order", allowed: "from the mildest to the worst, at rising costs")
      return nil
    }
    return PlatformCost(
      measure: .scorecard(rule.counting),
      grades: grades.map { PlatformCost.Grade(bound: $0.bound, cost: $0.cost) }, isAssumed: false)
  }
}

/// A grade as it is written.
struct Grade: Sendable {
  var isMean: Bool
  var bound: Double
  var cost: Money
}

extension Form<Grade> {
  fileprivate static let grade = Form.object("platform_grade") { f in
    let below = f.optional("below", Form<Double>.share(), "Of a rule of a share.")
    let above = f.optional("above", Form<Double>.duration(0...86_400), "Of a rule of a mean.")
    let cost = f.required("cost", Form<Money>.money(), "Yuan a month.")
    let isOne = (below == nil) != (above == nil)
    if !isOne, !f.isUnreadable("below"), !f.isUnreadable("above") {
      f.reading?.report(
        found: below == nil ? "neither below nor above" : "both below and above",
        allowed: "one of them")
    }
    guard isOne, let bound = below ?? above, let cost else { return nil }
    return Grade(isMean: above != nil, bound: bound, cost: cost)
  }
}
