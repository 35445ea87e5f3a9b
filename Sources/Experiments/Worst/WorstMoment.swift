// SPDX-License-Identifier: GPL-3.0-or-later

package import Calendars
package import Inference

/// The stretch of time in which a plan leaves most customers waiting too long.
///
/// Of all intervals, or all days, it is the one with the largest mean number of customers who are not
/// answered within the acceptable wait: a stretch with a handful of customers cannot be the worst by
/// chance, and it is where more people help most. Its figures come from the same replications that
/// it was found in.
package struct WorstMoment: Equatable, Sendable {
  package let date: CivilDate
  /// Nil for a whole day.
  package let start: ClockTime?
  /// Seconds.
  package let length: Int
  /// Arrivals in a replication.
  package let customers: ConfidenceInterval
  /// Answered within the acceptable wait ÷ arrivals; ratio of expectations.
  package let serviceLevel: ConfidenceInterval
  /// Left unanswered ÷ arrivals; ratio of expectations.
  package let abandonment: ConfidenceInterval

  /// Mean number of customers who are not answered within the acceptable wait.
  package var late: Double { customers.mean * (1 - serviceLevel.mean) }

  package init(
    date: CivilDate, start: ClockTime?, length: Int, customers: ConfidenceInterval,
    serviceLevel: ConfidenceInterval, abandonment: ConfidenceInterval
  ) {
    self.date = date
    self.start = start
    self.length = length
    self.customers = customers
    self.serviceLevel = serviceLevel
    self.abandonment = abandonment
  }
}
