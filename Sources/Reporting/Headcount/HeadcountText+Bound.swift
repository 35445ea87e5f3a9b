// SPDX-License-Identifier: GPL-3.0-or-later

import Application
import Calendars
import Capacity
import Plans
import Pricing
import Scenarios
import Wording

/// What a bill of the horizon does not tell: seats bound beyond it, and own people who are there anyhow.
extension HeadcountText {
  /// Of the first plan what is bound, and whether another plan were cheaper if that counted.
  var bound: [String] {
    let obligations = best.year.obligations
    var sentences: [String] = []
    if let until = obligations.map(\.until).max() {
      let seats = obligations.reduce(0) { $0 + $1.seats }
      let price = style.amount(best.year.boundPrice)
      sentences.append(
        say(
          "Not in this bill: \(seats == 1 ? "1 seat stays" : "\(seats) seats stay") bound beyond the horizon, "
            + "the last until \(until): \(price) more.",
          "账单未含：\(seats) 个坐席的租期超出本期，最晚至 \(until)：另需 \(price)。"))
    }
    let whole = outcome.plans.min {
      ($0.rank, $0.leastMean + $0.year.boundPrice) < ($1.rank, $1.leastMean + $1.year.boundPrice)
    }
    if let whole, whole.plan.name != best.plan.name {
      let (other, own) = (
        style.amount(whole.leastMean + whole.year.boundPrice),
        style.amount(best.leastMean + best.year.boundPrice)
      )
      sentences.append(
        say(
          "With what is bound beyond the horizon, \(whole.name) costs least: \(other) against \(own).",
          "计入超出本期的租期，\(whole.name)最省：\(other)，而首个方案为 \(own)。"))
    }
    return sentences
  }

  /// Own people of the first plan who are there before its first month.
  var standing: [String] {
    best.year.terms.enumerated().compactMap { supply, terms in
      guard case .own(let team) = terms, let there = team.existing, there > 0 else { return nil }
      let least = best.year.staff.months.indices.map { team.leastStaying(months: $0) }
      let idle = best.year.staff.employed[supply].enumerated().count { month, people in
        people == least[month]
      }
      let people = best.supplies[supply].group
      let isMore = idle > 0
      return say(
        "\(there) own people of \(people) are there before the first month (existing_team): they are paid from "
          + "it on and leave by turnover only"
          + (isMore
            ? ", and in \(idle) of \(least.count) months there are no more than those who stay."
            : "."),
        "\(people) 首月之前已有自有员工 \(there) 人（existing_team）：自首月起计薪，只随流失减少"
          + (isMore ? "；\(least.count) 个月中有 \(idle) 个月仅有留下的这些人。" : "。"))
    }
  }

  /// As `, bound until 2027-02-28`, of seats that the horizon does not end.
  func boundWords(_ row: YearActionRow) -> String {
    guard let obligation = row.obligation else { return "" }
    let (seats, price) = (obligation.seats, style.amount(obligation.price))
    return say(
      "; \(seats) of them bound until \(obligation.until), beyond the horizon: \(price) more",
      "；其中 \(seats) 个租至 \(obligation.until)，超出本期：另需 \(price)")
  }
}
