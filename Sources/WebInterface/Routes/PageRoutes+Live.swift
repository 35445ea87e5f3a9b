// SPDX-License-Identifier: GPL-3.0-or-later

import Application
import FlyingFox
import Foundation
import Planning
import Reporting
import Tables
import Wording

extension PageRoutes {
  /// The first answer to a move.
  func live(_ question: PageQuestion, _ language: Language) async throws -> HTTPResponse {
    let session = try await session(question)
    let answer = try await session.move(
      live(of: question), sequence: question.sequence ?? 0)
    return shown(answer, question, language)
  }

  /// The next answer to the newest move, when there is one.
  func next(_ question: PageQuestion, _ language: Language) async throws -> HTTPResponse {
    let session = try await session(question)
    let answer = try await session.next(
      after: question.step ?? 0, of: question.sequence ?? 0)
    return shown(answer, question, language)
  }

  /// Ends what is worked on for a tab that is closed.
  func stop(_ question: PageQuestion) async throws -> HTTPResponse {
    try await session(question).stop()
    return PageAnswer.json(["answer": .null])
  }

  /// A file that holds the settled answer.
  func download(_ question: PageQuestion, _ language: Language) async throws -> HTTPResponse {
    let asked = try live(of: question)
    let answer = try await session(question).settle(asked)
    let page = LivePage(answer, language: language)
    switch question.kind {
    case "csv":
      return PageAnswer.of("text/csv; charset=utf-8", Data(page.csv.utf8))
    case "xlsx":
      return PageAnswer.of(
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        Data(try page.workbook(question.file ?? "")))
    default:
      let text = page.report(
        settings: asked.settings, command: command(question, language), version: options.version)
      return PageAnswer.of("text/html; charset=utf-8", Data(text.utf8))
    }
  }

  private func session(_ question: PageQuestion) async throws -> LiveSession {
    guard let file = question.file, store.folder.place(of: file) != nil else {
      throw ScenarioStore.Problem.gone
    }
    return await sessions.session(question.client ?? "", file: file)
  }

  private func live(of question: PageQuestion) throws -> LiveQuestion {
    guard let file = question.file, let place = store.folder.place(of: file),
      let text = question.text
    else { throw ScenarioStore.Problem.gone }
    return LiveQuestion(
      ScenarioSource(text: text, path: place), settings: question.words ?? [],
      baseline: question.baseline.map {
        LiveState(ScenarioSource(text: $0.text, path: place), settings: $0.words)
      })
  }

  private func shown(
    _ answer: LiveAnswer?, _ question: PageQuestion, _ language: Language
  ) -> HTTPResponse {
    guard let answer else { return PageAnswer.json(["answer": .null]) }
    let page = LivePage(answer, language: language)
    return PageAnswer.json([
      "answer": [
        "sequence": .integer(answer.sequence), "step": .integer(answer.step),
        "replications": .integer(answer.comparison.replications),
        "settled": .bool(answer.isSettled), "status": .string(page.status),
        "held": page.heldNote.map(JSONValue.string) ?? .null, "lead": .string(page.lead),
        "table": .string(page.table), "sections": .string(page.sections),
        "pictures": .string(page.pictures),
        "command": .string(command(question, language)),
      ]
    ])
  }

  /// The line that prints the same table.
  private func command(_ question: PageQuestion, _ language: Language) -> String {
    let place = question.file.flatMap(store.folder.place) ?? ""
    let words = (question.words ?? []).map { " --set " + ShellWord.quoted($0) }.joined()
    return "inquiry compare \(ShellWord.quoted(place))\(words) --quick"
      + (language == .chinese ? " --lang zh" : "")
  }
}
