// SPDX-License-Identifier: GPL-3.0-or-later

import Demand
import Foundation
import Scenarios
import Testing

/// Sample paths of a forecast, as they are read back.
@Suite struct PathReaderTests {
  private let day = 20_393 * 86_400  // 2025-11-01

  private func read(_ text: String) throws -> ForecastPaths {
    let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID()).csv")
    defer { try? FileManager.default.removeItem(at: file) }
    try text.write(to: file, atomically: true, encoding: .utf8)
    return try HistoryReader().readPaths(path: file.path, source: "paths.csv")
  }

  private func problem(_ text: String) -> HistoryProblem? {
    do {
      _ = try read(text)
      return nil
    } catch let error as HistoryError {
      return error.problems.first
    } catch {
      return nil
    }
  }

  private let good = """
    path,interval_start,count
    0,2025-11-01 09:00,3
    0,2025-11-01 09:30,4
    0,2025-11-02 09:00,0
    1,2025-11-01 09:00,5
    1,2025-11-01 09:30,6
    1,2025-11-02 09:00,1
    """

  @Test func `every path has its counts, and closed hours none`() throws {
    let paths = try read(good)
    #expect(paths.interval == 1800)
    #expect(paths.starts == [32_400, 34_200, 86_400 + 32_400].map { day + $0 })
    #expect(paths.counts == [[3, 4, 0], [5, 6, 1]])
    #expect(paths.sum.counts == [8, 10, 1])
  }

  @Test func `what is no file of paths is refused with its line`() {
    #expect(
      problem("interval_start,count\n2025-11-01,3\n")?.kind
        == .noPathColumns(found: ["interval_start", "count"]))
    #expect(problem("path,interval_start,count\n")?.kind == .empty)
    #expect(problem(good + "\n0,2025-11-02 09:30,1")?.kind == .pathDiffers(path: "1"))
    #expect(
      problem(good + "\n1,2025-11-02 09:30,1")
        == HistoryProblem(line: 8, kind: .pathDiffers(path: "1")))
    #expect(
      problem(good + "\n0,2025-11-01 09:00,1")
        == HistoryProblem(line: 8, kind: .unsorted))
    #expect(
      problem("path,interval_start,count\n0,2025-11-01 09:00,3\n")?.kind
        == .noInterval(seconds: nil))
    #expect(
      problem(good.replacingOccurrences(of: "4", with: ""))
        == HistoryProblem(line: 3, kind: .badNumber(column: "count", found: "")))
    #expect(
      problem(good.replacingOccurrences(of: "09:30", with: "09:07"))?.kind
        == .noInterval(seconds: 420))
  }
}
