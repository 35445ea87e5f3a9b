// SPDX-License-Identifier: GPL-3.0-or-later

package import Application
import Experiments
import Exports
import Foundation
import Planning
import Tables
package import Wording

/// The points of a grid as they are done, one line of JSON each, by which an interrupted run goes on.
///
/// A line has the point's key, its settings, its rows of `whatif.csv`, and of each plan cost, orders,
/// sales and net result in every replication. The first line says of what scenario, version, seed and
/// settings they are; a file of others is refused.
package struct WhatIfJournal {
  package static let file = "whatif-points.jsonl"
  /// Bytes of a file that is read again.
  private static let limits = ReadingLimits.records

  private static let infinity = "inf"
  private static let notANumber = "nan"

  private struct Head: Codable, Equatable {
    var scenario: String
    var version: String
    var settings: [String]
  }

  private struct Line: Codable {
    var key: String
    var values: [String]
    var columns: [String]
    var rows: [[String]]
    var replications: [String: Replications]
  }

  private struct Replications: Codable {
    var cost: [Double]
    var orders: [Double]
    var sales: [Double]
    var netResult: [Double]
  }

  /// Why a file cannot be gone on with.
  package enum Problem: Error, Equatable, Sendable {
    case unreadable(String)
    /// It is of another scenario, version or grid.
    case another(String, Difference)

    package enum Difference: Sendable { case scenario, version, settings }
  }

  private let folder: OutputFolder
  private let head: Head
  private var lines: [String: Line] = [:]

  /// - Parameters:
  ///   - resumes: Whether to go on with what the folder has; else it is begun anew.
  /// - Throws: `Problem`, or `OutputError`.
  package init(
    in folder: OutputFolder, of useCase: WhatIfUseCase, version: String, resumes: Bool
  ) throws {
    self.folder = folder
    head = Head(scenario: useCase.scenarioHash, version: version, settings: useCase.paths)
    var texts: [String] = []
    if resumes { texts = try read() }
    // Written anew, as a killed run may have left half a line.
    try folder.write(Self.file, ([try Self.text(head)] + texts).joined(separator: "\n") + "\n")
  }

  /// Keys of the points that are done.
  package var keys: Set<String> { Set(lines.keys) }

  private mutating func read() throws -> [String] {
    let place = folder.place(of: Self.file)
    let bytes: [UInt8]
    do throws(InputProblem) {
      bytes = try InputFile(path: place, limits: Self.limits).rest()
    } catch {
      if error == .missing { return [] }
      throw Problem.unreadable(place)
    }
    let texts = bytes.split(separator: UInt8(ascii: "\n")).map {
      String(decoding: $0, as: UTF8.self)
    }
    guard let first = texts.first else { return [] }
    let decoder = JSONDecoder()
    decoder.nonConformingFloatDecodingStrategy = .convertFromString(
      positiveInfinity: Self.infinity, negativeInfinity: "-" + Self.infinity, nan: Self.notANumber)
    guard let found = try? decoder.decode(Head.self, from: Data(first.utf8)) else {
      throw Problem.unreadable(place)
    }
    if found.scenario != head.scenario { throw Problem.another(place, .scenario) }
    if found.version != head.version { throw Problem.another(place, .version) }
    if found.settings != head.settings { throw Problem.another(place, .settings) }
    var whole: [String] = []
    for text in texts.dropFirst() {
      // Half a line is a point that was not finished.
      guard let line = try? decoder.decode(Line.self, from: Data(text.utf8)) else { continue }
      lines[line.key] = line
      whole.append(text)
    }
    return whole
  }

  /// Writes a point down.
  package mutating func add(_ point: WhatIfTable.Point) throws(OutputError) {
    let table = WhatIfTable(settings: head.settings)
    let (columns, rows) = table.rows(of: point)
    var replications: [String: Replications] = [:]
    for plan in point.comparison.plans {
      replications[plan.name] = Replications(
        cost: plan.cost.total.values, orders: plan.commerce.orders.values,
        sales: plan.commerce.salesAttributed.values, netResult: plan.commerce.netResult.values)
    }
    let line = Line(
      key: point.key, values: point.values, columns: columns, rows: rows,
      replications: replications)
    lines[point.key] = line
    guard let text = try? Self.text(line) else { return }
    try folder.append(Array((text + "\n").utf8), to: Self.file)
  }

  /// `whatif.csv` of the points of a grid that are done, and its rows.
  ///
  /// - Parameter keys: Of the grid, in its order.
  package func table(_ keys: [String]) -> (table: CSVTable<[String]>, rows: [[String]]) {
    let done = keys.compactMap { lines[$0] }
    var columns: [String] = []
    for line in done {
      for name in line.columns where !columns.contains(name) { columns.append(name) }
    }
    let rows = done.flatMap { line in
      let places = columns.map { line.columns.firstIndex(of: $0) }
      return line.rows.map { row in line.values + places.map { $0.map { row[$0] } ?? "" } }
    }
    let types = head.settings.indices.map { place in
      ExportType(of: done.lazy.map { $0.values[place] })
    }
    return (WhatIfTable(settings: head.settings).written(columns, types), rows)
  }

  private static func text(_ value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    encoder.nonConformingFloatEncodingStrategy = .convertToString(
      positiveInfinity: infinity, negativeInfinity: "-" + infinity, nan: notANumber)
    return String(decoding: try encoder.encode(value), as: UTF8.self)
  }
}

extension WhatIfJournal.Problem {
  /// One sentence for the person who named the folder.
  package var sentence: Localized {
    switch self {
    case .unreadable(let path):
      Localized(
        en: "\(path) cannot be gone on with: it is not what whatif writes. Name another folder, or "
          + "leave --resume away to begin anew.",
        zh: "\(path) 无法接着运行：它不是 whatif 写出的文件。请换一个文件夹，或去掉 --resume 重新开始。")
    case .another(let path, let difference):
      switch difference {
      case .scenario:
        Localized(
          en: "\(path) is of another scenario: the file or a history of it has changed since. Name "
            + "another folder, or leave --resume away to begin anew.",
          zh: "\(path) 属于另一个场景：场景文件或其历史数据已改动。请换一个文件夹，或去掉 --resume 重新开始。")
      case .version:
        Localized(
          en:
            "\(path) is of another version of the program. Name another folder, or leave --resume "
            + "away to begin anew.",
          zh: "\(path) 由另一版本的程序写出。请换一个文件夹，或去掉 --resume 重新开始。")
      case .settings:
        Localized(
          en:
            "\(path) varies other keys than this run. Name another folder, or leave --resume away "
            + "to begin anew.",
          zh: "\(path) 变动的键与本次运行不同。请换一个文件夹，或去掉 --resume 重新开始。")
      }
    }
  }
}
