// SPDX-License-Identifier: GPL-3.0-or-later

/// Column generation for some people over some days, while everybody else stays as he is: the linear
/// program over known tours prices the rows, and each person's cheapest tour at these prices joins it.
///
/// At any prices within the rows' own, the sum of the cheapest tours and of prices times demand is a
/// lower bound (Lagrange); it is the linear program's value when no tour is left to join.
final class ColumnGeneration {
  private let model: RosterModel
  private let crew: PricingCrew
  private let state: RosterState
  let people: [Int]
  private let window: Range<Int>
  private let isWhole: Bool

  /// Row of the program by row of cover, −1 for one that nobody of these can change.
  private let programRow: [Int]
  private let coverRow: [Int]
  private let demand: [Double]
  private let program: MasterProgram
  private var seen: Set<[Int16]> = []
  private(set) var tours: [[Int16]] = []
  /// Prices of the best bound, the middle to which others are drawn.
  private var middle: [Double]?
  private(set) var bound = -Double.infinity
  private(set) var rounds = 0
  /// Of rows that nobody here can change.
  private(set) var fixedPrice: Double
  private var isSettled: [Bool]
  private var settled: [(Int, [Int16])] = []

  init(
    _ model: RosterModel, crew: PricingCrew, state: RosterState, people: [Int], window: Range<Int>
  ) {
    self.model = model
    self.crew = crew
    self.state = state
    self.people = people
    self.window = window
    isWhole = window.count == model.days
    let (cover, days, duties) = (model.cover, model.days, model.duties)
    var counts = state.counts
    var isOpen = Array(repeating: false, count: cover.rows)
    for person in people {
      for day in 0..<days {
        let duty = Int(state.tours[person * days + day]) - 1
        if duty >= 0 { counts[day * duties + duty] -= 1 }
        guard window.contains(day) else { continue }
        for duty in model.people[person].dutyOrder
        where model.people[person].dutyPrice[day * duties + duty] < .infinity {
          isOpen[day * duties + duty] = true
        }
      }
    }
    // Duties outside the window stay, and so do their rows.
    var rows: [Int] = []
    var place = Array(repeating: -1, count: cover.rows)
    var fixed = 0.0
    for row in 0..<cover.rows {
      if isOpen[row], cover.under[row] + cover.over[row] > 0 {
        place[row] = rows.count
        rows.append(row)
      } else {
        fixed += Double(cover.price(row, state.counts[row]))
      }
    }
    programRow = place
    coverRow = rows
    fixedPrice = fixed
    current = fixed
    demand = rows.map { Double(cover.demand[$0] - counts[$0]) }
    program = MasterProgram(
      people: people.count, demand: demand, under: rows.map { Double(cover.under[$0]) },
      over: rows.map { Double(cover.over[$0]) })
    isSettled = Array(repeating: false, count: people.count)
    for (place, person) in people.enumerated() {
      add(Array(state.tour(of: person)), place)
    }
    program.start()
    current += program.objective
  }

  /// What the people's own tours cost, with all rows.
  private(set) var current: Double

  /// The program's value, with all rows.
  var objective: Double { program.objective + fixedPrice }

  var programSize: Int { program.size }

  /// - Returns: Whether the tour is new.
  @discardableResult
  func add(_ tour: [Int16], _ place: Int) -> Bool {
    var key = tour
    key.append(Int16(place))
    guard seen.insert(key).inserted else { return false }
    let own = model.ownPrice(tour, of: people[place])
    program.add(rows: programRows(of: tour), owner: place, cost: own, poolNumber: tours.count)
    tours.append(tour)
    return true
  }

  private func programRows(of tour: [Int16]) -> [Int32] {
    var rows: [Int32] = []
    for day in tour.indices where tour[day] > 0 {
      let row = programRow[day * model.duties + Int(tour[day]) - 1]
      if row >= 0 { rows.append(Int32(row)) }
    }
    return rows
  }

