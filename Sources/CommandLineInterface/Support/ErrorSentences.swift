// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
import Demand
import Experiments
import Planning
import Plans
import Pricing
import QueueingTheory
import Reporting
import SimulationEngine
import Workforce

/// One sentence for an error of the layers below: what, where, found, allowed.
func sentence(for error: any Error) -> String {
  switch error {
  case let error as PlanningError: planningSentence(error)
  case let error as DemandError: demandSentence(error)
  case let error as ModelError: modelSentence(error)
  case let error as WorkforceError: workforceSentence(error)
  case let error as PricingError: pricingSentence(error)
  case let error as SteadyStateError: steadySentence(error)
  case let error as QueueingError: queueingSentence(error)
  default: String(describing: error)
  }
}

private func planningSentence(_ error: PlanningError) -> String {
  switch error {
  case .outOfRange(let field, let found, let allowed):
    "\(field): found \(found), allowed \(allowed)."
  case .differentHorizons:
    "horizon: found another one than in the scenario of --against; before and after need the same days."
  case .noCommonPlan: "plans: found none that the scenario of --against has too."
  case .sizingSharedPool(let plan):
    "plans.\(plan): a shared pool cannot be sized; its agents are the provider's."
  case .sizingWithoutTargets(let plan):
    "plans.\(plan): staffing: fewest needs service_targets to meet."
  case .sizingUnknownGroup(let plan, let group):
    "plans.\(plan): no staffing line has the group \(group) that is to be sized."
  case .unknownPlan(let name, let known):
    "no plan \(name); the scenario has \(known.joined(separator: ", "))."
  case .contract(let plan, let error): "plans.\(plan).contract: \(pricingSentence(error))"
  case .unknownInquiryType(let name, let known):
    "service_targets: no inquiry type \(name); there are \(known.joined(separator: ", "))."
  case .notASharedPool(let plan): "plans.\(plan): not on a shared pool."
  }
}

private func demandSentence(_ error: DemandError) -> String {
  switch error {
  case .outOfRange(let stream, let field, let found, let allowed):
    "demand \(stream): \(field): found \(found), allowed \(allowed)."
  case .wrongCount(let stream, let field, let found, let allowed):
    "demand \(stream): \(field): found \(found) values, allowed "
      + allowed.map(String.init).joined(separator: ", ") + "."
  case .emptyProfile(let stream, let field): "demand \(stream): \(field): all weights are zero."
  case .emptyPhase(let stream, let wave, let phase):
    "demand \(stream): promotion \(wave), phase \(phase): ends at or before its start."
  case .unknownTimeZone(let stream, let name): "demand \(stream): no time zone \(name)."
  case .unknownInquiryType(let stream, let name): "demand \(stream): no inquiry type \(name)."
  case .historyOutsideHorizon(let stream, let recorded, let horizon):
    "demand \(stream): the history covers \(recorded.map(String.init(describing:)) ?? "no day"), "
      + "the horizon is \(horizon); they share no day."
  }
}

private func modelSentence(_ error: ModelError) -> String {
  switch error {
  case .invalidLaw(let place, let found, let allowed),
    .outOfRange(let place, let found, let allowed):
    "\(written(place)): found \(asGiven(found)), allowed \(allowed)."
  case .zeroLengthService(let type):
    "inquiry_types.\(type): service takes no time; give it a mean above zero."
  case .noAgent(let type): "inquiry_types.\(type): no agent of the plan has the skill."
  case .reserveLeavesNothing(let slots, let rostered, let reserved, let never):
    "routing.contact_selection.slots: found \(slots) kept for \(reserved), allowed fewer than the "
      + "\(rostered) chat slots of the plan's agents who serve it; \(never) would never be answered."
  case .unknownInquiryType(let place, let name): "\(place): no inquiry type \(name)."
  case .duplicateName(let place, let name): "\(place): \(name) stands there twice."
  case .mismatchedParts(let what), .emptyScenario(let what): what
  case .horizonTooLong(let days, let allowed):
    "horizon: \(days) days, allowed at most \(allowed) with so many inquiry types."
  }
}

/// A place of the model in the words of a scenario file.
private func written(_ place: String) -> String {
  for (model, file) in [("types.", "inquiry_types."), ("groups.", "agent_groups.")]
  where place.hasPrefix(model) {
    return file + place.dropFirst(model.count)
  }
  return place
}

extension QueueingError.Parameter {
  /// The quantity as the command's options call it.
  fileprivate var words: String {
    switch self {
    case .arrivalRate: "arrivals per hour"
    case .meanHandlingTime, .handlingTime: "handling time"
    case .waitingRoom: "waiting room"
    case .timeLimit: "time limit"
    case .composeTime: "composing time"
    case .thinkTime: "thinking time"
    case .switchingTime: "switching time"
    default: rawValue
    }
  }
}

private func workforceSentence(_ error: WorkforceError) -> String {
  switch error {
  case .unknownGroup(let line, let name): "staffing[\(line)]: no agent group \(name)."
  case .negativeAgents(let line, let found):
    "staffing[\(line)].agents: found \(found), allowed 0 or more."
  case .tooManyAgents(let found, let allowed):
    "staffing: \(found) agents in all, allowed at most \(allowed)."
  case .tooManyDutyPeriods(let found, let allowed):
    "staffing: \(found) shifts over the horizon, allowed at most \(allowed)."
  case .misplacedBreak(let line, let shift):
    "staffing[\(line)]: shift \(shift): a break lies outside the shift or overlaps another."
  case .misplacedHold(let line, let shift):
    "staffing[\(line)]: shift \(shift): a hold lies outside the shift or overlaps another."
  }
}

private func steadySentence(_ error: SteadyStateError) -> String {
  switch error {
  case .closed: "the interval lies in closed hours; it has no steady state."
  case .nobodyComes: "no customer comes in that interval; it has no steady state."
  case .unstable(let types, let needed, let agents):
    "customers of \(types.joined(separator: ", ")) never leave, and their work alone keeps "
      + "\(Decimals.fixed(needed, places: 2)) agents busy, where \(agents) "
      + "\(agents == 1 ? "is" : "are") on duty: the line would grow for ever."
  case .noSteadyState(let days):
    "after \(days) such days the waits still depend on the start; there is no steady state, or "
      + "--days and --most-days are too few."
  }
}

private func queueingSentence(_ error: QueueingError) -> String {
  switch error {
  case .notPositive(let parameter, let found):
    "\(parameter.words): found \(asGiven(found)), allowed finite numbers above zero."
  case .outOfRange(let parameter, let found, let allowed):
    "\(parameter.words): found \(asGiven(found)), allowed "
      + "\(Decimals.shortest(allowed.lowerBound)) to \(Decimals.shortest(allowed.upperBound))."
  case .unstable(let load, let agents):
    "customers never leave, and their work keeps \(Decimals.fixed(load, places: 2)) agents busy, "
      + "where \(agents) \(agents == 1 ? "is" : "are") on duty: the line would grow for ever."
  case .unreachable(let largest): "no number of agents up to \(largest) reaches the target."
  case .numerical(let error): "the formula could not be evaluated (\(error))."
  }
}

/// A number in a message; what is not finite is named, since files leave it empty.
func asGiven(_ value: Double) -> String {
  value.isFinite ? Decimals.shortest(value) : "\(value)"
}
