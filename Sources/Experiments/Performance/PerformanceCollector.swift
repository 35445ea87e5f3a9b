// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
import Inference
import Measures
package import Scenarios
import SimulationEngine
package import Workforce

/// Adds replications up, in their order, to means by every stretch of time.
///
/// Memory grows with the horizon and with the replications' monthly sums, not with the chats.
package struct PerformanceCollector: Sendable {
  private var scenario: Scenario
  private let values: [TypeValue]
  private let none: ServiceMeasures
  private let staffed: [Double]
  private let agentGroups: [Int]
  /// Sums by interval; empty where intervals are not wanted.
  private var intervals: [ServiceMeasures]
  private var days: [ServiceMeasures]
  private let places: MomentPlaces
  /// By interval and by day; empty where intervals are not wanted.
  private var intervalMoments: MomentTally
  private var dayMoments: MomentTally
  private var groups: [GroupInterval]
  private var waits: [WaitTimes]
  /// Sums by person; empty where intervals are not wanted.
  private var people: [AgentTotals]
  /// Of each group.
  private var chats: [Int]
  private var answered: [Int]
  /// Nil where every open half hour has somebody.
  private var unstaffed: UnstaffedTally?
  /// Each replication in a dozen sums, in order.
  package private(set) var totals: [ReplicationTotals] = []
  /// Sums of each replication over the horizon, in order.
  package private(set) var years: [ServiceMeasures] = []
  /// The same of the messages of the night; empty where none are answered as such.
  package private(set) var nights: [ServiceMeasures] = []
  /// Sums of each replication by month × type, in order.
  package private(set) var months: [[ServiceMeasures]] = []

  /// - Parameters:
  ///   - keepsIntervals: Whether the report has rows by interval.
  ///   - unstaffed: Whether open intervals may be without anybody.
  package init(
    scenario: Scenario, timeline: StaffingTimeline, keepsIntervals: Bool = true,
    unstaffed: UnstaffedHours = .refuse
  ) {
    self.scenario = scenario
    self.unstaffed =
      unstaffed == .allow ? UnstaffedTally(scenario: scenario, timeline: timeline) : nil
    staffed = keepsIntervals ? timeline.staffedAgents() : []
    agentGroups = timeline.agents.map(\.group)
    chats = Array(repeating: 0, count: scenario.agentGroups.count)
    answered = chats
    values = scenario.inquiryTypes.map(TypeValue.init)
    waits = scenario.inquiryTypes.map {
      let isMessages = if case .messages = $0.service { true } else { false }
      return WaitTimes(layout: scenario.countLayout, isMessages: isMessages)
    }
    people = Array(repeating: AgentTotals(), count: keepsIntervals ? agentGroups.count : 0)
    none = ServiceMeasures(layout: scenario.countLayout)
    intervals = Array(repeating: none, count: staffed.count)
    days = Array(
      repeating: none, count: scenario.horizon.count * scenario.inquiryTypes.count)
    groups = Array(repeating: GroupInterval(), count: scenario.agentGroups.count)
    places = MomentPlaces(none.layout)
    intervalMoments = MomentTally(count: staffed.count)
    dayMoments = MomentTally(count: keepsIntervals ? scenario.horizon.count : 0)
  }

  package var replications: Int { years.count }

  /// Takes the sums of another one, whose scenario has the same simulation.
  package mutating func take(_ other: PerformanceCollector) {
    let own = scenario
    self = other
    scenario = own
  }

  package mutating func add(_ summary: ReplicationSummary) {
    years.append(summary.year)
    if let overnight = summary.overnight { nights.append(overnight) }
    totals.append(summary.totals)
    months.append(summary.months)
    unstaffed?.add(summary)
    for index in days.indices { days[index] += summary.days[index] }
    for (index, sums) in summary.groups.enumerated() { groups[index] += sums }
    for type in waits.indices { waits[type].add(summary, type: type) }
    for agent in people.indices { people[agent] += summary.record.agents[agent] }
    for (agent, group) in agentGroups.enumerated() {
      chats[group] += summary.record.agents[agent].chats
      answered[group] += summary.record.agents[agent].answered
    }
    guard !intervals.isEmpty else { return }
    for interval in intervals.indices {
      let before = places.counts(intervals[interval])
      for (type, value) in values.enumerated() {
        intervals[interval].add(summary.record, interval: interval, type: type, value: value)
      }
      // Whole numbers: what was added is the difference, to the last bit.
      intervalMoments.add(places.counts(intervals[interval]) - before, to: interval)
    }
    let typeCount = values.count
    for day in scenario.horizon.indices {
      let types = summary.days[day * typeCount..<(day + 1) * typeCount]
      dayMoments.add(
        types.reduce(into: MomentCounts()) { $0 += places.counts($1) }, to: day)
    }
  }

  /// The means so far; empty before the first replication.
  package func report() -> PerformanceReport {
    var report = PerformanceReport(scenario)
    let layout = none.layout
    guard replications > 0 else { return report }
    let count = Double(replications)
    let typeCount = values.count
    report.replications = replications
    report.totals = totals
    report.years = years
    report.monthlyArrivals = months.map { $0.map { $0[.arrivals] } }
    let monthly = (0..<(months[0].count)).map { cell in
      months.map { $0[cell] }.sum(layout: layout).divided(by: count)
    }
    let first = scenario.horizon.first.yearMonth
    report.months = (0..<monthly.count / max(1, typeCount)).map { month in
      let cells = month * typeCount..<(month + 1) * typeCount
      let types = Array(monthly[cells])
      return MonthPerformance(
        month: first.advanced(by: month), measures: types.sum(layout: layout), types: types,
        serviceLevel: serviceLevel(cells), serviceLevels: cells.map { serviceLevel($0..<$0 + 1) })
    }
    report.types = scenario.inquiryTypes.enumerated().map { type, inquiry in
      TypePerformance(
        name: inquiry.name, measures: report.months.map { $0.types[type] }.sum(layout: layout))
    }
    report.year = years.sum(layout: layout).divided(by: count)
    report.overnight = nights.isEmpty ? nil : nights.sum(layout: layout).divided(by: count)
    report.days = scenario.horizon.enumerated().map { day, date in
      let types = days[day * typeCount..<(day + 1) * typeCount]
      return DayPerformance(date: date, measures: types.sum(layout: layout).divided(by: count))
    }
    report.intervals = intervalRows(count)
    report.worstInterval = intervalMoments.worst.flatMap { index in
      let (day, slot) = index.quotientAndRemainder(dividingBy: scenario.interval.perDay)
      return WorstMoment(
        index, of: intervalMoments, replications: replications, date: scenario.horizon[day],
        start: ClockTime(unchecked: slot * scenario.interval.seconds),
        length: scenario.interval.seconds)
    }
    report.worstDay = dayMoments.worst.flatMap { day in
      WorstMoment(
        day, of: dayMoments, replications: replications, date: scenario.horizon[day], start: nil,
        length: 86_400)
    }
    report.groups = scenario.agentGroups.indices.map { index in
      let (group, sums) = (scenario.agentGroups[index], groups[index])
      return GroupPerformance(
        name: group.name, chats: Double(chats[index]) / count,
        answered: Double(answered[index]) / count,
        hoursOnDuty: sums.staffed / count / 3600,
        occupancy: Occupancy([(sums, group.chatLimit)]))
    }
    report.waits = waits
    report.agents = people.enumerated().map { number, sums in
      AgentPerformance(
        number: number, group: scenario.agentGroups[agentGroups[number]].name,
        chats: Double(sums.chats) / count, answered: Double(sums.answered) / count,
        onDuty: sums.staffed / count, busy: sums.busy / count,
        work: sums.composing / count)
    }
    report.unstaffed = unstaffed?.sums.divided(by: count)
    report.occupancy = Occupancy(
      zip(groups, scenario.agentGroups.map(\.chatLimit)).map { ($0, $1) })
    return report
  }

  /// Of some months and types together, as one ratio of expectations.
  private func serviceLevel(_ cells: Range<Int>) -> ConfidenceInterval? {
    var sums = RatioSums()
    for replication in months {
      let counts = replication[cells].reduce(into: MomentCounts()) { $0 += places.counts($1) }
      sums.add(counts.inTime, over: counts.arrived)
    }
    return sums.ratio(of: replications)
  }

  private func intervalRows(_ count: Double) -> [IntervalPerformance] {
    let perDay = scenario.interval.perDay
    let length = scenario.interval.seconds
    return intervals.indices.map { index in
      let (day, slot) = index.quotientAndRemainder(dividingBy: perDay)
      return IntervalPerformance(
        date: scenario.horizon[day], start: ClockTime(unchecked: slot * length), length: length,
        measures: intervals[index].divided(by: count), staffed: staffed[index])
    }
  }
}

