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

  /// A replication with its sums.
  static func record(
    of model: SimulationModel, replication: Int
  ) -> (ReplicationRecord, ChatLog) {
    var recorder = ChatRecorder()
    let record = simulate(model, replication: replication, observer: &recorder)
    return (record, recorder.log)
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
    /// Still waiting when nobody would come any more.
    case unserved
    /// Wrote in closed hours, and the next opening lies after the horizon.
    case waitingForOpening = "waiting_for_opening"
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
  /// The agent who took the chat.
  package private(set) var agent: Int?
  /// The agent who held it last.
  package private(set) var lastAgent: Int?
  package private(set) var isOrder = false
  /// Whether the customer wrote in closed hours and was kept until opening.
  package private(set) var isCarriedOver = false
  package private(set) var outcome = Outcome.unserved
  package private(set) var moments: [ChatMoment] = []

  fileprivate init(_ moment: ChatMoment) {
    contact = moment.contact
    type = moment.type
    isBackground = moment.isBackground
    firstSeen = moment.time
  }

  /// From arrival to an agent, or to leaving; of who was turned away 0.
  package var wait: Double? {
    guard let arrived else { return nil }
    return outcome == .blocked ? 0 : (left ?? assigned).map { $0 - arrived }
  }

  fileprivate mutating func add(_ moment: ChatMoment) {
    moments.append(moment)
    switch moment.kind {
    case .arrived:
      arrived = moment.time
      outcome = .unserved
    case .carriedOver:
      isCarriedOver = true
      outcome = .waitingForOpening
    case .wrote: break
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
      lastAgent = agent
      assigned = assigned ?? moment.time
      if outcome == .unserved { outcome = .served }
    case .replied:
      firstReply = firstReply ?? moment.time
    case .ordered: isOrder = true
    case .handedOver(let agent): lastAgent = agent
    case .closed: closed = moment.time
    }
  }
}
