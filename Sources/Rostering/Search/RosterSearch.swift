// SPDX-License-Identifier: GPL-3.0-or-later

import Randomness

/// One search, from everybody off to the best roster that is found.
struct RosterSearch {
  let model: RosterModel
  let crew: PricingCrew
  let budget: RosterBudget
  let seed: UInt64
  let started = ContinuousClock.now
  let isCancelled: @Sendable () -> Bool

  var state: RosterState
  var random: SplitMix
  var bound = -Double.infinity
  var iteration = 0
  /// Tours of each person that a linear program made use of, the newest last.
  var pool: [[[Int16]]]

  init(
    _ model: RosterModel, threads: Int, seed: UInt64, budget: RosterBudget,
    isCancelled: @escaping @Sendable () -> Bool
  ) {
    self.model = model
    self.seed = seed
    self.budget = budget
    self.isCancelled = isCancelled
    crew = PricingCrew(model.tours, threads: threads)
    state = RosterState(model)
    random = SplitMix(state: SplitMix.mix(seed &+ 0x5eed))
    pool = Array(repeating: [], count: model.people.count)
  }

  /// Gives everybody a tour, one after another, each the cheapest beside those before.
  ///
  /// - Returns: People for whom there is none.
  mutating func start() -> [Int] {
    var stuck: [Int] = []
    for person in model.people.indices {
      let found = cheapest(of: person)
      if found.value == .infinity { stuck.append(person) } else { take(found) }
    }
    return stuck
  }

  private func cheapest(of person: Int) -> PricedTour {
    var rows = Array(repeating: 0.0, count: model.cover.rows)
    state.margins(without: person, in: model, into: &rows)
    return crew.best([person], rows: rows)[0]
  }

  private mutating func take(_ found: PricedTour) { set(found.tour, of: found.person) }

  mutating func set(_ tour: [Int16], of person: Int) {
    state.set(tour, of: person, price: model.ownPrice(tour, of: person), in: model)
  }

  /// Seeks everybody's cheapest tour beside the others' until nobody's gets cheaper.
  mutating func polish() {
    var quiet = 0
    var order = Array(model.people.indices)
    while quiet < order.count {
      shuffle(&order)
      for person in order {
        if stops() { return }
        let before = state
        take(cheapest(of: person))
        if state.total < before.total - 0.5 { quiet = 0 } else { quiet += 1 }
        if state.total > before.total { state = before }
        if quiet >= order.count { return }
      }
    }
  }

  mutating func shuffle(_ order: inout [Int]) {
    for place in order.indices.dropFirst().reversed() {
      order.swapAt(place, Int(random.next() % UInt64(place + 1)))
    }
  }

  var wholeBound: Double { bound == -.infinity ? bound : (bound - 1e-3).rounded(.up) }

  var isProven: Bool { state.total <= wholeBound }

  func isNearEnough() -> Bool {
    budget.gap > 0 && state.total - wholeBound <= budget.gap * state.total
  }

  func isOutOfTime() -> Bool {
    guard let seconds = budget.seconds else { return false }
    return started.duration(to: .now) > .seconds(seconds)
  }

  func stops() -> Bool { isOutOfTime() || isCancelled() }

  private func tell(_ step: RosterProgress.Step, _ progress: (RosterProgress) -> Void) {
    progress(
      RosterProgress(
        step: step, iteration: iteration, iterations: budget.iterations,
        objective: Int(state.total), bound: bound == -.infinity ? nil : Int(wholeBound)))
  }

  mutating func run(progress: (RosterProgress) -> Void) -> RosterSolution {
    tell(.start, progress)
    polish()
    solveWhole(progress)
    var neighbourhoods = Neighbourhoods(people: model.people.count)
    while iteration < budget.iterations, !isProven, !isNearEnough(), !stops() {
      improve(&neighbourhoods)
      iteration += 1
      tell(.neighbourhoods, progress)
    }
    return solution()
  }

  /// Bound and first good roster from the linear program over everybody.
  private mutating func solveWhole(_ progress: (RosterProgress) -> Void) {
    let columns = ColumnGeneration(
      model, crew: crew, state: state, people: Array(model.people.indices),
      window: 0..<model.days)
    guard columns.programSize <= RosterSolver.largestProgram else {
      bound = columns.boundAtOwnPrices()
      return
    }
    let clock = self
    columns.run(rounds: 2000, within: 0.01, smoothing: 0.6, isCancelled: { clock.stops() }) {
      var now = clock
      now.bound = $0
      now.tell(.bound, progress)
    }
    bound = columns.bound
    keepUsed(columns)
    if stops() { return }
    tell(.dive, progress)
    let bits = random.next()
    let found = columns.dive(
      rounds: 12, atOnce: 0.9, choice: { SplitMix.mix(bits &+ UInt64($0)) },
      isCancelled: { clock.stops() })
    let before = state
    for (place, person) in columns.people.enumerated() { set(found[place], of: person) }
    polish()
    if before.total < state.total { state = before }
  }

  mutating func keepUsed(_ columns: ColumnGeneration) {
    for (person, tour) in columns.usedTours { keep(tour, of: person) }
  }

  mutating func keep(_ tour: [Int16], of person: Int) {
    if !pool[person].contains(tour) { pool[person].append(tour) }
    if pool[person].count > Self.poolSize { pool[person].removeFirst() }
  }

  static let poolSize = 40

  private func solution() -> RosterSolution {
    let roster = state.roster(model.problem)
    let objective = model.problem.objective(of: roster)
    let ending: RosterSolution.Ending =
      isProven
      ? .proven
      : isNearEnough()
        ? .gap : iteration >= budget.iterations ? .iterations : isOutOfTime() ? .time : .cancelled
    return RosterSolution(
      roster: roster, objective: objective,
      bound: bound == -.infinity ? 0 : min(objective.total, max(0, Int(wholeBound))),
      ending: ending, method: "column_generation_neighbourhoods", seed: seed,
      iterations: iteration, seconds: started.duration(to: .now) / .seconds(1))
  }
}
