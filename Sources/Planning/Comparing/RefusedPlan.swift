// SPDX-License-Identifier: GPL-3.0-or-later

package import Pricing

/// A plan whose contract has no price for the volume that came (R2): it cannot be compared.
package struct RefusedPlan: Equatable, Sendable {
  package var plan: String
  /// Replications in which the volume was refused.
  package var replications: Int
  /// The first refusal, in order of replications.
  package var reason: PricingError
}
