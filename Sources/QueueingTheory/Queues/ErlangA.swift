// SPDX-License-Identifier: GPL-3.0-or-later

/// M/M/c+M, Palm's model: exponential patience. A name for the most used `ImpatientQueue`.
package enum ErlangA {
  /// - Parameter meanPatience: 1/θ, above zero, in the unit of the load's times.
  /// - Throws: `.notPositive` for the patience, `.numerical`.
  package static func queue(
    _ load: ServiceLoad, meanPatience: Double
  ) throws(QueueingError) -> ImpatientQueue {
    try ImpatientQueue(load, patience: .exponential(mean: meanPatience))
  }
}
