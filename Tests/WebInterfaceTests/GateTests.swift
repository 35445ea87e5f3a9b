// SPDX-License-Identifier: GPL-3.0-or-later

import Testing
import WebInterface
import Wording

struct GateTests {
  private let gate = Gate(port: 8484, token: "the-token", secret: "the-secret")

  private func page(
    _ method: String = "GET", _ path: String = "/edit", token: String? = nil,
    host: String? = "127.0.0.1:8484", origin: String? = nil, site: String? = "same-origin",
    cookie: String? = "inquiry_8484=the-secret"
  ) -> Visit {
    Visit(
      method: method, path: path, token: token, host: host, origin: origin, fetchSite: site,
      cookie: cookie)
  }

  @Test func `the browser that has the cookie enters, by both names of this machine`() {
    #expect(gate.decide(page()) == .enter)
    #expect(gate.decide(page(host: "localhost:8484")) == .enter)
    #expect(gate.decide(page(site: "none")) == .enter)
    #expect(gate.decide(page(cookie: "a=b; inquiry_8484=the-secret; c=d")) == .enter)
    #expect(
      gate.decide(page("POST", "/api/live", origin: "http://127.0.0.1:8484")) == .enter)
  }

  @Test func `the token of the printed address becomes a cookie that scripts cannot read`() {
    let decision = gate.decide(page("GET", "/", token: "the-token", site: "none", cookie: nil))
    guard case .welcome(let cookie) = decision else {
      Issue.record("found \(decision)")
      return
    }
    #expect(cookie == "inquiry_8484=the-secret; HttpOnly; SameSite=Strict; Path=/")
    #expect(
      gate.decide(page("GET", "/", token: "the-tokem", cookie: nil)) == .refuse(.stranger))
    #expect(gate.decide(page("GET", "/", token: "", cookie: nil)) == .refuse(.stranger))
    // Elsewhere it opens nothing.
    #expect(
      gate.decide(page("GET", "/edit", token: "the-token", cookie: nil)) == .refuse(.stranger))
  }

  @Test func `nobody enters without the cookie, with another's or with the token as one`() {
    for cookie in [
      nil, "", "inquiry_8484=", "inquiry_8484=the-token", "inquiry_8485=the-secret",
      "xinquiry_8484=the-secret", "inquiry_8484=the-secretx",
    ] {
      #expect(gate.decide(page(cookie: cookie)) == .refuse(.stranger), "\(cookie ?? "none")")
    }
  }

  @Test func `a name that somebody else points here is refused, cookie or not`() {
    for host in [
      nil, "", "evil.example", "evil.example:8484", "127.0.0.1", "127.0.0.1:8485", "[::1]:8484",
      "127.0.0.1:8484.evil.example", "0.0.0.0:8484",
    ] {
      #expect(gate.decide(page(host: host)) == .refuse(.foreignHost), "\(host ?? "none")")
    }
  }

  @Test func `what another page sends is refused`() {
    for origin in [
      "http://evil.example", "null", "https://127.0.0.1:8484", "http://127.0.0.1:9999",
      "http://localhost:8484",
    ] {
      #expect(
        gate.decide(page("POST", "/api/save", origin: origin)) == .refuse(.foreignOrigin))
    }
    #expect(gate.decide(page("POST", "/api/save", origin: nil)) == .refuse(.foreignOrigin))
    #expect(gate.decide(page(site: "cross-site")) == .refuse(.foreignOrigin))
    #expect(gate.decide(page(site: "same-site")) == .refuse(.foreignOrigin))
  }

  @Test func `keys are long and no two are alike`() {
    let keys = Set((0..<100).map { _ in Gate.random() })
    #expect(keys.count == 100)
    #expect(keys.allSatisfy { $0.utf8.count == 64 })
  }

  @Test func `every refusal is a sentence in both languages`() {
    for refusal in Gate.Refusal.allCases {
      #expect(refusal.sentence.en.hasSuffix(".") && refusal.sentence.zh.hasSuffix("。"))
    }
    for problem: ServeProblem in [
      .nothingThere("x"), .notYAML("x.csv"), .portInUse(80), .portRefused(80, "no"),
    ] {
      #expect(problem.sentence.en.hasSuffix("."))
      #expect(problem.sentence.zh.hasSuffix("。"))
    }
  }
}
