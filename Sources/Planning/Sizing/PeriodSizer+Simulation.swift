// SPDX-License-Identifier: GPL-3.0-or-later

import Demand
import Experiments
import Plans
import Scenarios
import SimulationEngine

/// The simulations of a search: only the days that are still in question.
extension PeriodSizer {
  /// Replications after which sizes far from the targets, on either side, are left.
  private static let looks = [4, 8]
  /// Replications after which sizes that miss a target are.
  private static let secondLook = 12

  /// Simulates the days of some blocks under the sizes: few replications first, then the others where
  /// the targets are near, and more of them where a target is open and an affordable number tells.
  /// Sizes that miss a target after a second look are left; those that meet it are run to the end.
  mutating func simulate(_ sizes: PeriodSizes, blocks: [SizingBlock]) async throws {
    note(sizes, blocks)
    let full = options.replications
    let wholeIsJudged = table.targets.contains { $0.scope != .everyMonth }
    var near = blocks
    for look in wholeIsJudged ? [full] : Self.looks where look <= full {
      try await run(sizes, near, upTo: look)
      near = near.filter { block in
        let results = monthly(block, sizes)
        return !results.contains(where: \.isFarFromMet) && !results.allSatisfy(\.isFarBeyond)
      }
      if near.isEmpty { return }
    }
    if full > Self.secondLook {
      try await run(sizes, near, upTo: Self.secondLook)
      near = near.filter { monthly($0, sizes).sizingAnswer != .missed || wholeIsJudged }
      if near.isEmpty { return }
    }
    try await run(sizes, near, upTo: full)
    guard !options.isRough, full > 1 else { return }
    while true {
      let open = near.compactMap { block in
        monthly(block, sizes).sizingAnswer == .undecided
          ? monthly(block, sizes).replicationsToTell.map { (block, $0) } : nil
      }.filter { $0.1 <= options.largest }
      guard let most = open.map(\.1).max() else { return }
      near = open.map(\.0)
      let done = near.flatMap(\.segments).map { table.replications($0, sizes) }.min() ?? full
      try await run(sizes, near, upTo: min(options.largest, max(most, done * 3 / 2)))
    }
  }

  private mutating func note(_ sizes: PeriodSizes, _ simulated: [SizingBlock]) {
    let segments = Set(simulated.flatMap(\.segments))
    for (index, block) in blocks.enumerated() where segments.contains(block.segments[0]) {
      let vector = block.vector(of: sizes)
      if !vectors[index].contains(vector) { vectors[index].append(vector) }
    }
  }

  mutating func run(
    _ sizes: PeriodSizes, _ blocks: [SizingBlock], upTo count: Int
  ) async throws {
    var waiting: [Int: [Int]] = [:]
    for segment in blocks.flatMap(\.segments) {
      let done = table.replications(segment, sizes)
      if done < count { waiting[done, default: []].append(segment) }
    }
    for (done, segments) in waiting.sorted(by: { $0.key < $1.key }) {
      try await run(sizes, segments, done..<count)
    }
  }

  private mutating func run(
    _ sizes: PeriodSizes, _ segments: [Int], _ replications: Range<Int>
  ) async throws {
    let staffing = plans[0].staffing.sized(sizes, layout)
    var days = Set<Int>()
    for day in segments.flatMap({ Array(layout.segments[$0].days) }) {
      days.insert(day)
      // Who comes late may wait over midnight.
      days.insert(day - 1)
    }
    let memory = SimulationMemory.current
    let trial = SimulationMemory.Trial(
      replications: replications, scale: scale, segments: segments, days: days,
      staffing: staffing.asSimulated, scenario: served)
    if let known = await memory?.service(of: trial) {
      table.append(known, sizes, segments: segments)
      return
    }
    let journal = WorkJournal.current
    let key = journal?.key(
      "trial", of: served, trial.scale, trial.segments, trial.days, trial.staffing, replications,
      layout)
    var sums = TrialSums(
      table: table.blank(sizes, segments: segments), sizes: sizes, segments: segments)
    if let journal, let key, journal.fill(&sums, from: key) {
      table.append(sums.table, sizes, segments: segments)
      await memory?.keep(sums.table, of: trial)
      return
    }
    let part = days.count >= scenario.horizon.count ? arrivals : arrivals.restricted(to: days)
    var service = table.emptied
    let experiment = try Experiment(scenario: served, staffing: staffing, arrivals: part)
    try await experiment.run(replications, threads: options.threads, days: days) { summary in
      service.add(
        summary, sizes, segments: segments, failures: summary.record.replication < 6)
    }
    table.append(service, sizes, segments: segments)
    await memory?.keep(service, of: trial)
    sums.table = service
    if let journal, let key { journal.keep(sums, as: key) }
  }
}

/// What a trial has found, as it is written down.
private struct TrialSums: Archived {
  var table: ServiceTable
  let sizes: PeriodSizes
  let segments: [Int]

  mutating func pass(through archive: inout Archive) {
    table.pass(sizes, segments: segments, through: &archive)
  }
}