  /// Rounds until no tour is left to join.
  ///
  /// - Parameters:
  ///   - within: Ends when the bound is so near to the program's value.
  ///   - enough: Ends when the bound, in whole prices, reaches it.
  ///   - smoothing: Part of the best bound's prices in those at which tours are sought, in [0, 1).
  func run(
    rounds limit: Int, within: Double, smoothing: Double, enough: Double = .infinity,
    isCancelled: () -> Bool,
    progress: (Double) -> Void = { _ in }
  ) {
    program.solve(isCancelled: isCancelled)
    var weight = smoothing
    for _ in 0..<limit {
      if isCancelled() { return }
      rounds += 1
      let exact = clampedDuals()
      let asked = zip(exact, middle ?? exact).map { $0 + weight * ($1 - $0) }
      let found = price(asked)
      let value = lagrange(asked, found)
      if value > bound || middle == nil {
        bound = max(bound, value)
        middle = asked
      }
      progress(bound)
      var added = 0
      for (place, tour) in zip(unsettled, found) {
        if reducedCost(tour.tour, place) < -1e-6, add(tour.tour, place) { added += 1 }
      }
      let whole = (bound - 1e-3).rounded(.up)
      if objective - bound < within || whole >= objective || whole >= enough - 0.5 { return }
      if added == 0 {
        if weight == 0 { return }
        weight = 0
        continue
      }
      weight = smoothing
      program.solve(isCancelled: isCancelled)
    }
  }

  /// Tours that the program's answer uses, by person.
  var usedTours: [(Int, [Int16])] {
    program.parts.map { (people[program.owner[$0.tour]], tours[$0.tour]) }
  }

  /// The bound at prices of nothing.
  func boundAtOwnPrices() -> Double {
    let duals = coverRow.map { _ in 0.0 }
    return lagrange(duals, price(duals))
  }

  private func clampedDuals() -> [Double] {
    coverRow.indices.map { row in
      let cover = coverRow[row]
      return min(
        Double(model.cover.under[cover]),
        max(-Double(model.cover.over[cover]), program.dual[people.count + row]))
    }
  }

  private var unsettled: [Int] { people.indices.filter { !isSettled[$0] } }

  private func price(_ duals: [Double]) -> [PricedTour] {
    var rows = Array(repeating: 0.0, count: model.cover.rows)
    for (row, dual) in duals.enumerated() { rows[coverRow[row]] = -dual }
    let asked = unsettled.map { people[$0] }
    return crew.best(
      asked, rows: rows, kept: isWhole ? nil : state.tours, window: window)
  }

  private func lagrange(_ duals: [Double], _ found: [PricedTour]) -> Double {
    var sum = fixedPrice
    for (row, dual) in duals.enumerated() { sum += dual * demand[row] }
    for (place, tour) in settled {
      sum += model.ownPrice(tour, of: people[place])
      for row in programRows(of: tour) { sum -= duals[Int(row)] }
    }
    return found.reduce(sum) { $0 + $1.value }
  }

  private func reducedCost(_ tour: [Int16], _ place: Int) -> Double {
    let own = model.ownPrice(tour, of: people[place])
    return programRows(of: tour).reduce(own - program.dual[place]) {
      $0 - program.dual[people.count + Int($1)]
    }
  }

  /// Settles people one after another on tours of which the program uses much, with a few rounds in
  /// between, until all are settled.
  ///
  /// - Parameters:
  ///   - atOnce: Part in (0, 1] from which tours are settled together.
  ///   - choice: Random bits for the n-th settling.
  /// - Returns: A tour for each of the people.
  func dive(
    rounds: Int, atOnce: Double, choice: (Int) -> UInt64, isCancelled: () -> Bool
  ) -> [[Int16]] {
    var chosen = people.map { Array(state.tour(of: $0)) }
    let dear =
      1000 + 20
      * coverRow.reduce(0.0) {
        max($0, Double(max(model.cover.under[$1], model.cover.over[$1])))
      }
    var step = 0
    while isSettled.contains(false) {
      let parts = program.parts.filter { !isSettled[program.owner[$0.tour]] }
      guard let most = parts.map(\.part).max() else { break }
      // Of tours that are about as much used, one by chance.
      let level = min(atOnce, most - 0.02)
      var picked = parts.filter { $0.part >= level }
      if most < atOnce {
        picked = [picked[Int(choice(step) % UInt64(picked.count))]]
        // In a large set some more, those of which most is used.
        let more = isSettled.count { !$0 } / 10
        picked += parts.sorted { ($1.part, $0.tour) < ($0.part, $1.tour) }.prefix(more)
      }
      step += 1
      for (tour, _) in picked {
        let place = program.owner[tour]
        guard !isSettled[place] else { continue }
        isSettled[place] = true
        settled.append((place, tours[tour]))
        chosen[place] = tours[tour]
        for other in 0..<program.tours where program.owner[other] == place && other != tour {
          program.leaveOut(other, dear: dear)
        }
      }
      if isCancelled() { continue }
      guard isSettled.contains(false) else { break }
      let before = bound
      (bound, middle) = (-.infinity, nil)
      run(
        rounds: rounds, within: max(0.9, 0.002 * abs(before)), smoothing: 0.3,
        isCancelled: isCancelled)
      bound = before
    }
    return chosen
  }
}
