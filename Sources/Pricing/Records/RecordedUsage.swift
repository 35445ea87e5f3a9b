// SPDX-License-Identifier: GPL-3.0-or-later

package import Calendars

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

  /// What the contract would have cost.
  ///
  /// - Throws: as `ContractPricer`.
  package func invoices(for contract: Contract) throws(PricingError) -> Invoices {
    try contract.price(months(for: contract), schema: schema)
  }
}
