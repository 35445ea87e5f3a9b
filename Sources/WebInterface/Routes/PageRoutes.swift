// SPDX-License-Identifier: GPL-3.0-or-later

import FlyingFox
import Wording

/// Which question is answered where.
struct PageRoutes: Sendable {
  let store: ScenarioStore
  let options: PageServer.Options
  let sessions: LiveSessions
  let jobs = JobBoard()
  let rosters = RosterDrafts()
  let uploads: Uploads

  init(_ store: ScenarioStore, _ options: PageServer.Options, _ uploads: Uploads) {
    self.uploads = uploads
    self.store = store
    self.options = options
    sessions = LiveSessions(threads: options.threads, memoryLimit: options.memoryLimit)
  }

  func answer(_ request: HTTPRequest) async -> HTTPResponse {
    let language = request.query["lang"].flatMap(Language.init(rawValue:)) ?? options.language
    do {
      switch (request.method, request.path) {
      case (.GET, "/"): return await start(language)
      case (.GET, "/edit"): return try await edit(request.query["file"] ?? "", language)
      case (.GET, let path) where path.hasPrefix("/assets/"):
        return Assets.answer(String(path.dropFirst("/assets/".count)))
      case (.POST, "/api/fit"):
        return try await fit(request, language)
      case (.POST, "/api/upload"):
        return try await upload(request)
      case (.POST, let path) where path.hasPrefix("/api/"):
        let question = try await RequestBody.question(request)
        let own = question.language.flatMap(Language.init(rawValue:)) ?? language
        do {
          return try await answer(String(path.dropFirst("/api/".count)), question, own)
        } catch {
          return refusal(error, own)
        }
      case (.GET, _), (.POST, _): return PageAnswer.sentence(Self.nothing[language], .notFound)
      default: return PageAnswer.sentence(Self.nothing[language], .methodNotAllowed)
      }
    } catch {
      return refusal(error, language)
    }
  }

  private func answer(
    _ path: String, _ question: PageQuestion, _ language: Language
  ) async throws -> HTTPResponse {
    switch path {
    case "open": try await open(question, language)
    case "check": try await check(question, language)
    case "edit": try edit(question, language)
    case "apply": try apply(question, language)
    case "live": try await live(question, language)
    case "next": try await next(question, language)
    case "stop": try await stop(question)
    case "draft": try await draft(question, language)
    case "save": try await save(question, language)
    case "discard": try await discard(question, language)
    case "state": try await state(question, language)
    case "new": try await create(question, language)
    case "begin": try await begin(question, language)
    case "jobs": try await jobs(question, language)
    case "job": try await job(question, language)
    case "cancel": try await cancel(question, language)
    case "bill": try await bill(question, language)
    case "grade": try await grade(question, language)
    case "roster": try await roster(question, language)
    case "download": try await download(question, language)
    default: PageAnswer.sentence(Self.nothing[language], .notFound)
    }
  }

  static let nothing = Localized(en: "There is nothing here.", zh: "这里没有内容。")
}
