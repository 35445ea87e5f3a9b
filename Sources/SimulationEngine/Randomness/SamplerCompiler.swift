// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
package import Scenarios

/// Compiles laws, collecting the alias tables of the empirical ones.
package struct SamplerCompiler {
  package private(set) var aliases: [AliasRow] = []

  package init() {}

  /// - Throws: `ModelError.invalidLaw` if a parameter is out of range.
  package mutating func compile(_ law: Distribution, place: String) throws(ModelError) -> Sampler {
    switch law {
    case .never:
      return .never
    case .deterministic(let value):
      try check(value >= 0 && value.isFinite, value, "finite and ≥ 0", place)
      return Sampler(kind: .constant, scale: value)
    case .exponential(let mean):
      try positive(mean, place)
      return Sampler(kind: .exponential, scale: mean)
    case .lognormal(let mean, let cv):
      // Keeps every draw inside the range of the table of powers.
      try check(mean >= 1e-200 && mean <= 1e200, mean, "10⁻²⁰⁰ to 10²⁰⁰", place)
      try check(cv >= 0 && cv <= 1e6, cv, "in 0 to 10⁶", place)
      let variance = log1p(cv * cv)
      if variance == 0 { return Sampler(kind: .constant, scale: mean) }
      return Sampler(
        kind: .lognormal,
        scale: (log(mean) - variance / 2) * ExponentialTable.stepsPerUnit,
        shape: variance.squareRoot() * ExponentialTable.stepsPerUnit)
    case .gamma(let mean, let cv):
      try positive(mean, place)
      try check(cv >= 0 && cv < 100, cv, "in 0 to 100", place)
      if cv < 1e-6 { return Sampler(kind: .constant, scale: mean) }
      let shape = 1 / (cv * cv)
      return Sampler(kind: shape < 1 ? .smallGamma : .gamma, scale: mean / shape, shape: shape)
    case .weibull(let mean, let shape):
      try positive(mean, place)
      try check(shape >= 0.05 && shape.isFinite, shape, "≥ 0.05", place)
      return Sampler(
        kind: .weibull, scale: mean / exp(lgamma(1 + 1 / shape)), shape: 1 / shape)
    case .uniform(let lower, let upper):
      try check(lower >= 0 && lower.isFinite, lower, "finite and ≥ 0", place)
      try check(upper > lower && upper.isFinite, upper, "finite and above the lower end", place)
      return Sampler(kind: .uniform, scale: upper - lower, shape: lower)
    case .empirical(let values, let weights):
      return try table(values, weights, place)
    case .mixture(let laws, let weights):
      return try mixture(laws, weights, place)
    }
  }

  /// Walker's alias method in Vose's form (1991).
  private mutating func table(
    _ values: [Double], _ weights: [Double], _ place: String
  ) throws(ModelError) -> Sampler {
    let total = weights.reduce(0, +)
    try check(values.count == weights.count, Double(weights.count), "one for each value", place)
    try check(total > 0 && total.isFinite, total, "weights of a positive sum", place)
    for value in values { try check(value >= 0 && value.isFinite, value, "finite and ≥ 0", place) }
    for weight in weights { try check(weight >= 0, weight, "≥ 0", place) }
    let count = Double(values.count)
    var chance = weights.map { $0 / total * count }
    var other = values
    var small = chance.indices.filter { chance[$0] < 1 }
    var large = chance.indices.filter { chance[$0] >= 1 }
    while let low = small.last, let high = large.last {
      small.removeLast()
      other[low] = values[high]
      chance[high] -= 1 - chance[low]
      if chance[high] < 1 { small.append(large.removeLast()) }
    }
    for index in small + large { chance[index] = 1 }
    let first = aliases.count
    for index in values.indices {
      aliases.append(AliasRow(chance: chance[index], value: values[index], other: other[index]))
    }
    return Sampler(kind: .table, rows: TableRange(first, aliases.count))
  }

  private mutating func mixture(
    _ laws: [Distribution], _ weights: [Double], _ place: String
  ) throws(ModelError) -> Sampler {
    let total = weights.reduce(0, +)
    try check(laws.count == weights.count, Double(weights.count), "one for each law", place)
    try check(total > 0 && total.isFinite, total, "weights of a positive sum", place)
    var parts: [Sampler] = []
    for (law, weight) in zip(laws, weights) {
      try check(weight >= 0, weight, "≥ 0", place)
      parts.append(try compile(law, place: place))
    }
    // The laws' own tables come first: the rows of this one must be neighbours.
    let first = aliases.count
    var sum = 0.0
    for (part, weight) in zip(parts, weights) {
      sum += weight
      aliases += part.mixtureRows(cumulatedShare: sum / total)
    }
    return Sampler(
      kind: .mixture, shape: parts.contains(where: \.isDiscrete) ? 1 : 0,
      rows: TableRange(first, aliases.count))
  }

  private func positive(_ value: Double, _ place: String) throws(ModelError) {
    try check(value > 0 && value.isFinite, value, "finite and > 0", place)
  }

  private func check(
    _ holds: Bool, _ found: Double, _ allowed: String, _ place: String
  ) throws(ModelError) {
    if !holds { throw .invalidLaw(place: place, found: found, allowed: allowed) }
  }
}
