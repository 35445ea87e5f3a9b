// SPDX-License-Identifier: GPL-3.0-or-later

/// Kolmogorov's equations of one line with impatient customers, where rate and staff change.
struct ImpatientLine {
  /// Rates of service and of leaving, per second.
  let mu: Double
  let theta: Double

  /// Carries the shares of n chats at c agents on by one step of the midpoint rule.
  func advance(_ shares: [Double], lambda: Double, agents c: Int, step: Double) -> [Double] {
    func slope(_ p: [Double]) -> [Double] {
      var change = [Double](repeating: 0, count: p.count)
      for n in p.indices {
        let up = n + 1 < p.count ? lambda * p[n] : 0
        let down = (Double(min(n, c)) * mu + Double(max(0, n - c)) * theta) * p[n]
        change[n] -= up + down
        if n + 1 < p.count { change[n + 1] += up }
        if n > 0 { change[n - 1] += down }
      }
      return change
    }
    let middle = slope(zip(shares, slope(shares)).map { $0 + step / 2 * $1 })
    return zip(shares, middle).map { $0 + step * $1 }
  }

  /// The same while `working` agents finish and nobody takes the next: the shares of so many in
  /// line, and those that have gone on because a chat ended.
  func advance(
    frozen shares: [Double], working: Int, lambda: Double, step: Double
  ) -> (left: [Double], done: [Double]) {
    let out = Double(working) * mu
    func slope(_ p: [Double]) -> [Double] {
      var change = p.map { -out * $0 }
      for n in p.indices {
        let up = n + 1 < p.count ? lambda * p[n] : 0
        let down = Double(n) * theta * p[n]
        change[n] -= up + down
        if n + 1 < p.count { change[n + 1] += up }
        if n > 0 { change[n - 1] += down }
      }
      return change
    }
    let half = zip(shares, slope(shares)).map { $0 + step / 2 * $1 }
    return (
      left: zip(shares, slope(half)).map { $0 + step * $1 }, done: half.map { step * out * $0 }
    )
  }
}
