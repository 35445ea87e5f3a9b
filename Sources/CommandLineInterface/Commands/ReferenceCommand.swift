// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import FitReporting
import Reporting
import ScenarioFiles
import Wording

/// The reference pages, told by the code that reads and writes the files.
struct ReferenceCommand: ParsableCommand {
  enum Subject: String, CaseIterable, ExpressibleByArgument {
    case keys, columns, measures, prices
  }

  static let configuration = CommandConfiguration(
    commandName: "reference",
    abstract:
      "Print the reference of scenario keys, CSV columns, measures or prices, in Markdown."
  )

  @Argument(
    help:
      "keys: of a scenario file; columns: of the CSV files; measures; prices: the rate cards by name."
  )
  var subject: Subject

  @Option(
    name: .customLong("lang"), help: "Language of columns, measures or prices: en or zh.")
  var language: Language = .english

  func validate() throws {
    if subject == .keys, language != .english {
      throw ValidationError(
        saying: "--lang \(language.rawValue): the reference of keys is in English.")
    }
  }

  func run() throws {
    switch subject {
    case .keys: try emit(ScenarioReference.markdown, terminator: "")
    case .columns:
      try emit(
        ColumnReference.markdown(language) + FitDocuments.reference(language)
          + ForecastDocuments.reference(language) + "\n" + JSONReference.markdown(language),
        terminator: "")
    case .measures: try emit(MeasureReference.markdown(language), terminator: "")
    case .prices: try emit(RateCardReference.markdown(language), terminator: "")
    }
  }
}
