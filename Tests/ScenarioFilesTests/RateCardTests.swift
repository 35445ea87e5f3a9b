// SPDX-License-Identifier: GPL-3.0-or-later

import Money
import Pricing
import ScenarioFiles
import Testing

struct RateCardTests {
  private func clause(_ text: String) throws -> ClauseTerms {
    try ContractFile.parse(text: text, fileName: "c.yaml").clauses[0].terms
  }

  @Test(arguments: [
    ("dedicated_seat.low", 4500), ("dedicated_seat", 5000), ("dedicated_seat.high", 5500),
    ("basic_seat.low", 2500), ("bilingual_seat.high", 8000),
  ])
  func `a price may be named by its place in the published range (F6, F9e)`(
    name: String, yuan: Int32
  ) throws {
    guard
      case .seats(let seats) = try clause("{kind: seats, agreed_seats: 1, monthly_price: \(name)}")
    else {
      Issue.record("no seats")
      return
    }
    #expect(seats.monthlyPrice == .yuan(yuan))
  }

  @Test func `shares and amounts may be named too (F5, F9f, F14)`() throws {
    guard
      case .fullService(let service) = try clause(
        "{kind: full_service, annual_fee: annual_fee, commission: sales_commission}"),
      case .seats(let night) = try clause(
        "{kind: seats, agreed_seats: 1, monthly_price: basic_seat.low, surcharge: night_18_to_24}")
    else {
      Issue.record("other clauses")
      return
    }
    #expect(service.annualFee == .yuan(160_000) && service.commission == Percentage(15))
    #expect(night.monthlyPrice == .yuan(2500) && night.surcharge == Percentage(30))
  }

  @Test func `a name of another kind or no name at all is refused`() {
    for price in ["commission", "dedicated_seat.mean", "dedicated", "dedicated_seat."] {
      #expect(throws: ScenarioFileError.self, "\(price)") {
        try clause("{kind: seats, agreed_seats: 1, monthly_price: \(price)}")
      }
    }
    #expect(throws: ScenarioFileError.self) {
      try clause("{kind: seats, agreed_seats: 1, surcharge: dedicated_seat}")
    }
  }

  @Test func `every name stands once, its range in order, its source a fact (F9)`() {
    let entries = RateCard.all.flatMap(\.entries)
    #expect(Set(entries.map(\.name)).count == entries.count)
    for entry in entries {
      #expect(entry.low <= entry.usual && entry.usual <= entry.high, "\(entry.name)")
      #expect(entry.source.hasPrefix("F"))
    }
  }
}
