// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
package import Scenarios

/// What a search for sizes chose.
package enum SizeChoice: Equatable, Sendable {
  /// Agents of the group's lines, or percent of the roster.
  case uniform(Int)
  case periods(PeriodSizes, SizingLayout)

  package var uniform: Int? {
    if case .uniform(let size) = self { size } else { nil }
  }

  /// About what another volume takes, at least one; where sizes are small, a little less than in
  /// proportion, as larger teams share their idle time better.
  func scaled(by factor: Double) -> SizeChoice {
    func scaled(_ size: Int, by factor: Double) -> Int {
      max(1, Int(bounded: (Double(size) * factor).rounded()))
    }
    switch self {
    case .uniform(let size): return .uniform(scaled(size, by: factor))
    case .periods(let sizes, let layout):
      let growth = pow(factor, 0.9)
      return .periods(
        PeriodSizes(counts: sizes.counts.map { $0.map { scaled($0, by: growth) } }), layout)
    }
  }
}

extension StaffingPlan {
  /// The plan with the head counts of one size of its search.
  package func sized(_ size: Int) -> StaffingPlan {
    guard let sizing else { return self }
    var copy = self
    for index in copy.lines.indices {
      switch sizing.subject {
      case .lines(let lines):
        if lines.contains(where: { $0.name == copy.lines[index].sizingName }) {
          copy.lines[index].agents = size
        }
      case .group(let group):
        if copy.lines[index].group == group { copy.lines[index].agents = size }
      case .rosterScale:
        let agents = copy.lines[index].agents
        copy.lines[index].agents = (agents * size + 99) / 100
      }
    }
    return copy
  }

  /// The plan with the head counts that a search chose.
  package func sized(_ choice: SizeChoice) -> StaffingPlan {
    switch choice {
    case .uniform(let size): sized(size)
    case .periods(let sizes, let layout): sized(sizes, layout)
    }
  }

  /// Whether agents are shared with other shops.
  package var isSharedPool: Bool {
    !background.isEmpty || lines.contains { $0.engagement == .shared }
  }

  /// The staffing without how people are engaged: plans equal in this have the same simulation.
  package var asSimulated: StaffingPlan {
    var copy = self
    for index in copy.lines.indices { copy.lines[index].engagement = .dedicated }
    return copy
  }
}
