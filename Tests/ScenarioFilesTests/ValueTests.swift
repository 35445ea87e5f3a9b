// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
import Measures
import Money
import Plans
import Pricing
import ScenarioFiles
import Scenarios
import Testing

@Suite struct ValueTests {
  @Test(arguments: ["480", "480 s", "480s", "8 min", "8min", "0.13333333333333333 h"])
  func `durations are read in seconds, minutes and hours`(_ written: String) throws {
    let scenario = try read(["handling: 480 s": "handling: \(written)"])
    guard case .conversation(.deterministic(let seconds)) = scenario.inquiryTypes[0].service else {
      Issue.record("a fixed handling time was expected")
      return
    }
    #expect(abs(seconds - 480) < 1e-9)
  }

  @Test(arguments: ["0.05", "5 %", "5%", "5.0 %"])
  func `shares are read as parts and per cent`(_ written: String) throws {
    #expect(try read(["10 %": written]).inquiryTypes[0].conversion == 0.05)
  }

  @Test(arguments: ["100", "100.00", "100 yuan", "100 元", "\"100\""])
  func `money is exact`(_ written: String) throws {
    #expect(
      try read(["order_value: 100": "order_value: \(written)"]).inquiryTypes[0].orderValue
        == .yuan(100))
  }

  @Test func `clock times are not sexagesimal numbers`() throws {
    let text =
      [
        "service_window: 09:00-17:00": "service_window: {open: 9:00, close: 20:00}",
        "day: 09:00-17:00": "day: {start: 9:00, end: 20:00}",
      ] as KeyValuePairs
    let scenario = try read(text)
    let nine = try #require(ClockTime(hour: 9))
    let twenty = try #require(ClockTime(hour: 20))
    #expect(scenario.serviceWindow == .daily(ClockSpan(start: nine, end: twenty)))
    #expect(scenario.plans[0].staffing.lines[0].shift.hours.length == 11 * 3600)
  }

  @Test func `hours by weekday and date win over the usual ones`() throws {
    let scenario = try read([
      "service_window: 09:00-17:00": """
      service_window:
        open: 09:00
        close: 17:00
        weekdays: {sun: closed, sat: [09:00-12:00, 13:00-15:00]}
        exceptions: {2026-01-01: closed}
      """
    ])
    let window = scenario.serviceWindow
    func spans(_ day: Int) -> Int {
      CivilDate(year: 2026, month: 1, day: day).map { window.spans(on: $0).count } ?? -1
    }
    #expect([1, 2, 3, 4].map(spans) == [0, 1, 2, 0])
  }

  @Test func `a demand of defaults has the ordinary consumer day`() throws {
    guard case .seasonal(let demand) = try read([:]).demand[0].source else {
      Issue.record("a modelled stream was expected")
      return
    }
    #expect(demand.profile.count == 24)
    #expect(demand.monthFactors == Array(repeating: 1, count: 12))
    #expect(demand.busyness == nil)
  }

  @Test func `months and weekdays are read by name`() throws {
    let scenario = try read([
      "daily_mean: 40": "daily_mean: 40\n  months: {nov: 1.4}\n  weekdays: {sun: 0.5}"
    ])
    guard case .seasonal(let demand) = scenario.demand[0].source else { return }
    #expect(demand.monthFactors == [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1.4, 1])
    #expect(demand.weekdayFactors == [1, 1, 1, 1, 1, 1, 0.5])
  }

  @Test func `a clause by its name alone has the prices of the rate card`() throws {
    let text = changed(["contract: seats": "contract: [seats, {kind: seats, name: more}, deposit]"])
    #expect(messages(text).count == 1)
    let contract = try read(["contract: seats": "contract: [seats, seats, notice]"]).plans[0]
      .contract
    #expect(contract.clauses.map(\.name) == ["seats", "seats 2", "notice"])
    guard case .seats(let clause) = contract.clauses[0].terms else {
      Issue.record("a seat clause was expected")
      return
    }
    #expect(clause.monthlyPrice == .yuan(5000))
    #expect(clause.seats == .staffed(group: "dedicated"))
  }

  @Test func `percentages of a contract are exact decimals`() throws {
    let written = ["2.5 %", "0.025"]
    for rate in written {
      let contract = try read([
        "contract: seats": "contract: [{kind: base_and_commission, commission: \(rate)}]"
      ]).plans[0].contract
      guard case .baseAndCommission(let clause) = contract.clauses[0].terms else { continue }
      #expect(clause.commission.map(\.rate.description) == ["2.5%"])
    }
  }

  @Test func `running the whole shop is wider in scope`() throws {
    #expect(
      try read(["contract: seats": "contract: full_service"]).plans[0].contract.scope
        == .wholeShop)
    #expect(try read([:]).plans[0].contract.scope == .chat)
  }

  @Test func `targets carry measure, bound and scope`() throws {
    let scenario = try read([
      "plans:": """
      service_targets:
        - {measure: service_level, within: 30 s, at_least: 80 %, scope: every_month}
        - {measure: mean_wait, at_most: 1 min, scope: {share_of_days: 90 %}, inquiry_types: [sale]}
      plans:
      """
    ])
    #expect(
      scenario.serviceTargets == [
        ServiceTarget(measure: .serviceLevel(within: 30), bound: 0.8, scope: .everyMonth),
        ServiceTarget(
          measure: .meanWait, bound: 60, scope: .shareOfDays(0.9), inquiryTypes: ["sale"]),
      ])
  }

  @Test(arguments: [
    ("", TargetConfidence.mean), (", confidence: 95 %", .horizons(0.95)),
    (", confidence: mean", .mean),
  ])
  func `a promise says in how many horizons it must hold`(
    written: String, confidence: TargetConfidence
  ) throws {
    let targets = "service_targets: [{measure: abandonment, at_most: 5 %\(written)}]\nplans:"
    #expect(try read(["plans:": targets]).serviceTargets[0].confidence == confidence)
    let doubtful = "daily_mean: 40\n  doubt: {level: 8 %}"
    let usual = try read(["plans:": targets, "daily_mean: 40": doubtful]).serviceTargets[0]
    #expect(usual.confidence == (written.isEmpty ? .horizons(0.9) : confidence))
  }

  @Test func `doubt and shapes of weekdays are read`() throws {
    let profile = (0..<24).map { $0 < 12 ? "1" : "0" }.joined(separator: ", ")
    let scenario = try read([
      "daily_mean: 40": """
      daily_mean: 40
        weekday_profiles: {fri: [\(profile)]}
        doubt:
          level: 8 %
          growth: 0.1
          surprises: {per_year: 12, factor: 2.5, length: 2}
      """
    ])
    guard case .seasonal(let demand) = scenario.demand[0].source else { return }
    #expect(
      demand.doubt
        == DemandDoubt(
          level: 0.08, growth: 0.1,
          surprises: SurpriseDays(perYear: 12, factor: 2.5, length: 2)))
    #expect(demand.profile(on: .friday) == (0..<24).map { $0 < 12 ? 1 : 0 } as [Double])
    #expect(demand.profile(on: .saturday) == demand.profile)
  }

  @Test func `a share of horizons must be one, and surprises need their size`() {
    let target = "service_targets: [{measure: abandonment, at_most: 5 %, confidence: 1}]\nplans:"
    let found = messages(changed(["plans:": target]))
    #expect(found.count == 1 && found[0].contains("0.5 to 0.99"))
    let surprises = "daily_mean: 40\n  doubt: {surprises: {per_year: 3}}"
    #expect(messages(changed(["daily_mean: 40": surprises])).count == 1)
  }

  @Test func `a dated promotion may be moved and may borrow from the days around it`() throws {
    let written = "promotions: [{preset: double_11, year: 2026, moved: -3, borrows: {share: 30 %}}]"
    let scenario = try read(["daily_mean: 40": "daily_mean: 40\n  \(written)"])
    let plain = try read([
      "daily_mean: 40": "daily_mean: 40\n  promotions: [{preset: double_11, year: 2026}]"
    ])
    guard case .seasonal(let demand) = scenario.demand[0].source,
      case .seasonal(let dated) = plain.demand[0].source
    else {
      Issue.record("a seasonal demand was expected")
      return
    }
    let borrowing = PromotionBorrowing(share: 0.3, daysBefore: 7, daysAfter: 7)
    #expect(demand.promotions[0].borrowing == borrowing)
    for (own, other) in zip(demand.promotions[0].phases, dated.promotions[0].phases) {
      #expect(own.start.date.days(to: other.start.date) == 3)
      #expect(own.start.time == other.start.time && own.lift == other.lift)
    }
  }

  @Test func `a promotion that borrows from no days is refused`() {
    let written = "{preset: double_11, borrows: {share: 0.2, days_before: 0, days_after: 0}}"
    let found = messages(
      changed(["daily_mean: 40": "daily_mean: 40\n  promotions: [\(written)]"]))
    #expect(found.count == 1)
    #expect(found[0].contains("days_before or days_after above 0"))
  }

  @Test(arguments: [("15 min", 900), ("30 min", 1800), ("60 min", 3600)])
  func `days are counted in quarter hours, half hours or hours`(
    written: String, seconds: Int
  ) throws {
    let scenario = try read(["closed_hours: lost": "closed_hours: lost\ninterval: \(written)"])
    #expect(scenario.interval.seconds == seconds)
    #expect(try read([:]).interval == .halfHour)
  }

  @Test func `another interval is refused with those that there are`() {
    let found = messages(changed(["closed_hours: lost": "closed_hours: lost\ninterval: 20 min"]))
    #expect(found.count == 1)
    #expect(found[0].contains("interval") && found[0].contains("15 min, 30 min, 60 min"))
  }

  @Test func `a rate per hour is constant round the clock`() throws {
    let scenario = try read(["daily_mean: 40": "per_hour: 60"])
    guard case .seasonal(let demand) = scenario.demand[0].source else { return }
    #expect(demand.dailyMean == 1440 && Set(demand.profile) == [1])
    #expect(demand.weekendProfile == nil)
    #expect(messages(changed(["daily_mean: 40": "per_hour: 60\n  profile: office"])).count == 1)
    #expect(
      messages(changed(["daily_mean: 40": "daily_mean: 40\n  per_hour: 60"])) == [
        "scenario.yaml:7: demand: found daily_mean + per_hour, allowed one of daily_mean (inquiries "
          + "a day), per_hour (a constant rate), history (a recorded file) or forecast (a file of sample "
          + "paths)."
      ])
  }

  @Test func `arrivals without chance go with nothing that is chance`() throws {
    let scenario = try read(["daily_mean: 40": "per_hour: 6\n  arrivals: deterministic"])
    guard case .seasonal(let demand) = scenario.demand[0].source else { return }
    #expect(demand.arrivals == .deterministic)
    #expect(
      messages(
        changed(["daily_mean: 40": "daily_mean: 40\n  arrivals: deterministic\n  busyness: {}"])
      ).count == 1)
  }

  @Test func `uniform laws and mixtures are read, and a balking share is part of the patience`()
    throws
  {
    let type = try read([
      "handling: 480 s": """
      balking: 20 %, patience: {distribution: exponential, mean: 60 s}, handling: {distribution: \
      mixture, of: [{share: 75 %, law: {distribution: uniform, from: 1 min, to: 3 min}}, \
      {share: 25 %, law: 10 min}]}
      """
    ]).inquiryTypes[0]
    #expect(
      type.service
        == .conversation(
          handling: .mixture(
            of: [.uniform(lower: 60, upper: 180), .deterministic(600)], weights: [0.75, 0.25])))
    #expect(
      type.patience
        == .mixture(of: [.deterministic(0), .exponential(mean: 60)], weights: [0.2, 0.8]))
    #expect(type.service.meanHandling == 240)
  }

  @Test(arguments: [
    ("{distribution: uniform, from: 3 min, to: 1 min}", "a longest above the shortest"),
    (
      "{distribution: mixture, of: [{share: 0.5, law: 60}, {share: 0.4, law: 90}]}",
      "shares that sum to 1"
    ),
    (
      "{distribution: mixture, of: [{share: 0.5, law: 60}, {share: 0.5, law: never}]}",
      "a time above 0 that ends"
    ),
  ])
  func `laws that are none are refused`(_ law: String, _ allowed: String) {
    let found = messages(changed(["handling: 480 s": "handling: \(law)"]))
    #expect(found.count == 1)
    #expect(found.first?.contains(allowed) == true, "\(found)")
  }

  @Test func `a warm-up in hours is a part of its days`() throws {
    let scenario = try read([
      "plans:\n": "experiment: {warm_up_hours: 26.5}\nplans:\n"
    ])
    #expect(scenario.experiment.warmUpDays == 2 && scenario.experiment.warmUpHours == 26.5)
    #expect(
      messages(changed(["plans:\n": "experiment: {warm_up_hours: 0.7}\nplans:\n"])).count == 1)
    #expect(
      messages(
        changed(["plans:\n": "experiment: {warm_up_hours: 1, warm_up_days: 1}\nplans:\n"])
      ).count == 1)
  }
}

extension ServiceProcess {
  fileprivate var meanHandling: Double? {
    if case .conversation(let handling) = self { handling.mean } else { nil }
  }
}
