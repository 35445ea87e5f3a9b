// SPDX-License-Identifier: GPL-3.0-or-later

package enum StarterScenario {
  package static let text = ""
}
