// SPDX-License-Identifier: GPL-3.0-or-later

import Application
import Calendars
import Capacity
import Demand
import DemandFitting
import Experiments
import Inference
import Foundation
import Testing
import Wording

struct TodayUseCaseTests {
  /// Chats of a morning: every so many seconds from nine to one, two of three in time.
  private static func morning(every gap: Int, date: String = "2026-03-03") -> String {
    var text = "date,second,inquiry_type,outcome,wait,arrived,background\n"
    for (number, second) in stride(from: 9 * 3600 + 5, to: 13 * 3600, by: gap).enumerated() {
      let fate =
        number % 3 == 0 ? "silently_abandoned,200" : number % 3 == 1 ? "served,10" : "served,70"
      text += "\(date),\(second).000,question,\(fate),true,false\n"
    }
    return text + "\(date),47000.000,question,served,10,true,true\n"
      + "\(date),47001.000,question,lost_outside_hours,,false,false\n"
  }

  private func request(
    _ shop: SmallShop, _ soFar: String, plan: String? = "commission", roster: String? = nil,
    date: String? = nil, now: String? = "13:00"
  ) throws -> TodayUseCase.Request {
    TodayUseCase.Request(
      shop.request(40), soFar: HistoryRequest(try shop.write("chats.csv", soFar)), plan: plan,
      roster: try roster.map { try shop.write("roster.csv", $0) }, date: date, now: now)
  }

  @Test func `chats of the morning are read, judged and continued`() async throws {
    let shop = try SmallShop()
    let useCase = try TodayUseCase(request(shop, Self.morning(every: 120)))
    let outcome = try await useCase.run { _ in }
    #expect(outcome.date == CivilDate(iso: "2026-03-03"))
    // Four hours by two minutes; other shops' and those lost outside hours are none.
    #expect(outcome.level.count == 120)
    let target = outcome.outlook.targets[0]
    #expect(target.isRecorded)
    // One of three is answered within the minute.
    #expect(abs((target.soFar ?? 0) - 1.0 / 3) < 1e-9)
    #expect(outcome.level.mean > 1.2)
    #expect(outcome.outlook.customers.mean > outcome.level.count * 0.7)
  }

  @Test func `a roster says who is on duty, with its breaks`() async throws {
    let shop = try SmallShop()
    let roster = """
      person,date,shift,starts_at,ends_at,break,group
      Li,2026-03-03,day,09:00,17:00,14:00-14:30,team
      Wang,2026-03-03,day,09:00,17:00,13:30-14:00,team
      Zhao,2026-03-04,day,09:00,17:00,,team
      """
    let outcome = try await TodayUseCase(
      request(shop, Self.morning(every: 240), plan: "seats", roster: roster)
    ).run { _ in }
    #expect(outcome.outlook.question.people.map(\.name) == ["Li", "Wang"])
    let onDuty = outcome.outlook.slots.map { $0.onDuty[0] }
    #expect(onDuty[9] == 1)
    #expect(onDuty[10] == 1)
    #expect(onDuty[11] == 2)
    #expect(onDuty[16] == 0)
  }

  @Test func `a sum of the day counts up to the hour that is given`() async throws {
    let shop = try SmallShop()
    let sums = "date,count\n2026-03-02,150\n2026-03-03,80\n"
    let outcome = try await TodayUseCase(request(shop, sums)).run { _ in }
    #expect(outcome.level.count == 80)
    #expect(!outcome.level.areCounted)
    let date = try #require(CivilDate(iso: "2026-03-03"))
    await refuses(shop, sums, now: nil, .totalNeedsNow(date))
  }

  private func refuses(
    _ shop: SmallShop, _ soFar: String, now: String?, _ problem: FileProblem
  ) async {
    let error = await #expect(throws: ApplicationError.self) {
      _ = try await TodayUseCase(request(shop, soFar, now: now)).run { _ in }
    }
    guard case .file(_, let found) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(found == problem)
  }

  @Test func `what makes no sense is refused in both languages`() async throws {
    let shop = try SmallShop()
    let morning = Self.morning(every: 240)
    #expect(throws: ApplicationError.request(.noRosterToday(plan: "seats"))) {
      try TodayUseCase(request(shop, morning, plan: "seats"))
    }
    #expect(throws: ApplicationError.request(.notNow(found: "13:02"))) {
      try TodayUseCase(request(shop, morning, now: "13:02"))
    }
    #expect(throws: ApplicationError.request(.notADay(found: "Monday"))) {
      try TodayUseCase(request(shop, morning, date: "Monday"))
    }
    let over = try #require(CivilDate(iso: "2026-03-03"))
    await #expect(
      throws: ApplicationError.request(.dayIsOver(now: ClockTime(unchecked: 64_800), date: over))
    ) {
      _ = try await TodayUseCase(request(shop, morning, now: "18:00")).run { _ in }
    }
    await refuses(
      shop, morning, now: "08:00",
      .noCustomersOn(over, recorded: DateSpan(unchecked: over, over)))
    let sentence = ApplicationError.request(.noRosterToday(plan: "seats")).sentence()
    #expect(sentence.en.contains("--roster") && sentence.zh.contains("--roster"))
  }
}
