// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
import Experiments
import Money
import Plans
import Pricing
import Scenarios

/// Whether a contract's amounts can be stated at the volume that is expected: it is priced on a month in
/// which everybody comes who is expected over the whole horizon, all about one inquiry type, all are
/// answered, and everybody on the roster works on every day.
struct AmountCeiling {
  private let scenario: Scenario
  private let customers: Double
  /// Whole units of the currency.
  private let sales: Double
  private let agents: Double

  /// The types of which each has a month of its own, the first: a contract rarely tells more apart.
  private static let mostTypes = 8

  init(_ scenario: Scenario, customers: Double, sales: Double, agentDays: Double) {
    self.scenario = scenario
    self.customers = customers
    self.sales = sales
    agents = agentDays / Double(max(1, scenario.horizon.count))
  }

  /// Whether some month, or all of them together, come to more than an invoice can state. What else
  /// may be wrong with a contract is told elsewhere.
  func isBroken(by contract: Contract) -> Bool {
    let schema = UsageBuilder.schema(for: scenario, currency: contract.currency)
    let months = Int64(scenario.horizon.months.count)
    return scenario.inquiryTypes.indices.prefix(Self.mostTypes).contains { type in
      do throws(PricingError) {
        let month = month(schema, type, contract.detail)
        let total = try contract.price([month], before: nil, schema: schema).total
        let (sum, overflow) = total.fen.multipliedReportingOverflow(by: months)
        return overflow || !Money(fen: sum).isWithinLimit
      } catch {
        switch error {
        case .amountTooLarge, .quantityTooLarge, .chargeTooLarge: return true
        default: return false
        }
      }
    }
  }

  private func month(_ schema: UsageSchema, _ type: Int, _ detail: UsageDetail) -> MonthlyUsage {
    let first = scenario.horizon.first.yearMonth
    var month = MonthlyUsage(
      empty: first, served: first.days.intersection(scenario.horizon), schema: schema,
      daily: detail.days, hourly: detail.hours)
    let people = Int64(bounded: customers.rounded(.up))
    let fen = Int64(bounded: (sales * 100).rounded(.up))
    for column in 0..<schema.columnCount {
      let amount = column < schema.salesColumn ? people : fen
      let cell = column * schema.typeCount + type
      month.counts[cell] = amount
      // All on one day, and in one hour.
      if detail.days { month.dailyCounts[cell] = amount }
      if detail.hours { month.hourlyCounts[cell] = amount }
    }
    let shifts = Int64(bounded: (agents * Double(month.servedDays)).rounded(.up))
    for group in month.staffing.indices {
      month.staffing[group] = StaffingTotals(
        seatDays: shifts, shifts: ByShiftKind(repeating: shifts),
        minutes: ByShiftKind(repeating: shifts * 1440))
    }
    month.shop = ShopSales(sales: Money(fen: fen), silentSales: .zero, refunds: .zero)
    month.results = Array(repeating: Fraction(1), count: month.results.count)
    return month
  }
}
