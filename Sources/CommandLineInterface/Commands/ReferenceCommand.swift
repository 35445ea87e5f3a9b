// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import FitReporting
import Reporting
import ScenarioFiles
import Tables
import Wording

/// The reference pages, told by the code that reads and writes the files.
struct ReferenceCommand: ParsableCommand {
  enum Subject: String, CaseIterable, ExpressibleByArgument {
    case keys, columns, measures, prices, rules
  }

  static let configuration = CommandConfiguration(
    commandName: "reference",
    abstract:
      "Print the reference of scenario keys, CSV columns, measures, prices or reply rules, in Markdown."
  )

  @Argument(
    help:
      "keys: of a scenario file; columns: of the CSV files; measures; prices: the rate cards by name; rules: how platforms count replies."
  )
  var subject: Subject

  @Option(
    name: .customLong("lang"), help: "Language of columns, measures, prices or rules: en or zh.")
  var language: Language = .english

  enum Format: String, CaseIterable, ExpressibleByArgument {
    case markdown, csv, json
  }

  @Option(help: "Of rules: markdown, csv (what `score --rules` reads) or json.")
  var format: Format = .markdown

  func validate() throws {
    if format != .markdown, subject != .rules {
      throw ValidationError(saying: "--format: only the rules are printed as csv or json.")
    }
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
    case .rules:
      switch format {
      case .markdown: try emit(RuleReference.markdown(language), terminator: "")
      case .csv: try emit(RuleReference.csv, terminator: "")
      case .json: try emit(RuleReference.json.text, terminator: "")
      }
    }
  }
}
