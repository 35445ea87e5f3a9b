// SPDX-License-Identifier: GPL-3.0-or-later

import Tables

/// Turns wide columns into rows: `inquiries:pre_sale` is a count of one inquiry type,
/// `shifts:short_term` or `shifts:short_term:promotion` the work of one group, `value:delay_rate` one
/// measured result.
///
/// A row becomes one row for each name in the heading, all with the line of the first, so that
/// everything below reads long tables only.
struct WideColumns {
  /// The columns that say what a row is about; every long row of a wide one repeats them.
  private static let places = ["date", "month", "hour"]
  private static let staffing = ["seats", "shifts", "hours"]

  /// What a heading is about, as the long columns that say so.
  private struct Subject: Hashable {
    var cells: [String]
    var columns: [String]
  }

  private struct Source {
    var index: Int
    var column: String
    var subject: Subject?
  }

  /// The cells that tell of each subject, in the header's order; of the row as a whole under nil.
  private let sources: [Subject?: [Source]]
  private let subjects: [Subject]
  private let columns: [String]

  init?(_ header: [String]) {
    guard header.contains(where: { $0.contains(":") }) else { return nil }
    var sources: [Source] = []
    var subjects: [Subject] = []
    var columns: [String] = []
    var (noted, known): (Set<String>, Set<Subject>) = ([], [])
    func note(_ column: String) {
      if noted.insert(column).inserted { columns.append(column) }
    }
    for (index, heading) in header.enumerated() {
      let parts = heading.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
      let subject = parts.count > 1 ? Self.subject(parts[0], Array(parts.dropFirst())) : nil
      // A heading that is no pair of a column and a name stays whole, to be refused by its name.
      let column = subject == nil ? heading : parts[0]
      sources.append(Source(index: index, column: column, subject: subject))
      note(column)
      if let subject {
        subject.columns.forEach(note)
        if known.insert(subject).inserted { subjects.append(subject) }
      }
    }
    let shared = sources.filter { Self.places.contains($0.column) }
    var own = Dictionary(
      grouping: sources.filter { !Self.places.contains($0.column) }, by: \.subject)
    for subject in [nil] + subjects {
      own[subject] = (shared + (own[subject] ?? [])).sorted { $0.index < $1.index }
    }
    (self.sources, self.subjects, self.columns) = (own, subjects, columns)
  }

  /// Rows that one row can become.
  var rowsOfRow: Int { subjects.count + 1 }

  private static func subject(_ column: String, _ names: [String]) -> Subject? {
    guard names.allSatisfy({ !$0.isEmpty }), UsageTable.isColumn(column) else { return nil }
    if staffing.contains(column) {
      guard names.count <= 2 else { return nil }
      return Subject(cells: names, columns: names.count == 2 ? ["group", "shift_kind"] : ["group"])
    }
    guard names.count == 1 else { return nil }
    return Subject(cells: names, columns: [column == "value" ? "result" : "inquiry_type"])
  }

  func lengthened(_ table: DelimitedText) -> DelimitedText {
    let rows = table.rows.flatMap { row -> [(line: Int, fields: [String])] in
      ([nil] + subjects).compactMap { subject -> (line: Int, fields: [String])? in
        var fields = [String](repeating: "", count: columns.count)
        var saysSomething = subject == nil
        for source in sources[subject] ?? [] {
          let text = row[source.index]
          fields[position(source.column)] = text
          if source.subject == subject, !text.isEmpty { saysSomething = true }
        }
        guard saysSomething else { return nil }
        for (column, cell) in zip(subject?.columns ?? [], subject?.cells ?? []) {
          fields[position(column)] = cell
        }
        return (row.line, fields)
      }
    }
    return DelimitedText(header: columns, headerLine: table.headerLine, rows: rows)
  }

  private func position(_ column: String) -> Int { columns.firstIndex(of: column) ?? 0 }
}
