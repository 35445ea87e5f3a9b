// SPDX-License-Identifier: GPL-3.0-or-later

package import Wording

/// What of a request tells whether it may come in.
package struct Visit: Equatable, Sendable {
  package var method: String
  /// Without the query.
  package var path: String
  package var token: String?
  package var host: String?
  package var origin: String?
  /// As browsers say it of themselves: `same-origin`, `none` …
  package var fetchSite: String?
  package var cookie: String?

  package init(
    method: String, path: String, token: String? = nil, host: String? = nil,
    origin: String? = nil, fetchSite: String? = nil, cookie: String? = nil
  ) {
    self.method = method
    self.path = path
    self.token = token
    self.host = host
    self.origin = origin
    self.fetchSite = fetchSite
    self.cookie = cookie
  }
}

/// Lets in the browser that was given the address that the program printed, and nobody else.
///
/// Other programs of the machine do not know the token; other pages in the same browser cannot read
/// the answers, and what they send carries another origin and no cookie; a name that somebody else
/// points to this machine is no name of ours.
package struct Gate: Sendable {
  package enum Decision: Equatable, Sendable {
    case enter
    /// The address has the token: it becomes a cookie and leaves the address.
    case welcome(cookie: String)
    case refuse(Refusal)
  }

  package enum Refusal: String, CaseIterable, Sendable {
    /// The request names a host that is not this machine by its own name.
    case foreignHost
    /// It was sent by another page.
    case foreignOrigin
    /// It has neither the cookie nor the token.
    case stranger
  }

  package let port: UInt16
  /// Stands in the printed address.
  package let token: String
  /// Value of the cookie; not the token, which may stand in a browser's history.
  private let secret: String

  package init(
    port: UInt16, token: String = Gate.random(), secret: String = Gate.random()
  ) {
    self.port = port
    self.token = token
    self.secret = secret
  }

  /// 32 bytes of the system's own randomness, in hexadecimal digits.
  package static func random() -> String {
    var source = SystemRandomNumberGenerator()
    return (0..<4).map { _ in
      let digits = String(source.next() as UInt64, radix: 16)
      return String(repeating: "0", count: 16 - digits.count) + digits
    }.joined()
  }

  /// Cookies are shared by the ports of a host: each server has a name of its own.
  package var cookieName: String { "inquiry_\(port)" }

  var setCookie: String {
    "\(cookieName)=\(secret); HttpOnly; SameSite=Strict; Path=/"
  }

  private var hosts: [String] { ["127.0.0.1:\(port)", "localhost:\(port)"] }

  package func decide(_ visit: Visit) -> Decision {
    guard let host = visit.host, hosts.contains(host.lowercased()) else {
      return .refuse(.foreignHost)
    }
    if let origin = visit.origin {
      // The same name by which the page was opened, not only one of ours.
      guard origin.lowercased() == "http://" + host.lowercased() else {
        return .refuse(.foreignOrigin)
      }
    } else if visit.method != "GET" {
      return .refuse(.foreignOrigin)
    }
    if let token = visit.token, visit.method == "GET", visit.path == "/" {
      // The link may stand on somebody's page: whoever knows the token may come from anywhere.
      return Self.isSame(token, self.token) ? .welcome(cookie: setCookie) : .refuse(.stranger)
    }
    if let site = visit.fetchSite, site != "same-origin", site != "none" {
      return .refuse(.foreignOrigin)
    }
    guard let cookie = visit.cookie,
      let own = Self.value(of: cookieName, in: cookie), Self.isSame(own, secret)
    else { return .refuse(.stranger) }
    return .enter
  }

  /// In a time that does not tell how much of it is right.
  private static func isSame(_ left: String, _ right: String) -> Bool {
    let (left, right) = (Array(left.utf8), Array(right.utf8))
    guard left.count == right.count else { return false }
    return zip(left, right).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
  }

  private static func value(of name: String, in cookies: String) -> String? {
    for part in cookies.split(separator: ";") {
      let words = part.split(separator: "=", maxSplits: 1)
      guard words.count == 2 else { continue }
      if words[0].drop(while: { $0 == " " }) == name { return String(words[1]) }
    }
    return nil
  }
}

extension Gate.Refusal {
  package var sentence: Localized {
    switch self {
    case .foreignHost:
      Localized(
        en: "This page is served to this computer alone, as 127.0.0.1 or localhost.",
        zh: "本页只供本机以 127.0.0.1 或 localhost 访问。")
    case .foreignOrigin:
      Localized(
        en: "The request came from another page and was not answered.",
        zh: "请求来自其他网页，未予处理。")
    case .stranger:
      Localized(
        en: "Open the whole address that inquiry serve has printed: it has the key to this page.",
        zh: "请打开 inquiry serve 打印的完整地址：其中含有本页的钥匙。")
    }
  }
}
