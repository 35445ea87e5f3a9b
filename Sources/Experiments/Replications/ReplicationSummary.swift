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
  /// By group, over the horizon.
  package let groups: [GroupInterval]
  package let totals: ReplicationTotals

  package init(_ record: ReplicationRecord, horizon: DateSpan, values: [TypeValue]) {
    let typeCount = values.count
    let perDay = record.interval.perDay
    let none = ServiceMeasures(layout: record.countLayout)
    var days: [ServiceMeasures] = []
    days.reserveCapacity(horizon.count * typeCount)
    for day in horizon.indices {
      for type in 0..<typeCount {
        days.append(
          ServiceMeasures(
            record, intervals: day * perDay..<(day + 1) * perDay, type: type, value: values[type]))
      }
    }
    let first = horizon.first.yearMonth
    let monthCount = first.months(to: horizon.last.yearMonth) + 1
    var months = [ServiceMeasures](repeating: none, count: monthCount * typeCount)
    for (day, date) in horizon.enumerated() {
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
    totals = ReplicationTotals(record)
    groups = (0..<record.groupCount).map { record.groupTotal(group: $0) }
  }

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
