// SPDX-License-Identifier: GPL-3.0-or-later

import Application
import ArgumentParser
import Plans
import Pricing
import Scenarios
import Tables
import Wording

struct ValidateCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "validate", abstract: "Check scenarios and contracts and list every mistake.",
    discussion: """
      What a comparison would refuse before it simulates is refused here: every plan is put together \
      with its demand, roster and contract, and a run that would ask too much of the machine is refused. A \
      file that is a contract on its own is checked as one.
      """)

  @Argument(help: "Scenario files, or contracts.", completion: .scenarios)
  var files: [String]

  @Option(
    name: .customLong("set"),
    help: "Replace a value of the scenarios, as in demand.daily_mean=600; may be repeated.")
  var settings: [String] = []

  @OptionGroup var limits: LimitOptions

  @Option(name: .customLong("lang"), help: "Language of all that is said: en or zh.")
  var language: Language = .english

  @Option(help: "What to print: table or json.")
  var format: OutputFormat = .table

  func run() async throws {
    var failure: ApplicationError?
    var document = ValidationDocument(language)
    for file in files {
      do {
        let request = ValidateUseCase.Request(
          try limits.source(file), settings: settings, memoryLimit: limits.memoryLimit)
        let outcome = try await ValidateUseCase(request).run { _ in }
        document.add(file, outcome)
        if format == .table { try emit("\(file)\(Self.sentence(outcome)[language])") }
      } catch let error as ApplicationError {
        if case .request = error { throw error }
        document.add(file, error)
        if format == .table { printError(error.sentence(language)) }
        failure = error
      }
    }
    if format == .json { try emit(document.json.text, terminator: "") }
    if let failure { throw ExitStatus(failure).code }
  }

  private static func sentence(_ outcome: ValidateUseCase.Outcome) -> Localized {
    switch outcome {
    case .contract(let contract):
      let clauses = contract.clauses.count
      return Localized(
        en: ": valid; a contract of \(count(clauses, "clause")).",
        zh: "：有效；含 \(clauses) 项条款的合同。")
    case .scenario(let scenario):
      let (days, types, plans) = (
        scenario.horizon.count, scenario.inquiryTypes.count, scenario.plans.count
      )
      return Localized(
        en: ": valid; \(count(days, "day")), \(count(types, "inquiry type")), "
          + "\(count(plans, "plan")).",
        zh: "：有效；\(days) 天、\(types) 种咨询类型、\(plans) 个方案。")
    }
  }

  private static func count(_ number: Int, _ word: String) -> String {
    "\(number) \(word)\(number == 1 ? "" : "s")"
  }
}
