// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Scenarios

/// A law of a time, compiled to a kind and a few numbers.
package struct Sampler: BitwiseCopyable, Equatable {
  enum Kind: UInt8, BitwiseCopyable {
    case constant, exponential, lognormal, gamma, smallGamma, weibull, uniform, table, mixture
  }

  var kind = Kind.constant
  /// Constant, mean, mean of the logarithm in the steps of `ExponentialTable`, scale, or width.
  var scale = 0.0
  /// Standard deviation of the logarithm in the same steps, shape, inverse shape, or lower end; of a
  /// mixture 1 if one of its laws is discrete.
  var shape = 0.0
  /// Rows of the alias table, or two for each law of a mixture.
  var rows = TableRange()

  static let zero = Sampler()
  static let never = Sampler(kind: .constant, scale: .infinity)

  var isConstant: Bool { kind == .constant }
  /// Whether every draw is zero.
  var isZero: Bool { kind == .constant && scale == 0 }
  /// Whether two draws may be equal.
  var isDiscrete: Bool {
    kind == .constant || kind == .table || kind == .mixture && shape == 1
  }
  /// The law's mean.
  ///
  /// - Parameter aliases: The compiler's tables.
  func mean(_ aliases: [AliasRow]) -> Double {
    switch kind {
    case .constant, .exponential: scale
    case .lognormal:
      Foundation.exp(
        (scale + shape * shape / ExponentialTable.stepsPerUnit / 2) / ExponentialTable.stepsPerUnit)
    case .gamma, .smallGamma: scale * shape
    case .weibull: scale * Foundation.exp(lgamma(1 + shape))
    case .uniform: shape + scale / 2
    case .mixture:
      laws(aliases).reduce(0) { $0 + $1.share * $1.law.mean(aliases) }
    case .table:
      rows.indices.reduce(0) { sum, row in
        let each = aliases[row]
        return sum + each.chance * each.value + (1 - each.chance) * each.other
      } / Double(rows.count)
    }
  }

  var isNever: Bool { kind == .constant && scale == .infinity }
}

extension Sampler {
  /// The laws of a mixture with their shares.
  private func laws(_ aliases: [AliasRow]) -> [(share: Double, law: Sampler)] {
    var before = 0.0
    return stride(from: rows.indices.lowerBound, to: rows.indices.upperBound, by: 2).map { row in
      let share = aliases[row].chance - before
      before = aliases[row].chance
      return (share, Sampler(aliases[row], aliases[row + 1]))
    }
  }

  /// A law of a mixture as two rows hold it: the cumulated share beside scale and shape, and kind and
  /// rows.
  init(_ row: AliasRow, _ next: AliasRow) {
    self.init(
      kind: Kind(rawValue: UInt8(next.chance)) ?? .constant, scale: row.value, shape: row.other,
      rows: TableRange(Int(next.value), Int(next.other)))
  }

  /// The two rows of the law within a mixture.
  func mixtureRows(cumulatedShare: Double) -> [AliasRow] {
    [
      AliasRow(chance: cumulatedShare, value: scale, other: shape),
      AliasRow(
        chance: Double(kind.rawValue), value: Double(rows.lowerBound),
        other: Double(rows.upperBound)),
    ]
  }
}

/// A row of Walker's alias tables: the own value with a chance, else the other one.
package struct AliasRow: BitwiseCopyable, Equatable {
  var chance: Double
  var value: Double
  var other: Double

  package init(chance: Double, value: Double, other: Double) {
    self.chance = chance
    self.value = value
    self.other = other
  }
}

