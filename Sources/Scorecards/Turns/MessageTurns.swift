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
    /// Number of the session in the log.
    package private(set) var session: Int
    /// Who answered; negative where nobody is named.
    package let agent: Int32
    /// Days from the log's first day to the one on which the round began.
    package let day: Int

    /// The same under another number.
    package func inSession(_ number: Int) -> Round {
      var round = self
      round.session = number
      return round
    }
  }

  /// A message that follows an own one in a session: what writing takes.
  package struct FollowUp: Equatable, Sendable {
    package let seconds: Double
    /// Nil where the log does not tell.
    package let characters: Int?

    package init(seconds: Double, characters: Int?) {
      self.seconds = seconds
      self.characters = characters
    }
  }

  package private(set) var rounds: [Round] = []
  /// Between two messages of an answered round.
  package private(set) var gaps: [Double] = []
  /// From an agent's last message to the customer's next.
  package private(set) var pauses: [Double] = []
  package private(set) var followUps: [FollowUp] = []
  /// Of each session with an answer, its answered rounds.
  package private(set) var turns: [Int] = []
  /// When each session with an answer began, seconds after midnight of the log's first day, ascending.
  package private(set) var starts: [Double] = []
  /// Mean number of agents with a session open when a round began; 1 or more.
  package private(set) var agentsAtOnce = 1.0

  package init(_ log: MessageLog) {
    let loads = AgentLoads(log)
    var present = 0
    for session in 0..<log.sessionCount { add(session, of: log, loads, &present) }
    starts.sort()
    if !rounds.isEmpty { agentsAtOnce = Double(present) / Double(rounds.count) }
  }

  private mutating func add(
    _ session: Int, of log: MessageLog, _ loads: AgentLoads, _ present: inout Int
  ) {
    let range = log.starts[session]..<log.starts[session + 1]
    var open: (first: Int, last: Int, gaps: [Double])?
    var lastAnswer: (time: Int, agent: Int32)?
    var answered = 0
    for index in range {
      let time = log.times[index]
      switch log.sides[index] {
      case .customer:
        if var round = open {
          round.gaps.append(Double(time - round.last) / 1000)
          open = (round.first, time, round.gaps)
        } else {
          open = (time, time, [])
          if let lastAnswer { pauses.append(Double(time - lastAnswer.time) / 1000) }
        }
      case .person:
        let agent = log.agents[index]
        if let round = open {
          rounds.append(
            Round(
              wait: Double(time - round.first) / 1000,
              sinceLast: Double(time - round.last) / 1000, messages: round.gaps.count + 1,
              load: loads.sessions(of: agent, at: round.first), session: session, agent: agent,
              day: round.first / MessageLog.millisecondsADay))
          gaps += round.gaps
          present += loads.agents(at: round.first)
          answered += 1
          open = nil
        } else if let former = lastAnswer, former.agent == agent {
          let characters = log.characters.isEmpty ? -1 : Int(log.characters[index])
          followUps.append(
            FollowUp(
              seconds: Double(time - former.time) / 1000,
              characters: characters < 0 ? nil : characters))
        }
        lastAnswer = (time, agent)
      case .robot, .transfer, .leaveWord, .system: break
      }
    }
    guard answered > 0 else { return }
    turns.append(answered)
    starts.append(Double(log.times[range.lowerBound]) / 1000)
  }
}
