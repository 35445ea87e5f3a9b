// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation

/// Closed forms written for these tests alone.
enum Formula {
  static func erlangC(servers: Int, load: Double) -> Double {
    var blocking = 1.0
    for n in 1...servers { blocking = load * blocking / (Double(n) + load * blocking) }
    let rho = load / Double(servers)
    return blocking / (1 - rho * (1 - blocking))
  }

  /// Mean wait of M/M/c in units of the mean service.
  static func waitMMc(servers: Int, load: Double) -> Double {
    erlangC(servers: servers, load: load) / (Double(servers) - load)
  }

  /// Stationary shares of a birth-death chain with c servers, K places and leaving.
  static func birthDeath(
    lambda: Double, mu: Double, servers: Int, room: Int, theta: Double
  ) -> [Double] {
    var weights = [1.0]
    for n in 1...(servers + room) {
      let death = Double(min(n, servers)) * mu + Double(max(0, n - servers)) * theta
      weights.append(weights[n - 1] * lambda / death)
    }
    let total = weights.reduce(0, +)
    return weights.map { $0 / total }
  }

  /// M/M/c+G after Baccelli and Hebuterne: P(wait), P(abandon) and E[W] over all arrivals.
  ///
  /// With H(x) the integral of the patience's survival and J = ∫ exp(λ H(x) − c μ x) dx.
  static func generalPatience(
    lambda: Double, mu: Double, servers: Int, survival: (Double) -> Double, end: Double
  ) -> (delayed: Double, abandoned: Double, wait: Double) {
    let c = Double(servers)
    var blocking = 1.0
    for n in 1..<max(2, servers) {
      blocking = (lambda / mu) * blocking / (Double(n) + (lambda / mu) * blocking)
    }
    // Sum over n < c of p(n) / p(c − 1) is the reciprocal of Erlang B with c − 1 servers.
    let epsilon = servers == 1 ? 1 : 1 / blocking
    let steps = 200_000
    let h = end / Double(steps)
    var integral = 0.0
    var j = 0.0
    var jSurvival = 0.0
    var jWait = 0.0
    for step in 0..<steps {
      let x = (Double(step) + 0.5) * h
      let tail = survival(x)
      integral += tail * h / 2
      let weight = exp(lambda * integral - c * mu * x) * h
      j += weight
      jSurvival += weight * tail
      // E[min(virtual wait, patience)] weighs the virtual wait x by the patience's H(x).
      jWait += weight * integral
      integral += tail * h / 2
    }
    let total = epsilon + lambda * j
    return (lambda * j / total, lambda * (j - jSurvival) / total, lambda * jWait / total)
  }

  static func normalTail(_ x: Double) -> Double { 0.5 * erfc(x / 2.0.squareRoot()) }

  /// Pollaczek and Khinchine's mean wait.
  static func waitMG1(lambda: Double, mean: Double, cv: Double) -> Double {
    let rho = lambda * mean
    return rho * mean * (1 + cv * cv) / (2 * (1 - rho))
  }

  /// Turn-taking: one agent, k chats, replaced at once; the first of M messages follows no
  /// thinking, so that think times enter with (M − 1)/M.
  static func turnTaking(
    chats: Int, compose: Double, think: Double, messages: Double
  ) -> (busy: Double, reply: Double) {
    let v = 1 / (think * (messages - 1) / messages)
    let s = 1 / compose
    var sum = 1.0
    var term = 1.0
    for j in 1...chats {
      term *= Double(chats - j + 1) * v / s
      sum += term
    }
    let busy = 1 - 1 / sum
    let throughput = s * busy
    return (busy, Double(chats) / throughput - 1 / v)
  }
}