/// What every draw needs at hand.
package struct Draws {
  let ziggurat = Ziggurat.shared
  let exponentials = ExponentialTable.shared
  let logarithms = LogarithmTable.shared
  let aliases: UnsafePointer<AliasRow>

  /// - Parameter aliases: The compiler's tables, alive while draws are made.
  package init(aliases: UnsafePointer<AliasRow>) { self.aliases = aliases }

  /// A draw of the key's own stream for the purpose.
  @inline(__always)
  package func value(_ law: Sampler, _ key: UInt64, _ purpose: UInt64) -> Double {
    if law.kind == .constant { return law.scale }
    if law.kind == .lognormal { return lognormal(law, key, purpose) }
    var stream = RandomStream(key: key, purpose: purpose)
    if law.kind == .exponential { return law.scale * ziggurat.exponential(&stream) }
    return rare(law, &stream)
  }

  /// The same where the law is known to be lognormal.
  @inline(__always)
  func lognormal(_ law: Sampler, _ key: UInt64, _ purpose: UInt64) -> Double {
    var stream = RandomStream(key: key, purpose: purpose)
    return exponentials.power(law.scale + law.shape * ziggurat.normal(&stream))
  }

  /// The same as `value`, called and not inlined: where not every chat comes by.
  @inline(never)
  func occasionalValue(_ law: Sampler, _ key: UInt64, _ purpose: UInt64) -> Double {
    value(law, key, purpose)
  }

  @inline(never)
  private func rare(_ law: Sampler, _ stream: inout RandomStream) -> Double {
    switch law.kind {
    case .gamma: return law.scale * gamma(shape: law.shape, &stream)
    case .smallGamma:
      let power = power(stream.uniform(), 1 / law.shape)
      return law.scale * gamma(shape: law.shape + 1, &stream) * power
    case .weibull: return law.scale * power(ziggurat.exponential(&stream), law.shape)
    case .uniform: return law.shape + law.scale * stream.uniform()
    case .table:
      let place = stream.uniform() * Double(law.rows.count)
      let row = aliases[Int(law.rows.lowerBound) + min(Int(place), law.rows.count - 1)]
      return place - place.rounded(.down) < row.chance ? row.value : row.other
    case .mixture:
      let uniform = stream.uniform()
      var row = Int(law.rows.lowerBound)
      let last = Int(law.rows.upperBound) - 2
      while row < last, uniform >= aliases[row].chance { row += 2 }
      return rare(Sampler(aliases[row], aliases[row + 1]), &stream)
    case .constant: return law.scale
    case .exponential: return law.scale * ziggurat.exponential(&stream)
    case .lognormal:
      return exponentials.power(law.scale + law.shape * ziggurat.normal(&stream))
    }
  }

  /// A power of a number > 0; far below what any time is counted in it is as good as zero.
  @inline(__always)
  private func power(_ base: Double, _ exponent: Double) -> Double {
    exponentials.power(max(exponent * logarithms.steps(base), -258_000))
  }

  /// Gamma of scale one and shape ≥ 1 (Marsaglia, Tsang 2000, "A simple method").
  package func gamma(shape: Double, _ stream: inout RandomStream) -> Double {
    let d = shape - 1.0 / 3
    let c = 1 / (9 * d).squareRoot()
    while true {
      let x = ziggurat.normal(&stream)
      let root = 1 + c * x
      guard root > 0 else { continue }
      let v = root * root * root
      let uniform = stream.uniform()
      // What the squeeze admits the logarithms would admit too.
      let square = x * x
      if uniform < 1 - 0.0331 * square * square { return d * v }
      if log(uniform) < 0.5 * x * x + d - d * v + d * log(v) { return d * v }
    }
  }

  /// Poisson count: sums of exponentials, in steps that keep the work small (Ahrens, Dieter 1974).
  package func poisson(mean: Double, _ stream: inout RandomStream) -> Int {
    var count = 0
    var rest = mean
    while rest > 30 {
      let half = (rest * 0.875).rounded(.down)
      let time = gamma(shape: half, &stream)
      if time > rest { return count + binomial(Int(half) - 1, rest / time, &stream) }
      count += Int(half)
      rest -= time
    }
    var sum = ziggurat.exponential(&stream)
    while sum < rest {
      count += 1
      sum += ziggurat.exponential(&stream)
    }
    return count
  }

  private func binomial(_ trials: Int, _ chance: Double, _ stream: inout RandomStream) -> Int {
    (0..<max(0, trials)).reduce(0) { sum, _ in sum + (stream.uniform() < chance ? 1 : 0) }
  }
}
