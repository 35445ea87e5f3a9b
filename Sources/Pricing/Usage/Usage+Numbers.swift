// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
import Money

extension Usage {
  /// All that was counted of customers, as it is written down: the counts, of each day the shop's sales,
  /// and of each month the measured results, where there are any. Of staffing it has nothing.
  ///
  /// What is set must come of a usage of the same schema, span and hours.
  package var numbers: [Int64] {
    get {
      counts + shop.flatMap { [$0.sales.fen, $0.silentSales.fen, $0.refunds.fen] }
        + span.months.flatMap { month -> [Int64] in
          guard let measured = results[month] else { return [0] }
          // No fraction has the denominator zero, which so stands for none.
          return [1] + measured.flatMap { [$0?.numerator ?? 0, $0?.denominator ?? 0] }
        }
    }
    set {
      var rest = newValue[...]
      counts = Array(rest.prefix(counts.count))
      rest = rest.dropFirst(counts.count)
      for day in shop.indices {
        let amounts = rest.prefix(3).map(Money.init(fen:))
        rest = rest.dropFirst(3)
        shop[day] = ShopSales(sales: amounts[0], silentSales: amounts[1], refunds: amounts[2])
      }
      results = [:]
      for month in span.months {
        guard rest.popFirst() == 1 else { continue }
        results[month] = schema.results.map { _ in
          let parts = Array(rest.prefix(2))
          rest = rest.dropFirst(2)
          return Fraction(parts[0], over: parts[1])
        }
      }
    }
  }
}
