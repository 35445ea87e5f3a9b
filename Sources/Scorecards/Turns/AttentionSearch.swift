// SPDX-License-Identifier: GPL-3.0-or-later

/// Finds the attention delay with which simulated replies take as long as those of a log.
///
/// A reply is the rest of the customer's round, the delay, the wait while the agent writes to others, and
/// writing. What the delay is cannot be read off the log, but what replies take without one can be
/// simulated; the delay is then the mixing distribution under which the log's replies are most likely
/// (Laird 1978, by expectation and maximisation). As the delay spreads the agent's work too, the log's
/// chats are simulated with it, and what the replies are still off by is made up for.
package struct AttentionSearch: Sendable {
  /// Replies of the log, ascending.
  private let observed: [Double]
  private let edges: [Double]
  /// Share of the log's replies in each bin, and the shares that the delay is to bring about.
  private let shares: [Double]
  private var wanted: [Double]
  /// Of each delay and bin, how probably a reply with that delay falls into it; empty before the replies
  /// without a delay are known.
  private var chances: [[Double]] = []
  /// No delay is longer than the longest reply.
  private let delays: [Double]
  /// To be simulated next.
  package private(set) var attention: SampleLaw
  /// The best so far, and how far its distribution is from the log's.
  package private(set) var best: SampleLaw
  package private(set) var distance = Double.infinity

  package static let steps = 6
  /// Shares of replies within a time that are as close as this are taken for the same.
  private static let tolerance = 0.01
  private static let binCount = 30
  private static let rounds = 3000
  /// None, and from 2 s to 50 min, each longer by half an octave.
  private static let allDelays =
    [0, 2, 2.8, 4, 5.7, 8, 11.3, 16, 22.6, 32, 45.3, 64, 90.5, 128, 181, 256, 362, 512, 724]
    + [1024, 1448, 2048, 2896]

  package init(to rounds: [MessageTurns.Round]) {
    let observed = rounds.map(\.wait).sorted()
    self.observed = observed
    var edges: [Double] = []
    for bin in 1..<Self.binCount {
      let edge = Sorted.quantile(observed, Double(bin) / Double(Self.binCount))
      if edge > edges.last ?? -1 { edges.append(edge) }
    }
    self.edges = edges
    shares = Self.shares(of: observed, edges)
    wanted = shares
    delays = Self.allDelays.filter { $0 <= observed.last ?? 0 }
    attention = SampleLaw(values: [0], shares: [1], count: observed.count)
    best = attention
  }

  /// Takes what was simulated with the present delay, at first none, and finds the next.
  ///
  /// - Returns: Whether another step is worthwhile.
  package mutating func learn(_ rounds: [MessageTurns.Round]) -> Bool {
    let simulated = rounds.map(\.wait).sorted()
    guard !simulated.isEmpty else { return false }
    let times = edges + ReplyTimes.limits + [Sorted.quantile(observed, 0.5)]
    let off = times.reduce(0) { greatest, time in
      max(greatest, (Self.share(of: simulated, time) - Self.share(of: observed, time)).magnitude)
    }
    if off < distance { (distance, best) = (off, attention) }
    guard distance > Self.tolerance else { return false }
    if chances.isEmpty {
      chances = delays.map { delay in
        Self.shares(of: simulated, edges.map { $0 - delay })
      }
    } else {
      let made = Self.shares(of: simulated, edges)
      wanted = wanted.indices.map { wanted[$0] * shares[$0] / max(made[$0], 1e-4) }
      let sum = wanted.reduce(0, +)
      wanted = wanted.map { $0 / sum }
    }
    attention = SampleLaw(values: delays, shares: mixing(), count: observed.count)
    return true
  }

  /// Shares of the delays under which what is wanted is most likely.
  private func mixing() -> [Double] {
    var mixing = [Double](repeating: 1 / Double(delays.count), count: delays.count)
    for _ in 0..<Self.rounds {
      let expected = wanted.indices.map { bin in
        zip(mixing, chances).reduce(0) { $0 + $1.0 * $1.1[bin] }
      }
      let ratios = zip(wanted, expected).map { $1 > 1e-12 ? $0 / $1 : 0 }
      for (place, chance) in chances.enumerated() {
        mixing[place] *= zip(chance, ratios).reduce(0) { $0 + $1.0 * $1.1 }
      }
      let sum = mixing.reduce(0, +)
      mixing = mixing.map { $0 / sum }
    }
    return mixing
  }

  /// Share of ascending times in each of the bins that the edges part.
  private static func shares(of times: [Double], _ edges: [Double]) -> [Double] {
    let ends = edges.map { share(of: times, $0) } + [1]
    return zip(ends, [0] + ends).map { $0 - $1 }
  }

  private static func share(of times: [Double], _ limit: Double) -> Double {
    Double(Sorted.count(times, upTo: limit)) / Double(times.count)
  }
}
