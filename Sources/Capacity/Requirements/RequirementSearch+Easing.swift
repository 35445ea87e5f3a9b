// SPDX-License-Identifier: GPL-3.0-or-later

/// From what holds down to what is needed.
extension RequirementSearch {
  /// One person of a group less in one interval of the days.
  private struct Removal {
    let place: Int
    let group: Int
    /// What it takes of every target's surplus, in the mean; found by simulation.
    var loss: [Double] = []
  }

  /// Removals that would take more of a surplus than this are not tried again.
  private static let worthTrying = 2.0

  /// Takes people away while every stretch still holds.
  mutating func eased(_ start: StaffProfile) async throws -> StaffProfile {
    var profile = start
    var service = try await simulate(profile, .easing)
    var removals = removable(profile)
    for round in 0..<2 {
      removals = try await weighed(removals, profile)
      let (next, its) = try await withoutLeastHarmful(removals, profile, service)
      let isBetter = next.hours < profile.hours
      (profile, service) = (next, its)
      removals = affordable(removals, service)
      if !isBetter || round == 1 { break }
    }
    return try await easedOneByOne(profile, removals)
  }

  /// What one person less in an interval takes of every target's surplus:
  /// `[group][interval][target]`, and more than nothing wherever somebody is on duty.
  mutating func slopes(_ profile: StaffProfile) async throws -> [[[Double]]] {
    let places = profile.counts.indices.flatMap { group in
      (0..<desk.intervalCount).filter { profile.counts[group][$0] > 0 }
        .map { Removal(place: $0, group: group) }
    }
    let weighed = try await weighed(places, profile, keepingCover: false)
    var slopes = profile.counts.map { row in
      row.map { _ in [Double](repeating: 0, count: targetCount) }
    }
    for target in 0..<targetCount {
      // Noise says of some that they do not matter.
      let mean = weighed.reduce(0) { $0 + $1.loss[target] } / Double(max(1, weighed.count))
      for removal in weighed {
        slopes[removal.group][removal.place][target] = max(removal.loss[target], mean / 20)
      }
    }
    return slopes
  }

  private func removable(_ profile: StaffProfile) -> [Removal] {
    (0..<desk.intervalCount).flatMap { place in
      profile.counts.indices.filter { isRemovable(profile, $0, place) }
        .map { Removal(place: place, group: $0) }
    }
  }

  /// Those that a stretch's surplus is nearly worth.
  private func affordable(_ removals: [Removal], _ service: ProfileService) -> [Removal] {
    blocks.flatMap { block in
      let room = room(service, block)
      return removals.filter { block.contains($0.place) }.filter { removal in
        zip(removal.loss, room).allSatisfy { $0 <= Self.worthTrying * $1 }
      }
    }
  }

  /// The same in a list for each day, so that every simulation tries one of each.
  private func byDay(_ removals: [Removal]) -> [[Removal]] {
    var days = [[Removal]](repeating: [], count: desk.question.days.count)
    for removal in removals { days[removal.place / desk.perDay].append(removal) }
    return days
  }

  /// Sees what each removal harms, on all days at once.
  ///
  /// - Parameter keepingCover: Whether the last person who must be there is not taken away.
  private mutating func weighed(
    _ removals: [Removal], _ profile: StaffProfile, keepingCover: Bool = true
  ) async throws -> [Removal] {
    // What one person matters shows on few replications, as all meet the same customers.
    let few = 0..<max(min(8, desk.question.replications), desk.question.replications / 3)
    let base = dailySurplus(try await simulate(profile, .easing, replications: few))
    let days = byDay(removals)
    var weighed: [Removal] = []
    for turn in 0..<(days.map(\.count).max() ?? 0) {
      var trial = profile
      var tried: [Removal] = []
      for day in days where turn < day.count {
        let removal = day[turn]
        guard !keepingCover || isRemovable(trial, removal.group, removal.place) else { continue }
        trial.counts[removal.group][removal.place] -= 1
        tried.append(removal)
      }
      guard !tried.isEmpty else { continue }
      let after = dailySurplus(try await simulate(trial, .easing, replications: few))
      for var removal in tried {
        let day = removal.place / desk.perDay
        removal.loss = zip(base[day], after[day]).map { max(0, $0 - $1) }
        weighed.append(removal)
      }
    }
    return weighed
  }

