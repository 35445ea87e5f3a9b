// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
import Plans
import Scenarios
import TestSupport
import Testing

@Suite struct MeanWorkTests {
  private func messages(switching: Seconds) -> InquiryType {
    InquiryType(
      name: "chat",
      service: .messages(
        MessageExchange(
          agentMessages: .geometric(mean: 8), composing: .exponential(mean: 20),
          thinking: .exponential(mean: 40), switchingCost: switching)),
      wrapUp: .deterministic(30))
  }

  @Test func `wrap-up is work of a conversation, and of its mean`() {
    let type = InquiryType(
      name: "call", service: .conversation(handling: .exponential(mean: 240)),
      wrapUp: .deterministic(30))
    #expect(type.meanWork(open: 1) == 270 && type.meanWork(open: 5) == 270)
  }

  @Test func `switching costs only whoever holds a second chat`() {
    let type = messages(switching: 5)
    #expect(type.meanWork(open: 1) == 160)
    #expect(type.meanWork(open: 2) == 200 && type.meanWork(open: 6) == 200)
  }

  @Test func `a scenario's work is that of its largest chat limit`() {
    var scenario = ToyShop.scenario(demand: ToyShop.recorded([10]), plans: [])
    scenario.inquiryTypes = [messages(switching: 5)]
    #expect(scenario.meanWork == [160])
    scenario.agentGroups[0].chatLimit = 3
    #expect(scenario.meanWork == [200])
  }

  @Test func `the last speed of a curve holds for every further chat`() {
    let curve = ConcurrencyCurve.speeds([1, 0.8, 0.5])
    #expect((1...5).map { curve.speed(open: $0) } == [1, 0.8, 0.5, 0.5, 0.5])
    #expect(ConcurrencyCurve.frozenAtStart([0.9]).speed(open: 4) == 0.9)
    #expect(ConcurrencyCurve.independentOfLoad.speed(open: 64) == 1)
  }

  @Test func `an agent does most at the best number of chats within the limit`() {
    var group = AgentGroup(
      name: "team", skills: [], chatLimit: 3, concurrency: .speeds([1, 0.8, 0.5]), speed: 0.5)
    #expect(group.greatestOutput == 0.8)
    group.chatLimit = 1
    #expect(group.greatestOutput == 0.5)
  }

  @Test func `open seconds follow the weekday and its exceptions`() throws {
    var window = ServiceWindow.daily(ToyShop.clock(9, 17))
    window.exceptions[ToyShop.week.last] = []
    #expect(window.openSeconds(on: ToyShop.week) == 6 * 8 * 3600)
  }
}
