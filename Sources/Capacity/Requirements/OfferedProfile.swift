// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Scenarios

/// Profiles by formulas, each interval for itself: where a search begins, and what it is set beside.
struct OfferedProfile {
  private let desk: RequirementDesk
  private var known: [String: Int] = [:]
  private var isPatient = false

  init(_ desk: RequirementDesk) { self.desk = desk }

  /// Erlang A (C without patience) at each interval's own rate: the period-by-period rule.
  mutating func stationary() -> StaffProfile {
    profile(desk.question.groups.indices.map { desk.work[$0] })
  }

  /// Erlang C at each interval's own rate: as if every customer waited for ever.
  mutating func stationaryPatient() -> StaffProfile {
    isPatient = true
    defer {
      isPatient = false
      known = [:]
    }
    known = [:]
    return stationary()
  }

  /// The work of each group's busiest interval × 1.5, in every open interval: what is planned for a
  /// promotion without a model.
  func peakAndHalf() -> StaffProfile {
    let question = desk.question
    var profile = StaffProfile(
      days: question.days, interval: desk.scenario.interval, groups: question.groups,
      counts: question.groups.enumerated().map { index, name in
        let group = desk.scenario.agentGroups.first { $0.name == name }
        let chats = max(1, group?.chatLimit ?? 1)
        let speed = (group?.concurrency.speed(open: chats) ?? 1) * (group?.speed ?? 1)
        let peak = (desk.work[index].max() ?? 0) * 1.5 / max(1e-6, Double(chats) * speed)
        return desk.isOpen.map { $0 && peak > 0 ? Int((peak - 1e-9).rounded(.up)) : 0 }
      })
    desk.cover(&profile)
    return profile
  }

  /// The same formula at the modified offered load, m(t) = ∫ λ(t − u) P(S > u) du, at its largest in
  /// each interval: what an earlier half hour leaves over counts (Jennings, Mandelbaum, Massey and
  /// Whitt 1996).
  mutating func modifiedOfferedLoad() -> StaffProfile {
    profile(desk.question.groups.indices.map { desk.laggedLoads(of: $0) })
  }

  /// - Parameter loads: Of each group, erlangs of chats handled alone by interval.
  private mutating func profile(_ loads: [[Double]]) -> StaffProfile {
    let question = desk.question
    var counts: [[Int]] = []
    for (index, name) in question.groups.enumerated() {
      let group = desk.scenario.agentGroups.first { $0.name == name }
      counts.append(loads[index].map { agents($0, of: group) })
    }
    var profile = StaffProfile(
      days: question.days, interval: desk.scenario.interval, groups: question.groups,
      counts: counts)
    desk.cover(&profile)
    return profile
  }

  private mutating func agents(_ load: Double, of group: AgentGroup?) -> Int {
    guard let group, load > 0 else { return 0 }
    // To a thousandth: neighbouring days have the same loads over and over.
    let key = "\(group.name) \((load * 1000).rounded())"
    if let found = known[key] { return found }
    let chats = max(1, group.chatLimit)
    let found = OfferedStaff.agents(
      forLoad: load, chats: chats,
      speed: max(1e-6, group.concurrency.speed(open: chats)) * group.speed,
      scenario: desk.scenario, isPatient: isPatient)
    known[key] = found
    return found
  }
}

extension RequirementDesk {
  /// The modified offered load at its largest in each interval, with exponential handling; what came
  /// in closed hours comes at opening where it waits.
  func laggedLoads(of group: Int) -> [Double] {
    let own = work[group]
    guard own.contains(where: { $0 > 0 }) else { return own }
    let means = scenario.meanWork
    let agent = scenario.agentGroups.first { $0.name == question.groups[group] }
    let chats = max(1, agent?.chatLimit ?? 1)
    let speed = max(1e-6, agent?.concurrency.speed(open: chats) ?? 1) * (agent?.speed ?? 1)
    let served = types.filter { firstGroups[$0].contains(group) }
    let weights = served.map { type in
      (0..<intervalCount).reduce(0) { $0 + allVolume[$1 * typeCount + type] }
    }
    let total = weights.reduce(0, +)
    let mean = zip(served, weights).reduce(0) { $0 + means[$1.0] * $1.1 } / max(total, 1e-12)
    let length = Double(scenario.interval.seconds)
    var rates = own.map { $0 / mean }
    if scenario.closedHours == .waitUntilOpen { gatherAtOpening(&rates) }
    // Work at the speed of a full agent; the load in chats, back in chats handled alone. Under a level rate
    // m(t) goes to rate × mean as 1 − e^(−t/mean), so that it is largest at one end of an interval.
    let handling = mean / speed
    let decay = exp(-length / handling)
    var load = 0.0
    return rates.map { rate in
      let next = rate * handling + (load - rate * handling) * decay
      defer { load = next }
      return max(load, next) * speed
    }
  }

  private func gatherAtOpening(_ rates: inout [Double]) {
    var held = 0.0
    for place in rates.indices {
      if isOpen[place] {
        rates[place] += held
        held = 0
      } else {
        held += rates[place]
        rates[place] = 0
      }
    }
  }

  /// Adds those who are missing so that somebody answers each type in every open interval, and enough
  /// people are there: by turns where most work is expected for each.
  func cover(_ profile: inout StaffProfile) {
    for place in 0..<intervalCount {
      guard isOpen[place] else {
        for group in profile.counts.indices { profile.counts[group][place] = 0 }
        continue
      }
      for type in ownTypes
      where !ableGroups[type].contains(where: { profile.counts[$0][place] > 0 }) {
        profile.counts[firstGroups[type][0]][place] = 1
      }
      var people = profile.counts.reduce(0) { $0 + $1[place] }
      while people < question.leastOnDuty {
        let groups = Set(profile.counts.indices)
        profile.counts[mostLoaded(of: groups, profile, at: place) ?? 0][place] += 1
        people += 1
      }
    }
  }

  /// The group with most expected work for each of its people, the first of equals.
  func mostLoaded(of groups: Set<Int>, _ profile: StaffProfile, at place: Int) -> Int? {
    func load(_ group: Int) -> Double {
      work[group][place] / (Double(profile.counts[group][place]) + 0.5)
    }
    return groups.sorted().max { load($0) < load($1) }
  }
}
