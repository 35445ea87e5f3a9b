// SPDX-License-Identifier: GPL-3.0-or-later

package import Calendars
package import IntegerPrograms
package import Plans
package import Pricing
package import Scenarios

/// What is asked: which shifts to book on some days so that the targets are kept at least cost.
package struct ShiftQuestion: Sendable {
  package var requirement: RequirementQuestion
  /// Its contract prices what is bought.
  package var plan: Plan
  package var design: ShiftDesign
  package var limits: SolverLimits

  /// - Parameter requirement: Its groups are replaced by the design's lead groups.
  package init(
    _ requirement: RequirementQuestion, plan: Plan, design: ShiftDesign,
    limits: SolverLimits = SolverLimits()
  ) {
    self.requirement = requirement
    self.requirement.groups = design.leadGroups(in: requirement.scenario)
    self.requirement.leastOnDuty = design.leastOnDuty
    self.plan = plan
    self.design = design
    self.limits = limits
  }

  /// The months, as far as the horizon goes, in which the days lie: seats are held by the month.
  package var months: [DateSpan] {
    requirement.days.months.compactMap { $0.days.intersection(requirement.scenario.horizon) }
  }

  /// The days of these months.
  package var bought: DateSpan {
    let months = months
    return DateSpan(
      unchecked: months.first?.first ?? requirement.days.first,
      months.last?.last ?? requirement.days.last)
  }
}

/// Why no shifts can be chosen.
package enum ShiftError: Error, Equatable, Sendable {
  /// Nothing can be bought: the plan's people are all a provider's shared ones.
  case nothingToBuy
  /// No shift that can be bought stands for the group in the interval.
  case uncovered(date: CivilDate, interval: Int, seconds: Int, group: String)
  /// Bounds of people on a day leave somebody missing.
  case tooFew(date: CivilDate, interval: Int, seconds: Int, group: String)
  case contract(plan: String, PricingError)
}
