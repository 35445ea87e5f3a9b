// SPDX-License-Identifier: GPL-3.0-or-later

/// Which sessions each agent had open when; a session is open from its first message to its last.
struct AgentLoads {
  /// When stretches begin and end, each list in order.
  private struct Stretches {
    var begins: [Int] = []
    var ends: [Int] = []

    /// Stretches that hold the time, their ends among them.
    func count(at time: Int) -> Int {
      Self.number(of: begins) { $0 <= time } - Self.number(of: ends) { $0 < time }
    }

    /// How many of an ascending list come first.
    private static func number(of times: [Int], _ comesFirst: (Int) -> Bool) -> Int {
      var (low, high) = (0, times.count)
      while low < high {
        let middle = (low + high) / 2
        if comesFirst(times[middle]) { low = middle + 1 } else { high = middle }
      }
      return low
    }

    mutating func sort() {
      begins.sort()
      ends.sort()
    }
  }

  private var sessions: [Int32: Stretches] = [:]
  /// Times in which an agent has some session open, of all agents.
  private var presences = Stretches()

  var agentCount: Int { sessions.count }

  init(_ log: MessageLog) {
    var open: [Int32: [(begin: Int, end: Int)]] = [:]
    for session in 0..<log.sessionCount {
      let range = log.starts[session]..<log.starts[session + 1]
      let stretch = (log.times[range.lowerBound], log.times[range.upperBound - 1])
      var seen: [Int32] = []
      for index in range where log.sides[index] == .person && !seen.contains(log.agents[index]) {
        seen.append(log.agents[index])
        open[log.agents[index], default: []].append(stretch)
      }
    }
    for (agent, stretches) in open {
      var own = Stretches(begins: stretches.map(\.begin), ends: stretches.map(\.end))
      own.sort()
      sessions[agent] = own
      var last: Int?
      for stretch in stretches.sorted(by: { ($0.begin, $0.end) < ($1.begin, $1.end) }) {
        if let end = last, stretch.begin <= end {
          last = max(end, stretch.end)
        } else {
          if let last { presences.ends.append(last) }
          presences.begins.append(stretch.begin)
          last = stretch.end
        }
      }
      if let last { presences.ends.append(last) }
    }
    presences.sort()
  }

  /// Sessions that an agent has open, the one in which she is asked among them.
  func sessions(of agent: Int32, at time: Int) -> Int {
    max(1, sessions[agent]?.count(at: time) ?? 0)
  }

  /// Agents who have a session open, one at least.
  func agents(at time: Int) -> Int { max(1, presences.count(at: time)) }
}
