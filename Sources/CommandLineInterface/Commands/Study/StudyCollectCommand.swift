// SPDX-License-Identifier: GPL-3.0-or-later

import Application
import ArgumentParser
import Foundation
import Reporting
import Studies
import Wording

struct StudyCollectCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "collect",
    abstract: "Make tables of the shards of a study that are complete.",
    discussion: """
      Writes points.csv, replications.csv, datapackage.json and manifest.json, the same bytes however \
      the study was cut and run. Of a study that is done in part, points without all of their \
      replications are marked is_thin.
      """)

  @Argument(help: "A study's folder.", completion: .directory)
  var study: String

  @Option(
    name: .shortAndLong, help: "Folder for the tables. Default: results, in the study's.",
    completion: .directory)
  var output: String?

  @OptionGroup(title: "Tables") var tables: TableOptions

  @Option(name: .customLong("lang"), help: "Language of all that is said: en or zh.")
  var language: Language = .english

  func run() throws {
    let folder = StudyFolder(study)
    let collection = StudyCollection(folder, try folder.readPlan())
    guard !collection.isEmpty else {
      throw ApplicationError.file(folder.plan, .study(.nothingDone))
    }
    let inputs = [folder.plan]
    let place = try OutputFolder(
      path: output ?? folder.place(of: "results"), sparing: inputs, for: StudyDocuments.names)
    var formats = try tables.formats(sparing: inputs)
    let database = formats.database
    formats.database = nil
    let manifest = Manifest(
      product: .current, command: "study collect",
      arguments: [URL(fileURLWithPath: folder.path).lastPathComponent]
        + tables.arguments,
      inputs: [], run: nil, further: StudyDocuments.facts(collection))
    let written = try StudyDocuments.write(
      collection, manifest: manifest, to: place, formats: formats)
    if let database { try StudyDatabase.write(collection, to: database) }
    printNotes(written.tooLong, language)
    try emit(StudyText(NumberStyle(language)).collected(collection, place: place.path + "/"))
  }
}
