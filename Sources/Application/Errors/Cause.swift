// SPDX-License-Identifier: GPL-3.0-or-later

package import Capacity
package import Demand
package import Experiments
package import Inference
package import IntegerPrograms
package import Planning
package import Pricing
package import QueueingTheory
package import SimulationEngine
package import Workforce

/// An error of the layers below.
package enum Cause: Error, Equatable, Sendable {
  case planning(PlanningError)
  case requirement(RequirementError)
  case shifts(ShiftError)
  case integerProgram(IntegerProgramError)
  case demand(DemandError)
  case model(ModelError)
  case workforce(WorkforceError)
  case pricing(PricingError)
  case steadyState(SteadyStateError)
  case queueing(QueueingError)
  case inference(InferenceError)
  /// None of these; the text is the error's own description.
  case other(String)

  package init(_ error: any Error) {
    self =
      switch error {
      case let error as Cause: error
      case let error as PlanningError: .planning(error)
      case let error as RequirementError: .requirement(error)
      case let error as ShiftError: .shifts(error)
      case let error as IntegerProgramError: .integerProgram(error)
      case let error as DemandError: .demand(error)
      case let error as ModelError: .model(error)
      case let error as WorkforceError: .workforce(error)
      case let error as PricingError: .pricing(error)
      case let error as SteadyStateError: .steadyState(error)
      case let error as QueueingError: .queueing(error)
      case let error as InferenceError: .inference(error)
      default: .other(String(describing: error))
      }
  }
}
