// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars

/// The rules of one person, made ready for looking through all his possible tours.
///
/// A tour is what he works on each day of the horizon. Its state after a day is the class of the last
/// shift with the days in a row so far (or the days off in a row), and what is counted: weekends,
/// limited kinds, paid minutes. Kinds that no rule can tell apart share a class.
struct TourModel: Sendable {
  let days: Int
  let duties: Int
  /// Days in a row after which a further one changes nothing, and the fewest and most.
  let runLevels: Int
  let runLeast: Int
  let runMost: Int
  let offLevels: Int
  /// Runs that begin on the first day may be short.
  let isFree: Bool
  let start: Int
  let historyRun: Int

  let classes: Int
  /// Usable duties by class: those of class c are `dutyOrder[classStart[c]..<classStart[c + 1]]`.
  let dutyOrder: [Int]
  let classStart: [Int]
  /// Whether class c may follow class b, at `b × classes + c`.
  let mayFollow: [Bool]
  /// Paid units of each class.
  let units: [Int]

  /// Levels of the paid units within a period.
  let minuteLevels: Int
  /// What each level costs at the end of a day on which a period ends; nil on other days.
  let periodEnd: [[Double]?]
  /// Days of the same period before each day.
  let daysBefore: [Int]
  /// Combinations of weekends and counters.
  let outerLevels: Int
  /// Where a day leads from each combination, −1 for nowhere: at
  /// `((class × 2 + weekend) × outerLevels + level)`.
  let outerNext: [Int]
  let outerPrice: [Double]

  /// Price of each duty (`day × duties + duty`) and of a day off; infinite where forbidden.
  let dutyPrice: [Double]
  let offPrice: [Double]
  /// 1 on Saturdays, 2 on Sundays, otherwise 0.
  let weekendDay: [Int]

  var states: Int { classes * runLevels + offLevels }
  /// Places of the values of all days.
  var cells: Int { (days + 1) * states * outerLevels * minuteLevels }

  func workState(_ kindClass: Int, run: Int) -> Int { kindClass * runLevels + run - 1 }
  func offState(_ run: Int) -> Int { classes * runLevels + min(run, offLevels) - 1 }

  static let allowedCells = 24_000_000

  init(
    _ problem: RosterProblem, person index: Int, fair: FairShare, counters: [TourCounter],
    leavingOut: Set<Int>
  ) {
    let person = problem.people[index]
    let limits = TourLimits(
      problem, person: index, fair: fair, counters: counters, leavingOut: leavingOut)
    days = problem.days.count
    duties = problem.dutyCount
    runLeast = person.leastDaysInRow
    runMost = person.mostDaysInRow ?? Int.max
    runLevels = person.mostDaysInRow ?? person.leastDaysInRow
    offLevels = person.leastDaysOffInRow
    isFree = person.history == nil

    classes = limits.classKinds.count
    var order: [Int] = []
    var starts = [0]
    for kinds in limits.classKinds {
      for kind in kinds {
        for group in person.groups {
          order.append(problem.place(of: Duty(kind: kind, group: group)))
        }
      }
      starts.append(order.count)
    }
    dutyOrder = order
    classStart = starts
    mayFollow = limits.classKinds.flatMap { before in
      limits.classKinds.map { !problem.forbids(before[0], then: $0[0], for: person) }
    }
    units = limits.classUnits
    minuteLevels = limits.minuteLevels
    periodEnd = limits.periodEnd
    daysBefore = limits.daysBefore
    outerLevels = limits.outerPrice.count
    outerNext = limits.outerNext
    outerPrice = limits.outerPrice

    let usable = Set(order)
    let prices = TourPrices(problem, person: index, usable: usable)
    dutyPrice = prices.duty
    offPrice = prices.off
    weekendDay = problem.days.map {
      $0.weekday == .saturday ? 1 : $0.weekday == .sunday ? 2 : 0
    }
    if let history = person.history, history.lastKind != nil {
      // What may follow the last shift is in the prices of the first day; its class is then without
      // a meaning of its own.
      let run = min(history.run, runLevels)
      historyRun = run
      start = classes == 0 ? 0 : run - 1
    } else {
      historyRun = 0
      let off = person.history.map { min($0.run, person.leastDaysOffInRow) }
      start = classes * runLevels + (off ?? person.leastDaysOffInRow) - 1
    }
  }
}

/// What each day of somebody costs for itself: wishes, changes, and what is settled or forbidden.
struct TourPrices {
  private(set) var duty: [Double]
  private(set) var off: [Double]

  init(_ problem: RosterProblem, person index: Int, usable: Set<Int>) {
    let person = problem.people[index]
    let (days, duties) = (problem.days.count, problem.dutyCount)
    duty = Array(repeating: .infinity, count: days * duties)
    off = Array(repeating: 0, count: days)
    for day in 0..<days {
      for place in usable { duty[day * duties + place] = 0 }
      if let previous = problem.previous {
        let before = previous[index, day].map(problem.place)
        if before != nil { off[day] += Double(problem.prices.change) }
        for place in usable where place != before {
          duty[day * duties + place] += Double(problem.prices.change)
        }
      }
    }
    for wish in person.wishes {
      let weight = Double(wish.weight)
      if wish.isOn { off[wish.day] += weight }
      for place in usable {
        let isMeant = wish.kind == nil || wish.kind == problem.duty(at: place).kind
        if isMeant != wish.isOn { duty[wish.day * duties + place] += weight }
      }
    }
    for day in 0..<days {
      let settled = person.locked[day]
      let isLeave = person.leave.contains(day)
      for place in 0..<duties {
        if isLeave || (settled.map { $0.map(problem.place) != place } ?? false) {
          duty[day * duties + place] = .infinity
        }
      }
      if let settled, settled != nil { off[day] = .infinity }
    }
    if let last = person.history?.lastKind, days > 0 {
      for place in usable
      where problem.forbids(last, then: problem.duty(at: place).kind, for: person) {
        duty[place] = .infinity
      }
    }
  }
}
