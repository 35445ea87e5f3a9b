// SPDX-License-Identifier: GPL-3.0-or-later

import Measures
import SimulationEngine

/// What one replication did to the shop's own customers.
public struct DeskOutcome: Equatable, Sendable {
  /// What became of contacts, booked when they arrived.
  public struct Counts: Equatable, Sendable {
    private let counts: ContactCounts

    init(_ counts: ContactCounts) { self.counts = counts }

    /// Came while the desk was open, the blocked included.
    public var arrived: Int { counts.arrived }
    /// Taken by an agent.
    public var answered: Int { counts.answered }
    /// Answered within the scenario's acceptable wait.
    public var answeredInTime: Int { counts.count(.answeredWithin) }
    /// First reply within three minutes of arrival.
    public var repliedWithinThreeMinutes: Int {
      Int(counts.parts(of: .threeMinuteReplies).top)
    }
    /// Left the queue.
    public var abandoned: Int { counts.abandoned }
    /// Turned away by a full waiting room.
    public var blocked: Int { counts.blocked }
    /// Answered contacts that became orders.
    public var orders: Int { counts.orders }
    /// Seconds waited by those who were answered or left.
    public var waiting: Double { counts.totalWait }
    /// Seconds, over all arrivals but those who still waited at the end; the blocked wait 0. NaN
    /// without any.
    public var meanWait: Double { counts[.meanWait] }
    /// Answered in time ÷ arrived, in [0, 1]; NaN without arrivals.
    public var serviceLevel: Double { counts[.serviceLevel] }

    /// A ratio by the name of its column, as `service_level` or, where the scenario asks for it,
    /// `answered_within_10s`; NaN where nobody is in its denominator, nil where there is no such
    /// ratio or nobody asked for it.
    public subscript(measure: String) -> Double? {
      guard let measure = Measure(ratio: measure) else { return nil }
      let threshold = measure.threshold(acceptableWait: counts.layout.acceptableWait)
      let isCounted = threshold.map(counts.layout.thresholds.contains) ?? true
      return isCounted ? counts[measure] : nil
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