extension PerformanceCollector: Archived {
  package mutating func pass(through archive: inout Archive) {
    let none = none
    archive.pass(&intervals, of: none)
    archive.pass(&days, of: none)
    archive.pass(&intervalMoments)
    archive.pass(&dayMoments)
    archive.pass(&groups, of: GroupInterval())
    for type in waits.indices { archive.pass(&waits[type]) }
    archive.pass(&people, of: AgentTotals())
    archive.pass(&chats, of: 0) { $1.pass(&$0) }
    archive.pass(&answered, of: 0) { $1.pass(&$0) }
    if var sums = unstaffed {
      archive.pass(&sums)
      unstaffed = sums
    }
    archive.pass(&totals, of: ReplicationTotals(layout: none.layout))
    archive.pass(&years, of: none)
    archive.pass(&nights, of: none)
    archive.pass(&months, of: []) { $1.pass(&$0, of: none) }
  }
}

extension Occupancy {
  /// From the sums of groups with their chat limits.
  init(_ groups: [(GroupInterval, chatLimit: Int)]) {
    let staffed = groups.reduce(0) { $0 + $1.0.staffed }
    let slots = groups.reduce(0) { $0 + $1.0.staffed * Double($1.chatLimit) }
    self.init(
      engaged: groups.reduce(0) { $0 + $1.0.busy } / staffed,
      slots: groups.reduce(0) { $0 + $1.0.chats } / slots,
      work: groups.reduce(0) { $0 + $1.0.work } / staffed)
  }
}
