// SPDX-License-Identifier: GPL-3.0-or-later

package import Scenarios

extension StaffingLine {
  /// The names under which a contract can bill this line's seats and shifts: how the people are
  /// engaged, their agent group, and both, as in `short_term`, `generalists`,
  /// `generalists/short_term`.
  ///
  /// Agent groups are never called like an engagement, so a name means one thing.
  package var billingGroups: [String] {
    [engagement.rawValue, group, "\(group)/\(engagement.rawValue)"]
  }
}

extension StaffingPlan {
  /// Every name that a contract of this plan can bill, in the order of the lines, each once.
  package var billingGroups: [String] {
    var names: [String] = []
    for name in lines.flatMap(\.billingGroups) where !names.contains(name) { names.append(name) }
    return names
  }
}
