// SPDX-License-Identifier: GPL-3.0-or-later

import Capacity
import Testing

struct ReserveCurveTests {
  /// So much lost for each person who is missing, in promotions that need 0 to 9 people more.
  private func curve(price: Double, loss: Double) -> ReserveCurve {
    let needs = Array(0..<10)
    return ReserveCurve(
      points: (0...10).map { people in
        ReserveCurve.Point(
          people: people, price: price * Double(people),
          losses: needs.map { loss * Double(max(0, $0 - people)) },
          missing: Double(needs.count { $0 > people }) / 10)
      })
  }

  @Test(arguments: [
    (200.0, 1000.0), (200.0, 250.0), (200.0, 150.0), (10.0, 1000.0), (300.0, 610.0),
  ])
  func `the choice is the critical fractile of the need`(_ price: Double, _ loss: Double) throws {
    let fractile = max(0, (loss - price) / loss)
    // The smallest number that is enough with that probability: of 0 to 9 each in one of ten.
    let enough =
      loss <= price
      ? 0 : try #require((0...10).first { Double(min(10, $0 + 1)) / 10 >= fractile - 1e-9 })
    let choice = try #require(curve(price: price, loss: loss).choice)
    #expect(choice.people == enough)
    if choice.people < 9 { #expect(abs(choice.missing - Double(9 - choice.people) / 10) < 1e-12) }
  }

  @Test func `of equal costs the fewest people are chosen`() {
    let points = [2, 1, 0].map {
      ReserveCurve.Point(people: $0, price: 0, losses: [5, 5], missing: 0)
    }
    #expect(ReserveCurve(points: points).choice?.people == 0)
  }

  @Test func `the severe loss is exceeded in one promotion of ten`() {
    let point = ReserveCurve.Point(
      people: 0, price: 0, losses: (1...20).map(Double.init).reversed(), missing: 0)
    #expect(point.severeLoss == 19)
    #expect(point.meanLoss == 10.5)
  }
}
