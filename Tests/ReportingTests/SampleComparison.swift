// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
import Experiments
import Inference
import Measures
import Money
import Planning
import Plans
import Pricing
import Scenarios

/// A small shop in November, compared for real: a few hundred chats, so it costs a moment.
enum SampleComparison {
  static func make(dailyMean: Double = 40) async throws -> Comparison {
    try await Comparer(
      scenario: scenario(dailyMean: dailyMean),
      options: ComparisonOptions(
        volumeMultiples: [0.5, 1, 2], curveReplications: 2, scenarioHash: "0123456789abcdef")
    ).compare()
  }

  static var scenario: PlannedScenario { scenario(dailyMean: 40) }

  static func scenario(dailyMean: Double) -> PlannedScenario {
    let day = ClockSpan(start: clock(9), end: clock(18))
    let waves = [
      PromotionWave(
        name: "Double 11",
        phases: [
          PromotionPhase(
            name: "spot", start: WallClock(date: date(10)), end: WallClock(date: date(12)), lift: 4)
        ])
    ]
    let seats = StaffingLine(
      group: "desk", shift: ShiftPattern(name: "day", hours: day), agents: 2)
    let scenario = Scenario(
      name: "A shop, \"quoted\" & <marked>", seed: 7,
      horizon: DateSpan(first: date(1), last: date(30)) ?? date(1).yearMonth.days,
      serviceWindow: .daily(day),
      inquiryTypes: [
        InquiryType(
          name: "presale",
          service: .conversation(handling: .exponential(mean: 300)),
          patience: .exponential(mean: 400), conversion: 0.2, orderValue: .yuan(150)),
        InquiryType(
          name: "aftersale",
          service: .conversation(handling: .exponential(mean: 400)),
          patience: .exponential(mean: 900)),
      ],
      demand: [
        DemandStream(
          name: "shop",
          source: .seasonal(
            SeasonalDemand(
              dailyMean: dailyMean, promotions: waves, busyness: BusynessFactor(shape: 20))),
          mix: [
            TypeShare(inquiryType: "presale", share: 0.7),
            TypeShare(inquiryType: "aftersale", share: 0.3),
          ])
      ],
      agentGroups: [
        AgentGroup(
          name: "desk",
          skills: [Skill(inquiryType: "presale"), Skill(inquiryType: "aftersale")], chatLimit: 2)
      ],
      serviceTargets: [ServiceTarget(measure: .threeMinuteReplies, bound: 0.7)],
      experiment: ExperimentSettings(replications: 5))
    return PlannedScenario(
      scenario,
      plans: [
        Plan(
          name: "seats", title: "Dedicated seats",
          staffing: StaffingPlan(
            lines: [seats], sizing: Sizing(subject: .group("desk"), range: 1...6)),
          contract: Contract(
            name: "seats",
            clauses: [
              Clause(
                "seat fee",
                .seats(SeatClause(seats: .staffed(group: "desk"), monthlyPrice: .yuan(5000))))
            ])),
        Plan(
          name: "tiered", title: "按咨询量阶梯计费的共享客服",
          staffing: StaffingPlan(lines: [seats]),
          contract: Contract(
            name: "tiered",
            clauses: [
              Clause(
                "tiers",
                .tiered(
                  TieredClause(tiers: [
                    Tier(upTo: 50, price: .yuan(900), unit: .monthlyFee),
                    Tier(upTo: nil, price: .yuan(1600), unit: .monthlyFee),
                  ]))),
              Clause("late", .latePayment(LatePaymentClause())),
            ])),
      ])
  }

  private static func date(_ day: Int) -> CivilDate {
    CivilDate(year: 2026, month: 11, day: day) ?? CivilDate(dayNumber: 0)
  }

  private static func clock(_ hour: Int) -> ClockTime { ClockTime(hour: hour) ?? .midnight }
}
