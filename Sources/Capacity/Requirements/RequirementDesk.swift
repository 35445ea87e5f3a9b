// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
import Demand
import Measures
import Scenarios

/// The days in question as tables: what is expected, when the desk is open, and who answers what.
struct RequirementDesk: Sendable {
  let question: RequirementQuestion
  /// The scenario over the days alone, with a day before them on which the desk warms up.
  let scenario: Scenario
  let arrivals: ArrivalPlan
  let perDay: Int
  let intervalCount: Int
  /// Expected inquiries of the shop by interval × type; none in closed hours where they are lost.
  let volume: [Double]
  /// The same with other shops' customers.
  let allVolume: [Double]
  let isOpen: [Bool]
  /// Types of each target, by their place in the scenario.
  let targetTypes: [[Int]]
  /// Of each type the groups that prefer it most.
  let firstGroups: [[Int]]
  /// Of each type the groups that may answer it at all.
  let ableGroups: [[Int]]
  /// Types with customers.
  let types: [Int]
  /// Of these, those that nobody beside the groups answers.
  let ownTypes: [Int]
  /// Erlangs of work that arrive for each group in each interval, where every type goes to the groups
  /// that prefer it most, in equal parts.
  private(set) var work: [[Double]] = []

  init(_ question: RequirementQuestion) throws {
    let whole = question.scenario
    guard !whole.serviceTargets.isEmpty else { throw RequirementError.noTargets }
    guard whole.horizon.contains(question.days.first), whole.horizon.contains(question.days.last)
    else { throw RequirementError.daysOutside(horizon: whole.horizon) }
    self.question = question
    var scenario = whole
    scenario.horizon = question.days
    scenario.serviceTargets = whole.serviceTargets.map(\.ofOneDay)
    let plan = try ArrivalPlan(
      scenario: whole, background: question.background, scale: question.scale)
    arrivals = plan.stretch(question.days, warmUpDays: 1)
    scenario.experiment.warmUpDays = arrivals.warmUpDays
    scenario.experiment.warmUpHours = nil
    self.scenario = scenario
    perDay = whole.interval.perDay
    let intervals = question.days.count * perDay
    intervalCount = intervals
    let typeCount = whole.inquiryTypes.count
    var own = [Double](repeating: 0, count: intervals * typeCount)
    var all = own
    for stream in arrivals.streams {
      let expected = stream.expectedByInterval(in: arrivals, length: whole.interval)
      for (place, count) in expected.enumerated() {
        all[place] += count
        if !stream.isBackground { own[place] += count }
      }
    }
    isOpen = Self.openIntervals(scenario)
    if scenario.closedHours == .lost {
      // Whoever writes then is gone: nobody's work, and in nobody's share.
      for place in own.indices where !isOpen[place / typeCount] {
        (own[place], all[place]) = (0, 0)
      }
    }
    volume = own
    allVolume = all
    guard isOpen.contains(true) else { throw RequirementError.closed }
    targetTypes = scenario.targetTypes
    let groups = question.groups.map { name in whole.agentGroups.first { $0.name == name } }
    let preferences = whole.inquiryTypes.map { type in
      groups.map { group in
        group?.skills.first { $0.inquiryType == type.name }?.preference
      }
    }
    ableGroups = preferences.map { row in row.indices.filter { row[$0] != nil } }
    firstGroups = preferences.map { row in
      let best = row.compactMap(\.self).min()
      return row.indices.filter { row[$0] != nil && row[$0] == best }
    }
    types = (0..<typeCount).filter { type in
      (0..<intervals).contains { all[$0 * typeCount + type] > 0 }
    }
    let besides = Set(question.beside.map(\.group))
    let answered = Set(
      whole.agentGroups.filter { besides.contains($0.name) }.flatMap(\.skills)
        .map(\.inquiryType))
    ownTypes = types.filter { !answered.contains(whole.inquiryTypes[$0].name) }
    for type in ownTypes where ableGroups[type].isEmpty {
      throw RequirementError.nobodyAnswers(inquiryType: whole.inquiryTypes[type].name)
    }
    work = groups.indices.map(expectedWork)
  }

