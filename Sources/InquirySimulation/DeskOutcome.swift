// SPDX-License-Identifier: GPL-3.0-or-later

import SimulationEngine

/// What one replication did to the shop's own customers.
public struct DeskOutcome: Equatable, Sendable {
  /// Sums over the horizon, of contacts booked when they arrived.
  public struct Counts: Equatable, Sendable {
    public let arrived: Int
    public let answered: Int
    /// Answered within the scenario's acceptable wait.
    public let answeredInTime: Int
    /// First reply within three minutes of arrival.
    public let repliedWithinThreeMinutes: Int
    /// Left the queue.
    public let abandoned: Int
    /// Turned away by a full waiting room.
    public let blocked: Int
    public let orders: Int
    /// Seconds waited by those who were answered or left.
    public let waiting: Double

    /// Seconds, over all arrivals but those who still waited at the end; the blocked wait 0. NaN
    /// without any.
    public var meanWait: Double { waiting / Double(answered + abandoned + blocked) }

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

  public let total: Counts
  /// Contacts simulated, other shops' and those of a warm-up included.
  public let chats: Int
  /// In the order of the desk's `inquiryTypes`.
  public let types: [Counts]
  /// Chats that each agent took, in the order of the roster.
  public let chatsOfAgents: [Int]

  init(_ record: ReplicationRecord) {
    total = Counts(record.total())
    chats = record.chatCount
    types = (0..<record.typeCount).map { Counts(record.total(type: $0)) }
    chatsOfAgents = record.agents.map(\.chats)
  }
}
