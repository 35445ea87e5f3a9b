// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
import Rostering

/// An instance of the shift scheduling benchmark of T. Curtois and R. Qu (2014), in its published
/// text format.
struct SchedulingInstance {
  let problem: RosterProblem

  private struct Broken: Error, CustomStringConvertible {
    let description: String
  }

  /// - Throws: What the text lacks.
  init(_ text: String) throws {
    var sections: [Substring: [[Substring]]] = [:]
    var current: Substring = ""
    for line in text.split(whereSeparator: \.isNewline) where !line.hasPrefix("#") {
      if line.hasPrefix("SECTION_") {
        current = line.dropFirst(8)
      } else {
        sections[current, default: []].append(
          line.split(separator: ",", omittingEmptySubsequences: false))
      }
    }
    func rows(_ name: Substring) -> [[Substring]] { sections[name] ?? [] }
    func number(_ text: Substring) throws -> Int {
      guard let number = Int(text) else { throw Broken(description: "not a number: \(text)") }
      return number
    }
    let days = try number(rows("HORIZON").first?.first ?? "")
    // All instances begin on a Monday.
    let monday = CivilDate(unchecked: 2024, 1, 1)
    let span = DateSpan(unchecked: monday, monday.advanced(by: days - 1))
    let shifts = rows("SHIFTS")
    let names = shifts.map { $0[0] }
    func kind(_ name: Substring) throws -> Int {
      guard let kind = names.firstIndex(of: name) else {
        throw Broken(description: "no shift \(name)")
      }
      return kind
    }
    let kinds = try shifts.map {
      RosterShift(String($0[0]), start: 480, length: try number($0[1]), isNight: false)
    }
    var forbidden: Set<Succession> = []
    for (first, shift) in shifts.enumerated() where shift.count > 2 {
      for second in shift[2].split(separator: "|") {
        forbidden.insert(Succession(first, then: try kind(second)))
      }
    }
    var people: [RosterPerson] = []
    for row in rows("STAFF") {
      var limits: [Int?] = Array(repeating: nil, count: kinds.count)
      for limit in row[1].split(separator: "|") {
        let parts = limit.split(separator: "=")
        limits[try kind(parts[0])] = try number(parts[1])
      }
      people.append(
        RosterPerson(
          String(row[0]),
          contract: [
            ContractPeriod(days: 0..<days, least: try number(row[3]), most: try number(row[2]))
          ],
          leastDaysInRow: try number(row[5]), mostDaysInRow: try number(row[4]),
          leastDaysOffInRow: try number(row[6]), forbidden: forbidden, mostOfKind: limits,
          mostWeekends: try number(row[7])))
    }
    func person(_ name: Substring) throws -> Int {
      guard let person = people.firstIndex(where: { $0.name == name }) else {
        throw Broken(description: "no employee \(name)")
      }
      return person
    }
    for row in rows("DAYS_OFF") {
      let index = try person(row[0])
      for day in row.dropFirst() { people[index].leave.insert(try number(day)) }
    }
    for (section, isOn) in [("SHIFT_ON_REQUESTS", true), ("SHIFT_OFF_REQUESTS", false)] {
      for row in rows(Substring(section)) {
        people[try person(row[0])].wishes.append(
          RosterWish(
            day: try number(row[1]), kind: try kind(row[2]), isOn: isOn, weight: try number(row[3])))
      }
    }
    let cover = try rows("COVER").map {
      CoverDemand(
        day: try number($0[0]), duty: Duty(kind: try kind($0[1])), people: try number($0[2]),
        under: try number($0[3]), over: try number($0[4]))
    }
    problem = RosterProblem(days: span, kinds: kinds, people: people, cover: cover)
  }
}
