// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
import Money
import Pricing
import Testing

/// Short ways to write the usage of a month.
enum Fixture {
  static let schema = UsageSchema(
    inquiryTypes: ["pre_sale", "after_sale"], groups: ["team", "helpers"],
    results: ["delay_rate", "late_replies"])

  static func date(_ iso: String) throws -> CivilDate { try #require(CivilDate(iso: iso)) }

  static func yearMonth(_ iso: String) throws -> YearMonth { try #require(YearMonth(iso: iso)) }

  static func span(_ first: String, _ last: String) throws -> DateSpan {
    try #require(DateSpan(first: date(first), last: date(last)))
  }

  static func month(
    _ iso: String, served: DateSpan? = nil, inquiries: Int64 = 0, afterSale: Int64 = 0,
    _ fill: (inout MonthlyUsage) -> Void = { _ in }
  ) throws -> MonthlyUsage {
    let month = try #require(YearMonth(iso: iso))
    var usage = MonthlyUsage(empty: month, served: served, schema: schema)
    for column in 0..<schema.conversations.count {
      usage.add(inquiries, column: column, type: 0, schema: schema)
      usage.add(afterSale, column: column, type: 1, schema: schema)
    }
    fill(&usage)
    return usage
  }

  static func orders(_ orders: Int64, sales: Money, refunds: Money = .zero)
    -> (inout MonthlyUsage) -> Void
  {
    { usage in
      usage.add(orders, column: schema.ordersColumn, type: 0, schema: schema)
      usage.add(sales.fen, column: schema.salesColumn, type: 0, schema: schema)
      usage.add(refunds.fen, column: schema.refundsColumn, type: 0, schema: schema)
    }
  }

  static func contract(
    _ terms: ClauseTerms..., options: ReadingOptions = ReadingOptions(), term: DateSpan? = nil
  ) -> Contract {
    Contract(
      name: "test",
      clauses: terms.enumerated().map { Clause("\($0.offset) \($0.element.kind)", $0.element) },
      term: term, options: options)
  }

  static func price(
    _ terms: ClauseTerms..., on months: MonthlyUsage...,
    options: ReadingOptions = ReadingOptions()
  ) throws -> Invoices {
    let clauses = terms.enumerated().map { Clause("\($0.offset)", $0.element) }
    return try Contract(name: "test", clauses: clauses, options: options)
      .price(months, schema: schema)
  }
}
