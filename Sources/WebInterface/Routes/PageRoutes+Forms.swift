// SPDX-License-Identifier: GPL-3.0-or-later

import Application
import FlyingFox
import ScenarioFiles
import Tables
import Wording

extension PageRoutes {
  /// Every mistake of a text, and the form that shows it.
  func check(_ question: PageQuestion, _ language: Language) async throws -> HTTPResponse {
    guard let file = question.file, let place = store.folder.place(of: file),
      let text = question.text
    else { throw ScenarioStore.Problem.gone }
    var mistakes: JSONValue = .array([])
    do throws(ApplicationError) {
      let request = ValidateUseCase.Request(
        ScenarioSource(text: text, path: place), settings: question.words ?? [],
        memoryLimit: options.memoryLimit)
      _ = try await ValidateUseCase(request).run { _ in }
    } catch {
      mistakes = Mistakes.of(error, language)
    }
    let form = FilledForm.of(text)
    return PageAnswer.json([
      "mistakes": mistakes, "form": form.map { FormWords.json($0, language) } ?? .null,
      "drawn": form.map(DrawnValues.json) ?? .null,
    ])
  }

  /// The text with one value changed.
  func edit(_ question: PageQuestion, _ language: Language) throws -> HTTPResponse {
    let sharing = question.sharing.flatMap(ScenarioEdit.Sharing.init(rawValue:)) ?? .ask
    let text = try ScenarioEdit.set(
      question.path ?? "", to: question.value ?? "", in: question.text ?? "", sharing: sharing)
    return PageAnswer.json(["text": .string(text)])
  }

  /// The text with all settings written into it.
  func apply(_ question: PageQuestion, _ language: Language) throws -> HTTPResponse {
    let values = try (question.words ?? []).map { word throws(EditProblem) in
      guard let equals = word.firstIndex(of: "=") else { throw EditProblem.badValue(word) }
      return (String(word[..<equals]), String(word[word.index(after: equals)...]))
    }
    let sharing = question.sharing.flatMap(ScenarioEdit.Sharing.init(rawValue:)) ?? .ask
    let text = try ScenarioEdit.set(values, in: question.text ?? "", sharing: sharing)
    return PageAnswer.json(["text": .string(text)])
  }
}
