// SPDX-License-Identifier: GPL-3.0-or-later

import IntegerPrograms

/// Service by the work that finds no place, in the place of people for every interval.
extension CoverProgram {
  /// Work that may find no place, beside the people whom the need asks for in any case.
  struct Allowance {
    /// `work[day][group][interval]`: what finds no place, by the people there.
    let work: [[[LoadExcess]]]
    /// Of all days together.
    let most: Double
  }

  /// A variable that is no less than the work beyond those who are there.
  mutating func addExcess(
    _ points: [(people: Double, work: Double)], _ there: [IntegerProgram.Term], _ name: String,
    _ weight: Double
  ) -> IntegerProgram.Term {
    let left = program.add("v\(name)")
    for (index, (low, high)) in zip(points, points.dropFirst()).enumerated() {
      let slope = (low.work - high.work) / (high.people - low.people)
      program.constrain(
        "left\(name)_\(index)",
        [.init(left)] + there.map { .init($0.column, $0.factor * slope) },
        in: low.work + slope * low.people...Double.infinity)
    }
    return .init(left, weight)
  }
}
