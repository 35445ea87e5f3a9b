// SPDX-License-Identifier: GPL-3.0-or-later

package import Calendars
import Measures
import Money
package import Scenarios
package import SimulationEngine

/// One replication in sums by day, month and inquiry type.
package struct ReplicationSummary: Sendable {
  package let record: ReplicationRecord
  /// `days[day × types + type]`.
  package let days: [ServiceMeasures]
  /// `months[month × types + type]`, by the months of the horizon.
  package let months: [ServiceMeasures]
  /// By type.
  package let types: [ServiceMeasures]
  package let year: ServiceMeasures
  /// Messages of the night that are answered as such, by when they could be; nil where none are.
  package let overnight: ServiceMeasures?

  /// - Parameter days: Those that are wanted, by their number; nil for all. The others are empty.
  package init(
    _ record: ReplicationRecord, horizon: DateSpan, values: [TypeValue],
    days wanted: Set<Int>? = nil
  ) {
    let typeCount = values.count
    let perDay = record.interval.perDay
    let none = ServiceMeasures(layout: record.countLayout)
    var days: [ServiceMeasures] = []
    days.reserveCapacity(horizon.count * typeCount)
    for day in horizon.indices {
      guard wanted?.contains(day) ?? true else {
        for _ in 0..<typeCount { days.append(none) }
        continue
      }
      for type in 0..<typeCount {
        days.append(
          ServiceMeasures(
            record, intervals: day * perDay..<(day + 1) * perDay, type: type, value: values[type]))
      }
    }
    let first = horizon.first.yearMonth
    let monthCount = first.months(to: horizon.last.yearMonth) + 1
    var months = [ServiceMeasures](repeating: none, count: monthCount * typeCount)
    for (day, date) in horizon.enumerated() where wanted?.contains(day) ?? true {
      let month = first.months(to: date.yearMonth)
      for type in 0..<typeCount {
        months[month * typeCount + type] += days[day * typeCount + type]
      }
    }
    self.record = record
    self.days = days
    self.months = months
    types = (0..<typeCount).map { type in
      stride(from: type, to: months.count, by: typeCount).map { months[$0] }.sum(
        layout: none.layout)
    }
    year = types.sum(layout: none.layout)
    overnight = record.hasOvernightMessages ? Self.overnight(record, values) : nil
  }

  /// By group, over the horizon; added up when it is asked for.
  package var groups: [GroupInterval] {
    (0..<record.groupCount).map { record.groupTotal(group: $0) }
  }

  /// Added up when they are asked for.
  package var totals: ReplicationTotals { ReplicationTotals(record) }

  private static func overnight(
    _ record: ReplicationRecord, _ values: [TypeValue]
  ) -> ServiceMeasures {
    values.indices.map { type in
      ServiceMeasures(
        record, intervals: 0..<record.intervalCount, type: type, value: values[type],
        shop: ContactLayout.overnight)
    }.sum(layout: record.countLayout)
  }
}

/// What an inquiry of a type is worth.
package struct TypeValue: Equatable, Sendable {
  /// Probability in [0, 1].
  package var conversion: Double
  /// Yuan.
  package var orderValue: Double

  package init(_ type: InquiryType) {
    conversion = type.conversion
    orderValue = Double(type.orderValue.fen) / 100
  }
}
