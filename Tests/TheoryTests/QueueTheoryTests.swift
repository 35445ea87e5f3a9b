// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Scenarios
import SimulationEngine
import TestSupport
import Testing

/// The engine, through its public scenario path, against exact formulas.
@Suite struct QueueTheoryTests {
  private func desk(
    days: Int, lambda: Double, service: Distribution, patience: Distribution = .never,
    routing: RoutingRules = RoutingRules()
  ) -> Scenario {
    ToyDesk.scenario(
      days: days, types: [ToyDesk.chat(service, patience: patience)], groups: [ToyDesk.group()],
      demand: [ToyDesk.poisson(perSecond: lambda)], routing: routing, acceptableWait: 0)
  }

  @Test(arguments: [(1, 0.5, 8), (5, 0.8, 16), (20, 0.9, 20)])
  func `M/M/c waits as Erlang's C says`(servers: Int, rho: Double, days: Int) throws {
    let service = 30.0
    let load = rho * Double(servers)
    let run = try TheoryRun(
      desk(days: days, lambda: load / service, service: .exponential(mean: service)),
      [ToyDesk.line(servers)])
    let wait = Formula.waitMMc(servers: servers, load: load) * service
    #expect(run.waitPerArrival().agrees(with: wait))
    #expect(run.delayed().agrees(with: Formula.erlangC(servers: servers, load: load)))
    let busy = run.ratio({ run.group($0).busy }, { run.group($0).staffed })
    #expect(busy.agrees(with: rho))
  }

  @Test func `M/M/c close to its limit waits as Erlang's C says`() throws {
    // At a load of 98 % a plain mean would need a hundred million chats to be known to 1 %. The
    // customers who came and the work they brought have known means and explain much of its spread.
    let (servers, service, rho) = (10, 30.0, 0.98)
    let load = rho * Double(servers)
    let lambda = load / service
    let run = try TheoryRun(
      desk(days: 40, lambda: lambda, service: .exponential(mean: service)),
      [ToyDesk.line(servers)], replications: 80, warmUpHours: 12)
    let wait = Formula.waitMMc(servers: servers, load: load) * service
    let corrected = try run.waitPerExpectedArrival(lambda: lambda, service: service)
    #expect(corrected.agrees(with: wait), "\(corrected), exact \(wait)")
    #expect(run.delayed().agrees(with: Formula.erlangC(servers: servers, load: load)))
    let busy = run.ratio({ run.group($0).busy }, { run.group($0).staffed })
    #expect(busy.agrees(with: rho))
  }

  @Test func `M/M/c/K turns away as the birth-death chain says`() throws {
    let run = try TheoryRun(
      desk(
        days: 10, lambda: 0.2, service: .exponential(mean: 30),
        routing: RoutingRules(waitingRoom: 4)), [ToyDesk.line(6)])
    let shares = Formula.birthDeath(lambda: 0.2, mu: 1 / 30, servers: 6, room: 4, theta: 0)
    #expect(run.blocking().agrees(with: shares[10]))
    let queue = (0...4).reduce(0.0) { $0 + Double($1) * shares[6 + $1] }
    #expect(run.waitPerArrival().agrees(with: queue / 0.2, unit: 30))
  }

  @Test func `M/M/c+M with a small room blocks by the living`() throws {
    let run = try TheoryRun(
      desk(
        days: 10, lambda: 0.3, service: .exponential(mean: 30), patience: .exponential(mean: 40),
        routing: RoutingRules(waitingRoom: 5)), [ToyDesk.line(6)])
    let shares = Formula.birthDeath(lambda: 0.3, mu: 1 / 30, servers: 6, room: 5, theta: 1 / 40)
    #expect(run.blocking().agrees(with: shares[11]))
    let queue = (0...5).reduce(0.0) { $0 + Double($1) * shares[6 + $1] }
    #expect(run.abandonment().agrees(with: queue / 40 / 0.3))
  }

  @Test(arguments: [0.8, 1.0, 1.4])
  func `M/M/c+M leaves as Erlang's A says`(rho: Double) throws {
    let lambda = rho * 10 / 60
    let run = try TheoryRun(
      desk(
        days: 10, lambda: lambda, service: .exponential(mean: 60),
        patience: .exponential(mean: 90)), [ToyDesk.line(10)])
    let shares = Formula.birthDeath(
      lambda: lambda, mu: 1 / 60, servers: 10, room: 400, theta: 1 / 90)
    let queue = (0...400).reduce(0.0) { $0 + Double($1) * shares[10 + $1] }
    #expect(run.abandonment().agrees(with: queue / 90 / lambda))
    #expect(run.waitPerArrival().agrees(with: queue / lambda, unit: 60))
    #expect(run.delayed().agrees(with: shares[10...].reduce(0, +)))
  }

