// SPDX-License-Identifier: GPL-3.0-or-later

import Scenarios

/// From what a formula offers up to what holds.
extension RequirementSearch {
  /// Scales each stretch until it holds, then adds people where customers are served worst.
  mutating func raised(_ start: StaffProfile) async throws -> StaffProfile {
    let steps = -6...60
    var low = [Int](repeating: steps.lowerBound - 1, count: blocks.count)
    var high = [Int](repeating: steps.upperBound, count: blocks.count)
    // What holds alone may not hold where the stretch before leaves more over, so all end together.
    var next = [Int](repeating: 0, count: blocks.count)
    while zip(low, high).contains(where: { $1 - $0 > 1 }) {
      let service = try await simulate(scaled(start, next), .raising)
      for (index, block) in blocks.enumerated() where high[index] - low[index] > 1 {
        if holds(service, block) {
          high[index] = next[index]
        } else {
          low[index] = next[index]
        }
        let isBounded = high[index] < steps.upperBound
        next[index] =
          isBounded
          ? low[index] + (high[index] - low[index]) / 2
          : min(steps.upperBound - 1, max(low[index] + 1, low[index] * 2, 4))
        if high[index] - low[index] <= 1 { next[index] = high[index] }
      }
    }
    return try await repaired(scaled(start, high), on: 0..<desk.question.replications)
  }

  /// x steps more: ⌈n + x √n ÷ 4⌉ people where n are offered, and at least who must be there.
  private func scaled(_ start: StaffProfile, _ steps: [Int]) -> StaffProfile {
    var profile = start
    for (block, step) in zip(blocks, steps) {
      for group in profile.counts.indices {
        for place in block where start.counts[group][place] > 0 {
          let count = Double(start.counts[group][place])
          profile.counts[group][place] = max(
            1, Int((count + Double(step) * count.squareRoot() / 4).rounded()))
        }
      }
    }
    desk.cover(&profile)
    return profile
  }

  /// Adds people until every stretch holds, where those customers are served worst for whom it does not.
  mutating func repaired(
    _ start: StaffProfile, on replications: Range<Int>
  ) async throws -> StaffProfile {
    var profile = start
    for _ in 0..<200 {
      let service = try await simulate(profile, .raising, replications: replications)
      let failing = blocks.filter { !holds(service, $0) }
      if failing.isEmpty { return profile }
      for block in failing {
        guard let (place, group) = worst(block, profile, service) else { continue }
        // Who is there before has taken up what would be left over.
        for at in max(block.lowerBound, place - 1)...place where desk.isOpen[at] {
          profile.counts[group][at] += 1
        }
      }
    }
    throw RequirementError.unreachable(people: profile.peak)
  }

  /// The interval of a stretch in which most is missing of the targets that it breaks, and the group to
  /// add to: of those that answer the target's types first the one with most work for each of its people,
  /// so that the next turn is another's.
  func worst(
    _ block: Range<Int>, _ profile: StaffProfile, _ service: ProfileService
  ) -> (place: Int, group: Int)? {
    let missing = service.shortfall(in: block)
    func sum(_ place: Int) -> Double {
      missing.reduce(0) { $0 + $1.byPlace[place - block.lowerBound] }
    }
    guard let place = block.filter({ desk.isOpen[$0] }).min(by: { sum($0) < sum($1) }),
      let target = missing.min(by: {
        $0.byPlace[place - block.lowerBound] < $1.byPlace[place - block.lowerBound]
      })?.target
    else { return nil }
    let groups = desk.targetTypes[target].filter(desk.types.contains).flatMap {
      desk.firstGroups[$0]
    }
    return desk.mostLoaded(of: Set(groups), profile, at: place).map { (place, $0) }
  }
}
