// SPDX-License-Identifier: GPL-3.0-or-later

import Application
import Experiments
import Inference
import Planning
import Plans
import Scenarios
import Testing

struct LiveSessionTests {
  private let source = ScenarioSource(text: SmallShop.text, path: "shop.yaml")

  private func session() -> LiveSession { LiveSession(LiveDesk(threads: 2)) }

  /// All answers to a move, in order.
  private func answers(
    _ session: LiveSession, _ question: LiveQuestion, _ sequence: Int
  ) async throws -> [LiveAnswer] {
    var answers = [try #require(try await session.move(question, sequence: sequence))]
    while let next = try await session.next(
      after: answers[answers.count - 1].step, of: sequence)
    {
      answers.append(next)
    }
    return answers
  }

  private func compared(_ settings: [String]) async throws -> Comparison {
    try await CompareUseCase(
      CompareUseCase.Request(
        RunRequest(source, settings: settings, threads: 2), volumeMultiples: [])
    ).run { _ in }.comparison
  }

  private func expectSame(_ left: Comparison, _ right: Comparison) {
    #expect(left.replications == right.replications)
    #expect(left.scenarioHash == right.scenarioHash)
    #expect(left.plans.map(\.cost.total.values) == right.plans.map(\.cost.total.values))
    #expect(left.plans.map(\.targets) == right.plans.map(\.targets))
    #expect(left.plans.map(\.staffing.lines) == right.plans.map(\.staffing.lines))
    // A number that does not exist is not equal to itself.
    #expect(String(describing: left.verdict) == String(describing: right.verdict))
  }

  @Test func `answers rest on more and more replications and end with those of compare`()
    async throws
  {
    let settings = ["demand.daily_mean=180"]
    let answers = try await answers(session(), LiveQuestion(source, settings: settings), 1)
    let counts = answers.map(\.comparison.replications)
    #expect(counts.first.map { $0 < 8 } == true)
    #expect(counts == counts.sorted())
    #expect(answers.dropLast().allSatisfy { !$0.isSettled })
    let last = try #require(answers.last)
    #expect(last.isSettled)
    expectSame(last.comparison, try await compared(settings))
  }

  @Test func `a state after others is what it is alone`() async throws {
    let session = session()
    let states = [
      [], ["plans.seats.contract.clauses[0].monthly_price=6000"], ["demand.daily_mean=100"],
      ["gross_margin=30 %"], [],
    ]
    for (index, settings) in states.enumerated() {
      let last = try #require(
        try await answers(session, LiveQuestion(source, settings: settings), index + 1).last)
      expectSame(last.comparison, try await compared(settings))
    }
  }

  @Test func `another price is answered at once from what was simulated`() async throws {
    let session = session()
    let first = try await answers(session, LiveQuestion(source, settings: []), 1)
    #expect(first.count > 1)
    // It changes no customer and no roster.
    let priced = try await answers(
      session,
      LiveQuestion(source, settings: ["plans.commission.contract.clauses[0].base=2000"]), 2)
    #expect(priced.count == 2 && priced[1].isSettled)
  }

  @Test func `a newer move takes the older one's place, whose answer never comes`() async throws {
    let session = session()
    async let older = session.move(
      LiveQuestion(source, settings: ["demand.daily_mean=140"]), sequence: 1)
    try await Task.sleep(for: .milliseconds(2))
    let newer = try await session.move(
      LiveQuestion(source, settings: ["demand.daily_mean=160"]), sequence: 2)
    #expect(newer?.sequence == 2)
    if let early = try await older { #expect(early.sequence == 1) }
    #expect(try await session.next(after: 0, of: 1) == nil)
    #expect(
      try await session.move(LiveQuestion(source, settings: []), sequence: 2) == nil)
  }

  @Test
  func `differences are to the baseline, paired, and without an interval from one replication`()
    async throws
  {
    let baseline = LiveState(source, settings: [])
    let answers = try await answers(
      session(),
      LiveQuestion(source, settings: ["demand.daily_mean=300"], baseline: baseline), 1)
    for answer in answers {
      let change = try #require(answer.change)
      #expect(change.effect.volume.difference.mean > 0)
      // Where only one replication is common to both, there is no interval.
      let pairs = min(change.effect.before.replications, change.effect.after.replications)
      #expect(change.effect.volume.difference.halfWidth.isFinite == (pairs > 1))
    }
    let last = try #require(answers.last?.change)
    let alone = try await CompareUseCase(
      CompareUseCase.Request(
        RunRequest(source, settings: ["demand.daily_mean=300"], threads: 2), against: source,
        volumeMultiples: [])
    ).run { _ in }.change
    #expect(last.effect.plans.map(\.cost) == alone?.effect.plans.map(\.cost))
  }

  @Test func `sizes are held while the figures are rough, and searched at the end`() async throws {
    let session = session()
    _ = try await answers(session, LiveQuestion(source, settings: []), 1)
    let busy = try await answers(
      session, LiveQuestion(source, settings: ["demand.daily_mean=320"]), 2)
    #expect(busy.first?.heldPlans == ["seats"])
    #expect(busy.last?.heldPlans == [])
    let agents = busy.map { $0.comparison.plan("seats")?.staffing.lines.map(\.agents) }
    #expect(agents.first != agents.last)
  }

  @Test func `a wrong value gives the sentence of validate, and the next right one figures`()
    async throws
  {
    let session = session()
    await #expect(throws: ApplicationError.self) {
      try await session.move(
        LiveQuestion(source, settings: ["demand.daily_mean=-1"]), sequence: 1)
    }
    let right = try await session.move(LiveQuestion(source, settings: []), sequence: 2)
    #expect(right?.sequence == 2)
  }
}
