// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
import Foundation
import PlatformExports
import Wording

/// A platform's export in the place of a file of the program's own kinds.
struct ExportFile {
  let path: String
  let export: PlatformExport

  /// Nil where the file is none; a pipe, which cannot be looked at first, never is.
  init?(path: String) throws(ApplicationError) {
    var status = stat()
    guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG,
      PlatformExport.isExport(path: path)
    else { return nil }
    self.path = path
    do throws(ExportError) {
      export = try PlatformExport(path: path)
    } catch {
      throw .file(path, .export(error))
    }
  }

  func note(_ report: (ReadingNote) -> Void) {
    if export.isGBK { report(ReadingNote(file: path, what: .gbk)) }
    report(
      ReadingNote(
        file: path,
        what: .export(
          platform: export.platform.rawValue, days: export.days.count,
          isSummed: export.isSummedOverAgents, summaryRows: export.summaryRows)))
  }

  /// The inquiries of each day, as a history of counts.
  func history() throws(ApplicationError) -> String {
    let days = try inquiries()
    return "date,count\n" + days.map { "\($0.date),\($0.count)\n" }.joined()
  }

  /// What a contract may be billed by: inquiries, and orders and sales where the export has them.
  func usage() throws(ApplicationError) -> String {
    let counts = try inquiries()
    let values = Dictionary(
      export.days.map { ($0.date, $0.values) }, uniquingKeysWith: { first, _ in first })
    let measures = Set(export.columns.map(\.measure))
    let (hasOrders, hasSales) = (measures.contains("orders"), measures.contains("sales"))
    var text = "date,inquiries" + (hasOrders ? ",orders" : "") + (hasSales ? ",sales" : "") + "\n"
    for day in counts {
      text += "\(day.date),\(day.count)"
      let values = values[day.date] ?? [:]
      if hasOrders { text += "," + (values["orders"].map { Decimals.fixed($0, places: 0) } ?? "") }
      if hasSales { text += "," + (values["sales"].map { Decimals.fixed($0, places: 2) } ?? "") }
      text += "\n"
    }
    return text
  }

  private func inquiries() throws(ApplicationError) -> [(date: CivilDate, count: Int, line: Int)] {
    do throws(ExportError) {
      return try export.inquiriesByDay()
    } catch {
      throw .file(path, .export(error))
    }
  }
}
