// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Testing

/// The statements of `Documentation/analysis.md`, over the files of one run.
struct AnalysisTests {
  /// Headings with their statements, in order.
  private func questions() throws -> [(question: String, sql: String)] {
    let page = try String(
      contentsOf: Program.root.appending(path: "Documentation/analysis.md"), encoding: .utf8)
    var found: [(question: String, sql: String)] = []
    var heading = ""
    var sql: [String]?
    for line in page.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
      if line.hasPrefix("## ") { heading = String(line.dropFirst(3)) }
      if line == "```sql" {
        sql = []
      } else if line == "```", let statement = sql {
        found.append((heading, statement.joined(separator: "\n")))
        sql = nil
      } else {
        sql?.append(line)
      }
    }
    return found
  }

  @Test func `every question of the page is answered by one statement over one run`() throws {
    let questions = try questions()
    #expect(questions.count >= 20)
    #expect(questions.allSatisfy { $0.sql.count { $0 == ";" } == 1 })
    let folder = try Folder()
    let text = ShopFile.text
      .replacingOccurrences(of: "closed_hours: lost", with: "closed_hours: wait_until_open")
      .replacingOccurrences(
        of: "patience: {distribution: exponential, mean: 6 min}\n",
        with: "patience: {distribution: exponential, mean: 4 min}\n"
          + "    silent_abandonment: {share: 50 %}\n"
      )
      .replacingOccurrences(of: "at_least: 80 %", with: "at_least: 92 %")
      .replacingOccurrences(of: "commission: 2 %", with: "commission: 10 %")
      .replacingOccurrences(of: "monthly_price: 5000", with: "monthly_price: 3500")
    let run = try Program.run(
      "compare", folder.write("shop.yaml", text), "--output", folder.path("out"), "--chats", "tier",
      "--chats-replication", "0-3", "--states", "--errors", "--largest-replications",
      "4")
    #expect(run.status == 0, "\(run.errors)")
    let database = try Database(filesOf: folder.path("out"))
    for (question, sql) in questions {
      let rows = try database.rows(sql)
      #expect(!rows.isEmpty, "\(question)")
      #expect(rows.contains { !$0.contains { $0 == nil } }, "\(question): \(rows.prefix(2))")
    }
  }
}
