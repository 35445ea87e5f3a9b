// SPDX-License-Identifier: GPL-3.0-or-later

/// How customers and agents take turns in a log of messages.
package struct MessageTurns: Sendable {
  /// A customer's messages from the first unanswered one to an agent's answer; times in seconds.
  package struct Round: Equatable, Sendable {
    /// From the first message to the answer.
    package let wait: Double
    /// From the last message to the answer.
    package let sinceLast: Double
    package let messages: Int
    /// Sessions that the agent had open when the round began, this one among them.
    package let load: Int
  }

  package private(set) var rounds: [Round] = []
  /// Between two messages of a round.
  package private(set) var gaps: [Double] = []
  /// From an agent's last message to the customer's next.
  package private(set) var pauses: [Double] = []
  /// From an agent's message to his next in a row, in one session: what writing takes.
  package private(set) var followUps: [Double] = []
  /// Of each session with an answer, its answered rounds.
  package private(set) var turns: [Int] = []
  /// When each session with an answer began, seconds after midnight of the log's first day, ascending.
  package private(set) var starts: [Double] = []
  /// Agents who answered.
  package let agentCount: Int

  package init(_ log: MessageLog) {
    let stretches = Self.stretches(log)
    agentCount = stretches.count
    for session in 0..<log.sessionCount {
      add(log.starts[session]..<log.starts[session + 1], of: log, stretches)
    }
    starts.sort()
  }

  private mutating func add(
    _ range: Range<Int>, of log: MessageLog, _ stretches: [Int32: [Stretch]]
  ) {
    var open: (first: Int, last: Int, count: Int)?
    var lastAnswer: (time: Int, agent: Int32)?
    var answered = 0
    for index in range {
      let time = log.times[index]
      switch log.sides[index] {
      case .customer:
        if let round = open {
          gaps.append(Double(time - round.last) / 1000)
          open = (round.first, time, round.count + 1)
        } else {
          open = (time, time, 1)
          if let lastAnswer { pauses.append(Double(time - lastAnswer.time) / 1000) }
        }
      case .person:
        let agent = log.agents[index]
        if let round = open {
          rounds.append(
            Round(
              wait: Double(time - round.first) / 1000,
              sinceLast: Double(time - round.last) / 1000, messages: round.count,
              load: Self.load(stretches[agent] ?? [], at: round.first)))
          answered += 1
          open = nil
        } else if let former = lastAnswer, former.agent == agent {
          followUps.append(Double(time - former.time) / 1000)
        }
        lastAnswer = (time, agent)
      case .robot, .transfer, .leaveWord, .system: break
      }
    }
    guard answered > 0 else { return }
    turns.append(answered)
    starts.append(Double(log.times[range.lowerBound]) / 1000)
  }

  /// From a session's first message to its last.
  private struct Stretch {
    let first: Int
    let last: Int
  }

  /// Sessions in which each agent wrote.
  private static func stretches(_ log: MessageLog) -> [Int32: [Stretch]] {
    var all: [Int32: [Stretch]] = [:]
    for session in 0..<log.sessionCount {
      let range = log.starts[session]..<log.starts[session + 1]
      let stretch = Stretch(
        first: log.times[range.lowerBound], last: log.times[range.upperBound - 1])
      let agents = Set(range.filter { log.sides[$0] == .person }.map { log.agents[$0] })
      for agent in agents { all[agent, default: []].append(stretch) }
    }
    return all
  }

  private static func load(_ stretches: [Stretch], at time: Int) -> Int {
    max(1, stretches.count { $0.first <= time && time <= $0.last })
  }
}
