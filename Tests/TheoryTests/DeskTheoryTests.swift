// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Scenarios
import SimulationEngine
import TestSupport
import Testing

/// Skills, parallel chats, messages and changing staff against small Markov chains.
@Suite struct DeskTheoryTests {
  @Test func `an N-design with priority agrees with its chain`() throws {
    // Two specialists for a; two generalists for a and b, asked second for a; b goes first there.
    struct State: Hashable {
      var specialists = 0
      var generalists = 0
      var waitingA = 0
      var waitingB = 0
    }
    let (lambdaA, lambdaB, mu, theta) = (0.06, 0.04, 1.0 / 30, 1.0 / 60)
    let chain = Chain(from: State()) { s in
      var steps: [(to: State, rate: Double)] = []
      func add(_ rate: Double, _ change: (inout State) -> Void) {
        var to = s
        change(&to)
        steps.append((to, rate))
      }
      if s.waitingA < 30 {
        add(lambdaA) {
          if $0.specialists < 2 {
            $0.specialists += 1
          } else if $0.generalists < 2 {
            $0.generalists += 1
          } else {
            $0.waitingA += 1
          }
        }
      }
      if s.waitingB < 30 {
        add(lambdaB) { if $0.generalists < 2 { $0.generalists += 1 } else { $0.waitingB += 1 } }
      }
      add(Double(s.specialists) * mu) {
        if $0.waitingA > 0 { $0.waitingA -= 1 } else { $0.specialists -= 1 }
      }
      add(Double(s.generalists) * mu) {
        if $0.waitingB > 0 {
          $0.waitingB -= 1
        } else if $0.waitingA > 0 {
          $0.waitingA -= 1
        } else {
          $0.generalists -= 1
        }
      }
      add(Double(s.waitingA) * theta) { $0.waitingA -= 1 }
      add(Double(s.waitingB) * theta) { $0.waitingB -= 1 }
      return steps
    }
    var a = ToyDesk.chat(.exponential(mean: 30), patience: .exponential(mean: 60), name: "a")
    a.priority = 2
    var b = ToyDesk.chat(.exponential(mean: 30), patience: .exponential(mean: 60), name: "b")
    b.priority = 1
    var generalists = ToyDesk.group("generalists", types: ["a", "b"])
    generalists.skills[0].preference = 2
    let mix = [TypeShare(inquiryType: "a", share: 0.6), TypeShare(inquiryType: "b", share: 0.4)]
    let scenario = ToyDesk.scenario(
      days: 20, types: [a, b],
      groups: [ToyDesk.group("specialists", types: ["a"]), generalists],
      demand: [ToyDesk.poisson(perSecond: 0.1, mix: mix)],
      routing: RoutingRules(contactSelection: .priority), acceptableWait: 0)
    let run = try TheoryRun(
      scenario,
      [ToyDesk.line(2, group: "specialists"), ToyDesk.line(2, group: "generalists")])
    let leftA = chain.mean { Double($0.waitingA) } * theta / lambdaA
    let leftB = chain.mean { Double($0.waitingB) } * theta / lambdaB
    #expect(run.abandonment(type: 0).agrees(with: leftA))
    #expect(run.abandonment(type: 1).agrees(with: leftB))
    let busy = chain.mean { Double($0.generalists) } / 2
    #expect(
      run.ratio({ run.group($0, group: 1).busy }, { run.group($0, group: 1).staffed })
        .agrees(with: busy))
  }

  @Test(arguments: [AgentSelection.leastLoaded, .mostLoadedBelow(level: 3)])
  func `parallel chats at falling speed agree with the chain of loads`(
    selection: AgentSelection
  ) throws {
    let speeds = [1, 0.7, 0.5]
    let (lambda, mu, theta) = (0.11, 1.0 / 30, 1.0 / 45)
    struct State: Hashable {
      var loads: [Int]
      var waiting = 0
    }
    let chain = Chain(from: State(loads: [0, 0, 0])) { s in
      var steps: [(to: State, rate: Double)] = []
      let free = s.loads.indices.filter { s.loads[$0] < 3 }
      let chosen =
        selection == .leastLoaded
        ? free.min { s.loads[$0] < s.loads[$1] } : free.max { s.loads[$0] < s.loads[$1] }
      var arrived = s
      if let chosen { arrived.loads[chosen] += 1 } else { arrived.waiting += 1 }
      arrived.loads.sort()
      if arrived.waiting < 40 { steps.append((arrived, lambda)) }
      for agent in s.loads.indices where s.loads[agent] > 0 {
        var done = s
        if done.waiting > 0 { done.waiting -= 1 } else { done.loads[agent] -= 1 }
        done.loads.sort()
        steps.append((done, Double(s.loads[agent]) * speeds[s.loads[agent] - 1] * mu))
      }
      var left = s
      left.waiting -= 1
      steps.append((left, Double(s.waiting) * theta))
      return steps
    }
    let scenario = ToyDesk.scenario(
      days: 20, types: [ToyDesk.chat(.exponential(mean: 30), patience: .exponential(mean: 45))],
      groups: [ToyDesk.group(limit: 3, curve: .speeds(speeds))],
      demand: [ToyDesk.poisson(perSecond: lambda)],
      routing: RoutingRules(agentSelection: selection), acceptableWait: 0)
    let run = try TheoryRun(scenario, [ToyDesk.line(3)])
    #expect(run.abandonment().agrees(with: chain.mean { Double($0.waiting) } * theta / lambda))
    let slots = chain.mean { Double($0.loads.reduce(0, +)) } / 3
    #expect(run.ratio({ run.group($0).chats }, { run.group($0).staffed }).agrees(with: slots))
    let busy = chain.mean { Double($0.loads.count { $0 > 0 }) } / 3
    #expect(run.ratio({ run.group($0).busy }, { run.group($0).staffed }).agrees(with: busy))
    let work = chain.mean {
      $0.loads.reduce(0.0) { $0 + ($1 > 0 ? Double($1) * speeds[$1 - 1] : 0) }
    }
    #expect(run.ratio({ run.group($0).work }, { run.group($0).staffed }).agrees(with: work / 3))
  }

  @Test(arguments: [1, 2, 4])
  func `turn-taking agrees with the finite-source queue`(chats: Int) throws {
    // An endless line keeps the agent's k slots full; a new customer has written before.
    let exchange = MessageExchange(
      agentMessages: .geometric(mean: 8), composing: .exponential(mean: 20),
      thinking: .exponential(mean: 40))
    let scenario = ToyDesk.scenario(
      days: 15, types: [InquiryType(name: "chat", service: .messages(exchange))],
      groups: [ToyDesk.group(limit: chats)], demand: [ToyDesk.poisson(perSecond: 0.05)],
      routing: RoutingRules(waitingRoom: 12))
    let run = try TheoryRun(scenario, [ToyDesk.line(1)])
    let exact = Formula.turnTaking(chats: chats, compose: 20, think: 40, messages: 8)
    let busy = run.ratio({ run.group($0).work }, { run.group($0).staffed })
    #expect(busy.agrees(with: exact.busy))
    #expect(run.replyTime().agrees(with: exact.reply))
  }

  @Test func `a day of changing rate and staff agrees with Kolmogorov's equations`() throws {
    let rates = (0..<48).map { 0.05 + 0.15 * pow(sin(Double($0) / 48 * .pi), 2) }
    let theta = 1.0 / 200
    let line = ImpatientLine(mu: 1.0 / 120, theta: theta)
    // 8 agents all day and 12 more from 09:00 to 18:00; who leaves finishes a chat: the pool of
    // 20 shrinks as services end, so the end of the shift is put where the chain can follow, at
    // midnight of the day.
    let staffed = { (time: Double) in time < 9 * 3600 ? 8 : 20 }
    var shares = [Double](repeating: 0, count: 200)
    shares[0] = 1
    var queueArea = 0.0
    let step = 0.5
    var time = 0.0
    while time < 86_400 {
      let lambda = rates[Int(time / 1800)]
      let c = staffed(time)
      shares = line.advance(shares, lambda: lambda, agents: c, step: step)
      queueArea += step * shares.indices.reduce(0.0) { $0 + Double(max(0, $1 - c)) * shares[$1] }
      time += step
    }
    let arrivals = rates.reduce(0) { $0 + $1 * 1800 }
    let scenario = ToyDesk.scenario(
      types: [ToyDesk.chat(.exponential(mean: 120), patience: .exponential(mean: 200))],
      groups: [ToyDesk.group()],
      demand: [
        DemandStream(
          name: "shop",
          source: .seasonal(SeasonalDemand(dailyMean: arrivals, profile: rates)),
          mix: [TypeShare(inquiryType: "chat", share: 1)])
      ])
    let run = try TheoryRun(
      scenario, [ToyDesk.line(8), ToyDesk.line(12, hours: ToyDesk.hours(9, 24))],
      replications: 400)
    let abandoned = run.ratio(
      { Double($0.total().abandoned) }, { Double($0.total().arrived) })
    #expect(abandoned.agrees(with: queueArea * theta / arrivals))
  }

  @Test func `counts of a busy-factor stream are negative binomial and correlated`() throws {
    // Two open half hours of 50 customers each, g = 50: variance 100, correlation one half.
    var profile = [Double](repeating: 0, count: 48)
    profile[10] = 1
    profile[40] = 1
    var demand = SeasonalDemand(dailyMean: 100, profile: profile)
    demand.busyness = BusynessFactor(shape: 50)
    let days = 3000
    let samples = try (1...40).map { seed in
      let scenario = ToyDesk.scenario(
        days: days, types: [ToyDesk.chat(.deterministic(1))], groups: [ToyDesk.group()],
        demand: [
          DemandStream(
            name: "shop", source: .seasonal(demand),
            mix: [TypeShare(inquiryType: "chat", share: 1)])
        ], seed: UInt64(seed))
      let record = try TheoryRun(scenario, [ToyDesk.line(1)], replications: 1).records[0]
      return [10, 40].map { slot in
        (0..<days).map { Double(record.contacts(interval: $0 * 48 + slot, type: 0).arrived) }
      }
    }
    func mean(_ x: [Double]) -> Double { x.reduce(0, +) / Double(x.count) }
    func covariance(_ x: [Double], _ y: [Double]) -> Double {
      let (mx, my) = (mean(x), mean(y))
      return zip(x, y).reduce(0) { $0 + ($1.0 - mx) * ($1.1 - my) } / Double(x.count - 1)
    }
    func estimate(_ value: ([Double], [Double]) -> Double) -> Estimate {
      Estimate(samples.map { value($0[0], $0[1]) })
    }
    #expect(estimate { first, _ in mean(first) }.agrees(with: 50))
    #expect(estimate { first, _ in covariance(first, first) }.agrees(with: 100))
    #expect(estimate { covariance($0, $1) }.agrees(with: 50))
    let correlation = estimate {
      covariance($0, $1) / (covariance($0, $0) * covariance($1, $1)).squareRoot()
    }
    #expect(correlation.agrees(with: 0.5))
    // P(n) of the negative binomial law of shape 50 and chance one half: C(n + 49, n) 2^−(n + 50).
    var share = 0x1p-50
    var below = 0.0
    for n in 0..<100 {
      below += share
      share *= 0.5 * Double(n + 50) / Double(n + 1)
      guard [35, 42, 50, 58, 70].contains(n) else { continue }
      let found = Estimate(
        samples.map { sample in
          Double(sample[0].count { $0 <= Double(n) }) / Double(days)
        })
      #expect(found.agrees(with: below), "at most \(n)")
    }
  }
}
