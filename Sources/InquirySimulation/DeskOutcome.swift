// SPDX-License-Identifier: GPL-3.0-or-later

import SimulationEngine

/// What one replication did to the shop's own customers.
public struct DeskOutcome: Equatable, Sendable {
  /// What became of contacts, booked when they arrived.
  public struct Counts: Equatable, Sendable {
    /// Came while the desk was open, the blocked included.
    public let arrived: Int
    /// Taken by an agent.
    public let answered: Int
    /// Answered within the desk's acceptable wait.
    public let answeredInTime: Int
    /// First reply within three minutes of arrival.
    public let repliedWithinThreeMinutes: Int
    /// Left the queue.
    public let abandoned: Int
    /// Turned away by a full waiting room.
    public let blocked: Int
    /// Answered contacts that became orders.
    public let orders: Int
    /// Seconds waited by those who were answered or left.
    public let waiting: Double

    /// Seconds, over all arrivals but those who still waited at the end; the blocked wait 0. NaN
    /// without any.
    public var meanWait: Double { waiting / Double(answered + abandoned + blocked) }
    /// Answered in time ÷ arrived, in [0, 1]; NaN without arrivals.
    public var serviceLevel: Double { Double(answeredInTime) / Double(arrived) }

    init(_ counts: ContactCounts) {
      arrived = Int(counts.arrived)
      answered = Int(counts.answered)
      answeredInTime = Int(counts.answeredWithinAcceptableWait)
      repliedWithinThreeMinutes = Int(counts.repliedWithinThreeMinutes)
      abandoned = Int(counts.abandoned)
      blocked = Int(counts.blocked)
      orders = Int(counts.orders)
      waiting = counts.totalWait
    }
  }

  let record: ReplicationRecord
  /// Over the horizon, of all types.
  public let total: Counts
  /// In the order of the desk's `inquiryTypes`.
  public let types: [Counts]

  init(_ record: ReplicationRecord) {
    self.record = record
    total = Counts(record.total())
    types = (0..<record.typeCount).map { Counts(record.total(type: $0)) }
  }

  /// Contacts simulated, other shops' and those of a warm-up included.
  public var chats: Int { record.chatCount }
  /// Chats that each agent took, in the order of the roster.
  public var chatsOfAgents: [Int] { record.agents.map(\.chats) }
}
