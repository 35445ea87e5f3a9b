// SPDX-License-Identifier: GPL-3.0-or-later

package import Calendars
package import Scenarios

/// Over what a target must hold.
package enum TargetHold: String, CaseIterable, Sendable {
  /// In every stretch of neighbouring intervals of a day that expects thirty inquiries or more.
  case interval
  /// On every day.
  case day
  /// Over all the days together.
  case period
}

/// What is asked: the fewest people on duty, by interval and group, that keep the targets.
package struct RequirementQuestion: Sendable {
  package var scenario: Scenario
  /// Groups that may be on duty, by their names.
  package var groups: [String]
  /// Other shops' customers whom the same people answer.
  package var background: [DemandStream]
  /// A provider's people who answer beside those of the groups, whatever is needed.
  package var beside: [StaffingLine]
  /// Factor ≥ 0 on the shop's own demand.
  package var scale: Double
  /// Days of the scenario's horizon.
  package var days: DateSpan
  package var hold: TargetHold
  /// Replications of a trial, at least 2.
  package var replications: Int
  /// Results do not depend on it.
  package var threads: Int
  /// People on duty in every open interval, whatever the targets.
  package var leastOnDuty: Int

  package init(
    scenario: Scenario, groups: [String], background: [DemandStream] = [],
    beside: [StaffingLine] = [], scale: Double = 1, days: DateSpan,
    hold: TargetHold = .day, replications: Int = 30, threads: Int = 1, leastOnDuty: Int = 1
  ) {
    self.scenario = scenario
    self.groups = groups
    self.background = background
    self.beside = beside
    self.scale = scale
    self.days = days
    self.hold = hold
    self.replications = replications
    self.threads = threads
    self.leastOnDuty = leastOnDuty
  }

  /// The replications on which a search tries people; its proof has others.
  var searchReplications: Range<Int> { 0..<replications }

  /// Expected inquiries that stand behind a share in one stretch of a day.
  package static let inquiriesBehindShare = 30.0
}

/// Why a requirement cannot be found.
package enum RequirementError: Error, Equatable, Sendable {
  case noTargets
  case daysOutside(horizon: DateSpan)
  /// Nobody of the groups answers a type that has customers.
  case nobodyAnswers(inquiryType: String)
  /// The desk is closed on all the days.
  case closed
  /// So many people at once do not keep the targets.
  case unreachable(people: Int)
}
