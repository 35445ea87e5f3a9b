// SPDX-License-Identifier: GPL-3.0-or-later

package import Calendars
import Money

/// Usage read from a file instead of a simulation.
package enum RecordedUsage: Sendable, Equatable {
  /// Known by date, and whole calendar months long.
  case daily(Usage)
  /// Known by calendar month only; one month or more.
  case monthly(UsageSchema, [MonthlyUsage])

  package var schema: UsageSchema {
    switch self {
    case .daily(let usage): usage.schema
    case .monthly(let schema, _): schema
    }
  }

  /// The days recorded, whole calendar months.
  package var span: DateSpan {
    switch self {
    case .daily(let usage): usage.span
    case .monthly(_, let months):
      DateSpan(unchecked: months[0].served.first, months[months.count - 1].served.last)
    }
  }

  /// The billing months of a contract; part months and trials need daily records.
  package func months(for contract: Contract) -> [MonthlyUsage] {
    switch self {
    case .daily(let usage): usage.months(for: contract)
    case .monthly(_, let months): months
    }
  }

  /// The calendar month before the contract's first day, where it is recorded.
  package func month(before contract: Contract) -> MonthlyUsage? {
    guard let first = contract.term?.first.yearMonth else { return nil }
    let wanted = first.advanced(by: -1)
    switch self {
    case .daily(let usage):
      guard usage.span.contains(wanted.firstDay), usage.span.contains(wanted.lastDay) else {
        return nil
      }
      return usage.months(of: [BillingPeriod(month: wanted, days: wanted.days)]).first
    case .monthly(_, let months): return months.first { $0.month == wanted }
    }
  }

  /// What the contract would have cost.
  ///
  /// - Throws: as `ContractPricer`.
  package func invoices(for contract: Contract) throws(PricingError) -> Invoices {
    try contract.price(months(for: contract), before: month(before: contract), schema: schema)
  }

  /// The shop's sales of some days; of records by month, those of the months that lie within.
  func shopSales(of days: DateSpan) throws(PricingError) -> Money {
    switch self {
    case .daily(let usage):
      guard let within = usage.span.intersection(days) else { return .zero }
      let period = BillingPeriod(month: within.first.yearMonth, days: within)
      return try Money.sum(usage.months(of: [period]).map(\.shop.sales))
    case .monthly(_, let months):
      return try Money.sum(
        months.filter { $0.served.intersection(days) == $0.served }.map(\.shop.sales))
    }
  }
}
