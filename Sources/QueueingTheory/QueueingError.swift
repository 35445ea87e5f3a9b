// SPDX-License-Identifier: GPL-3.0-or-later

package import NumericalMethods

/// What a queueing formula refuses, by parameter, with what was found.
package enum QueueingError: Error, Equatable, Sendable {
  /// The parameters a formula takes.
  package enum Parameter: String, Equatable, Sendable {
    case arrivalRate, meanHandlingTime, agents, patience, handlingTime, waitingRoom, timeLimit
    case target, safety, composeTime, thinkTime, messages, switchingTime, concurrency, interval
  }

  /// Not a finite number above zero.
  case notPositive(Parameter, found: Double)
  /// A finite number outside the allowed range, ends included.
  case outOfRange(Parameter, found: Double, allowed: ClosedRange<Double>)
  /// Without abandonment or a limit on the queue, agents must exceed the offered load.
  case unstable(offeredLoad: Double, agents: Int)
  /// No number of agents up to the largest allowed one reaches the target.
  case unreachable(largestAgents: Int)
  /// An integral or a root could not be found to its tolerance.
  case numerical(GSLError)
}

enum Require {
  static func positive(
    _ value: Double, _ parameter: QueueingError.Parameter
  ) throws(QueueingError) {
    guard value > 0, value.isFinite else { throw .notPositive(parameter, found: value) }
  }

  static func within(
    _ value: Double, _ range: ClosedRange<Double>, _ parameter: QueueingError.Parameter
  ) throws(QueueingError) {
    guard range.contains(value) else {
      throw .outOfRange(parameter, found: value, allowed: range)
    }
  }

  /// Runs a numerical method and names its failure as this module's error.
  static func converged<Value>(
    _ steps: () throws(GSLError) -> Value
  ) throws(QueueingError) -> Value {
    do {
      return try steps()
    } catch {
      throw .numerical(error)
    }
  }
}