  private func expectedWork(of group: Int) -> [Double] {
    let means = scenario.meanWork
    let length = Double(scenario.interval.seconds)
    return (0..<intervalCount).map { place in
      types.reduce(0) { sum, type in
        guard firstGroups[type].contains(group) else { return sum }
        return sum + allVolume[place * typeCount + type] * means[type]
          / length / Double(firstGroups[type].count)
      }
    }
  }

  var typeCount: Int { scenario.inquiryTypes.count }

  /// Intervals of the days in which the desk is open for a minute or more.
  private static func openIntervals(_ scenario: Scenario) -> [Bool] {
    let length = scenario.interval.seconds
    let count = scenario.horizon.count * scenario.interval.perDay
    var isOpen = [Bool](repeating: false, count: count)
    for day in -1..<scenario.horizon.count {
      for span in scenario.serviceWindow.spans(on: scenario.horizon.first.advanced(by: day)) {
        let start = day * 86_400 + span.start.secondsSinceMidnight
        let end = start + span.length
        guard end > 0 else { continue }
        for place in max(0, start) / length...max(0, end - 1) / length where place < count {
          isOpen[place] = true
        }
      }
    }
    return isOpen
  }

  /// Seconds of the clock between which the desk is open on some of the days; past 86,400 where it closes
  /// after midnight, a whole day where it never closes.
  var openClock: Range<Int> {
    let spans = question.days.flatMap { scenario.serviceWindow.spans(on: $0) }
    let starts = spans.map(\.start.secondsSinceMidnight)
    let ends = spans.map { $0.start.secondsSinceMidnight + $0.length }
    guard let first = starts.min(), let last = ends.max() else { return 0..<86_400 }
    return first..<min(last, first + 86_400)
  }

  /// The days, as intervals.
  var days: [Range<Int>] {
    question.days.indices.map { $0 * perDay..<($0 + 1) * perDay }
  }

  /// Stretches in each of which every target must hold, in order; together all open intervals.
  func blocks() -> [Range<Int>] {
    switch question.hold {
    case .period: [0..<intervalCount]
    case .day: days
    case .interval: days.flatMap { openRuns(in: $0).flatMap(pooled) }
    }
  }

  /// Unbroken open stretches of a day.
  private func openRuns(in day: Range<Int>) -> [Range<Int>] {
    day.split { !isOpen[$0] }.map { $0.startIndex..<$0.endIndex }
  }

  /// Neighbours of an open stretch, until enough inquiries of every target are expected in each.
  private func pooled(_ run: Range<Int>) -> [Range<Int>] {
    var blocks: [Range<Int>] = []
    var start = run.lowerBound
    for place in run {
      let isEnough = targetTypes.allSatisfy { types in
        (start...place).reduce(0) { sum, at in
          sum + types.reduce(0) { $0 + volume[at * typeCount + $1] }
        } >= RequirementQuestion.inquiriesBehindShare
      }
      guard isEnough else { continue }
      blocks.append(start..<place + 1)
      start = place + 1
    }
    // What is left is too little for a stretch of its own.
    if start < run.upperBound {
      let last = blocks.popLast()
      blocks.append((last?.lowerBound ?? start)..<run.upperBound)
    }
    return blocks
  }

  /// Whether somebody is on duty in every open interval who answers each type, and enough people are.
  func isCovered(_ profile: StaffProfile, at place: Int) -> Bool {
    guard isOpen[place] else { return true }
    let people = profile.counts.reduce(0) { $0 + $1[place] }
    return people >= question.leastOnDuty
      && ownTypes.allSatisfy { type in ableGroups[type].contains { profile.counts[$0][place] > 0 } }
  }
}

extension ServiceTarget {
  /// What a promise over days says of one of them: a share of days is how surely each must keep it.
  var ofOneDay: ServiceTarget {
    guard case .shareOfDays(let share) = scope else { return self }
    var target = self
    target.scope = .year
    if confidence.share == nil, share < 1 { target.confidence = .horizons(share) }
    return target
  }
}
