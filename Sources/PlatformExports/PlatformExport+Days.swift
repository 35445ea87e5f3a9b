// SPDX-License-Identifier: GPL-3.0-or-later

package import Calendars

/// A day of the shop as an export has it.
package struct ExportDay: Equatable, Sendable {
  package let date: CivilDate
  /// Lines of the rows behind it.
  package let line: Int
  /// By measure; of several agents counts are added, and shares and means weighted by those received.
  package let values: [String: Double]

  /// The first of the measures that the day has.
  package func first(of measures: [String]) -> Double? {
    measures.lazy.compactMap { values[$0] }.first
  }
}

extension PlatformExport {
  /// Measures that say how many asked, the best first.
  package static let inquiries = ["inquirers", "sessions", "received", "effective"]

  /// Whether the days are sums over agents: the file has no row of the shop.
  package var isSummedOverAgents: Bool { rows.contains { $0.agent != nil } && !hasShopRows }

  private var hasShopRows: Bool { rows.contains { $0.agent == nil } }

  /// The days of the shop, in order: its own rows where there are some, else sums over its agents.
  package var days: [ExportDay] {
    let own = hasShopRows
    var days: [ExportDay] = []
    var index = 0
    let rows = rows.filter { !own || $0.agent == nil }
    while index < rows.count {
      let date = rows[index].date
      let end = rows[index...].firstIndex { $0.date != date } ?? rows.count
      days.append(Self.sum(rows[index..<end]))
      index = end
    }
    return days
  }

  /// - Throws: `ExportError` where the export does not say how many asked.
  package func inquiriesByDay() throws(ExportError) -> [(date: CivilDate, count: Int, line: Int)] {
    let measures = Self.inquiries
    guard columns.contains(where: { measures.contains($0.measure) }) else {
      let headings = ExportColumn.all.filter {
        $0.platform == platform && measures.contains($0.measure)
      }
      throw ExportError(
        line: 0, .columnsMissing(platform, needed: Self.unique(headings.map(\.heading))))
    }
    return days.compactMap { day in
      day.first(of: measures).map { (day.date, Int($0.rounded()), day.line) }
    }
  }

  private static func unique(_ names: [String]) -> [String] {
    var seen: Set<String> = []
    return names.filter { seen.insert($0).inserted }
  }

  private static func sum(_ rows: ArraySlice<Row>) -> ExportDay {
    guard let first = rows.first else {
      return ExportDay(date: CivilDate(dayNumber: 0), line: 0, values: [:])
    }
    guard rows.count > 1 else {
      return ExportDay(date: first.date, line: first.line, values: first.values)
    }
    var values: [String: Double] = [:]
    let measures = Set(rows.flatMap(\.values.keys)).sorted()
    for measure in measures {
      let isCount = ExportColumn.all.contains {
        $0.measure == measure && ($0.kind == .count || $0.kind == .amount)
      }
      var (sum, weight) = (0.0, 0.0)
      for row in rows {
        guard let value = row.values[measure] else { continue }
        let share = isCount ? 1 : row.values["received"] ?? row.values["sessions"] ?? 1
        sum += value * share
        weight += isCount ? 0 : share
      }
      values[measure] = isCount ? sum : weight > 0 ? sum / weight : nil
    }
    return ExportDay(date: first.date, line: first.line, values: values)
  }
}
