// SPDX-License-Identifier: GPL-3.0-or-later

import Application
import ArgumentParser
import Reporting
import Studies
import Wording

struct StudyCheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Compare a study with a kept one, and fail where figures have moved.",
    discussion: """
      BASELINE is a points.csv that `study collect` wrote, or its folder; points are matched by what \
      they set. Exit status 1 where a mean has moved more than its tolerance.
      """)

  @Argument(help: "The kept points.csv, or its folder.", completion: .directory)
  var baseline: String

  @Argument(help: "A study's folder.", completion: .directory)
  var study: String

  @Option(
    help: "How far a mean may move, as 2%; for one measure alone as cost=1%. May be repeated.")
  var tolerance: [String] = []

  @Option(name: .customLong("lang"), help: "Language of all that is said: en or zh.")
  var language: Language = .english

  func validate() throws { _ = try wanted }

  private var wanted: StudyTolerance {
    get throws {
      var wanted = StudyTolerance(standard: 1e-9)
      for text in tolerance {
        let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
        let number = parts[parts.count - 1].filter { $0 != " " }
        let share =
          number.hasSuffix("%") ? Double(number.dropLast()).map { $0 / 100 } : Double(number)
        guard let share, (0...10).contains(share), !number.isEmpty else {
          throw ValidationError("--tolerance", found: text, allowed: "2%, or cost=1%")
        }
        if parts.count == 2 { wanted.measures[parts[0]] = share } else { wanted.standard = share }
      }
      return wanted
    }
  }

  func run() throws {
    let check = try CheckStudy(
      baseline: baseline, folder: StudyFolder(study), mean: StudyTables.mean)
    let drifts = check.drifts(try wanted)
    guard !drifts.isEmpty else {
      return try emit(
        Localized(en: "Every figure is within its tolerance.", zh: "所有数值都在允许范围内。")[language])
    }
    try emit(StudyText(NumberStyle(language)).drifts(drifts))
    throw ExitStatus.differs.code
  }
}
