// SPDX-License-Identifier: GPL-3.0-or-later

package import SimulationEngine
import Statistics

/// One replication in a dozen sums over the horizon: enough for anybody's own estimates and errors.
///
/// All but `chats` count the shop's own contacts that arrived in the horizon.
package struct ReplicationTotals: Equatable, Sendable {
  package var replication: Int
  /// Contacts simulated, those of a warm-up and of other shops included: what speed is measured in.
  package var chats: Int
  package var arrivals: Int
  /// Did not get an agent at once: answered later, or left.
  package var waited: Int
  package var abandoned: Int
  /// Still waiting when nobody would come any more.
  package var unserved: Int
  /// Answered within the scenario's acceptable wait.
  package var withinLimit: Int
  /// Seconds waited by all arrivals but the unserved.
  package var waitSeconds: Double
  /// Messages answered; at conversation fidelity, first replies.
  package var replies: Int
  /// From each of those messages to its answer's end.
  package var replySeconds: Double
  /// From arrival to the first reply, of the answered.
  package var firstReplySeconds: Double

  package init(_ record: ReplicationRecord) {
    let sums = record.total()
    let types = 0..<record.typeCount
    replication = record.replication
    chats = record.chatCount
    arrivals = Int(sums.arrived)
    let atOnce = types.reduce(0) { $0 + record.times.zeros(.answeredWait, type: $1) }
    waited = Int(sums.answered) - atOnce + Int(sums.abandoned)
    abandoned = Int(sums.abandoned)
    unserved = Int(sums.unserved)
    withinLimit = Int(sums.answeredWithinAcceptableWait)
    waitSeconds = sums.totalWait
    replies = types.reduce(0) { $0 + record.times.count(.reply, type: $1) }
    replySeconds = record.replyTimeSums.reduce(0, +)
    firstReplySeconds = sums.firstReplyTime
  }
}
