// SPDX-License-Identifier: GPL-3.0-or-later

import Scenarios

/// Stretches of days that must be sized together: they share a size, or a month whose target they share.
struct SizingBlock {
  /// A size to be found: a unit in one of its periods.
  struct Variable: Equatable {
    var unit: Int
    var period: Int
  }

  /// Indices of the layout's segments.
  var segments: [Int]
  var variables: [Variable]
  /// Months that lie in it, each with its segments.
  var months: [(month: Int, segments: [Int])]

  /// - Parameter byMonth: Whether some target holds in every month.
  static func split(_ layout: SizingLayout, byMonth: Bool) -> [SizingBlock] {
    var root = Array(layout.segments.indices)
    func find(_ index: Int) -> Int {
      var index = index
      while root[index] != index { index = root[index] }
      return index
    }
    var firstOfMonth: [Int: Int] = [:]
    var firstOfPeriod: [[Int]: Int] = [:]
    for (index, segment) in layout.segments.enumerated() {
      func join(_ other: Int?) {
        guard let other else { return }
        let (low, high) = (min(find(other), find(index)), max(find(other), find(index)))
        root[high] = low
      }
      if byMonth {
        join(firstOfMonth[segment.month])
        firstOfMonth[segment.month] = firstOfMonth[segment.month] ?? index
      }
      for (unit, period) in segment.periods.enumerated() {
        guard let period else { continue }
        join(firstOfPeriod[[unit, period]])
        firstOfPeriod[[unit, period]] = firstOfPeriod[[unit, period]] ?? index
      }
    }
    let groups = Dictionary(grouping: layout.segments.indices, by: find)
    return groups.keys.sorted().compactMap { key in
      groups[key].map { SizingBlock($0, layout) }
    }
  }

  private init(_ segments: [Int], _ layout: SizingLayout) {
    self.segments = segments
    var variables: [Variable] = []
    for segment in segments {
      for (unit, period) in layout.segments[segment].periods.enumerated() {
        guard let period else { continue }
        let variable = Variable(unit: unit, period: period)
        if !variables.contains(variable) { variables.append(variable) }
      }
    }
    self.variables = variables
    let byMonth = Dictionary(grouping: segments) { layout.segments[$0].month }
    months = byMonth.keys.sorted().map { ($0, byMonth[$0] ?? []) }
  }

  func vector(of sizes: PeriodSizes) -> [Int] {
    variables.map { sizes.counts[$0.unit][$0.period] }
  }

  func set(_ vector: [Int], in sizes: inout PeriodSizes) {
    for (variable, size) in zip(variables, vector) {
      sizes.counts[variable.unit][variable.period] = size
    }
  }
}
