// SPDX-License-Identifier: GPL-3.0-or-later

package import Measures
package import SimulationEngine

/// Sums over contacts of a stretch of time, of one replication or as means per replication.
///
/// Only the shop's own contacts are counted, never a pool's background, and messages of the night
/// that are answered as such apart from live chats. The ratios are ratios of
/// expectations: numerator and denominator are each summed over replications before they are
/// divided, so that a busy day counts by its customers. Everything is booked when a contact arrives.
package struct ServiceMeasures: CountRow, Equatable, Sendable {
  package let layout: CountLayout
  private var numbers: [Double]

  package init(layout: CountLayout) {
    self.layout = layout
    numbers = Array(repeating: 0, count: layout.width)
  }

  package func number(at place: Int) -> Double { numbers[place] }

  /// What a replication counted of an inquiry type in several intervals.
  package init(
    _ record: ReplicationRecord, intervals: Range<Int>, type: Int, value: TypeValue,
    shop: Int = ContactLayout.ownShop
  ) {
    self.init(layout: record.countLayout)
    for interval in intervals {
      record.read(interval: interval, type: type, shop: shop) { add($0) }
    }
    let unanswered = number(of: .count(.arrived)) - number(of: .answered)
    addMoney(orders: number(of: .count(.orders)), unanswered: unanswered, value)
  }

  /// Adds what a replication counted of an inquiry type in an interval.
  package mutating func add(
    _ record: ReplicationRecord, interval: Int, type: Int, value: TypeValue
  ) {
    record.read(interval: interval, type: type) { row in
      add(row)
      let counters = row.counters
      let arrived = counters[Self.arrivedPlace]
      let answered = counters[layout.answeredPlace]
      let orders = counters[Self.ordersPlace]
      addMoney(orders: Double(orders), unanswered: Double(arrived - answered), value)
    }
  }

  private static let arrivedPlace = ContactCounter.arrived.rawValue
  private static let ordersPlace = ContactCounter.orders.rawValue
  private static let moneySums = MoneySum.allCases

  /// Once for every interval of every replication: by places alone, without a copy of the layout.
  private mutating func add(_ row: ContactRow) {
    let counters = row.counters
    let (timePlace, scorePlace) = (layout.timePlace, layout.scorePlace)
    numbers.withUnsafeMutableBufferPointer { numbers in
      guard let first = numbers.baseAddress else { return }
      for place in 0..<counters.count { first[place] += Double(counters[place]) }
      row.times.add(to: first + timePlace)
      for place in 0..<row.scores.count { first[scorePlace + place] += row.scores[place] }
    }
  }

  private mutating func addMoney(orders: Double, unanswered: Double, _ value: TypeValue) {
    for sum in Self.moneySums {
      let amount =
        switch sum {
        case .sales: orders * value.orderValue
        case .salesLost: unanswered * value.conversion * value.orderValue
        }
      numbers[layout.moneyPlace + sum.rawValue] += amount
    }
  }

  package static func += (left: inout ServiceMeasures, right: ServiceMeasures) {
    for place in left.numbers.indices { left.numbers[place] += right.numbers[place] }
  }

  /// Every sum divided by `count`.
  package func divided(by count: Double) -> ServiceMeasures {
    var mean = self
    for place in mean.numbers.indices { mean.numbers[place] /= count }
    return mean
  }
}

extension ServiceMeasures: Archived {
  package mutating func pass(through archive: inout Archive) {
    for place in numbers.indices { archive.pass(&numbers[place]) }
  }
}

extension Collection<ServiceMeasures> {
  /// - Parameter layout: Of the sum, where there is nothing to sum.
  package func sum(layout: CountLayout) -> ServiceMeasures {
    reduce(into: ServiceMeasures(layout: layout)) { $0 += $1 }
  }
}
