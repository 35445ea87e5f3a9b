// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Pricing
package import Studies
import Tables

/// Sets a study beside a table that an earlier collection wrote.
package struct CheckStudy {
  private let baseline: [StudyValue]
  private let now: [StudyValue]

  /// - Parameters:
  ///   - baseline: A `points.csv`, or its folder.
  ///   - mean: An estimate's mean as the table has it.
  /// - Throws: `FileProblem.study` for another table, or a study without results.
  package init(
    baseline: String, folder: StudyFolder, mean: (StudyPlan, StudyEstimate) -> Double?
  ) throws(ApplicationError) {
    var isFolder: ObjCBool = false
    let path =
      FileManager.default.fileExists(atPath: baseline, isDirectory: &isFolder) && isFolder.boolValue
      ? baseline + "/points.csv" : baseline
    self.baseline = try Self.values(of: path)
    let plan = try folder.readPlan()
    let collection = StudyCollection(folder, plan)
    guard !collection.isEmpty else { throw .file(folder.plan, .study(.nothingDone)) }
    now = collection.estimates.map { estimate in
      StudyValue(
        point: collection.name(of: estimate.point), plan: plan.plans[estimate.plan],
        measure: plan.measures[estimate.measure].key, mean: mean(plan, estimate))
    }
  }

  package func drifts(_ tolerance: StudyTolerance) -> [StudyDrift] {
    tolerance.drifts(from: baseline, to: now)
  }

  private static func values(of path: String) throws(ApplicationError) -> [StudyValue] {
    var values: [StudyValue] = []
    do throws(TableError) {
      var table: DelimitedRows
      do throws(InputProblem) {
        table = try DelimitedRows(path: path, limits: .records)
      } catch {
        throw TableError(line: 0, .input(error))
      }
      var head: [String]?
      while try table.next() {
        let cells = table.fields.indices.map { table.text($0) }
        guard let names = head else {
          head = cells
          continue
        }
        guard cells.count == names.count, let plan = names.firstIndex(of: "plan"),
          let measure = names.firstIndex(of: "measure"), let mean = names.firstIndex(of: "mean"),
          names.first == "point", plan < measure, measure < mean
        else { throw TableError(line: table.line, .empty) }
        values.append(
          StudyValue(
            point: zip(names[1..<plan], cells[1..<plan]).map { "\($0)=\($1)" }
              .joined(separator: ", "),
            plan: cells[plan], measure: cells[measure], mean: Double(cells[mean])))
      }
    } catch {
      if error.kind == .empty { throw .file(path, .study(.notATable(line: error.line))) }
      throw .file(path, .records(RecordError(error)))
    }
    return values
  }
}
