// SPDX-License-Identifier: GPL-3.0-or-later

package import SimulationEngine

/// Sums over contacts of a stretch of time, of one replication or as means per replication.
///
/// Only the shop's own contacts are counted, never a pool's background. The ratios are ratios of
/// expectations: numerator and denominator are each summed over replications before they are
/// divided, so that a busy day counts by its customers. Everything is booked when a contact arrives.
package struct ServiceMeasures: Equatable, Sendable {
  /// Contacts that came in open hours, those held until opening included.
  package var arrivals = 0.0
  /// Contacts that a person answered.
  package var answered = 0.0
  /// Left the queue before an answer, silently or not.
  package var abandoned = 0.0
  /// Turned away because the waiting room was full.
  package var blocked = 0.0
  /// Came outside the service window and were lost; not among the arrivals.
  package var lostOutsideHours = 0.0
  /// Came outside the service window and joined the queue at opening; among the arrivals then.
  package var carriedOver = 0.0
  /// Answered within the scenario's acceptable wait.
  package var answeredInTime = 0.0
  /// Wait plus first-reply delay of at most 180 s.
  package var repliedWithinThreeMinutes = 0.0
  /// Seconds waited by all arrivals whose wait has ended.
  package var waiting = 0.0
  /// Seconds waited by the answered.
  package var waitingOfAnswered = 0.0
  /// Seconds from arrival to the first reply, of the answered.
  package var firstReply = 0.0
  package var orders = 0.0
  /// Yuan of the orders.
  package var sales = 0.0
  /// Yuan: arrivals nobody answered (abandoned, blocked) × conversion × order value.
  package var salesLost = 0.0

  package init() {}

  /// - Parameters:
  ///   - orderValue: Yuan.
  ///   - conversion: Probability of an order by an answered contact.
  package init(_ counts: ContactCounts, conversion: Double, orderValue: Double) {
    arrivals = Double(counts.arrived)
    answered = Double(counts.answered)
    abandoned = Double(counts.abandoned)
    blocked = Double(counts.blocked)
    lostOutsideHours = Double(counts.lostOutsideHours)
    carriedOver = Double(counts.carriedOver)
    answeredInTime = Double(counts.answeredWithinAcceptableWait)
    repliedWithinThreeMinutes = Double(counts.repliedWithinThreeMinutes)
    waiting = counts.totalWait
    waitingOfAnswered = counts.answeredWait
    firstReply = counts.firstReplyTime
    orders = Double(counts.orders)
    sales = orders * orderValue
    salesLost = (arrivals - answered) * conversion * orderValue
  }

  /// Answered within the acceptable wait ÷ arrivals, in [0, 1]; the abandoned count as arrivals.
  package var serviceLevel: Double { answeredInTime / arrivals }
  /// Wait plus first-reply delay ≤ 180 s ÷ arrivals, in [0, 1]. Not a platform's rate.
  package var threeMinuteReplyShare: Double { repliedWithinThreeMinutes / arrivals }
  /// Abandoned ÷ arrivals, in [0, 1].
  package var abandonment: Double { abandoned / arrivals }
  /// Arrivals whose wait has ended: all but those who still wait when nobody will come any more.
  package var waitsEnded: Double { answered + abandoned + blocked }
  /// Seconds, over all arrivals whose wait has ended.
  package var meanWait: Double { waiting / waitsEnded }
  /// Seconds, over the answered.
  package var meanWaitOfAnswered: Double { waitingOfAnswered / answered }
  /// Seconds, over those who left, until they left.
  package var meanWaitOfAbandoned: Double { (waiting - waitingOfAnswered) / abandoned }
  /// Seconds from arrival to the agent's first reply, over the answered.
  package var meanFirstReply: Double { firstReply / answered }

  package static func += (left: inout ServiceMeasures, right: ServiceMeasures) {
    left.arrivals += right.arrivals
    left.answered += right.answered
    left.abandoned += right.abandoned
    left.blocked += right.blocked
    left.lostOutsideHours += right.lostOutsideHours
    left.carriedOver += right.carriedOver
    left.answeredInTime += right.answeredInTime
    left.repliedWithinThreeMinutes += right.repliedWithinThreeMinutes
    left.waiting += right.waiting
    left.waitingOfAnswered += right.waitingOfAnswered
    left.firstReply += right.firstReply
    left.orders += right.orders
    left.sales += right.sales
    left.salesLost += right.salesLost
  }

  /// Every sum divided by `count`.
  package func divided(by count: Double) -> ServiceMeasures {
    var mean = self
    mean.arrivals /= count
    mean.answered /= count
    mean.abandoned /= count
    mean.blocked /= count
    mean.lostOutsideHours /= count
    mean.carriedOver /= count
    mean.answeredInTime /= count
    mean.repliedWithinThreeMinutes /= count
    mean.waiting /= count
    mean.waitingOfAnswered /= count
    mean.firstReply /= count
    mean.orders /= count
    mean.sales /= count
    mean.salesLost /= count
    return mean
  }
}

extension Sequence<ServiceMeasures> {
  package func sum() -> ServiceMeasures { reduce(into: ServiceMeasures()) { $0 += $1 } }
}
