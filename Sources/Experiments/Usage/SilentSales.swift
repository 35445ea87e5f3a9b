// SPDX-License-Identifier: GPL-3.0-or-later

package import Demand
package import Money
package import Scenarios

/// Orders placed without an inquiry, by day: the shop's whole sales need them (R8).
///
/// Expected numbers moved by the season of the inquiries, the same in every replication; each day's
/// whole orders are those by which the running total grows, so that no fraction is lost.
package struct SilentSales: Equatable, Sendable {
  package let orders: [Int64]
  package let orderValue: Money

  /// - Parameter plan: Arrivals of the scenario; scaled ones scale the silent orders too.
  package init(scenario: Scenario, plan: ArrivalPlan) {
    guard let silent = scenario.silentOrders else {
      orders = Array(repeating: 0, count: scenario.horizon.count)
      orderValue = .zero
      return
    }
    var total = 0.0
    var whole: Int64 = 0
    orders = Self.season(scenario, plan).map { factor in
      total += silent.perDay * factor
      let next = Int64(bounded: total.rounded(.down))
      defer { whole = next }
      return next - whole
    }
    orderValue = silent.orderValue
  }

  package func sales(onDay day: Int) -> Money {
    let (fen, overflow) = orders[day].multipliedReportingOverflow(by: orderValue.fen)
    return Money(fen: overflow ? .max : fen)
  }

  /// Expected inquiries of each day ÷ those of an ordinary day: the streams' daily means, or the mean
  /// day where a history is replayed.
  private static func season(_ scenario: Scenario, _ plan: ArrivalPlan) -> [Double] {
    var ordinary = 0.0
    for stream in scenario.demand where !stream.isBackground {
      guard case .seasonal(let demand) = stream.source else {
        return Array(plan.seasonByDay().dropFirst(plan.warmUpDays))
      }
      ordinary += demand.dailyMean
    }
    let volume = plan.expectedByDay().dropFirst(plan.warmUpDays)
    return volume.map { ordinary > 0 ? $0 / ordinary : 1 }
  }
}
