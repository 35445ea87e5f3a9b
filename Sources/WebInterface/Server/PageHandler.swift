// SPDX-License-Identifier: GPL-3.0-or-later

import FlyingFox
import Synchronization
import Wording

/// Lets requests in, counts them, and hands them to their routes.
final class PageHandler: HTTPHandler {
  /// Requests in hand at once; more are asked to come again.
  static let mostRequests = 256

  private let gate: Gate
  private let routes: PageRoutes
  private let language: Language
  private let inHand = Mutex(0)

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
    let isRoom = inHand.withLock { count in
      guard count < Self.mostRequests else { return false }
      count += 1
      return true
    }
    guard isRoom else {
      let words = Localized(
        en: "Too many requests at once; try again.", zh: "同时请求过多，请稍后重试。")
      return PageAnswer.sentence(words[language], .serviceUnavailable)
    }
    defer { inHand.withLock { $0 -= 1 } }
    return await routes.answer(request)
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
