// SPDX-License-Identifier: GPL-3.0-or-later

/// A small continuous-time Markov chain, given by its transitions: the tests' own oracle.
struct Chain<State: Hashable> {
  private(set) var states: [State] = []
  private var index: [State: Int] = [:]
  private var rates: [(from: Int, to: Int, rate: Double)] = []

  /// Explores from a state by `next`, which lists the transitions out of one.
  init(from start: State, next: (State) -> [(to: State, rate: Double)]) {
    states = [start]
    index[start] = 0
    var position = 0
    while position < states.count {
      for step in next(states[position]) where step.rate > 0 {
        if index[step.to] == nil {
          index[step.to] = states.count
          states.append(step.to)
        }
        rates.append((position, index[step.to] ?? 0, step.rate))
      }
      position += 1
    }
  }

  /// The stationary distribution, by Gauss-Seidel sweeps over the balance equations.
  func stationary() -> [Double] {
    var out = [Double](repeating: 0, count: states.count)
    var into = [[(from: Int, rate: Double)]](repeating: [], count: states.count)
    for step in rates {
      out[step.from] += step.rate
      into[step.to].append((step.from, step.rate))
    }
    var share = [Double](repeating: 1 / Double(states.count), count: states.count)
    for _ in 0..<20_000 {
      var change = 0.0
      for state in states.indices {
        let inflow = into[state].reduce(0) { $0 + share[$1.from] * $1.rate }
        let value = inflow / out[state]
        change = max(change, abs(value - share[state]))
        share[state] = value
      }
      let total = share.reduce(0, +)
      for state in states.indices { share[state] /= total }
      if change < 1e-14 { break }
    }
    return share
  }

  func mean(_ value: (State) -> Double) -> Double {
    zip(states, stationary()).reduce(0) { $0 + value($1.0) * $1.1 }
  }
}
