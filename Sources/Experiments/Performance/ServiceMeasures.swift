// SPDX-License-Identifier: GPL-3.0-or-later

/// Sums over contacts of a stretch of time, as means per replication.
///
/// Only the shop's own contacts are counted, never a pool's background. The ratios are ratios of
/// expectations: numerator and denominator are each summed over replications before they are
/// divided, so that a busy day counts by its customers.
package struct ServiceMeasures: Equatable, Sendable {
  /// Contacts that came in open hours, carried-over messages included.
  package var arrivals = 0.0
  /// Contacts that a person answered.
  package var answered = 0.0
  /// Left the queue before an answer, silently or not.
  package var abandoned = 0.0
  /// Turned away because the waiting room was full.
  package var blocked = 0.0
  /// Came outside the service window and were lost; not among the arrivals.
  package var lostOutsideHours = 0.0
  /// Came outside the service window and joined the queue at opening; among the arrivals.
  package var carriedOver = 0.0
  /// Answered within the scenario's acceptable wait.
  package var answeredInTime = 0.0
  /// Wait plus first-reply delay of at most 180 s.
  package var repliedWithinThreeMinutes = 0.0
  /// Seconds waited by all arrivals.
  package var waiting = 0.0
  /// Seconds waited by the answered.
  package var waitingOfAnswered = 0.0
  package var orders = 0.0
  /// Yuan.
  package var sales = 0.0
  /// Expected sales of the contacts that were not answered: lost × conversion × order value. Yuan.
  package var salesLost = 0.0

  package init() {}

  /// Answered within the acceptable wait ÷ arrivals, in [0, 1]; the abandoned count as arrivals.
  package var serviceLevel: Double { answeredInTime / arrivals }
  /// Wait plus first-reply delay ≤ 180 s ÷ arrivals, in [0, 1]. Not a platform's rate.
  package var threeMinuteReplyShare: Double { repliedWithinThreeMinutes / arrivals }
  /// Abandoned ÷ arrivals, in [0, 1].
  package var abandonment: Double { abandoned / arrivals }
  /// Seconds, over all arrivals.
  package var meanWait: Double { waiting / arrivals }
  /// Seconds, over the answered.
  package var meanWaitOfAnswered: Double { waitingOfAnswered / answered }
}
