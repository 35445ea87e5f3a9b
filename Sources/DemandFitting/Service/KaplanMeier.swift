// SPDX-License-Identifier: GPL-3.0-or-later

/// A time that ended (`isEvent`) or was cut off before its end was seen.
package struct CensoredTime: Equatable, Sendable {
  /// Seconds, ≥ 0.
  package let time: Double
  /// True if the end was seen: a customer who left. The served are cut off by the agent.
  package let isEvent: Bool

  package init(_ time: Double, isEvent: Bool) {
    self.time = time
    self.isEvent = isEvent
  }
}

/// Product-limit estimate of a survival curve (Kaplan, Meier 1958).
package struct KaplanMeier: Equatable, Sendable {
  /// Times at which an end was seen, ascending.
  package let times: [Double]
  /// Share that lasts beyond each of `times`.
  package let survival: [Double]
  /// Greenwood's standard error of each share.
  package let standardErrors: [Double]

  /// - Complexity: O(n log n).
  package init(_ sample: [CensoredTime]) {
    // At equal times the ends come first: who was cut off then had lasted so long.
    let sorted = sample.sorted { ($0.time, $0.isEvent ? 0 : 1) < ($1.time, $1.isEvent ? 0 : 1) }
    var times: [Double] = []
    var survival: [Double] = []
    var errors: [Double] = []
    var (share, greenwood) = (1.0, 0.0)
    var index = 0
    while index < sorted.count {
      let time = sorted[index].time
      let atRisk = Double(sorted.count - index)
      var ends = 0.0
      while index < sorted.count, sorted[index].time == time {
        if sorted[index].isEvent { ends += 1 }
        index += 1
      }
      guard ends > 0 else { continue }
      share *= 1 - ends / atRisk
      if atRisk > ends { greenwood += ends / (atRisk * (atRisk - ends)) }
      times.append(time)
      survival.append(share)
      errors.append(share * greenwood.squareRoot())
    }
    self.times = times
    self.survival = survival
    standardErrors = errors
  }

  /// Share that lasts beyond `time`.
  package func survival(at time: Double) -> Double {
    var (low, high) = (0, times.count)
    while low < high {
      let middle = (low + high) / 2
      if times[middle] <= time { low = middle + 1 } else { high = middle }
    }
    return low == 0 ? 1 : survival[low - 1]
  }

  /// Time by which the given share has ended; nil if the curve does not fall so far.
  package func quantile(_ share: Double) -> Double? {
    zip(times, survival).first { $0.1 <= 1 - share }?.0
  }
}
