// SPDX-License-Identifier: GPL-3.0-or-later

import Plans
import ScenarioFiles
import Scenarios

/// The smallest scenario that is accepted; tests change one line and look at the message.
let tiny = """
  name: Tiny
  horizon: {start: 2026-01-01, end: 2026-01-31}
  service_window: 09:00-17:00
  closed_hours: lost
  inquiry_types:
    sale: {handling: 480 s, conversion: 10 %, order_value: 100}
  demand:
    daily_mean: 40
  agent_groups:
    team:
      skills: [sale]
      chat_limit: 3
  shifts:
    day: 09:00-17:00
  plans:
    seats:
      staffing:
        - {group: team, shift: day, agents: 2}
      contract: seats
  """

/// The tiny scenario with some of its text replaced.
func changed(_ replacements: KeyValuePairs<String, String>) -> String {
  replacements.reduce(tiny) { $0.replacing($1.key, with: $1.value) }
}

/// The messages that a text is refused with; empty if it is accepted.
func messages(_ text: String) -> [String] {
  do throws(ScenarioFileError) {
    _ = try ScenarioFile.parse(text: text)
    return []
  } catch {
    return error.problems.map(\.description)
  }
}

func read(_ replacements: KeyValuePairs<String, String>) throws -> PlannedScenario {
  try ScenarioFile.parse(text: changed(replacements))
}
