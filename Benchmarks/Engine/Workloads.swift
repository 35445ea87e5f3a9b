// SPDX-License-Identifier: GPL-3.0-or-later

import Benchmark
import EngineParts
import Foundation
import InquirySimulation

/// The reference workloads through the public scenario path, and the engine's parts alone.
let benchmarks: @Sendable () -> Void = {
  Benchmark.defaultConfiguration = Benchmark.Configuration(
    metrics: [.wallClock, .throughput, .peakMemoryResident],
    warmupIterations: 1, scalingFactor: .one, maxDuration: .seconds(4), maxIterations: 200)

  let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
  let workloads = [
    ("W1 a desk where all wait", "Benchmarks/workloads/w1.yaml", "desk"),
    ("W2 some customers leave", "Benchmarks/workloads/w2.yaml", "desk"),
    ("W3 promotion day", "Benchmarks/workloads/w3.yaml", "desk"),
    ("W4 promotion day, 2.2 times the demand", "Benchmarks/workloads/w4.yaml", "desk"),
    ("W5 turn by turn", "Benchmarks/workloads/w5.yaml", "desk"),
    ("W6 the flagship's year", "Scenarios/flagship-year.yaml", ""),
    ("W7 promotion day, shared effort", "Benchmarks/workloads/w7.yaml", "desk"),
    ("W8 one large group, shared effort", "Benchmarks/workloads/w8.yaml", "desk"),
  ]
  for (name, file, plan) in workloads {
    guard let desk = desk(root.appendingPathComponent(file).path, plan) else {
      print("\(name): \(file) has no desk of given size")
      continue
    }
    let chats = desk.simulate().chats
    Benchmark("\(name), \(chats) chats") { benchmark in
      for iteration in benchmark.scaledIterations {
        blackHole(desk.simulate(replication: iteration))
      }
    }
  }

  // A hundred thousand operations each.
  let count = 100_000
  Benchmark.defaultConfiguration.maxDuration = .seconds(1)
  for agents in [10, 100, 1000, 10_000] {
    Benchmark("event list, \(agents) agents") { _ in
      blackHole(EngineParts.eventList(agents: agents, operations: count))
    }
  }
  for conversations in [10, 100, 1000, 10_000] {
    Benchmark("completion calendar, \(conversations) conversations") { _ in
      blackHole(EngineParts.completionCalendar(conversations: conversations, operations: count))
    }
  }
  for law in EngineParts.Law.allCases {
    Benchmark("sampler, \(law.rawValue)") { _ in
      blackHole(EngineParts.draw(law, count: count))
    }
  }
  for policy in EngineParts.Policy.allCases {
    Benchmark("routing, \(policy.rawValue), 100 agents") { _ in
      blackHole(EngineParts.route(policy, agents: 100, chats: count))
    }
  }
  for kind in PricingParts.Kind.allCases {
    Benchmark("pricing, \(kind.rawValue), contract-years") { _ in
      blackHole(PricingParts.contractYears(kind, count: count))
    }
  }
  Benchmark("waiting line") { _ in
    blackHole(EngineParts.waitingLine(operations: count))
  }
}

/// The plan's desk, or that of the first plan with a head count.
private func desk(_ path: String, _ plan: String) -> Desk? {
  if let desk = try? Desk(scenario: path, plan: plan.isEmpty ? nil : plan) { return desk }
  for name in (try? Desk.plans(scenario: path)) ?? [] {
    if let desk = try? Desk(scenario: path, plan: name) { return desk }
  }
  return nil
}
