// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
import Experiments
import Inference
import Measures
import Money
import Plans
import Pricing
import Scenarios
import SimulationEngine

/// Simulates a planned year with more and more short-term people on the days of each promotion's height.
extension YearSearch {
  private static let mostReserve = 6

  private struct Window {
    let promotion: String
    let days: [CivilDate]
    let supply: ShiftSupply
    /// Its place in the design; nil where the contract has no such people.
    let place: Int?
    var shift: ShiftPattern
  }

  /// To be called after `run`; in order of the promotions.
  package mutating func reserves(beside year: YearPlan) async throws -> [PromotionReserve] {
    var windows = windows()
    guard !windows.isEmpty else { return [] }
    let lines = year.lines
    let alone = try await losses(lines, windows)
    for index in windows.indices {
      windows[index].shift = neediest(windows[index], alone.byInterval[index])
    }
    var points: [[ReserveCurve.Point]] = windows.map { _ in [] }
    for people in 0...Self.mostReserve {
      let more = windows.map { window in
        window.supply.line(
          window.shift, agents: people, dates: window.days.map { DateSpan(unchecked: $0, $0) })
      }
      let met = people == 0 ? alone : try await losses(lines + more, windows)
      for index in windows.indices {
        let prices = try windows[index].days.map { try price(windows[index], on: $0) }
        points[index].append(
          ReserveCurve.Point(
            people: people, price: prices.reduce(0, +) * Double(people),
            losses: met.losses[index], missing: met.missing[index]))
      }
    }
    return try windows.enumerated().map { index, window in
      let notice = BookingNotice(window.supply, under: question.plan)
      let prices = try window.days.map { try price(window, on: $0) }
      return PromotionReserve(
        promotion: window.promotion, days: window.days, group: window.supply.group,
        shift: "\(window.shift.hours.start)-\(window.shift.hours.end)",
        shiftPrice: prices.reduce(0, +) / Double(max(1, prices.count)),
        isPriceAssumed: window.place == nil,
        deadline: notice.deadline(from: window.days[0]),
        curve: ReserveCurve(points: points[index]))
    }
  }

  /// The phase of most lift of each promotion.
  private func windows() -> [Window] {
    var windows: [Window] = []
    let horizon = question.requirement.days
    for stream in question.requirement.scenario.demand where !stream.isBackground {
      guard case .seasonal(let demand) = stream.source else { continue }
      for wave in demand.promotions {
        guard let top = wave.phases.max(by: { $0.lift < $1.lift }), top.lift > 1,
          let span = DateSpan(first: top.start.date, last: top.lastDate)?.intersection(horizon),
          !windows.contains(where: { $0.promotion == wave.name })
        else { continue }
        let (supply, place) = reserve(on: span)
        windows.append(
          Window(
            promotion: wave.name, days: Array(span), supply: supply, place: place,
            shift: ShiftPattern(name: "", hours: .officeHours)))
      }
    }
    return windows.sorted { ($0.days[0], $0.promotion) < ($1.days[0], $1.promotion) }
  }

  /// Short-term people of the design who can be had on the days, else such as are usual.
  private func reserve(on days: DateSpan) -> (supply: ShiftSupply, place: Int?) {
    let supplies = question.design.supplies
    if let place = supplies.firstIndex(where: { supply in
      supply.engagement == .shortTerm && days.allSatisfy(supply.works)
    }) {
      return (supplies[place], place)
    }
    return (
      ShiftSupply(group: question.requirement.groups[0], engagement: .shortTerm), nil
    )
  }

  private mutating func price(_ window: Window, on date: CivilDate) throws -> Double {
    let day = DateSpan(unchecked: date, date)
    if let place = window.place {
      return try price(
        ShiftColumn(supply: place, shift: window.shift, dates: day, isHeld: false))
    }
    let usual = ShiftClause(group: window.supply.group).prices
    let kind = ShiftKinds(scenario: question.requirement.scenario).kind(of: window.shift, on: date)
    return usual[kind].map { Double($0.yuan.millionths) / 1e6 } ?? 0
  }

  private struct Losses: Archived {
    /// `losses[window][replication]`, yuan of margin.
    var losses: [[Double]]
    var missing: [Double]
    /// `byInterval[window][interval of the day]`: customers who leave.
    var byInterval: [[Double]]

    mutating func pass(through archive: inout Archive) {
      archive.pass(&missing)
      for window in losses.indices {
        archive.pass(&losses[window])
        archive.pass(&byInterval[window])
      }
    }
  }

  private func losses(_ lines: [StaffingLine], _ windows: [Window]) async throws -> Losses {
    let scenario = question.requirement.scenario
    let experiment = try Experiment(
      scenario: scenario, staffing: StaffingPlan(lines: lines, unstaffed: .allow),
      demandScale: question.requirement.scale)
    let first = scenario.horizon.first
    let places = windows.map { $0.days.map { first.days(to: $0) } }
    let typeCount = scenario.inquiryTypes.count
    let kept = scenario.grossMargin * (1 - scenario.refundShare)
    var found = Losses(
      losses: windows.map { _ in [] }, missing: windows.map { _ in 0 },
      byInterval: windows.map { _ in [Double](repeating: 0, count: desk.perDay) })
    let replications = proofReplications
    let journal = WorkJournal.current
    let key = journal?.key(
      "reserve", of: scenario, question.requirement.scale, lines, places, replications)
    if let journal, let key, journal.fill(&found, from: key) { return found }
    let types = desk.targetTypes
    try await experiment.run(
      replications, threads: question.requirement.threads, days: Set(places.joined())
    ) { summary in
      for (index, days) in places.enumerated() {
        let rows = days.map { day in
          (0..<typeCount).map { summary.days[day * typeCount + $0] }
        }
        let lost = rows.joined().reduce(0) { $0 + $1[.salesLost] }
        found.losses[index].append(lost * kept)
        let isMissed = scenario.serviceTargets.enumerated().contains { place, target in
          var (top, bottom) = (0.0, 0.0)
          for row in rows {
            for type in types[place] {
              let parts = row[type].parts(of: target.measure)
              (top, bottom) = (top + parts.top, bottom + parts.bottom)
            }
          }
          return bottom > 0 && !target.keeps(top / bottom)
        }
        if isMissed { found.missing[index] += 1 / Double(replications.count) }
        for day in days {
          for place in 0..<desk.perDay {
            for type in 0..<typeCount {
              summary.record.read(interval: day * desk.perDay + place, type: type) { numbers in
                let row = IntervalRow(layout: scenario.countLayout, numbers)
                found.byInterval[index][place] += row.parts(of: .abandonment).top
              }
            }
          }
        }
      }
    }
    if let journal, let key { journal.keep(found, as: key) }
    return found
  }

  /// The shift during which most customers leave.
  private func neediest(_ window: Window, _ leaving: [Double]) -> ShiftPattern {
    let shifts = window.supply.shifts(open: desk.openClock, step: step)
    func share(_ shift: ShiftPattern) -> Double {
      shift.presence(step: step).reduce(0) { $0 + leaving[$1.place % leaving.count] * $1.share }
    }
    return shifts.max { share($0) < share($1) } ?? window.shift
  }
}
