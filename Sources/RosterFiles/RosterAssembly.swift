// SPDX-License-Identifier: GPL-3.0-or-later

package import Calendars
import Pricing
package import Rostering

/// Puts staff, shifts, cover and an earlier roster together to a problem.
package struct RosterAssembly: Sendable {
  package let days: DateSpan
  package let kinds: [RosterShift]
  package let groups: [String]
  package let staff: [StaffRecord]

  /// - Parameters:
  ///   - days: Dates of staff's wishes, leave and locks outside them do not matter.
  ///   - groups: Those that the other files name, in their order.
  package init(days: DateSpan, kinds: [RosterShift], groups: [String], staff: [StaffRecord]) {
    self.days = days
    self.kinds = kinds
    self.staff = staff
    var all: [String] = []
    for group in groups + staff.flatMap(\.groups) where !all.contains(group) { all.append(group) }
    self.groups = all.isEmpty ? [""] : all
  }

  /// - Throws: `RosterFileError` of staff: names that no other file knows.
  package func people(history: RosterFile?) throws(RosterFileError) -> [RosterPerson] {
    var people: [RosterPerson] = []
    for record in staff {
      let before = history.flatMap { self.history(of: record.name, in: $0) }
      people.append(try person(record, history: before))
    }
    return people
  }

  private func person(
    _ record: StaffRecord, history: RosterHistory?
  ) throws(RosterFileError) -> RosterPerson {
    func kind(_ name: String, _ column: String) throws(RosterFileError) -> Int {
      guard let kind = kinds.firstIndex(where: { $0.name == name }) else {
        throw RosterFileError(
          line: record.line, column: column,
          .record(.notOneOf(name, allowed: kinds.map(\.name))))
      }
      return kind
    }
    func group(_ name: String, _ column: String) throws(RosterFileError) -> Int {
      guard let group = groups.firstIndex(of: name) else {
        throw RosterFileError(
          line: record.line, column: column, .record(.notOneOf(name, allowed: groups)))
      }
      return group
    }
    var own: [Int] = []
    for name in record.groups { own.append(try group(name, "groups")) }
    var person = RosterPerson(
      record.name, groups: own.isEmpty ? Array(groups.indices) : own.sorted(),
      leastDaysInRow: record.leastDaysInRow, mostDaysInRow: record.mostDaysInRow,
      leastDaysOffInRow: record.leastDaysOffInRow, rest: record.rest,
      mostWeekends: record.mostWeekends, mostNights: record.mostNights, history: history,
      share: record.mostMinutes ?? RosterAssembly.fullWeek)
    for (first, second) in record.forbidden {
      person.forbidden.insert(
        Succession(try kind(first, "forbidden"), then: try kind(second, "forbidden")))
    }
    if !record.mostOf.isEmpty {
      person.mostOfKind = Array(repeating: nil, count: kinds.count)
      for (shift, count) in record.mostOf {
        person.mostOfKind[try kind(shift, "most_of")] = count
      }
    }
    for span in record.leave {
      for date in span where days.contains(date) { person.leave.insert(days.first.days(to: date)) }
    }
    for wish in record.wishes {
      let wanted = try wish.shift.map { (name) throws(RosterFileError) in try kind(name, "wishes") }
      guard days.contains(wish.date) else { continue }
      person.wishes.append(
        RosterWish(
          day: days.first.days(to: wish.date), kind: wanted, isOn: wish.isOn, weight: wish.weight))
    }
    for lock in record.locked {
      let shift = try lock.shift.map { (name) throws(RosterFileError) in try kind(name, "locked") }
      let place = try lock.group.map { (name) throws(RosterFileError) in try group(name, "locked") }
      guard days.contains(lock.date) else { continue }
      person.locked[days.first.days(to: lock.date)] = .some(
        shift.map { Duty(kind: $0, group: place ?? person.groups[0]) })
    }
    person.contract = contract(record, person)
    return person
  }

  /// Share of somebody without a limit of minutes beside others' contracts.
  private static let fullWeek = 2400

  /// One period for each calendar week. Of a week that is cut off, a part of the least; all of the
  /// most, less what the days before have used.
  private func contract(_ record: StaffRecord, _ person: RosterPerson) -> [ContractPeriod] {
    guard record.mostMinutes != nil || record.ceilingMinutes != nil || record.leastMinutes > 0
    else { return [] }
    let most = record.mostMinutes ?? record.ceilingMinutes ?? 10_080
    var periods: [ContractPeriod] = []
    var first = 0
    while first < days.count {
      let end = min(days.count, first + 7 - days[first].weekday.rawValue)
      let isCut = end - first < 7 && !(first == 0 && person.history != nil && end < days.count)
      let credit = record.leaveMinutes * person.leave.count { (first..<end).contains($0) }
      let least = isCut ? record.leastMinutes * (end - first) / 7 : record.leastMinutes
      periods.append(
        ContractPeriod(
          days: first..<end, least: max(0, least - credit), most: max(0, most - credit),
          ceiling: max(0, (record.ceilingMinutes ?? most) - credit)))
      first = end
    }
    return periods
  }

  /// What an earlier roster says of the days before the first; nil where it does not reach them, or
  /// does not know the person.
  private func history(of name: String, in roster: RosterFile) -> RosterHistory? {
    let last = days.first.advanced(by: -1)
    guard roster.days.contains(last), roster.rows.contains(where: { $0.person == name }) else {
      return nil
    }
    var shifts: [Int: Int] = [:]
    for row in roster.rows where row.person == name && row.shift.date <= last {
      shifts[row.shift.date.dayNumber] = kinds.firstIndex { $0.name == row.shift.shift }
    }
    let lastKind = shifts[last.dayNumber]
    var run = 0
    var day = last.dayNumber
    while day >= roster.days.first.dayNumber, (shifts[day] != nil) == (lastKind != nil) {
      run += 1
      day -= 1
    }
    var minutes = 0
    for back in stride(from: 1, through: days.first.weekday.rawValue, by: 1) {
      if let kind = shifts[days.first.dayNumber - back] { minutes += kinds[kind].paid }
    }
    return RosterHistory(lastKind: lastKind, run: run, minutesBefore: minutes)
  }

  /// The roster of a file over the days.
  ///
  /// - Throws: `RosterFileError` for a person or a group that staff does not know.
  package func roster(_ file: RosterFile) throws(RosterFileError) -> Roster {
    var roster = Roster(people: staff.count, days: days.count)
    for row in file.rows {
      guard let person = staff.firstIndex(where: { $0.name == row.person }) else {
        throw RosterFileError(
          line: row.shift.line, column: "person",
          .record(.notOneOf(row.person, allowed: staff.map(\.name))))
      }
      guard days.contains(row.shift.date) else { continue }
      let kind = kinds.firstIndex { $0.name == row.shift.shift } ?? 0
      roster[person, days.first.days(to: row.shift.date)] = Duty(
        kind: kind, group: try group(row.shift, of: staff[person]))
    }
    return roster
  }

  /// Days of a file that are marked as settled, by person.
  package func locks(_ file: RosterFile) throws(RosterFileError) -> [Int: [Int: Duty]] {
    let roster = try roster(file)
    var locks: [Int: [Int: Duty]] = [:]
    for row in file.rows where row.isLocked && days.contains(row.shift.date) {
      guard let person = staff.firstIndex(where: { $0.name == row.person }) else { continue }
      let day = days.first.days(to: row.shift.date)
      locks[person, default: [:]][day] = roster[person, day]
    }
    return locks
  }

  /// A row without a group is for the person's first.
  private func group(
    _ shift: NamedShift, of person: StaffRecord? = nil
  ) throws(RosterFileError) -> Int {
    guard let name = shift.group ?? person?.groups.first else { return 0 }
    guard let group = groups.firstIndex(of: name) else {
      throw RosterFileError(
        line: shift.line, column: "group", .record(.notOneOf(name, allowed: groups)))
    }
    return group
  }

  /// - Parameters:
  ///   - under: Price of each person too few, where a row has none; `over` likewise.
  package func cover(
    _ file: CoverFile, under: Int, over: Int
  ) throws(RosterFileError) -> [CoverDemand] {
    var cover: [CoverDemand] = []
    for row in file.rows {
      let kind = kinds.firstIndex { $0.name == row.shift.shift } ?? 0
      cover.append(
        CoverDemand(
          day: days.first.days(to: row.shift.date),
          duty: Duty(kind: kind, group: try group(row.shift)), people: row.people,
          under: row.under ?? under, over: row.over ?? over))
    }
    return cover
  }
}

extension CoverFile {
  package var groups: [String] { rows.compactMap(\.shift.group) }
}

extension RosterFile {
  package var groups: [String] { rows.compactMap(\.shift.group) }
}
