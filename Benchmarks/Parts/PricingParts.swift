// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
import Money
import Pricing

/// Contracts priced from monthly usage, for measuring.
public enum PricingParts {
  /// The contracts that are priced.
  public enum Kind: String, CaseIterable, Sendable {
    case seats, tiered
    case baseAndCommission = "base and commission"
    case inHouse = "own team"
    /// Seats, tier and commission with a bonus and a minimum.
    case all
  }

  /// The sum of so many years of twelve months each, none like the one before, in 分.
  public static func contractYears(_ kind: Kind, count: Int) -> Int64 {
    let schema = UsageSchema(
      inquiryTypes: ["pre_sale", "after_sale"], groups: ["team"], results: ["delay_rate"])
    guard let start = YearMonth(iso: "2026-01"),
      let pricer = try? ContractPricer(
        Contract(name: "benchmark", clauses: clauses(kind)), schema: schema)
    else { return 0 }
    var year = (0..<12).map { MonthlyUsage(empty: start.advanced(by: $0), schema: schema) }
    for month in year.indices {
      year[month].staffing[0].seatDays = 4 * year[month].servedDays
      year[month].staffing[0].shifts.ordinary = 100
      year[month].staffing[0].shifts.statutoryHoliday = 3
      year[month].results[0] = Fraction(Int64(month), over: 50)
      for cell in year[month].counts.indices { year[month].counts[cell] = 900 }
    }
    var sum: Int64 = 0
    for index in 0..<count {
      let month = index % 12
      year[month].counts[2] = Int64(index % 20_000)
      sum &+= (try? pricer.total(of: year).fen) ?? 0
    }
    return sum
  }

  private static func clauses(_ kind: Kind) -> [Clause] {
    let team = SeatSource.staffed(group: "team")
    let seats = Clause("seats", .seats(SeatClause(seats: team)))
    let tiered = Clause("tiered", .tiered(RateCard.assumedTiered))
    let commission = Clause("commission", .baseAndCommission(BaseAndCommissionClause(seats: team)))
    switch kind {
    case .seats: return [seats]
    case .tiered: return [tiered]
    case .baseAndCommission: return [commission]
    case .inHouse: return [Clause("own", .inHouse(InHouseClause(group: "team")))]
    case .all:
      let malus = BonusMalusClause(
        result: "delay_rate",
        steps: [
          .init(upTo: ExactDecimal(millionths: 100_000), .none),
          .init(.shareOfCharges(Percentage(-5))),
        ])
      return [
        seats, tiered, commission, Clause("malus", .bonusMalus(malus)),
        Clause("least", .minimumCharge(MinimumChargeClause(monthlyMinimum: .yuan(30_000)))),
      ]
    }
  }
}
