// SPDX-License-Identifier: GPL-3.0-or-later

import SimulationEngine
import Testing

/// The event list of agents against an array that is searched from end to end.
@Suite struct EventTreeTests {
  @Test(arguments: MinimumTreeTests.sizes, [-86_400.0, 0, 3e7])
  func `the first event is that of a full search, agents in order at one instant`(
    size: Int, origin: Double
  ) {
    var choices = OperationSequence(seed: UInt64(size) &+ 5)
    var tree = EventTree(count: size, origin: origin)
    var times = [Double](repeating: .infinity, count: size)
    // Few different instants, so that ties are common; none at all for agents with nothing to do.
    func time() -> Double {
      choices.below(5) == 0 ? .infinity : origin + Double(choices.below(3 * size / 2 + 4))
    }
    var differences = 0
    for step in 0..<min(4000, 600 + 2_000_000 / size) {
      let isFirst = step % 2 == 0 && tree.minimum < .infinity
      let agent = isFirst ? tree.first : choices.below(size)
      let new = time()
      tree.set(agent, to: new)
      times[agent] = new
      let least = times.min() ?? .infinity
      if tree.minimum != least { differences += 1 }
      if least < .infinity, tree.first != times.firstIndex(of: least) { differences += 1 }
      let other = choices.below(size)
      if tree.time(of: other) != times[other] { differences += 1 }
    }
    #expect(differences == 0)
  }

  @Test func `times keep their last bit, also those that are told apart by nothing else`() {
    var tree = EventTree(count: 100, origin: 0)
    let time = 3e7 + 1.0 / 3
    tree.set(70, to: time)
    tree.set(20, to: time.nextUp)
    // Nearer than the agents' numbers tell apart: in order of agent.
    #expect(tree.first == 20)
    #expect(tree.minimum == time.nextUp)
    tree.set(20, to: time + 1e-4)
    #expect(tree.first == 70)
    #expect(tree.minimum == time)
    tree.set(70, to: .infinity)
    tree.set(20, to: .infinity)
    #expect(tree.minimum == .infinity)
  }
}
