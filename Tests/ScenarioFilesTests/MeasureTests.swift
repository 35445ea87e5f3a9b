// SPDX-License-Identifier: GPL-3.0-or-later

import Measures
import Plans
import Scenarios
import Testing

@Suite struct MeasureTests {
  private func measures(_ list: String) throws -> [Measure] {
    try read(["plans:": "measures: \(list)\nplans:"]).measures
  }

  @Test func `a scenario asks for measures by threshold or by name`() throws {
    #expect(try read([:]).measures.isEmpty)
    #expect(
      try measures(
        "[{answered_within: 10 s}, {first_reply_within: 3 min}, answered_at_once]") == [
          .answered(within: 10), .firstReply(within: 180),
          Measure(MeasureRegistry.definition("answered_at_once")),
        ])
  }

  @Test(arguments: [
    ("[{answered_within: -1}]", "measures[0].answered_within: found -1, allowed 0 s to 86400 s"),
    ("[{answered_in: 10 s}]", "measures[0].answered_in: found an unknown key"),
    ("[answered_soon]", "measures[0]: found answered_soon, allowed answered_at_once"),
    ("[{}]", "allowed one of answered_within, first_reply_within"),
    (
      "[{answered_within: 9, first_reply_within: 9}]",
      "measures[0]: found answered_within + first_reply_within, allowed one of"
    ),
    ("[answered_at_once, answered_at_once]", "allowed each measure once"),
  ])
  func `anything else is refused with its place`(_ list: String, _ message: String) throws {
    let found = messages(changed(["plans:": "measures: \(list)\nplans:"]))
    #expect(found.contains { $0.contains(message) }, "\(found)")
  }

  @Test func `a target binds any share or mean of the registry`() throws {
    let scenario = try read([
      "plans:": """
      service_targets:
        - {measure: answered_within, within: 10 s, at_least: 50 %}
        - {measure: first_reply_within, within: 45 s, at_least: 50 %}
        - {measure: answered_at_once, at_least: 30 %}
        - {measure: first_reply_within_3_min, at_least: 90 %}
      plans:
      """
    ])
    #expect(
      scenario.serviceTargets.map(\.measure) == [
        .answered(within: 10), .firstReply(within: 45),
        Measure(MeasureRegistry.definition("answered_at_once")), .threeMinuteReplies,
      ])
    #expect(scenario.countLayout.thresholds == [0, 10, 45, 60, 180])
  }
}
