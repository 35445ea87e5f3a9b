// SPDX-License-Identifier: GPL-3.0-or-later

import FlyingFox
import Wording

/// Lets requests in, counts them, and hands them to their routes.
struct PageHandler: HTTPHandler {
  private let gate: Gate
  private let routes: PageRoutes
  private let language: Language
  private let room = RequestRoom()

  init(gate: Gate, routes: PageRoutes, language: Language) {
    self.gate = gate
    self.routes = routes
    self.language = language
  }

  func handleRequest(_ request: HTTPRequest) async throws -> HTTPResponse {
    switch gate.decide(Visit(request)) {
    case .welcome(let cookie): return PageAnswer.redirect(to: "/", cookie: cookie)
    case .refuse(let refusal):
      return PageAnswer.sentence(refusal.sentence[language], .forbidden)
    case .enter: break
    }
    guard await room.enter() else {
      let words = Localized(
        en: "Too many requests at once; try again.", zh: "同时请求过多，请稍后重试。")
      return PageAnswer.sentence(words[language], .serviceUnavailable)
    }
    let answer = await routes.answer(request)
    await room.leave()
    return answer
  }
}

extension Visit {
  init(_ request: HTTPRequest) {
    self.init(
      method: request.method.rawValue, path: request.path, token: request.query["token"],
      host: request.headers[.host], origin: request.headers[HTTPHeader("Origin")],
      fetchSite: request.headers[HTTPHeader("Sec-Fetch-Site")],
      cookie: request.headers[.cookie])
  }
}

/// How many requests are in hand; more than there is room for are asked to come again.
private actor RequestRoom {
  private static let most = 256
  private var count = 0

  func enter() -> Bool {
    guard count < Self.most else { return false }
    count += 1
    return true
  }

  func leave() { count -= 1 }
}