  @Test func `M/M/c+G follows the whole law of patience`() throws {
    let lambda = 11.0 / 60
    let sigma = log(1 + 1.2 * 1.2).squareRoot()
    let mu = log(90) - sigma * sigma / 2
    let laws: [(Distribution, (Double) -> Double)] = [
      (.deterministic(90), { $0 < 90 ? 1 : 0 }),
      (.lognormal(mean: 90, cv: 1.2), { $0 <= 0 ? 1 : Formula.normalTail((log($0) - mu) / sigma) }),
      // Gamma of shape 4: survival of an Erlang law.
      (
        .gamma(mean: 90, cv: 0.5),
        { x in
          let z = x / 22.5
          return exp(-z) * (1 + z + z * z / 2 + z * z * z / 6)
        }
      ),
      (.weibull(mean: 90, shape: 0.5), { exp(-($0 / 45).squareRoot()) }),
    ]
    for (law, survival) in laws {
      let exact = Formula.generalPatience(
        lambda: lambda, mu: 1 / 60, servers: 10, survival: survival, end: 4000)
      let run = try TheoryRun(
        desk(days: 10, lambda: lambda, service: .exponential(mean: 60), patience: law),
        [ToyDesk.line(10)])
      #expect(run.abandonment().agrees(with: exact.abandoned), "\(law)")
      #expect(run.delayed().agrees(with: exact.delayed), "\(law)")
      #expect(run.waitPerArrival().agrees(with: exact.wait, unit: 60), "\(law)")
    }
  }

  @Test func `M/G/1 waits as Pollaczek and Khinchine say`() throws {
    for (law, cv) in [
      (Distribution.lognormal(mean: 10, cv: 0.8), 0.8), (.deterministic(10), 0),
      (.gamma(mean: 10, cv: 1.5), 1.5),
      (.empirical(values: [5, 20], weights: [2, 1]), 0.5.squareRoot()),
    ] {
      let run = try TheoryRun(desk(days: 12, lambda: 0.07, service: law), [ToyDesk.line(1)])
      let exact = Formula.waitMG1(lambda: 0.07, mean: 10, cv: cv)
      #expect(run.waitPerArrival().agrees(with: exact, unit: 10), "\(law)")
    }
  }

  @Test func `wrap-up is work of its own: M/G/1 of the sum of two independent times`() throws {
    // Variances add: 6² + 4² of a mean of ten.
    var scenario = desk(days: 12, lambda: 0.07, service: .exponential(mean: 6))
    scenario.inquiryTypes[0].wrapUp = .exponential(mean: 4)
    let run = try TheoryRun(scenario, [ToyDesk.line(1)])
    let exact = Formula.waitMG1(lambda: 0.07, mean: 10, cv: 0.52.squareRoot())
    #expect(run.waitPerArrival().agrees(with: exact, unit: 10))
  }

  @Test func `M/D/c waits as the chain at the ends of services says`() throws {
    // P(j) solves P = (P with up to c served) * Poisson(λD); E[Q] follows, and Little's law.
    let servers = 4
    let load = 3.2
    let size = 160
    var poisson = [exp(-load)]
    for n in 1..<size { poisson.append(poisson[n - 1] * load / Double(n)) }
    var shares = [Double](repeating: 1 / Double(size), count: size)
    for _ in 0..<4000 {
      var next = [Double](repeating: 0, count: size)
      for (state, share) in shares.enumerated() where share > 1e-18 {
        let left = max(0, state - servers)
        for n in 0..<(size - left) { next[left + n] += share * poisson[n] }
      }
      let total = next.reduce(0, +)
      shares = next.map { $0 / total }
    }
    let queue = shares.enumerated().reduce(0.0) {
      $0 + Double(max(0, $1.offset - servers)) * $1.element
    }
    let run = try TheoryRun(
      desk(days: 10, lambda: load / 30, service: .deterministic(30)), [ToyDesk.line(servers)])
    #expect(run.waitPerArrival().agrees(with: queue / load * 30, unit: 30))
  }

  @Test func `two priority classes wait as Cobham says`() throws {
    var first = ToyDesk.chat(.exponential(mean: 30), name: "first")
    first.priority = 1
    var second = ToyDesk.chat(.exponential(mean: 30), name: "second")
    second.priority = 2
    let mix = [
      TypeShare(inquiryType: "first", share: 0.4), TypeShare(inquiryType: "second", share: 0.6),
    ]
    let scenario = ToyDesk.scenario(
      days: 20, types: [first, second],
      groups: [ToyDesk.group(types: ["first", "second"])],
      demand: [ToyDesk.poisson(perSecond: 0.14, mix: mix)],
      routing: RoutingRules(contactSelection: .priority), acceptableWait: 0)
    let run = try TheoryRun(scenario, [ToyDesk.line(5)])
    let c = Formula.erlangC(servers: 5, load: 4.2)
    let base = c * 30 / 5
    let rho1 = 0.4 * 4.2 / 5
    #expect(run.waitPerArrival(type: 0).agrees(with: base / (1 - rho1), unit: 30))
    #expect(
      run.waitPerArrival(type: 1).agrees(with: base / ((1 - rho1) * (1 - 4.2 / 5)), unit: 30))
  }
}
