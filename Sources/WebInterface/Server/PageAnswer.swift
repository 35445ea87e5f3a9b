// SPDX-License-Identifier: GPL-3.0-or-later

import FlyingFox
import Foundation
import Tables

/// An answer with the headers that every one has.
enum PageAnswer {
  /// Nothing but what this server sends runs or is shown; style attributes are those of the pictures.
  private static let policy = [
    "default-src 'none'", "script-src 'self'", "style-src 'self'", "style-src-attr 'unsafe-inline'",
    "img-src 'self' data:", "connect-src 'self'", "form-action 'none'", "base-uri 'none'",
    "frame-ancestors 'none'",
  ].joined(separator: "; ")

  static func of(
    _ type: String, _ body: Data, _ status: HTTPStatusCode = .ok,
    _ further: [HTTPHeader: String] = [:]
  ) -> HTTPResponse {
    var headers: HTTPHeaders = [
      .contentType: type, .cacheControl: "no-store",
      HTTPHeader("Content-Security-Policy"): policy,
      HTTPHeader("X-Content-Type-Options"): "nosniff", HTTPHeader("Referrer-Policy"): "no-referrer",
      HTTPHeader("X-Frame-Options"): "DENY",
      HTTPHeader("Cross-Origin-Resource-Policy"): "same-origin",
      HTTPHeader("Cross-Origin-Opener-Policy"): "same-origin",
    ]
    for (name, value) in further { headers[name] = value }
    return HTTPResponse(statusCode: status, headers: headers, body: body)
  }

  static func page(_ text: String, _ status: HTTPStatusCode = .ok) -> HTTPResponse {
    of("text/html; charset=utf-8", Data(text.utf8), status)
  }

  static func json(_ value: JSONValue, _ status: HTTPStatusCode = .ok) -> HTTPResponse {
    of("application/json; charset=utf-8", Data(value.text.utf8), status)
  }

  static func sentence(_ text: String, _ status: HTTPStatusCode) -> HTTPResponse {
    of("text/plain; charset=utf-8", Data((text + "\n").utf8), status)
  }

  static func redirect(to place: String, cookie: String? = nil) -> HTTPResponse {
    var further: [HTTPHeader: String] = [.location: place]
    if let cookie { further[.setCookie] = cookie }
    return of("text/plain; charset=utf-8", Data(), .seeOther, further)
  }
}
