// SPDX-License-Identifier: GPL-3.0-or-later

import Application
import Calendars
import Capacity
import Demand
import Experiments
import Inference
import IntegerPrograms
import NumericalMethods
import Planning
import Pricing
import QueueingTheory
import SimulationEngine
import Workforce

extension EveryError {
  static var causes: [Cause] {
    row { cause in
      switch cause {
      case nil: .planning(.noCommonPlan)
      case .planning: .requirement(.noTargets)
      case .requirement: .shifts(.nothingToBuy)
      case .shifts: .integerProgram(.infeasible)
      case .integerProgram: .demand(.unknownTimeZone(stream: "own", name: "Mars"))
      case .demand: .model(.noAgent(inquiryType: "pre"))
      case .model: .workforce(.unknownGroup(line: 2, name: "team"))
      case .workforce: .pricing(.noMonths)
      case .pricing: .steadyState(.closed)
      case .steadyState: .queueing(.unreachable(largestAgents: 5))
      case .queueing: .inference(.zeroDenominator)
      case .inference: .other("odd")
      case .other: nil
      }
    } + plannings.map(Cause.planning) + requirements.map(Cause.requirement)
      + shifts.map(Cause.shifts) + programs.map(Cause.integerProgram)
      + demands.map(Cause.demand) + models.map(Cause.model)
      + rosters.map(Cause.workforce) + prices.map(Cause.pricing)
      + steadies.map(Cause.steadyState) + formulas.map(Cause.queueing)
      + inferences.map(Cause.inference)
  }

  private static var plannings: [PlanningError] {
    row { error in
      switch error {
      case nil: .outOfRange(field: "span", found: 2, allowed: "above 0, below 1")
      case .outOfRange: .sizingSharedPool(plan: "tier")
      case .sizingSharedPool: .sizingWithoutTargets(plan: "tier")
      case .sizingWithoutTargets: .sizingUnknownGroup(plan: "tier", group: "team")
      case .sizingUnknownGroup: .unknownPlan(name: "tier", known: ["own"])
      case .unknownPlan: .contract(plan: "tier", .noMonths)
      case .contract: .unknownInquiryType(name: "pre", known: ["post"])
      case .unknownInquiryType: .notASharedPool(plan: "tier")
      case .notASharedPool: .differentHorizons
      case .differentHorizons: .noCommonPlan
      case .noCommonPlan: nil
      }
    }
  }

  private static var requirements: [RequirementError] {
    row { error in
      switch error {
      case nil: .noTargets
      case .noTargets: .daysOutside(horizon: span)
      case .daysOutside: .nobodyAnswers(inquiryType: "pre")
      case .nobodyAnswers: .closed
      case .closed: .unreachable(people: 99)
      case .unreachable: nil
      }
    }
  }

  private static var shifts: [ShiftError] {
    row { error in
      switch error {
      case nil: .nothingToBuy
      case .nothingToBuy: .uncovered(date: span.first, interval: 20, seconds: 1800, group: "team")
      case .uncovered: .tooFew(date: span.first, interval: 20, seconds: 1800, group: "team")
      case .tooFew: .contract(plan: "tier", .noMonths)
      case .contract: nil
      }
    }
  }

  private static var programs: [IntegerProgramError] {
    row { error in
      switch error {
      case nil: .infeasible
      case .infeasible: .unbounded
      case .unbounded: .outOfTime
      case .outOfTime: .cancelled
      case .cancelled: .failed(solver: "GLPK", message: "glp_intopt 9")
      case .failed: nil
      }
    }
  }

  private static var demands: [DemandError] {
    row { error in
      switch error {
      case nil: .outOfRange(stream: "own", field: "share", found: 2, allowed: "0 to 1")
      case .outOfRange: .wrongCount(stream: "own", field: "profile", found: 7, allowed: [24, 48])
      case .wrongCount: .emptyProfile(stream: "own", field: "profile")
      case .emptyProfile: .emptyPhase(stream: "own", wave: "618", phase: "main")
      case .emptyPhase: .unknownTimeZone(stream: "own", name: "Mars")
      case .unknownTimeZone: .unknownInquiryType(stream: "own", name: "pre")
      case .unknownInquiryType:
        .historyOutsideHorizon(stream: "own", recorded: span, horizon: span)
      case .historyOutsideHorizon: nil
      }
    }
  }

  private static var models: [ModelError] {
    row { error in
      switch error {
      case nil: .invalidLaw(place: "types.pre.patience", found: -1, allowed: "finite and > 0")
      case .invalidLaw: .outOfRange(place: "groups.team.speed", found: 9, allowed: "0 to 1")
      case .outOfRange: .zeroLengthService(inquiryType: "pre")
      case .zeroLengthService: .noAgent(inquiryType: "pre")
      case .noAgent: .reserveLeavesNothing(slots: 4, rostered: 3, reserved: "vip", never: "pre")
      case .reserveLeavesNothing: .unknownInquiryType(place: "mix", name: "pre")
      case .unknownInquiryType: .duplicateName(place: "groups", name: "team")
      case .duplicateName: .mismatchedParts("arrivals")
      case .mismatchedParts: .emptyScenario("inquiry_types")
      case .emptyScenario: .horizonTooLong(days: 5000, allowed: 3660)
      case .horizonTooLong: nil
      }
    }
  }

  private static var rosters: [WorkforceError] {
    row { error in
      switch error {
      case nil: .unknownGroup(line: 2, name: "team")
      case .unknownGroup: .negativeAgents(line: 2, found: -3)
      case .negativeAgents: .tooManyAgents(found: 9, allowed: 8)
      case .tooManyAgents: .tooManyDutyPeriods(found: 9, allowed: 8)
      case .tooManyDutyPeriods: .misplacedBreak(line: 2, shift: "late")
      case .misplacedBreak: .misplacedHold(line: 2, shift: "late")
      case .misplacedHold: nil
      }
    }
  }

  private static var steadies: [SteadyStateError] {
    row { error in
      switch error {
      case nil: .closed
      case .closed: .nobodyComes
      case .nobodyComes: .unstable(inquiryTypes: ["pre"], agentsNeeded: 4.5, agents: 4)
      case .unstable: .noSteadyState(days: 40)
      case .noSteadyState: nil
      }
    }
  }

  private static var formulas: [QueueingError] {
    row { error in
      switch error {
      case nil: .notPositive(.patience, found: -1)
      case .notPositive: .outOfRange(.agents, found: 0, allowed: 1...10)
      case .outOfRange: .unstable(offeredLoad: 5.5, agents: 5)
      case .unstable: .unreachable(largestAgents: 1000)
      case .unreachable:
        .numerical(GSLError(method: "Brent root", reason: .noSignChange, status: 4))
      case .numerical: nil
      }
    }
  }

  private static var inferences: [InferenceError] {
    row { error in
      switch error {
      case nil: .differentLengths(expected: 3, found: 4)
      case .differentLengths: .tooFew(found: 1, needed: 2)
      case .tooFew: .notFinite(index: 6)
      case .notFinite: .outsideUnitInterval(found: 2)
      case .outsideUnitInterval: .zeroDenominator
      case .zeroDenominator: .collinearControls
      case .collinearControls: nil
      }
    }
  }
}
