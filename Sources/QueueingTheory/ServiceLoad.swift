// SPDX-License-Identifier: GPL-3.0-or-later

/// Poisson arrivals to a group of agents: what every formula starts from.
///
/// Times and rates share one unit, whichever: chats a minute with minutes, or a second with seconds.
package struct ServiceLoad: Equatable, Sendable {
  /// λ, chats per unit of time, above zero.
  package let arrivalRate: Double
  /// E[S] = 1/μ, above zero.
  package let meanHandlingTime: Double
  /// c, from 1 to `largestAgents`.
  package let agents: Int

  /// Formulas take time in proportion to the agents; beyond this they are no use to anybody.
  package static let largestAgents = 10_000_000

  /// - Throws: `.notPositive`, `.outOfRange` for the agents.
  package init(
    arrivalRate: Double, meanHandlingTime: Double, agents: Int
  ) throws(QueueingError) {
    try Require.positive(arrivalRate, .arrivalRate)
    try Require.positive(meanHandlingTime, .meanHandlingTime)
    try Require.within(Double(agents), 1...Double(Self.largestAgents), .agents)
    // A product that overflows or vanishes is no load.
    try Require.positive(arrivalRate * meanHandlingTime, .arrivalRate)
    self.arrivalRate = arrivalRate
    self.meanHandlingTime = meanHandlingTime
    self.agents = agents
  }

  /// R = λ E[S] in erlangs: the agents that would be busy if nobody had to wait or left.
  package var offeredLoad: Double { arrivalRate * meanHandlingTime }
  /// ρ = R / c.
  package var loadPerAgent: Double { offeredLoad / Double(agents) }
  /// c μ, chats per unit of time that all agents together complete.
  package var serviceCapacity: Double { Double(agents) / meanHandlingTime }
  /// β = (c - R) / √R.
  package var safety: Double { (Double(agents) - offeredLoad) / offeredLoad.squareRoot() }

  /// The same arrivals met by another number of agents.
  package func with(agents: Int) throws(QueueingError) -> ServiceLoad {
    try ServiceLoad(
      arrivalRate: arrivalRate, meanHandlingTime: meanHandlingTime, agents: agents)
  }
}
