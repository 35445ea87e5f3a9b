// SPDX-License-Identifier: GPL-3.0-or-later

import Application
import Calendars
import Foundation
import Planning
import Testing

/// What would have been advised at past dates, judged by who came.
@Suite struct DecideTests {
  /// Thirteen weeks by the hour, one customer every two minutes of nine open hours, Poisson.
  private static let history: String = {
    var state: UInt64 = 11
    func uniform() -> Double {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return (Double(state >> 11) + 0.5) * 0x1p-53
    }
    var text = "interval_start,count\n"
    let start = Date(timeIntervalSince1970: 1_767_225_600)  // 2026-01-01
    let stamp = ISO8601DateFormatter()
    for hour in 0..<91 * 24 {
      var count = -1
      if (9..<18).contains(hour % 24) {
        var product = 1.0
        while product > exp(-30) {
          product *= uniform()
          count += 1
        }
      }
      let time = stamp.string(from: start.addingTimeInterval(Double(hour) * 3600)).dropLast()
      text += "\(time),\(max(0, count))\n"
    }
    return text
  }()

  private func decided(_ days: Int = 14) async throws -> DecideUseCase.Outcome {
    let shop = try SmallShop()
    let history = HistoryRequest(try shop.write("history.csv", Self.history))
    return try await DecideUseCase(
      DecideUseCase.Request(history, run: shop.request(30), days: days)
    ).run { _ in }
  }

  @Test func `every period has its advice, the usual rules and the fewest that would have done`()
    async throws
  {
    let outcome = try await decided()
    #expect(outcome.decisions.count == 2)
    for (index, decision) in outcome.decisions.enumerated() {
      let fewest = try #require(decision.hindsight)
      #expect(decision.days.count == 14)
      // Nothing is known of a period before the first.
      #expect((decision.choice(.lastPeriod) == nil) == (index == 0))
      for choice in decision.choices where choice.size == fewest { #expect(choice.isKept) }
      for choice in decision.choices where choice.size < fewest { #expect(!choice.isKept) }
      let advice = try #require(decision.choice(.advice))
      let mean = try #require(decision.choice(.mean))
      #expect(advice.isKept && advice.size >= mean.size && advice.size <= fewest + 1)
    }
  }

  @Test func `rules of thumb count work as they say`() async throws {
    let decision = try #require(try await decided().decisions.first)
    // 30 an hour of 8 min are 4 hours of work an hour; an agent with three chats does 3 × 0.8 at once:
    // 4 ÷ 2.4 × 1.15 = 1.9. The busiest hour of the week has some 42: 42 × 8 ÷ 60 ÷ 2.4 × 1.5 = 3.5.
    #expect(decision.choice(.meanLoad)?.size == 2)
    #expect(decision.choice(.peakLoad)?.size == 4)
  }

  @Test func `the record of a rule adds its periods up`() throws {
    let outcome = [(3, true, 3), (4, true, 3), (2, false, 3), (5, true, nil as Int?)].map {
      size, isKept, hindsight in
      Decision(
        days: .init(unchecked: .init(dayNumber: 0), .init(dayNumber: 6)),
        choices: [.init(rule: .advice, size: size, isKept: isKept)], hindsight: hindsight)
    }
    let record = try #require(RuleRecord(.advice, outcome))
    #expect(record.periods == 4 && record.kept == 3)
    #expect(record.excess == 0)
    // Wilson's interval of three in four.
    #expect(abs(record.keptShare.lowerBound - 0.3006) < 5e-4)
    #expect(abs(record.keptShare.upperBound - 0.9544) < 5e-4)
    #expect(RuleRecord(.mean, outcome) == nil)
  }

  @Test func `a history too short to decide on is refused with what is needed`() async throws {
    let shop = try SmallShop()
    let history = HistoryRequest(try shop.write("history.csv", SmallShop.history))
    let useCase = try DecideUseCase(DecideUseCase.Request(history, run: shop.request()))
    await #expect {
      _ = try await useCase.run { _ in }
    } throws: { error in
      error is ApplicationError && "\(error)".contains("91")
    }
  }

  @Test func `a plan whose agents are written has no size to decide on`() throws {
    let shop = try SmallShop()
    let history = HistoryRequest(try shop.write("history.csv", SmallShop.history))
    #expect(throws: ApplicationError.self) {
      try DecideUseCase(
        DecideUseCase.Request(history, run: shop.request(), plan: "commission"))
    }
  }
}
