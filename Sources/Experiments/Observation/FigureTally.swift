// SPDX-License-Identifier: GPL-3.0-or-later

package import Calendars
package import Inference
import Measures
import Scenarios
import SimulationEngine

/// A figure of one plan with its interval over replications.
package struct FigureRow: Equatable, Sendable {
  package enum Scope: String, Sendable {
    case horizon, month, day
    /// The same interval of every day together.
    case timeOfDay = "time_of_day"
    case interval
    /// An agent group over the horizon.
    case group
  }

  package let scope: Scope
  /// A type's name, or `all`; empty where agents are meant.
  package var inquiryType = ""
  package var group = ""
  package var month: YearMonth?
  package var date: CivilDate?
  package var start: ClockTime?
  package let measure: String
  package let unit: String
  package let value: ConfidenceInterval
}

/// Figures by type, stretch of time and group, collected replication after replication in a few sums.
///
/// Ratios are ratios of expectations, their errors by the delta method; a quantile is the mean of the
/// replications' own.
struct FigureTally {
  static let quantiles = [50, 80, 90, 95, 99]

  private let scenario: Scenario
  private let values: [TypeValue]
  private let measures: [Measure]
  private var count = 0
  /// Of each: types in order, then all together.
  private var horizon: [[RatioSums]]
  private var months: [[[RatioSums]]]
  private var days: [[[RatioSums]]]
  private var slots: [[[RatioSums]]]
  /// Of all types.
  private var intervals: [[RatioSums]]
  private var groups: [[RatioSums]]
  private var intervalOccupancy: [[RatioSums]]
  private var slotOccupancy: [[RatioSums]]
  /// Of types and all, by level: sums of the replications' own quantiles, and how many had one.
  private var waitQuantiles: [[QuantileSums]]
  private var slotQuantiles: [[[QuantileSums]]]

  private struct QuantileSums {
    var sums = RatioSums()
    var count = 0

    mutating func add(_ value: Double) {
      sums.add(0, over: value)
      count += 1
    }
  }

  init(_ scenario: Scenario) {
    self.scenario = scenario
    values = scenario.inquiryTypes.map(TypeValue.init)
    measures = MeasureRegistry.measures(in: .tables) + scenario.measures
    let (types, dayCount, perDay) = (
      values.count, scenario.horizon.count, scenario.interval.perDay
    )
    let row = [RatioSums](repeating: RatioSums(), count: measures.count)
    let rows = Array(repeating: row, count: types + 1)
    horizon = rows
    months = Array(repeating: rows, count: scenario.horizon.months.count)
    days = Array(repeating: rows, count: dayCount)
    slots = Array(repeating: rows, count: perDay)
    intervals = Array(repeating: row, count: dayCount * perDay)
    let three = [RatioSums](repeating: RatioSums(), count: 3)
    groups = Array(repeating: three, count: scenario.agentGroups.count)
    intervalOccupancy = Array(repeating: three, count: dayCount * perDay)
    slotOccupancy = Array(repeating: three, count: perDay)
    let levels = [QuantileSums](repeating: QuantileSums(), count: Self.quantiles.count)
    waitQuantiles = Array(repeating: levels, count: types + 1)
    slotQuantiles = Array(repeating: waitQuantiles, count: perDay)
  }

  mutating func add(_ observation: Observation) {
    let summary = observation.summary
    count += 1
    let (typeCount, measures) = (values.count, measures)
    func add(_ sums: ServiceMeasures, to row: inout [RatioSums]) {
      for (index, measure) in measures.enumerated() {
        let (top, bottom) = sums.parts(of: measure)
        if measure.definition.denominator == nil {
          row[index].add(0, over: top)
        } else {
          row[index].add(top, over: bottom)
        }
      }
    }
    func add(_ types: [ServiceMeasures], to rows: inout [[RatioSums]]) {
      for (type, sums) in types.enumerated() { add(sums, to: &rows[type]) }
      add(types.sum(layout: summary.year.layout), to: &rows[typeCount])
    }
    add(summary.types, to: &horizon)
    for month in months.indices {
      add(
        Array(summary.months[month * typeCount..<(month + 1) * typeCount]), to: &months[month])
    }
    for day in days.indices {
      add(Array(summary.days[day * typeCount..<(day + 1) * typeCount]), to: &days[day])
    }
    addIntervals(summary, add, add)
    addGroups(summary)
    addQuantiles(observation)
  }

  private mutating func addIntervals(
    _ summary: ReplicationSummary,
    _ add: ([ServiceMeasures], inout [[RatioSums]]) -> Void,
    _ addRow: (ServiceMeasures, inout [RatioSums]) -> Void
  ) {
    let perDay = scenario.interval.perDay
    let none = ServiceMeasures(layout: summary.year.layout)
    var ofSlots = Array(repeating: Array(repeating: none, count: values.count), count: perDay)
    for interval in intervals.indices {
      var all = none
      for (type, value) in values.enumerated() {
        let sums = ServiceMeasures(
          summary.record, intervals: interval..<interval + 1, type: type, value: value)
        ofSlots[interval % perDay][type] += sums
        all += sums
      }
      addRow(all, &intervals[interval])
    }
    for slot in slots.indices { add(ofSlots[slot], &slots[slot]) }
  }

