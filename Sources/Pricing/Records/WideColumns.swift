// SPDX-License-Identifier: GPL-3.0-or-later

/// Turns wide columns into rows: `inquiries:pre_sale` is a count of one inquiry type,
/// `shifts:short_term` or `shifts:short_term:promotion` the work of one group, `value:delay_rate` one
/// measured result.
///
/// A row becomes one row for each name in the heading, all with the line of the first, so that
/// everything below reads long tables only. No row is made: each is another view of the same cells.
struct WideColumns {
  /// What one subject's row is read through.
  struct View {
    let columns: RecordColumns
    /// The columns that the view has.
    let names: [String]
    /// The cells of which one must hold something; empty where the row is always there.
    let own: [Int]
  }

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

  /// That of what the row as a whole tells, and one for each name.
  let views: [View]
  /// All columns that a view may have, in the header's order.
  let columns: [String]

  init(_ header: [String]) {
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
    let own = Dictionary(
      grouping: sources.filter { !Self.places.contains($0.column) }, by: \.subject)
    views = ([nil] + subjects).map { subject in
      let own = own[subject] ?? []
      var places: [String: RecordColumn.Place] = [:]
      for source in shared + own { places[source.column] = .cell(source.index) }
      for (column, cell) in zip(subject?.columns ?? [], subject?.cells ?? []) {
        places[column] = .stated(Array(cell.utf8)[...])
      }
      return View(
        columns: RecordColumns(places), names: (shared + own).map(\.column),
        own: subject == nil ? [] : own.map(\.index))
    }
    self.columns = columns
  }

  private static func subject(_ column: String, _ names: [String]) -> Subject? {
    guard names.allSatisfy({ !$0.isEmpty }), UsageTable.isColumn(column) else { return nil }
    if staffing.contains(column) {
      guard names.count <= 2 else { return nil }
      return Subject(cells: names, columns: names.count == 2 ? ["group", "shift_kind"] : ["group"])
    }
    guard names.count == 1 else { return nil }
    return Subject(cells: names, columns: [column == "value" ? "result" : "inquiry_type"])
  }
}