  /// Makes in each stretch as many of the least harmful removals as its surplus is worth, then fewer
  /// until the stretch holds.
  private mutating func withoutLeastHarmful(
    _ removals: [Removal], _ profile: StaffProfile, _ service: ProfileService
  ) async throws -> (StaffProfile, ProfileService) {
    var chosen = blocks.map { block in
      greedy(removals.filter { block.contains($0.place) }, room: room(service, block))
    }
    while true {
      var trial = profile
      for removal in chosen.flatMap(\.self) where isRemovable(trial, removal.group, removal.place) {
        trial.counts[removal.group][removal.place] -= 1
      }
      let service = try await simulate(trial, .easing)
      let failing = blocks.indices.filter { !holds(service, blocks[$0]) }
      if failing.isEmpty { return (trial, service) }
      // A stretch fails by its own removals, or by those of the one before.
      var isShorter = false
      for index in failing {
        for shorter in [index, index - 1] where shorter >= 0 && !chosen[shorter].isEmpty {
          chosen[shorter].removeLast((chosen[shorter].count + 2) / 3)
          isShorter = true
          break
        }
      }
      guard isShorter else {
        let repaired = try await repaired(trial, on: 0..<desk.question.replications)
        return (repaired, try await simulate(repaired, .easing))
      }
    }
  }

  private func room(_ service: ProfileService, _ block: Range<Int>) -> [Double] {
    (0..<targetCount).map { max(0, service.surplus($0, in: block)) }
  }

  /// The least harmful first, while their harms together stay within what is left of every target.
  private func greedy(_ removals: [Removal], room: [Double]) -> [Removal] {
    var left = room
    var chosen: [Removal] = []
    for removal in sorted(removals, room: room) {
      guard zip(removal.loss, left).allSatisfy({ $0 <= $1 }) else { continue }
      for target in left.indices { left[target] -= removal.loss[target] }
      chosen.append(removal)
    }
    return chosen
  }

  /// By the largest share that they take of any target's surplus.
  private func sorted(_ removals: [Removal], room: [Double]) -> [Removal] {
    func cost(_ removal: Removal) -> Double {
      zip(removal.loss, room).map { $0 / max($1, 1e-9) }.max() ?? 0
    }
    return removals.sorted { (cost($0), $0.place, $0.group) < (cost($1), $1.place, $1.group) }
  }

  /// The mean surplus of each target on each day.
  private func dailySurplus(_ service: ProfileService) -> [[Double]] {
    let each = (0..<targetCount).map { service.surplusByInterval($0) }
    return desk.question.days.indices.map { day in
      each.map { $0[day * desk.perDay..<(day + 1) * desk.perDay].reduce(0, +) }
    }
  }

  /// Tries the removals once more, one on each day at a time, the least harmful first; what breaks a
  /// stretch is taken back.
  private mutating func easedOneByOne(
    _ start: StaffProfile, _ removals: [Removal]
  ) async throws -> StaffProfile {
    var profile = start
    let perDay = desk.perDay
    let ordered = sorted(removals, room: Array(repeating: 1, count: targetCount))
    let days = byDay(ordered)
    for turn in 0..<(days.map(\.count).max() ?? 0) {
      var trial = profile
      var tried: [Removal] = []
      for day in days where turn < day.count {
        guard isRemovable(trial, day[turn].group, day[turn].place) else { continue }
        trial.counts[day[turn].group][day[turn].place] -= 1
        tried.append(day[turn])
      }
      guard !tried.isEmpty else { continue }
      let failing = try await failing(trial)
      let before = profile
      for removal in tried {
        let isBroken = failing.contains { block in
          // A person less is felt in the stretch itself and in the next.
          block.contains(removal.place)
            || (block.lowerBound > removal.place
              && block.lowerBound <= removal.place + perDay / 6)
        }
        if !isBroken { profile.counts[removal.group][removal.place] -= 1 }
      }
      // Days that were tried together are rarely felt by each other; where they are, all is taken back.
      guard !failing.isEmpty, profile != before else { continue }
      if try await !self.failing(profile).isEmpty { profile = before }
    }
    return profile
  }

  private mutating func failing(_ profile: StaffProfile) async throws -> [Range<Int>] {
    let service = try await simulate(profile, .easing)
    return blocks.filter { !holds(service, $0) }
  }

  private func isRemovable(_ profile: StaffProfile, _ group: Int, _ place: Int) -> Bool {
    guard profile.counts[group][place] > 0 else { return false }
    var trial = profile
    trial.counts[group][place] -= 1
    return desk.isCovered(trial, at: place)
  }
}
