// SPDX-License-Identifier: GPL-3.0-or-later

/// A problem made ready for search: rows of cover, and each person's tours.
struct RosterModel: Sendable {
  let problem: RosterProblem
  let cover: CoverTable
  let people: [TourModel]
  let tours: [PersonTours]
  let days: Int
  let duties: Int

  /// - Throws: What the problem's own check finds, or limits that make too many states.
  init(_ problem: RosterProblem) throws(RosterProblemError) {
    try problem.check()
    self.problem = problem
    cover = CoverTable(problem)
    days = problem.days.count
    duties = problem.dutyCount
    let fair = FairShare(problem)
    var tours: [PersonTours] = []
    for person in problem.people.indices {
      let own = PersonTours(problem, person: person, fair: fair)
      let model = own.full
      guard model.cells <= TourModel.allowedCells else {
        throw .tooManyLimits(
          person: problem.people[person].name, cells: model.cells,
          allowed: TourModel.allowedCells)
      }
      tours.append(own)
    }
    self.tours = tours
    people = tours.map(\.full)
  }

  /// What a tour costs apart from cover.
  func ownPrice(_ tour: [Int16], of person: Int) -> Double {
    people[person].price(of: tour)
  }
}

extension TourModel {
  /// What a tour costs for itself: infinite where a limit on totals is passed. Runs are not looked at.
  func price(of tour: [Int16]) -> Double {
    var sum = 0.0
    var (level, minute) = (0, 0)
    for day in 0..<days {
      let duty = Int(tour[day]) - 1
      if duty < 0 {
        sum += offPrice[day]
      } else {
        guard let place = dutyOrder.firstIndex(of: duty) else { return .infinity }
        sum += dutyPrice[day * duties + duty]
        let kindClass = (0..<classes).first { classStart[$0 + 1] > place } ?? 0
        let isFirstOfWeekend =
          weekendDay[day] == 1
          || (weekendDay[day] == 2
            && (day > 0 ? tour[day - 1] == 0 : start >= classes * runLevels))
        level = outerNext[(kindClass * 2 + (isFirstOfWeekend ? 1 : 0)) * outerLevels + level]
        minute += units[kindClass]
        guard level >= 0, minute < minuteLevels else { return .infinity }
      }
      if let ends = periodEnd[day] {
        sum += ends[minute]
        minute = 0
      }
    }
    return sum + outerPrice[level]
  }
}
