// SPDX-License-Identifier: GPL-3.0-or-later

import Application
import FlyingFox
import Foundation
import Reporting
import ScenarioFiles
import Tables
import Wording

extension PageRoutes {
  /// What went wrong as sentences, each with its place where it has one.
  func refusal(_ error: any Error, _ language: Language) -> HTTPResponse {
    switch error {
    case let error as ApplicationError:
      return PageAnswer.json(
        ["mistakes": Mistakes.of(error, language, uploads)],
        error == .cancelled ? .conflict : .unprocessableContent)
    case let problem as EditProblem:
      return PageAnswer.json(Mistakes.of(problem, language), .unprocessableContent)
    case let problem as ScenarioStore.Problem: return refusal(problem, language)
    case let problem as OutputError: return refusal(.output(problem), language)
    case JobBoard.Problem.tooManyAtWork:
      return told(
        Localized(
          en: "\(JobBoard.mostAtWork) other questions are being worked on: cancel one, or wait.",
          zh: "已有 \(JobBoard.mostAtWork) 项在计算：请取消一项，或稍候。"), .conflict, language)
    case Uploads.Problem.gone:
      return told(
        Localized(
          en: "The file that was dropped is not there any more: drop it again.",
          zh: "拖入的文件已不在：请重新拖入。"), .notFound, language)
    case RequestBody.Problem.tooLarge(let most):
      return told(
        Localized(
          en:
            "More than \(most >> 20) MB at once; allowed is at most that. Use the command line, which "
            + "reads larger files: inquiry fit.",
          zh: "一次不得超过 \(most >> 20) MB。更大的文件请用命令行：inquiry fit。"),
        .payloadTooLarge, language)
    default:
      return told(
        Localized(en: "The request could not be read.", zh: "无法读取请求。"), .badRequest, language)
    }
  }

  private func refusal(_ problem: ScenarioStore.Problem, _ language: Language) -> HTTPResponse {
    switch problem {
    case .gone:
      told(
        Localized(
          en:
            "The file is not there any more. Nothing of what you see is lost: save it under its name "
            + "again by putting a file there, or download it.",
          zh: "文件已不存在。页面上的内容没有丢失：可先在原处放回文件再保存，或直接下载。"),
        .notFound, language)
    case .changed:
      told(
        Localized(
          en: "Somebody else has changed it meanwhile.", zh: "其间已被他人更改。"), .conflict, language)
    case .unreadable(let error):
      PageAnswer.json(
        ["mistakes": Mistakes.of(.file("", .scenario(error)), language)], .unprocessableContent)
    case .output(let error):
      PageAnswer.json(
        ["mistakes": [["line": .null, "path": .null, "text": .string(error.message(language))]]],
        .unprocessableContent)
    }
  }

  func told(
    _ words: Localized, _ status: HTTPStatusCode, _ language: Language
  ) -> HTTPResponse {
    PageAnswer.json(
      ["mistakes": [["line": .null, "path": .null, "text": .string(words[language])]]], status)
  }
}

/// Mistakes as a page shows them beside their fields.
enum Mistakes {
  static func of(
    _ error: ApplicationError, _ language: Language, _ uploads: Uploads? = nil
  ) -> JSONValue {
    if case .file(_, .scenario(let problems)) = error {
      return .array(
        problems.problems.map { problem in
          [
            "line": .optional(problem.line),
            "path": problem.path.isEmpty ? .null : .string(problem.path),
            "text": .string(problem.sentence[language]),
          ]
        })
    }
    let text = error.sentence(naming: { "--\($0.rawValue)" })[language]
    let plain = uploads?.withoutFolders(text) ?? text
    return [["line": .null, "path": .null, "text": .string(plain)]]
  }

  /// Why a field could not be written into the text, with what has to be asked.
  static func of(_ problem: EditProblem, _ language: Language) -> JSONValue {
    var members: JSONValue = [
      "mistakes": [
        ["line": .null, "path": .string(problem.path), "text": .string(problem.sentence[language])]
      ]
    ]
    if case .shared(_, let anchor, let places) = problem {
      members = members.with(["anchor": .string(anchor), "places": .integer(places)])
    }
    return members
  }
}
