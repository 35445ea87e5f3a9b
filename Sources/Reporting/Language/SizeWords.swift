// SPDX-License-Identifier: GPL-3.0-or-later

import Planning
import Scenarios
import Wording

extension NumberStyle {
  /// A size with its unit: `151%` of a roster, `9 agents` of a group or on each line.
  func size(_ size: Int, of subject: Sizing.Subject) -> String {
    let number = count(size)
    return switch subject {
    case .rosterScale: number + "%"
    case .group, .lines, .shifts:
      Localized(en: number + (size == 1 ? " agent" : " agents"), zh: number + " 人")[language]
    }
  }
}

extension StaffingSummary {
  /// The one size that a search found, with its unit; nil where there is none.
  func sizeWords(_ style: NumberStyle) -> String? {
    guard let size = sizeFound, let subject = sizing?.subject else { return nil }
    return style.size(size, of: subject)
  }
}
