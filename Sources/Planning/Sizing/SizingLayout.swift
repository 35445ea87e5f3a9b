// SPDX-License-Identifier: GPL-3.0-or-later

package import Calendars
package import Scenarios

/// Sizes of a plan: for each unit of its layout one number for each of the unit's periods.
package struct PeriodSizes: Equatable, Sendable {
  package var counts: [[Int]]

  package init(counts: [[Int]]) { self.counts = counts }

  /// Whether there is one size for each unit and period of a layout.
  func fits(_ layout: SizingLayout) -> Bool {
    counts.map(\.count) == layout.units.map(\.periods.count)
  }
}

/// What a search varies, over which stretches of the horizon.
package struct SizingLayout: Equatable, Sendable {
  /// Lines that have one size between them.
  package struct Unit: Equatable, Sendable {
    package var name: String
    /// Indices of the plan's lines.
    package var lines: [Int]
    /// Sizes tried: agents of each line, or percent of the roster.
    package var range: ClosedRange<Int>
    package var isPercent: Bool
    package var periods: [NamedPeriod]
  }

  /// A stretch of days without a change, within one calendar month.
  package struct Segment: Equatable, Sendable {
    /// Days of the horizon, from zero.
    var days: Range<Int>
    /// Month of the horizon, from zero.
    var month: Int
    /// For each unit the period that holds; nil where its lines do not work.
    var periods: [Int?]
  }

  package let units: [Unit]
  package let horizon: DateSpan
  package let segments: [Segment]

  /// The layout of a plan's search; with a search for one size, that of one unit and one period.
  package init(_ staffing: StaffingPlan, sizing: Sizing, horizon: DateSpan) {
    let common: [NamedPeriod]
    switch sizing.periods {
    case .whole: common = [NamedPeriod(name: "", spans: [horizon])]
    case .months:
      common = horizon.months.compactMap { month in
        month.days.intersection(horizon).map {
          NamedPeriod(name: month.description, spans: [$0])
        }
      }
    case .named(let periods):
      common = periods.map { period in
        NamedPeriod(name: period.name, spans: period.spans.compactMap { $0.intersection(horizon) })
      }.filter { !$0.spans.isEmpty }
    }
    func unit(
      _ name: String, _ lines: [Int], _ range: ClosedRange<Int>, isPercent: Bool = false
    ) -> Unit? {
      guard let first = lines.first else { return nil }
      let dates = staffing.lines[first].dates
      let isShortTerm = lines.allSatisfy {
        staffing.lines[$0].engagement == .shortTerm && staffing.lines[$0].dates == dates
      }
      var periods = common
      if isShortTerm, let dates, sizing.periods != .whole {
        periods = dates.compactMap { $0.intersection(horizon) }.map {
          NamedPeriod(name: $0.description, spans: [$0])
        }
      }
      return Unit(name: name, lines: lines, range: range, isPercent: isPercent, periods: periods)
    }
    switch sizing.subject {
    case .group(let group):
      let lines = staffing.lines.indices.filter { staffing.lines[$0].group == group }
      units = [unit(group, lines, sizing.range)].compactMap(\.self)
    case .rosterScale:
      let lines = Array(staffing.lines.indices)
      units = [unit("", lines, sizing.range, isPercent: true)].compactMap(\.self)
    case .lines(let sized):
      units = sized.compactMap { entry in
        let lines = staffing.lines.indices.filter {
          staffing.lines[$0].sizingName == entry.name
        }
        return unit(entry.name, lines, entry.range)
      }
    case .shifts: units = []
    }
    self.horizon = horizon
    segments = Self.segments(units, horizon: horizon)
  }

  private static func segments(_ units: [Unit], horizon: DateSpan) -> [Segment] {
    let first = horizon.first.yearMonth
    var segments: [Segment] = []
    for (day, date) in horizon.enumerated() {
      let month = first.months(to: date.yearMonth)
      let periods = units.map { unit in
        unit.periods.firstIndex { $0.spans.contains { $0.contains(date) } }
      }
      if let last = segments.last, last.month == month, last.periods == periods {
        segments[segments.count - 1].days = last.days.lowerBound..<day + 1
      } else {
        segments.append(Segment(days: day..<day + 1, month: month, periods: periods))
      }
    }
    return segments
  }

  /// The same size everywhere.
  package func uniform(_ size: (Unit) -> Int) -> PeriodSizes {
    PeriodSizes(counts: units.map { unit in unit.periods.map { _ in size(unit) } })
  }
}

extension StaffingPlan {
  /// The plan with sizes by period. A line whose size changes becomes several, one for each level: the
  /// first people of the line work whenever anybody does, the last at the height of the season only.
  package func sized(_ sizes: PeriodSizes, _ layout: SizingLayout) -> StaffingPlan {
    var lines: [StaffingLine] = []
    for (index, line) in self.lines.enumerated() {
      guard let place = layout.units.firstIndex(where: { $0.lines.contains(index) }) else {
        lines.append(line)
        continue
      }
      let unit = layout.units[place]
      let counts = sizes.counts[place].map { size in
        unit.isPercent ? (line.agents * size + 99) / 100 : size
      }
      lines += line.levels(counts, over: unit.periods, in: layout.horizon)
    }
    var copy = self
    copy.lines = lines
    copy.sizing = nil
    return copy
  }
}

extension StaffingLine {
  /// One line for each stretch between two neighbouring sizes.
  fileprivate func levels(
    _ counts: [Int], over periods: [NamedPeriod], in horizon: DateSpan
  ) -> [StaffingLine] {
    var copy = self
    guard Set(counts).count > 1 else {
      copy.agents = counts.first ?? 0
      return [copy]
    }
    let held = dates ?? [horizon]
    var lines: [StaffingLine] = []
    var below = 0
    for level in Set(counts).sorted() where level > below {
      let spans = zip(counts, periods).filter { $0.0 >= level }.flatMap(\.1.spans)
        .sorted { $0.first < $1.first }
      copy.agents = level - below
      copy.dates = spans.joined.flatMap { span in held.compactMap { $0.intersection(span) } }
      if copy.dates?.isEmpty == false { lines.append(copy) }
      below = level
    }
    return lines
  }
}

extension [DateSpan] {
  /// Spans in order, those that touch joined.
  fileprivate var joined: [DateSpan] {
    var joined: [DateSpan] = []
    for span in self {
      if let last = joined.last, last.last.advanced(by: 1) == span.first {
        joined[joined.count - 1] = DateSpan(unchecked: last.first, span.last)
      } else {
        joined.append(span)
      }
    }
    return joined
  }
}
