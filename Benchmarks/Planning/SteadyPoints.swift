// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
import Capacity
import Foundation
import Measures
import QueueingTheory
import Scenarios

/// A desk open from ten to four at one rate, where queueing theory is exact.
struct SteadyPoint {
  var perHour: Double
  var handling: Double
  var limit: Double
  var share: Double
  /// Nil for customers who stay.
  var patience: Double?
  var chats = 1

  static let erlangC = grid(patience: nil)
  static let erlangA = grid(patience: 180)
  /// k chats at full speed each are k servers: the chain's state is the number of chats.
  static let parallel = [2, 3, 4].flatMap { chats in
    grid(patience: 240).prefix(5).map { point in
      var point = point
      point.chats = chats
      return point
    }
  }

  private static func grid(patience: Double?) -> [SteadyPoint] {
    [
      (70, 180, 60, 0.8), (70, 420, 30, 0.8), (90, 300, 20, 0.9), (90, 600, 60, 0.75),
      (120, 180, 30, 0.9), (120, 300, 60, 0.8), (120, 600, 20, 0.8), (150, 240, 60, 0.85),
      (180, 180, 20, 0.8), (180, 420, 60, 0.9), (200, 240, 30, 0.75), (240, 120, 20, 0.85),
      (240, 300, 60, 0.8), (300, 180, 30, 0.9), (300, 360, 20, 0.8),
    ].map {
      SteadyPoint(
        perHour: $0.0, handling: $0.1, limit: $0.2, share: $0.3, patience: patience)
    }
  }

  var theory: Int {
    get throws {
      let servers = try Staffing.agents(
        arrivalRate: perHour / 3600, meanHandlingTime: handling,
        patience: patience.map { .exponential(mean: $0) },
        targets: [.answeredWithin(limit: limit, share: share)])
      return (servers + chats - 1) / chats
    }
  }

  var scenario: Scenario {
    Desk.scenario(
      quarters: (40..<64).map { _ in perHour / 4 }, handling: handling, patience: patience,
      chats: chats, limit: limit, share: share)
  }
}

enum Desk {
  /// - Parameter quarters: Customers of each quarter of an hour from ten to four.
  static func scenario(
    quarters: [Double], handling: Double, patience: Double?, chats: Int = 1, limit: Double,
    share: Double
  ) -> Scenario {
    let profile = (0..<96).map { (40..<64).contains($0) ? quarters[$0 - 40] : 0 }
    let day = CivilDate(unchecked: 2026, 1, 6)
    return Scenario(
      name: "desk", seed: 11, horizon: DateSpan(unchecked: day, day),
      serviceWindow: .daily(
        ClockSpan(start: ClockTime(unchecked: 36_000), end: ClockTime(unchecked: 57_600))),
      inquiryTypes: [
        InquiryType(
          name: "all", service: .conversation(handling: .exponential(mean: handling)),
          patience: patience.map { .exponential(mean: $0) } ?? .never)
      ],
      demand: [
        DemandStream(
          name: "shop",
          source: .seasonal(
            SeasonalDemand(dailyMean: quarters.reduce(0, +), profile: profile)),
          mix: [TypeShare(inquiryType: "all", share: 1)])
      ],
      agentGroups: [
        AgentGroup(name: "team", skills: [Skill(inquiryType: "all")], chatLimit: chats)
      ],
      serviceTargets: [ServiceTarget(measure: .serviceLevel(within: limit), bound: share)])
  }
}
