// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Pricing
import ScenarioFiles
import Studies
import Tables

/// The points that a grid asks for: every combination of what its list, its hypercube and its axes
/// have, the last axis moving fastest.
struct StudyPoints {
  private(set) var paths: [String] = []
  private(set) var values: [[String]] = [[]]

  /// Points of a study.
  static let most = 100_000

  /// - Throws: `.request(.setting…)` for values that are none, `FileProblem.study` for a key that is
  ///   varied twice and for too many points.
  init(_ grid: GridFile, file: String) throws(ApplicationError) {
    let fixed = grid.settings.map(\.path)
    for (index, path) in fixed.enumerated() where fixed[..<index].contains(path) {
      throw .file(file, .study(.pathTwice(path: path)))
    }
    paths = fixed
    if let points = grid.points { try add(points, file: file) }
    if let cube = grid.hypercube {
      let ranges = cube.ranges.map { range in
        let isWhole = range.from == range.from.rounded() && range.to == range.to.rounded()
        return LatinHypercube.Range(
          path: range.path, from: range.from, to: range.to,
          places: range.places ?? (isWhole ? 0 : 4))
      }
      try add(
        ranges.map(\.path),
        LatinHypercube(points: cube.points, seed: cube.seed, ranges: ranges).values, file)
    }
    for axis in grid.axes {
      switch axis.values {
      case .list(let values): try add([axis.path], values.map { [$0] }, file)
      case .written(let text):
        let written = "\(axis.path)=\(text)"
        let setting: Setting
        do throws(Setting.Problem) {
          setting = try Setting(parsing: written)
        } catch {
          throw .file(file, .axis(written, error))
        }
        try add([axis.path], setting.values.map { [$0] }, file)
      }
    }
    paths.removeFirst(fixed.count)
    guard !values.isEmpty, !paths.isEmpty else { throw .file(file, .study(.noPoints)) }
  }

  private mutating func add(_ points: GridFile.Points, file: String) throws(ApplicationError) {
    switch points {
    case .written(let points):
      var paths: [String] = []
      for setting in points.joined() where !paths.contains(setting.path) {
        paths.append(setting.path)
      }
      try add(
        paths,
        points.map { point in
          paths.map { path in point.first { $0.path == path }?.value ?? "" }
        }, file)
    case .file(let name):
      let folder = URL(fileURLWithPath: file).deletingLastPathComponent().path
      let path = name.hasPrefix("/") ? name : folder + "/" + name
      var rows: [[String]] = []
      do throws(TableError) {
        var table: DelimitedRows
        do throws(InputProblem) {
          table = try DelimitedRows(path: path, limits: .tables)
        } catch {
          throw TableError(line: 0, .input(error))
        }
        while try table.next() {
          let row = table.fields.indices.map { table.text($0) }
          guard rows.isEmpty || row.count <= rows[0].count else {
            throw TableError(line: table.line, .tooManyCells(most: rows[0].count))
          }
          rows.append(
            row + Array(repeating: "", count: max(0, (rows.first?.count ?? 0) - row.count)))
        }
      } catch {
        throw .file(path, .records(RecordError(error)))
      }
      guard rows.count > 1 else { throw .file(path, .study(.noPoints)) }
      try add(rows[0], Array(rows.dropFirst()), file)
    }
  }

  private mutating func add(
    _ more: [String], _ rows: [[String]], _ file: String
  ) throws(ApplicationError) {
    for path in more {
      if paths.contains(path) { throw .file(file, .study(.pathTwice(path: path))) }
      paths.append(path)
    }
    let count = values.count.multipliedReportingOverflow(by: rows.count)
    guard !count.overflow, count.partialValue <= Self.most else {
      throw .file(
        file,
        .study(
          .tooManyPoints(
            found: count.overflow ? .max : count.partialValue, allowed: Self.most)))
    }
    values = values.flatMap { value in rows.map { value + $0 } }
  }
}
