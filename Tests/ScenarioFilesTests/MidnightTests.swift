// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
import Plans
import ScenarioFiles
import Scenarios
import Testing

/// Hours that pass midnight.
struct MidnightTests {
  private func night(_ window: String, _ shift: String) throws -> PlannedScenario {
    try read([
      "service_window: 09:00-17:00": "service_window: \(window)",
      "  day: 09:00-17:00": "  day: \(shift)",
    ])
  }

  @Test(arguments: [
    "20:00-26:00", "20:00-02:00", "[20:00-26:00]", "{open: 20:00, close: 26:00}",
    "{open: 20:00, close: 02:00}",
  ])
  func `a window may close on the next day`(_ window: String) throws {
    let scenario = try night(window, "20:00-26:00")
    let spans = scenario.serviceWindow.spans(on: scenario.horizon.first)
    #expect(spans.map(\.length) == [6 * 3600])
    #expect(spans.map(\.start.description) == ["20:00"])
    #expect(scenario.plans[0].staffing.lines[0].shift.hours == spans[0])
  }

  @Test func `a shift may be written with its end past midnight`() throws {
    let scenario = try night("20:00-25:00", "{start: 20:00, end: 26:00, breaks: [01:00-01:30]}")
    #expect(scenario.plans[0].staffing.lines[0].shift.hours.length == 6 * 3600)
  }

  @Test func `the hours after midnight need somebody too`() {
    let found = messages(
      changed([
        "service_window: 09:00-17:00": "service_window: 20:00-26:00",
        "  day: 09:00-17:00": "  day: 20:00-25:00",
      ]))
    #expect(found.count == 1)
    #expect(found.first?.contains("2026-01-01 from 01:00 to 02:00") == true, "\(found)")
  }

  @Test(arguments: [
    "20:00-20:00", "20:00-44:00", "20:00-49:00", "24:00-26:00", "[20:00-26:00, 21:00-22:00]",
    "[09:00-12:00, 11:00-14:00]", "25:00-26:00",
  ])
  func `hours that are empty, longer than a day or overlap are refused`(_ window: String) {
    #expect(
      messages(changed(["service_window: 09:00-17:00": "service_window: \(window)"])).isEmpty
        == false)
  }

  @Test(arguments: ["24:00-24:30", "{start: 24:00, end: 24:30}"])
  func `a shift that begins at 24:00 is sent to the next day's clock`(_ shift: String) {
    let found = messages(changed(["  day: 09:00-17:00": "  day: \(shift)"]))
    #expect(found.count == 1)
    #expect(
      found.first?.hasSuffix("allowed a start before 24:00, which is 00:00 of the next day.")
        == true, "\(found)")
  }

  @Test(arguments: ["24:00-26:00", "[20:00-23:00, 24:00-25:00]", "{open: 24:00, close: 26:00}"])
  func `a window that opens at 24:00 is sent to the next day's clock`(_ window: String) {
    let found = messages(changed(["service_window: 09:00-17:00": "service_window: \(window)"]))
    #expect(found.count == 1)
    #expect(
      found.first?.hasSuffix("allowed a start before 24:00, which is 00:00 of the next day.")
        == true, "\(found)")
  }
}
