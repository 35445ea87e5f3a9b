// SPDX-License-Identifier: GPL-3.0-or-later

import Capacity
import Foundation
import Plans
package import Scenarios

/// What a search for sizes chose.
package enum SizeChoice: Equatable, Sendable {
  /// Agents of the group's lines, or percent of the roster.
  case uniform(Int)
  case periods(PeriodSizes, SizingLayout)
  /// Who works on shifts that were planned; nobody else does.
  case shifts([StaffingLine])

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
    case .shifts: return self
    }
  }
}

extension StaffingPlan {
  /// The plan with the head counts of one size of its search.
  package func sized(_ size: Int) -> StaffingPlan {
    guard let sizing else { return self }
    if sizing.isPlanned { return offered }
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
      case .shifts: break
      }
    }
    return copy
  }

  /// The plan with the head counts that a search chose.
  package func sized(_ choice: SizeChoice) -> StaffingPlan {
    switch choice {
    case .uniform(let size): sized(size)
    case .periods(let sizes, let layout): sized(sizes, layout)
    case .shifts(let lines): planned(lines)
    }
  }

  /// The plan with people on the shifts that were planned, beside those of a shared pool.
  func planned(_ found: [StaffingLine]) -> StaffingPlan {
    var copy = self
    // A clause finds its people where none of them are booked.
    var known = Set(found.flatMap(\.billingGroups))
    copy.lines = lines.filter { $0.engagement == .shared } + found
    for line in nobody
    where line.engagement != .shared && !known.isSuperset(of: line.billingGroups) {
      known.formUnion(line.billingGroups)
      copy.lines.append(line)
    }
    copy.sizing = nil
    copy.unstaffed = .allow
    return copy
  }

  /// The plan before its shifts are planned: one of everybody who can be booked, where nobody is written.
  private var offered: StaffingPlan {
    var copy = self
    copy.unstaffed = .allow
    if !lines.contains(where: { $0.engagement != .shared }) {
      copy.lines += nobody.filter { $0.engagement != .shared }.map { line in
        var line = line
        line.agents = 1
        return line
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
