// SPDX-License-Identifier: GPL-3.0-or-later

import Application
import FlyingFox
import Reporting
import Tables
import Wording

extension PageRoutes {
  /// Keeps a file that was dropped on a view.
  func upload(_ request: HTTPRequest) async throws -> HTTPResponse {
    let data = try await RequestBody.data(request, most: RequestBody.mostOfHistory)
    return PageAnswer.json([
      "id": .string(try uploads.keep(data, as: request.query["name"] ?? ""))
    ])
  }

  /// Recorded months by the contracts of a state, and an invoice against one of them.
  func bill(_ question: PageQuestion, _ language: Language) async throws -> HTTPResponse {
    let run = try run(of: question)
    let asked = question.options ?? [:]
    let notes = Notes()
    let outcome = try await BillUseCase(
      BillUseCase.Request(
        contract: run.source.path, text: question.text, usage: try uploads.path(of: asked["usage"]),
        plan: asked["plan"].flatMap { $0.isEmpty ? nil : $0 },
        against: try asked["invoice"].map { id throws(Uploads.Problem) in try uploads.path(of: id)
        },
        settings: run.settings)
    ).run { notes.add($0) }
    return told(PlannerPage(language, outcome).bill(outcome), notes, language)
  }

  /// A log of messages, or an export, by reply rules.
  func grade(_ question: PageQuestion, _ language: Language) async throws -> HTTPResponse {
    let asked = question.options ?? [:]
    let notes = Notes()
    let rules = (asked["rules"] ?? "").split(separator: ",").map(String.init)
    let outcome = try await ScoreUseCase(
      ScoreUseCase.Request(
        messages: try uploads.path(of: asked["log"]), rules: RuleChoice(rules))
    ).run { notes.add($0) }
    return told(PlannerPage(NumberStyle(language)).scorecards(outcome), notes, language)
  }

  private func told(_ markup: String, _ notes: Notes, _ language: Language) -> HTTPResponse {
    PageAnswer.json([
      "markup": .string(markup),
      "notes": .strings(notes.sentences(language, uploads)),
    ])
  }
}