  private mutating func addGroups(_ summary: ReplicationSummary) {
    let limits = scenario.agentGroups.map { Double($0.chatLimit) }
    func add(_ sums: [(GroupInterval, limit: Double)], to row: inout [RatioSums]) {
      let staffed = sums.reduce(0) { $0 + $1.0.staffed }
      row[0].add(sums.reduce(0) { $0 + $1.0.busy }, over: staffed)
      row[1].add(
        sums.reduce(0) { $0 + $1.0.chats }, over: sums.reduce(0) { $0 + $1.0.staffed * $1.limit })
      row[2].add(sums.reduce(0) { $0 + $1.0.work }, over: staffed)
    }
    for (index, sums) in summary.groups.enumerated() {
      add([(sums, limits[index])], to: &groups[index])
    }
    let perDay = scenario.interval.perDay
    var ofSlots = Array(
      repeating: Array(repeating: GroupInterval(), count: limits.count), count: perDay)
    for interval in intervals.indices {
      let sums = limits.indices.map { summary.record.group($0, interval: interval) }
      for group in limits.indices { ofSlots[interval % perDay][group] += sums[group] }
      add(Array(zip(sums, limits)), to: &intervalOccupancy[interval])
    }
    for slot in 0..<perDay { add(Array(zip(ofSlots[slot], limits)), to: &slotOccupancy[slot]) }
  }

  private mutating func addQuantiles(_ observation: Observation) {
    func add(_ sorted: [Double], to row: inout [QuantileSums]) {
      guard !sorted.isEmpty else { return }
      for (level, share) in Self.quantiles.enumerated() {
        let rank = max(1, Int((Double(share * sorted.count) / 100).rounded(.up)))
        row[level].add(sorted[rank - 1])
      }
    }
    var types = [[Double]](repeating: [], count: values.count)
    for (slot, waits) in observation.waits.enumerated() {
      for (type, sorted) in waits.enumerated() {
        add(sorted, to: &slotQuantiles[slot][type])
        types[type] += sorted
      }
      add(waits.joined().sorted(), to: &slotQuantiles[slot][values.count])
    }
    for (type, waits) in types.enumerated() { add(waits.sorted(), to: &waitQuantiles[type]) }
    add(types.joined().sorted(), to: &waitQuantiles[values.count])
  }

  /// In the order of scopes, then of time, then of types; what nobody came for is left out.
  var rows: [FigureRow] {
    guard count > 0 else { return [] }
    let names = scenario.inquiryTypes.map(\.name) + ["all"]
    let perDay = scenario.interval.perDay
    let start = { (slot: Int) in ClockTime(unchecked: slot * scenario.interval.seconds) }
    var rows: [FigureRow] = []
    for (type, name) in names.enumerated() {
      rows += self.rows(.horizon, horizon[type], waitQuantiles[type]) { $0.inquiryType = name }
    }
    for (index, group) in scenario.agentGroups.enumerated() {
      rows += occupancy(.group, groups[index]) { $0.group = group.name }
    }
    for (month, types) in zip(scenario.horizon.months, months) {
      for (type, name) in names.enumerated() {
        rows += self.rows(.month, types[type]) {
          $0.inquiryType = name
          $0.month = month
        }
      }
    }
    for (date, types) in zip(scenario.horizon, days) {
      for (type, name) in names.enumerated() {
        rows += self.rows(.day, types[type]) {
          $0.inquiryType = name
          $0.date = date
        }
      }
    }
    for slot in slots.indices {
      for (type, name) in names.enumerated() {
        rows += self.rows(.timeOfDay, slots[slot][type], slotQuantiles[slot][type]) {
          $0.inquiryType = name
          $0.start = start(slot)
        }
      }
      rows += occupancy(.timeOfDay, slotOccupancy[slot]) { $0.start = start(slot) }
    }
    for interval in intervals.indices {
      let place = { (row: inout FigureRow) in
        row.date = scenario.horizon[interval / perDay]
        row.start = start(interval % perDay)
      }
      rows += self.rows(.interval, intervals[interval]) {
        $0.inquiryType = "all"
        place(&$0)
      }
      rows += occupancy(.interval, intervalOccupancy[interval], place)
    }
    return rows
  }

  private func rows(
    _ scope: FigureRow.Scope, _ sums: [RatioSums], _ quantiles: [QuantileSums] = [],
    _ place: (inout FigureRow) -> Void
  ) -> [FigureRow] {
    var found: [FigureRow] = []
    func add(_ measure: String, _ unit: String, _ value: ConfidenceInterval?) {
      guard let value else { return }
      var row = FigureRow(scope: scope, measure: measure, unit: unit, value: value)
      place(&row)
      found.append(row)
    }
    let isEmpty = sums.allSatisfy { $0.denominator(of: count).mean == 0 }
    guard !isEmpty else { return [] }
    for (measure, sums) in zip(measures, sums) {
      let isSum = measure.definition.denominator == nil
      add(
        measure.key, measure.unit.rawValue,
        isSum ? sums.denominator(of: count) : sums.ratio(of: count))
    }
    for (share, quantile) in zip(Self.quantiles, quantiles) where quantile.count > 0 {
      add("wait_p\(share)", "s", quantile.sums.denominator(of: quantile.count))
    }
    return found
  }

  private func occupancy(
    _ scope: FigureRow.Scope, _ sums: [RatioSums], _ place: (inout FigureRow) -> Void
  ) -> [FigureRow] {
    let kinds = [
      ("occupancy_engaged", "share"), ("occupancy_slots", "share"), ("occupancy_work", "ratio"),
    ]
    return zip(kinds, sums).compactMap { kind, sums in
      sums.ratio(of: count).map {
        var row = FigureRow(scope: scope, measure: kind.0, unit: kind.1, value: $0)
        place(&row)
        return row
      }
    }
  }
}
