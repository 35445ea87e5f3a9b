// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
import Demand
import Measures
import Money
package import Pricing
package import Scenarios
import SimulationEngine

/// Turns a replication into what pricing may see (R14): counts by date, hour and inquiry type.
///
/// Results on which a bonus may depend are measured by month: those of the registry, and the measures
/// that the scenario asks for.
package struct UsageBuilder: Sendable {
  package let schema: UsageSchema
  private let scenario: Scenario
  private let silent: SilentSales
  private let refundMillionths: Int64
  private let orderValues: [Int64]
  private let results: [Measure]
  /// Where a row of counts has each conversation of the schema, and the orders.
  private let conversationPlaces: [Int]
  private let ordersPlace: Int
  private let arrivedPlace: Int

  /// - Parameter currency: ISO 4217 code of the amounts.
  package init(scenario: Scenario, silent: SilentSales, currency: String) {
    self.scenario = scenario
    self.silent = silent
    orderValues = scenario.inquiryTypes.map(\.orderValue.fen)
    refundMillionths = Int64(bounded: (scenario.refundShare * 1_000_000).rounded())
    let schema = Self.schema(for: scenario, currency: currency)
    self.schema = schema
    let layout = scenario.countLayout
    conversationPlaces = schema.conversations.map { definition in
      switch definition.base {
      case .arrived: layout.place(of: .count(.arrived), threshold: nil)
      case _ where definition.answeredWithin != nil:
        layout.place(of: .answeredWithin, threshold: definition.answeredWithin.map(Double.init))
      default: layout.place(of: .answered, threshold: nil)
      }
    }
    ordersPlace = layout.place(of: .count(.orders), threshold: nil)
    arrivedPlace = layout.place(of: .count(.arrived), threshold: nil)
    results = Self.results(of: scenario)
  }

  /// What a simulated usage counts, for every plan of the scenario.
  package static func schema(for scenario: Scenario, currency: String) -> UsageSchema {
    var conversations: [EffectiveConversation] = [
      .everyArrival, .answeredByPerson, EffectiveConversation(.answeredByAnyone), .recorded,
      .oncePerCustomerAndDay,
    ]
    let limit = scenario.acceptableWait.value
    if limit >= 1, limit == limit.rounded(), limit < 1e6 {
      conversations.append(.answered(within: Int(limit)))
    }
    return UsageSchema(
      inquiryTypes: scenario.inquiryTypes.map(\.name),
      groups: BillingGroup.all(in: scenario.agentGroups).map(\.name),
      conversations: conversations, results: results(of: scenario).map(\.key), currency: currency)
  }

  /// The measures whose monthly values a contract sees.
  private static func results(of scenario: Scenario) -> [Measure] {
    MeasureRegistry.measures(in: .results) + scenario.measures
  }

  /// - Parameter byHour: Counts by clock hour too, which surcharges for hours need.
  package func usage(of summary: ReplicationSummary, byHour: Bool) -> Usage {
    var usage = Usage(schema: schema, span: scenario.horizon, byHour: byHour)
    let typeCount = schema.typeCount
    let record = summary.record
    let perDay = record.interval.perDay
    let parts = byHour ? 24 : 1
    // A message is billed as a chat is, when it can be answered.
    let shops =
      [ContactLayout.ownShop] + (record.hasOvernightMessages ? [ContactLayout.overnight] : [])
    for (day, date) in scenario.horizon.enumerated() {
      var chatSales: Int64 = 0
      for part in 0..<parts {
        let width = perDay / parts
        let start = day * perDay + part * width
        for type in 0..<typeCount {
          // A whole day is added up already.
          if !byHour {
            let counts = summary.days[day * typeCount + type]
            chatSales.addSaturating(add(counts, type, on: date, hour: part, to: &usage))
          }
          for shop in shops where byHour || shop != ContactLayout.ownShop {
            let counts = record.total(type: type, shop: shop, intervals: start..<start + width)
            chatSales.addSaturating(add(counts, type, on: date, hour: part, to: &usage))
          }
        }
      }
      let silentSales = silent.sales(onDay: day)
      usage.updateShop(on: date) { shop in
        shop.silentSales = silentSales
        var sales = chatSales
        sales.addSaturating(silentSales.fen)
        shop.sales = Money(fen: sales)
        shop.refunds = Money(fen: refunds(of: shop.sales.fen))
      }
    }
    setResults(summary, in: &usage)
    return usage
  }

  /// Adds what was counted of a type.
  ///
  /// - Returns: Sales in 分.
  private func add(
    _ counts: some CountRow, _ type: Int, on date: CivilDate, hour: Int, to usage: inout Usage
  ) -> Int64 {
    guard counts.number(at: arrivedPlace) > 0 else { return 0 }
    for (column, place) in conversationPlaces.enumerated() {
      usage.add(
        Int64(counts.number(at: place)), column: column, type: type, on: date, hour: hour)
    }
    let orders = Int64(counts.number(at: ordersPlace))
    let sales = sales(of: orders, type)
    usage.add(orders, column: schema.ordersColumn, type: type, on: date, hour: hour)
    usage.add(sales, column: schema.salesColumn, type: type, on: date, hour: hour)
    usage.add(refunds(of: sales), column: schema.refundsColumn, type: type, on: date, hour: hour)
    return sales
  }

  /// Orders × order value in 分; what lies beyond 64 bits saturates and is refused when it is priced.
  private func sales(of orders: Int64, _ type: Int) -> Int64 {
    let (sales, overflow) = orders.multipliedReportingOverflow(by: orderValues[type])
    return overflow ? .max : sales
  }

  /// The refunded share, rounded down to the 分.
  private func refunds(of sales: Int64) -> Int64 {
    let product = sales.multipliedFullWidth(by: refundMillionths)
    return Int64(1_000_000).dividingFullWidth(product).quotient
  }

  private func setResults(_ summary: ReplicationSummary, in usage: inout Usage) {
    let typeCount = schema.typeCount
    for (index, month) in scenario.horizon.months.enumerated() {
      let sums = summary.months[index * typeCount..<(index + 1) * typeCount]
        .sum(layout: summary.record.countLayout)
      for (result, measure) in results.enumerated() {
        let (top, bottom) = sums.parts(of: measure)
        if let value = Fraction(
          Int64(bounded: max(0, top.rounded())), over: Int64(bounded: bottom))
        {
          usage.setResult(result, value, in: month)
        }
      }
    }
  }
}
