// SPDX-License-Identifier: GPL-3.0-or-later

package import SimulationEngine
import Statistics

/// One replication in a dozen sums over the horizon: enough for anybody's own estimates and errors.
///
/// All but `chats` count the shop's own contacts.
package struct ReplicationTotals: Equatable, Sendable {
  package var replication: Int
  /// Contacts simulated, those of a warm-up and of other shops included: what speed is measured in.
  package var chats: Int
  /// Of contacts that arrived in the horizon.
  package var counts: ContactCounts
  /// Did not get an agent at once: answered later, or left.
  package var waited: Int
  /// Messages of closed hours that wait for an opening after the horizon: in no arrivals.
  package var waitingForOpening: Int
  /// Messages answered; at conversation fidelity, first replies.
  package var replies: Int
  /// From each of those messages to its answer's end.
  package var replySeconds: Double

  package init(_ record: ReplicationRecord) {
    let types = 0..<record.typeCount
    replication = record.replication
    chats = record.chatCount
    counts = record.total()
    let atOnce = types.reduce(0) { $0 + record.times.zeros(.answeredWait, type: $1) }
    waited = counts.answered - atOnce + counts.abandoned
    waitingForOpening = record.waitingForOpening.reduce(0, +)
    replies = types.reduce(0) { $0 + record.times.count(.reply, type: $1) }
    replySeconds = record.replyTimeSums.reduce(0, +)
  }
}
