// SPDX-License-Identifier: GPL-3.0-or-later

/// The least number of agents that reaches every target, by the exact formulas.
package enum Staffing {
  /// Erlang C without patience, M/M/c+G with it.
  ///
  /// - Parameters:
  ///   - arrivalRate: At least zero; no arrivals need no agents.
  ///   - largest: The most agents to consider.
  /// - Throws: `.unreachable` where `largest` agents do not suffice, and what the formulas throw.
  /// - Complexity: O(c log c) for the answer c.
  package static func agents(
    arrivalRate: Double, meanHandlingTime: Double, patience: DurationLaw? = nil,
    targets: [StaffingTarget], largest: Int = 100_000
  ) throws(QueueingError) -> Int {
    for target in targets { try target.validate() }
    if arrivalRate == 0 { return 0 }
    let one = try ServiceLoad(
      arrivalRate: arrivalRate, meanHandlingTime: meanHandlingTime, agents: 1)
    let largest = min(largest, ServiceLoad.largestAgents)
    guard largest >= 1 else { throw .unreachable(largestAgents: largest) }

    func isEnough(_ agents: Int) throws(QueueingError) -> Bool {
      try meets(targets, try one.with(agents: agents), patience)
    }
    // From the offered load outwards, doubling the distance, then halving between.
    let guess = min(largest, max(1, Int(min(one.offeredLoad, Double(largest)))))
    var (low, high) = (0, guess)
    var step = max(1, Int(min(one.offeredLoad, Double(largest)).squareRoot()))
    if try isEnough(guess) {
      low = max(0, guess - step)
      while low > 0, try isEnough(low) {
        high = low
        step *= 2
        low = max(0, low - step)
      }
    } else {
      low = guess
      high = min(largest, guess + step)
      while try !isEnough(high) {
        guard high < largest else { throw .unreachable(largestAgents: largest) }
        low = high
        step *= 2
        high = min(largest, high + step)
      }
    }
    while high - low > 1 {
      let middle = low + (high - low) / 2
      if try isEnough(middle) { high = middle } else { low = middle }
    }
    return high
  }

  private static func meets(
    _ targets: [StaffingTarget], _ load: ServiceLoad, _ patience: DurationLaw?
  ) throws(QueueingError) -> Bool {
    guard let patience else {
      guard load.loadPerAgent < 1 else { return false }
      let queue = try ErlangC(load)
      return targets.allSatisfy { target in
        switch target {
        case .waitProbability(let most): queue.waitProbability <= most
        case .meanWait(let most): queue.meanWait <= most
        case .answeredWithin(let limit, let share): queue.answeredWithin(limit) >= share
        case .abandonment: true
        case .occupancy(let most): queue.occupancy <= most
        }
      }
    }
    let queue = try ImpatientQueue(load, patience: patience)
    for target in targets {
      let isMet =
        switch target {
        case .waitProbability(let most): queue.waitProbability <= most
        case .meanWait(let most): queue.meanWait <= most
        case .answeredWithin(let limit, let share): try queue.servedWithin(limit) >= share
        case .abandonment(let most): queue.abandonmentProbability <= most
        case .occupancy(let most): queue.occupancy <= most
        }
      if !isMet { return false }
    }
    return true
  }
}
