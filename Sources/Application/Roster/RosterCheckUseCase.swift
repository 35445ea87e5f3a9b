// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
package import RosterFiles
package import Rostering

/// Checks a roster that somebody has written or edited, rule by rule.
package struct RosterCheckUseCase: UseCase {
  package struct Request: Sendable {
    package var roster: String
    package var staff: String
    package var shifts: String?
    /// Days before the roster's; nil where they are not known.
    package var previous: String?
    /// People wanted: by day and shift, whose days are then the roster's, or by interval, as `require` writes
    /// them; nil where only people's rules are judged.
    package var cover: String?

    package init(
      roster: String, staff: String, shifts: String? = nil, previous: String? = nil,
      cover: String? = nil
    ) {
      self.cover = cover
      self.roster = roster
      self.staff = staff
      self.shifts = shifts
      self.previous = previous
    }
  }

  package struct Outcome: Sendable {
    package let problem: RosterProblem
    package let roster: Roster
    package let violations: [RosterViolation]
    /// Days and shifts with fewer people than cover wants; none without cover.
    package let shortages: [CoverShortage]
    /// Stretches with fewer people on duty than a requirement by intervals wants; nil without one.
    package let intervals: [IntervalShortage]?
    /// Days of that requirement beyond the roster's, which are not judged.
    package let daysNotJudged: Int

    /// Whether it breaks no rule and leaves nobody missing.
    package var isSound: Bool {
      violations.isEmpty && shortages.isEmpty && (intervals ?? []).isEmpty
    }
  }

  package typealias Progress = Never

  private let request: Request
  private let problem: RosterProblem
  private let roster: Roster
  private let intervals: [IntervalShortage]?
  private let daysNotJudged: Int

  package init(_ request: Request) throws(ApplicationError) {
    self.request = request
    var wanted: CoverFile?
    let inputs = try RosterInputs(
      request.roster, shifts: request.shifts, previous: request.previous, staff: request.staff
    ) { path, kinds, areGiven throws(RosterFileError) in
      try RosterFile(path: path, kinds: &kinds, areGiven: areGiven)
    }
    let file = inputs.subject
    var needs: [IntervalNeed]?
    if let path = request.cover, IntervalNeedFile.isOne(path) {
      needs = try reading(path) { () throws(RosterFileError) in
        try IntervalNeedFile(path: path).needs
      }
    } else if let path = request.cover {
      wanted = try reading(path) { () throws(RosterFileError) in
        var kinds = inputs.kinds
        return try CoverFile(path: path, kinds: &kinds, areGiven: true)
      }
    }
    let days = wanted?.days ?? file.days
    let assembly = RosterAssembly(
      days: days, kinds: inputs.kinds, groups: (wanted?.groups ?? []) + file.groups,
      staff: inputs.staff)
    // Who is of one group alone works for it; else the need's only group is meant.
    let staff = inputs.staff
    let only = Set((needs ?? []).map(\.group)).count == 1 ? needs?.first?.group : nil
    intervals = needs.map { needs in
      IntervalShortage.all(of: file.entries, against: needs, on: file.days) { entry in
        only ?? staff.first { $0.name == entry.person }?.groups.first ?? ""
      }
    }
    daysNotJudged = Set((needs ?? []).map(\.date)).count { !file.days.contains($0) }
    let people = try reading(request.staff) { () throws(RosterFileError) in
      try assembly.people(history: inputs.previous)
    }
    roster = try reading(request.roster) { () throws(RosterFileError) in
      try assembly.roster(file)
    }
    let cover = try wanted.map { wanted throws(ApplicationError) in
      try reading(request.cover ?? "") { () throws(RosterFileError) in
        let prices = RosterPriceList()
        return try assembly.cover(wanted, under: prices.under, over: prices.over)
      }
    }
    problem = RosterProblem(
      days: days, kinds: inputs.kinds, groups: assembly.groups, people: people, cover: cover ?? [])
    do throws(RosterProblemError) {
      try problem.check()
    } catch {
      throw .file(request.staff, .roster(RosterFileError(line: 0, .together(error))))
    }
  }

  package var inputs: [String] {
    [request.roster, request.staff]
      + [request.shifts, request.previous, request.cover].compactMap { $0 }
  }

  package func run(
    _ report: @escaping @Sendable (Never) -> Void
  ) async throws(ApplicationError) -> Outcome {
    Outcome(
      problem: problem, roster: roster,
      violations: RosterChecker(problem).violations(of: roster),
      shortages: problem.shortages(of: roster), intervals: intervals,
      daysNotJudged: daysNotJudged)
  }
}
