// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
package import Pricing
import Tables
import Wording

/// A file that tells what the parties to a contract did; what it leaves out went as agreed.
package enum LifeFile {
  /// - Throws: every problem that could be seen at once.
  package static func load(_ path: String) throws(ScenarioFileError) -> ContractLife {
    try parse(text: try ScenarioFile.text(of: path), fileName: path)
  }

  /// - Throws: every problem that could be seen at once.
  package static func parse(
    text: String, fileName: String
  ) throws(ScenarioFileError) -> ContractLife {
    let root = try YAMLNode.compose(text, file: fileName)
    let reading = Reading(file: fileName, baseDirectory: ".")
    guard let life = Form<ContractLife>.life.read(root, reading), reading.problems.isEmpty else {
      throw reading.error
    }
    return life
  }
}

extension Form<ContractLife> {
  static let life = Form.object("contract_life") { f in
    let end = f.value("end", Form<ContractLife.End>.end, default: .asAgreed, "How it ended.")
    let payments = f.value(
      "payments", Form<[MonthPayment]>.list(of: .monthPayment), default: [],
      "Invoices that were not paid on time.")
    let annual = f.value(
      "annual_fee_payment", Form<ContractLife.Payment>.payment, default: .onTime,
      "When the annual fee was paid.")
    let poaching = f.value(
      "poaching", Form<[ContractLife.Poaching]>.list(of: .poaching), default: [],
      "Staff of the provider taken on.")
    let interruptions = f.value(
      "interruptions", Form<[DateSpan]>.dateSpans, default: [],
      "Days of an outage beyond both sides' power.")
    let closing = f.optional(
      "closing", Form<CivilDate>.date, "Day up to which unpaid amounts accrue late fees.")
    var byMonth: [YearMonth: ContractLife.Payment] = [:]
    for item in payments where byMonth.updateValue(item.payment, forKey: item.month) != nil {
      f.reading?.report(found: "\(item.month) twice in payments", allowed: "each month once")
    }
    return ContractLife(
      end: end, payments: byMonth, annualFeePayment: annual, poaching: poaching,
      interruptions: interruptions, closing: closing)
  }
}

private struct MonthPayment: Sendable {
  var month: YearMonth
  var payment: ContractLife.Payment
}

extension Form<MonthPayment> {
  fileprivate static let monthPayment = Form.object("month_payment") { f in
    let month = f.required("month", Form<YearMonth>.month, "Month served.")
    let payment = f.required("paid", Form<ContractLife.Payment>.payment, "When.")
    guard let month, let payment else { return nil }
    return MonthPayment(month: month, payment: payment)
  }
}

extension Form<YearMonth> {
  fileprivate static let month = Form.scalar(
    "a month such as 2026-03", schema: ["type": "string", "pattern": "^[0-9]{4}-[0-9]{2}$"]
  ) { YearMonth(iso: $0) }
}

extension Form<ContractLife.Payment> {
  fileprivate static let payment = Form.scalar(
    "on_time, never, or days late such as 35 days",
    schema: ["type": "string", "pattern": "^(on_time|never|[0-9]+ ?(days|day|d)?)$"]
  ) { text in
    switch text {
    case "on_time": return .onTime
    case "never": return .never
    default:
      let number = text.prefix { $0.isNumber }
      let unit = text.dropFirst(number.count).filter { $0 != " " }
      guard ["", "d", "day", "days"].contains(unit), let days = Int(number),
        days <= ContractLife.longestDelay
      else { return nil }
      return .late(days: days)
    }
  }
}

extension Form<ContractLife.Poaching> {
  fileprivate static let poaching = Form.object("poaching_event") { f in
    let date = f.required("date", Form<CivilDate>.date, "Day.")
    let people = f.value("people", Form<Int>.integer(1...1_000_000), default: 1, "How many.")
    return date.map { ContractLife.Poaching(date: $0, people: people) }
  }
}

extension Form<ContractLife.End> {
  fileprivate static let end = Form.variants(
    "contract_end", by: "kind",
    [
      ("as_agreed", { _ in .asAgreed }),
      ("in_trial", { f in lastDay(f).map { .inTrial(lastDay: $0) } }),
      (
        "notice",
        { f in
          f.required("given", Form<CivilDate>.date, "Day of notice.").map {
            .notice(given: $0)
          }
        }
      ),
      (
        "early",
        { f in
          let party = f.required("by", Form<ContractLife.Party>.word(), "Who left.")
          let day = lastDay(f)
          guard let party, let day else { return nil }
          return .early(party, lastDay: day)
        }
      ),
      ("over_late_payment", { f in lastDay(f).map { .overLatePayment(lastDay: $0) } }),
    ])

  @Sendable private static func lastDay(_ f: Fields) -> CivilDate? {
    f.required("last_day", Form<CivilDate>.date, "Last day of service.")
  }
}
