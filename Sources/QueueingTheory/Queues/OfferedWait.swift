// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import NumericalMethods

/// The positive part of the law of the offered wait in M/M/c+G, by its log density up to a constant.
struct OfferedWait: Equatable, Sendable {
  private let load: ServiceLoad
  private let patience: DurationLaw
  /// Where f is largest: 0 up to full load, above it the fluid wait w with 1 - G(w) = c μ / λ.
  private let peak: Double
  /// ln((E + λ J) / λ).
  private var logNormalizer = 0.0

  /// Beyond this fall of f the rest of an integral is below the last digit of a double.
  private static let reach = 45.0

  init(_ load: ServiceLoad, _ patience: DurationLaw) throws(QueueingError) {
    self.load = load
    self.patience = patience
    let rho = load.loadPerAgent
    peak = rho <= 1 ? 0 : patience.quantile(1 - 1 / rho)
    let logOthers = -ErlangB.logBlocking(offeredLoad: load.offeredLoad, agents: load.agents - 1)
    let logWaiting = try logIntegral(from: 0) { _ in 1 }
    logNormalizer = LogSpace.add(logOthers - log(load.arrivalRate), logWaiting)
  }

  /// ∫ weight(x) v(x) dx from `lower` on; the weight is not negative and not above a polynomial.
  func integral(
    from lower: Double = 0, _ weight: (Double) -> Double
  ) throws(QueueingError) -> Double {
    exp(try logIntegral(from: lower, weight) - logNormalizer)
  }

  /// f(x) = λ E[min(patience, x)] - c μ x.
  private func exponent(_ x: Double) -> Double {
    load.arrivalRate * patience.limitedMean(x) - load.serviceCapacity * x
  }

  /// ln ∫ weight e^f from `lower` on, in pieces between the peak, a kink, and where e^f is negligible.
  private func logIntegral(
    from lower: Double, _ weight: (Double) -> Double
  ) throws(QueueingError) -> Double {
    let top = max(lower, peak)
    let scale = exponent(top)
    let step = 1 / load.serviceCapacity
    var right = step
    while exponent(top + right) > scale - Self.reach { right *= 2 }
    var left = step
    while top - left > lower, exponent(top - left) > scale - Self.reach { left *= 2 }
    let (start, end) = (max(lower, top - left), top + right)

    var ends = [start, top, end]
    if let kink = patience.breakpoint, kink > start, kink < end { ends.append(kink) }
    ends.sort()
    var sum = 0.0
    for (a, b) in zip(ends, ends.dropFirst()) where b > a {
      sum += try Require.converged { () throws(GSLError) in
        try Integrator.integrate(over: a...b, absoluteTolerance: 1e-300, relativeTolerance: 1e-13) {
          weight($0) * exp(exponent($0) - scale)
        }.value
      }
    }
    return scale + log(sum)
  }
}
