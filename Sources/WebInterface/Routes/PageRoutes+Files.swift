// SPDX-License-Identifier: GPL-3.0-or-later

import Application
import FlyingFox
import Foundation
import Reporting
import ScenarioFiles
import Tables
import Wording

extension PageRoutes {
  /// The file, and edits beside it that were not saved.
  func open(_ question: PageQuestion, _ language: Language) async throws -> HTTPResponse {
    let name = question.file ?? ""
    let file = try await store.file(name)
    let draft = await store.draft(name)
    return PageAnswer.json([
      "text": .string(file.text), "mark": .string(file.mark),
      "draft": draft.map { ["text": .string($0.text), "mark": .string($0.mark)] } ?? .null,
    ])
  }

  func draft(_ question: PageQuestion, _ language: Language) async throws -> HTTPResponse {
    let kept = try await store.keep(
      question.text ?? "", of: question.file ?? "", previous: question.previous)
    return PageAnswer.json(["mark": .string(kept.mark)])
  }

  func save(_ question: PageQuestion, _ language: Language) async throws -> HTTPResponse {
    let saved = try await store.save(
      question.text ?? "", of: question.file ?? "", previous: question.previous ?? "")
    return PageAnswer.json(["mark": .string(saved.mark)])
  }

  func discard(_ question: PageQuestion, _ language: Language) async throws -> HTTPResponse {
    await store.discard(question.file ?? "")
    return try await open(question, language)
  }

  /// Whether anybody else has changed the file or its edits.
  func state(_ question: PageQuestion, _ language: Language) async throws -> HTTPResponse {
    let name = question.file ?? ""
    let file = try await store.file(name)
    let draft = await store.draft(name)
    return PageAnswer.json([
      "mark": .string(file.mark), "draft": draft.map { .string($0.mark) } ?? .null,
    ])
  }

  /// A scenario of a template and a few answers.
  func create(_ question: PageQuestion, _ language: Language) async throws -> HTTPResponse {
    let name = Self.fileName(question.name ?? "", "yaml")
    let values = NewScenario.values(question.answers ?? [:])
    let text = try ScenarioEdit.set(values, in: StarterScenario.text(language))
    _ = try ScenarioSource(text: text, path: name).scenario()
    try await store.create(text, as: name)
    return PageAnswer.json(["file": .string(name)])
  }

  /// A scenario learned from a history that was dropped on the page.
  func fit(_ request: HTTPRequest, _ language: Language) async throws -> HTTPResponse {
    let data = try await RequestBody.data(request, most: RequestBody.mostOfHistory)
    let name = Self.fileName(request.query["name"] ?? "", "csv")
    let scenario = String(name.dropLast(4)) + ".yaml"
    guard let place = store.folder.newPlace(of: name),
      store.folder.newPlace(of: scenario) != nil
    else { throw ScenarioStore.Problem.changed }
    try OutputFile(path: place, replaces: false).write {
      (file: inout FileWriter) throws(OutputError) in
      try file.write(Array(data))
    }
    do {
      let fit = try await FitUseCase(HistoryRequest(place)).run { _ in }
      try await store.create(fit.scenario, as: scenario)
      let remarks = FitRemarkText.sentences(
        fit.model, hasService: fit.service != nil, language: language)
      return PageAnswer.json(["file": .string(scenario), "remarks": .strings(remarks)])
    } catch {
      // What cannot be learned from is not left lying about.
      unlink(place)
      throw error
    }
  }

  /// A plain name of letters, digits, `-` and `_`, with the ending.
  static func fileName(_ wanted: String, _ ending: String) -> String {
    var base = wanted
    for end in [".yaml", ".yml", ".csv"] where base.lowercased().hasSuffix(end) {
      base = String(base.dropLast(end.count))
    }
    let plain = base.map { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" ? $0 : "-" }
    let short = String(String(plain.prefix(60)).drop { $0 == "-" })
    return (short.isEmpty ? "shop" : short) + "." + ending
  }
}

/// The questions that a newcomer answers, and where the answers go.
enum NewScenario {
  static let paths: [(key: String, path: String)] = [
    ("title", "name"), ("inquiries", "demand.daily_mean"),
    ("order_value", "inquiry_types.pre_sale.order_value"),
    ("margin", "gross_margin"), ("seat_price", "plans.seats.contract.clauses[0].monthly_price"),
  ]

  static func values(_ answers: [String: String]) -> [(path: String, value: String)] {
    paths.compactMap { key, path in
      let answer = (answers[key] ?? "").split(whereSeparator: \.isNewline).joined(separator: " ")
      return answer.isEmpty ? nil : (path, answer)
    }
  }
}
