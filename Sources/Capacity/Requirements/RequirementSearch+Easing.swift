// SPDX-License-Identifier: GPL-3.0-or-later

/// From what holds down to what is needed.
extension RequirementSearch {
  /// Takes people away while every stretch still holds.
  mutating func eased(_ start: StaffProfile) async throws -> StaffProfile {
    var profile = start
    var service = try await simulate(profile, .easing)
    for _ in 0..<2 {
      let (next, its) = try await easedByHarm(profile, service)
      let isBetter = next.hours < profile.hours
      (profile, service) = (next, its)
      if !isBetter { break }
    }
    return try await easedOneByOne(profile)
  }

  /// One person of a group less in one interval of the day.
  private struct Move: Hashable {
    let group: Int
    let slot: Int
  }

  private var moves: [Move] {
    desk.question.groups.indices.flatMap { group in
      (0..<desk.perDay).filter { slot in
        desk.question.days.indices.contains { desk.isOpen[$0 * desk.perDay + slot] }
      }.map { Move(group: group, slot: $0) }
    }
  }

  /// Sees what each move harms, on all days at once, and makes in each stretch as many of the least
  /// harmful as its surplus is worth, then fewer until the stretch holds.
  private mutating func easedByHarm(
    _ profile: StaffProfile, _ service: ProfileService
  ) async throws -> (StaffProfile, ProfileService) {
    var harms: [(place: Int, group: Int, day: Int, loss: [Double])] = []
    let base = dailySurplus(service)
    for move in moves {
      var trial = profile
      var places: [Int] = []
      for day in desk.question.days.indices {
        let place = day * desk.perDay + move.slot
        guard isRemovable(trial, move.group, place) else { continue }
        trial.counts[move.group][place] -= 1
        places.append(place)
      }
      guard !places.isEmpty else { continue }
      let after = dailySurplus(try await simulate(trial, .easing))
      for place in places {
        let day = place / desk.perDay
        harms.append(
          (place, move.group, day, zip(base[day], after[day]).map { max(0, $0 - $1) }))
      }
    }
    var chosen = blocks.map { block in
      greedy(harms.filter { block.contains($0.place) }, room: room(service, block))
    }
    while true {
      var trial = profile
      for removal in chosen.flatMap(\.self) where isRemovable(trial, removal.group, removal.place) {
        trial.counts[removal.group][removal.place] -= 1
      }
      let service = try await simulate(trial, .easing)
      let failing = blocks.indices.filter { !holds(service, blocks[$0]) }
      if failing.isEmpty { return (trial, service) }
      // A stretch fails by its own moves, or by those of the one before.
      var isShorter = false
      for index in failing {
        for shorter in [index, index - 1] where shorter >= 0 && !chosen[shorter].isEmpty {
          chosen[shorter].removeLast((chosen[shorter].count + 2) / 3)
          isShorter = true
          break
        }
      }
      guard isShorter else {
        return (try await repaired(trial, on: 0..<desk.question.replications), service)
      }
    }
  }

  private func room(_ service: ProfileService, _ block: Range<Int>) -> [Double] {
    (0..<targetCount).map { max(0, service.surplus($0, in: block)) }
  }

  /// The least harmful first, while their harms together stay within what is left of every target.
  private func greedy(
    _ harms: [(place: Int, group: Int, day: Int, loss: [Double])], room: [Double]
  ) -> [(place: Int, group: Int)] {
    func cost(_ loss: [Double]) -> Double {
      zip(loss, room).map { $0 / max($1, 1e-9) }.max() ?? 0
    }
    var left = room
    var chosen: [(place: Int, group: Int)] = []
    for harm in harms.sorted(by: { (cost($0.loss), $0.place) < (cost($1.loss), $1.place) }) {
      guard zip(harm.loss, left).allSatisfy({ $0 <= $1 }) else { continue }
      for target in left.indices { left[target] -= harm.loss[target] }
      chosen.append((harm.place, harm.group))
    }
    return chosen
  }

  /// The mean surplus of each target on each day.
  private func dailySurplus(_ service: ProfileService) -> [[Double]] {
    let each = (0..<targetCount).map { service.surplusByInterval($0) }
    return desk.question.days.indices.map { day in
      each.map { $0[day * desk.perDay..<(day + 1) * desk.perDay].reduce(0, +) }
    }
  }

  /// Tries every move once on each day, the quietest intervals first; what breaks a stretch is taken
  /// back.
  private mutating func easedOneByOne(_ start: StaffProfile) async throws -> StaffProfile {
    var profile = start
    let perDay = desk.perDay
    let queues = desk.question.days.indices.map { day in
      moves.sorted { one, other in
        let places = (day * perDay + one.slot, day * perDay + other.slot)
        return (slack(profile, places.0), one.slot, one.group)
          > (slack(profile, places.1), other.slot, other.group)
      }
    }
    for turn in moves.indices {
      var trial = profile
      var moved: [Int: Move] = [:]
      for (day, queue) in queues.enumerated() {
        let place = day * perDay + queue[turn].slot
        guard isRemovable(trial, queue[turn].group, place) else { continue }
        trial.counts[queue[turn].group][place] -= 1
        moved[day] = queue[turn]
      }
      guard !moved.isEmpty else { continue }
      let service = try await simulate(trial, .easing)
      let failing = blocks.filter { !holds(service, $0) }
      for (day, move) in moved {
        let place = day * perDay + move.slot
        let isBroken = failing.contains { block in
          // A person less is felt in the stretch itself and in the next.
          block.contains(place)
            || (block.lowerBound > place && block.lowerBound <= place + perDay / 6)
        }
        if !isBroken { profile.counts[move.group][place] -= 1 }
      }
      // Days that were tried together are rarely felt by each other; where they are, all is taken back.
      if !failing.isEmpty, moved.count > 1 {
        let check = try await simulate(profile, .easing)
        if !blocks.allSatisfy({ holds(check, $0) }) { restore(&profile, moved, from: trial) }
      }
    }
    return profile
  }

  private func restore(
    _ profile: inout StaffProfile, _ moved: [Int: Move], from trial: StaffProfile
  ) {
    for (day, move) in moved {
      let place = day * desk.perDay + move.slot
      profile.counts[move.group][place] = trial.counts[move.group][place] + 1
    }
  }

  /// People for each expected inquiry.
  private func slack(_ profile: StaffProfile, _ place: Int) -> Double {
    let people = profile.counts.reduce(0) { $0 + $1[place] }
    let load = desk.types.reduce(0) { $0 + desk.allVolume[place * desk.typeCount + $1] }
    return Double(people) / max(load, 1e-3)
  }

  private func isRemovable(_ profile: StaffProfile, _ group: Int, _ place: Int) -> Bool {
    guard profile.counts[group][place] > 0 else { return false }
    var trial = profile
    trial.counts[group][place] -= 1
    return desk.isCovered(trial, at: place)
  }
}
