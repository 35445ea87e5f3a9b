// SPDX-License-Identifier: GPL-3.0-or-later

package import Scenarios

extension StaffingPlan {
  /// The plan with the head counts of one size of its search.
  package func sized(_ size: Int) -> StaffingPlan {
    guard let sizing else { return self }
    var copy = self
    for index in copy.lines.indices {
      switch sizing.subject {
      case .group(let group):
        if copy.lines[index].group == group { copy.lines[index].agents = size }
      case .rosterScale:
        let agents = copy.lines[index].agents
        copy.lines[index].agents = (agents * size + 99) / 100
      }
    }
    return copy
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
