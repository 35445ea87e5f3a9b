// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import NumericalMethods

/// Limits of large desks with c = R + β √R agents, both good to about 0.01 from R = 100 on.
package enum SquareRootApproximation {
  /// P(wait) without abandonment: [1 + β Φ(β) / φ(β)]⁻¹ (Halfin and Whitt 1981).
  ///
  /// - Parameter safety: β, above zero; otherwise everybody waits and the answer is 1.
  package static func halfinWhitt(safety beta: Double) -> Double {
    guard beta > 0 else { return 1 }
    // Φ(β) / φ(β) = 1 / h(-β), by the symmetry of the normal law.
    return 1 / (1 + beta / SpecialFunctions.normalHazard(-beta))
  }

  /// P(wait) with exponential patience: [1 + √(θ/μ) h(β̂) / h(-β)]⁻¹, β̂ = β √(μ/θ)
  /// (Garnett, Mandelbaum and Reiman 2002).
  ///
  /// - Parameters:
  ///   - safety: β of any sign.
  ///   - patienceRatio: μ/θ: mean patience over mean handling time, above zero.
  package static func garnett(safety beta: Double, patienceRatio: Double) -> Double {
    let root = patienceRatio.squareRoot()
    let hazards =
      SpecialFunctions.normalHazard(beta * root) / SpecialFunctions.normalHazard(-beta)
    return 1 / (1 + hazards / root)
  }

  /// P(abandon) with exponential patience: P(wait) √(θ/μ) [h(β̂) - β̂] / √R (same source).
  ///
  /// - Parameter offeredLoad: R, above zero.
  package static func garnettAbandonment(
    safety beta: Double, patienceRatio: Double, offeredLoad: Double
  ) -> Double {
    let root = patienceRatio.squareRoot()
    let scaled = beta * root
    let perWaiter = (SpecialFunctions.normalHazard(scaled) - scaled) / root
    let wait = garnett(safety: beta, patienceRatio: patienceRatio)
    return min(1, wait * perWaiter / offeredLoad.squareRoot())
  }

  /// The β at which the approximation gives `waitProbability`, in (0, 1).
  ///
  /// - Parameter patienceRatio: μ/θ, or nil for customers who never leave.
  /// - Throws: `.outOfRange` for the target, `.notPositive` for the ratio, `.numerical`.
  package static func safety(
    waitProbability: Double, patienceRatio: Double? = nil
  ) throws(QueueingError) -> Double {
    try Require.within(waitProbability, 1e-12...(1 - 1e-12), .target)
    if let patienceRatio { try Require.positive(patienceRatio, .patience) }
    return try Require.converged { () throws(GSLError) in
      guard let patienceRatio else {
        return try RootFinder.brent(in: 0...40) { halfinWhitt(safety: $0) - waitProbability }
      }
      return try RootFinder.brent(in: -40...40) {
        garnett(safety: $0, patienceRatio: patienceRatio) - waitProbability
      }
    }
  }

  /// ⌈R + β √R⌉, at least zero.
  package static func agents(offeredLoad: Double, safety beta: Double) -> Int {
    let exact = offeredLoad + beta * offeredLoad.squareRoot()
    guard exact > 0, exact <= Double(ServiceLoad.largestAgents) else {
      return exact > 0 ? ServiceLoad.largestAgents : 0
    }
    return Int(exact.rounded(.up))
  }
}
