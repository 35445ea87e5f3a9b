// SPDX-License-Identifier: GPL-3.0-or-later

package import SimulationEngine

/// Everything that happened to the chats of one replication, chat by chat.
///
/// Memory grows with the number of chats: meant for one replication of one plan.
package struct ChatLog: Sendable {
  /// In order of arrival; other shops' chats included.
  package private(set) var chats: [LoggedChat] = []
  private var indices: [UInt64: Int] = [:]

  package init() {}

  /// Replays one replication of an experiment under observation: the same chats as in its sums.
  package init(of experiment: Experiment, replication: Int) {
    var recorder = ChatRecorder()
    experiment.observe(replication: replication, with: &recorder)
    self = recorder.log
  }

  fileprivate mutating func note(_ moment: ChatMoment) {
    let index: Int
    if let known = indices[moment.contact] {
      index = known
    } else {
      index = chats.count
      indices[moment.contact] = index
      chats.append(LoggedChat(moment))
    }
    chats[index].add(moment)
  }

  fileprivate struct ChatRecorder: SimulationObserver {
    static var isWatching: Bool { true }
    var log = ChatLog()

    mutating func note(_ moment: ChatMoment) { log.note(moment) }
  }
}

/// One chat as it went; times in seconds since the horizon's start.
package struct LoggedChat: Equatable, Sendable {
  package enum Outcome: String, Sendable {
    case served
    case abandoned
    case silentlyAbandoned = "silently_abandoned"
    case blocked
    case lostOutsideHours = "lost_outside_hours"
    /// Still waiting when the simulation ended.
    case unserved
  }

  /// Key of the customer, the same under every plan.
  package let contact: UInt64
  /// Index of the inquiry type.
  package let type: Int
  package let isBackground: Bool
  /// First sign of the customer: arrival, or writing in closed hours.
  package let firstSeen: Double
  /// Joined the desk; nil if it never did.
  package private(set) var arrived: Double?
  package private(set) var assigned: Double?
  package private(set) var firstReply: Double?
  package private(set) var closed: Double?
  package private(set) var left: Double?
  /// The last agent who held the chat.
  package private(set) var agent: Int?
  package private(set) var isOrder = false
  package private(set) var outcome = Outcome.unserved
  package private(set) var moments: [ChatMoment] = []

  fileprivate init(_ moment: ChatMoment) {
    contact = moment.contact
    type = moment.type
    isBackground = moment.isBackground
    firstSeen = moment.time
  }

  /// From arrival to an agent, or to leaving.
  package var wait: Double? {
    guard let arrived, let end = assigned ?? left else { return nil }
    return outcome == .silentlyAbandoned ? left.map { $0 - arrived } : end - arrived
  }

  fileprivate mutating func add(_ moment: ChatMoment) {
    moments.append(moment)
    switch moment.kind {
    case .arrived: arrived = moment.time
    case .carriedOver, .wrote: break
    case .lostOutsideHours: outcome = .lostOutsideHours
    case .blocked: outcome = .blocked
    case .abandoned:
      outcome = .abandoned
      left = moment.time
    case .silentlyAbandoned:
      outcome = .silentlyAbandoned
      left = moment.time
    case .assigned(let agent):
      self.agent = agent
      assigned = assigned ?? moment.time
      if outcome == .unserved { outcome = .served }
    case .replied(let agent):
      self.agent = agent
      firstReply = firstReply ?? moment.time
    case .ordered: isOrder = true
    case .handedOver(let agent): self.agent = agent
    case .closed: closed = moment.time
    }
  }
}
