// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import QueueingTheory
import Reporting
import Tables
import Wording

/// How many agents a constant rate takes: the inverse question of a desk.
struct StaffingOptions: ParsableArguments {
  @Option(
    parsing: .unconditional,
    help: "Share of all arrivals to be answered within --within, as 0.8 or 80%: finds the agents.")
  var target: String?

  @Option(
    name: .customLong("most-occupancy"), parsing: .unconditional,
    help: "Largest busy share of an agent, as 0.85 or 85%: finds the agents.")
  var mostOccupancy: String?

  @Option(
    parsing: .unconditional,
    help: "Share of paid people who are not on duty: people paid = on duty ÷ (1 − shrinkage).")
  var shrinkage: String?

  var isAsked: Bool { target != nil || mostOccupancy != nil }

  func validate() throws {
    _ = try share("--target", target, 0.0001...0.9999)
    _ = try share("--most-occupancy", mostOccupancy, 0.01...1)
    _ = try share("--shrinkage", shrinkage, 0...0.9)
    if shrinkage != nil, !isAsked {
      throw ValidationError(saying: "--shrinkage: needs --target or --most-occupancy.")
    }
  }

  private func share(_ name: String, _ text: String?, _ range: ClosedRange<Double>) throws
    -> Double?
  {
    guard let text else { return nil }
    let digits = text.last == "%" ? String(text.dropLast()) : text
    let value = Double(digits.filter { $0 != " " }).map { text.last == "%" ? $0 / 100 : $0 }
    guard let value, range.contains(value) else {
      let bounds = [range.lowerBound, range.upperBound].map(Decimals.shortest)
      throw ValidationError(
        name, found: text, allowed: "a share from \(bounds[0]) to \(bounds[1]), or with %")
    }
    return value
  }

  func answer(
    perHour: Double, handling: Double, patience: DurationLaw?, within limit: Double
  ) throws -> StaffingAnswer {
    let rate = perHour / 3600
    func agents(_ targets: [StaffingTarget]) throws(QueueingError) -> Int {
      try Staffing.agents(
        arrivalRate: rate, meanHandlingTime: handling, patience: patience, targets: targets)
    }
    let service = try share("--target", target, 0...1).map {
      StaffingTarget.answeredWithin(limit: limit, share: $0)
    }
    let occupancy = try share("--most-occupancy", mostOccupancy, 0...1).map {
      StaffingTarget.occupancy($0)
    }
    return StaffingAnswer(
      byService: try service.map { try agents([$0]) },
      byOccupancy: try occupancy.map { try agents([$0]) },
      shrinkage: try share("--shrinkage", shrinkage, 0...1) ?? 0)
  }
}

/// The agents that a constant rate takes.
struct StaffingAnswer: Equatable {
  /// The fewest that answer in time; nil where nothing was said of it.
  var byService: Int?
  /// The fewest that are not busier than allowed; nil where nothing was said of it.
  var byOccupancy: Int?
  var shrinkage: Double

  var onDuty: Int { max(byService ?? 1, byOccupancy ?? 1) }
  /// On duty ÷ (1 − shrinkage).
  var paid: Double { Double(onDuty) / (1 - shrinkage) }
  /// Whole people; a quotient that is whole but for its last digits is not rounded up.
  var paidPeople: Int { Int((paid - 1e-9).rounded(.up)) }

  func text(_ language: Language) -> String {
    var reasons: [Localized] = []
    if let byService {
      reasons.append(Localized(en: "\(byService) to answer in time", zh: "及时应答需 \(byService) 人"))
    }
    if let byOccupancy {
      reasons.append(
        Localized(en: "\(byOccupancy) by the occupancy", zh: "占用率上限需 \(byOccupancy) 人"))
    }
    let why = Localized(
      en: reasons.map(\.en).joined(separator: ", "), zh: reasons.map(\.zh).joined(separator: "，"))
    let exact = Decimals.fixed(paid, places: 2)
    let absent = Decimals.shortest((shrinkage * 1e6).rounded() / 1e4)
    return Localized(
      en: "Agents on duty: \(onDuty) (\(why.en)). People paid: \(paidPeople) "
        + "(\(onDuty) ÷ (1 − \(absent) %) = \(exact)).",
      zh: "在岗人数：\(onDuty)（\(why.zh)）。发薪人数：\(paidPeople)"
        + "（\(onDuty) ÷ (1 − \(absent)%) = \(exact)）。")[language]
  }

  var json: JSONValue {
    [
      "on_duty": .integer(onDuty), "by_target": .optional(byService),
      "by_occupancy": .optional(byOccupancy), "shrinkage": .number(shrinkage),
      "paid": .number(paid), "paid_people": .integer(paidPeople),
    ]
  }
}
