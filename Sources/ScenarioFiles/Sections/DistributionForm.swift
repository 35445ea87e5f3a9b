// SPDX-License-Identifier: GPL-3.0-or-later

import Scenarios
import Tables
import Wording

extension Form<Distribution> {
  /// A law of times: a bare duration is always the same, `never` has no end, anything else is a
  /// mapping with the law's own parameters.
  static let distribution = Form.scalar(
    bare,
    orElse: .variants("distribution", by: "distribution", laws + [("mixture", mixture)]))

  /// A law that is no mixture.
  fileprivate static let simple = Form.scalar(
    bare, orElse: .variants("simple_distribution", by: "distribution", laws))

  private static let bare = Form.scalar(
    "a duration of 0 s to 31622400 s, never",
    schema: [
      "anyOf": [
        ["type": "number", "minimum": 0], ["const": "never"],
        ["type": "string", "pattern": "^[0-9.]+ ?(s|sec|min|h|d)$"],
      ]
    ]
  ) { text in
    if text == "never" { return .never }
    guard let value = parsedDuration(text), longest.contains(value) else { return nil }
    return .deterministic(value)
  }

  private static let laws: [(word: String, build: @Sendable (Fields) -> Distribution?)] = [
    ("deterministic", deterministic), ("exponential", exponential), ("lognormal", lognormal),
    ("gamma", gamma), ("weibull", weibull), ("uniform", uniform), ("empirical", empirical),
    ("never", { @Sendable _ in .never }),
  ]

  /// A law of times that end.
  static let finite = distribution.checked("times that end, as never does not") {
    !$0.mayBeEndless
  }

  /// A law of work, of which there is some.
  static let work = distribution.checked("a time above 0 that ends") { law in
    law.mean > 0 && !law.mayBeEndless
  }

  private static let longest = 0.0...31_622_400
  private static let meanForm = Form<Double>.duration(0.001...31_622_400)
  private static let cvForm = Form<Double>.number(0.001...20)

  @Sendable private static func mean(_ f: Fields) -> Double? {
    f.required("mean", meanForm, "Expected value.")
  }

  @Sendable private static func deterministic(_ f: Fields) -> Distribution? {
    f.required("value", Form<Double>.duration(), "The one value.").map { .deterministic($0) }
  }

  @Sendable private static func exponential(_ f: Fields) -> Distribution? {
    mean(f).map { .exponential(mean: $0) }
  }

  @Sendable private static func lognormal(_ f: Fields) -> Distribution? {
    let mean = mean(f)
    let cv = f.required("cv", cvForm, "Standard deviation ÷ mean.")
    guard let mean, let cv else { return nil }
    return .lognormal(mean: mean, cv: cv)
  }

  @Sendable private static func gamma(_ f: Fields) -> Distribution? {
    let mean = mean(f)
    let cv = f.required("cv", cvForm, "Standard deviation ÷ mean.")
    guard let mean, let cv else { return nil }
    return .gamma(mean: mean, cv: cv)
  }

  @Sendable private static func weibull(_ f: Fields) -> Distribution? {
    let mean = mean(f)
    let shape = f.required(
      "shape", Form<Double>.number(0.1...50), "1 is the exponential; below 1 the hazard falls.")
    guard let mean, let shape else { return nil }
    return .weibull(mean: mean, shape: shape)
  }

  @Sendable private static func uniform(_ f: Fields) -> Distribution? {
    let lower = f.required("from", Form<Double>.duration(), "Shortest.")
    let upper = f.required("to", Form<Double>.duration(), "Longest.")
    guard let lower, let upper else { return nil }
    guard lower < upper else {
      f.reading?.report(
        found: "from \(shown(lower)) s to \(shown(upper)) s",
        allowed: "a longest above the shortest")
      return nil
    }
    return .uniform(lower: lower, upper: upper)
  }

  @Sendable private static func mixture(_ f: Fields) -> Distribution? {
    let parts = f.required(
      "of", Form<[MixturePart]>.list(of: Form<MixturePart>.part, count: 2...100),
      "Laws, one of which each customer has by chance, with their shares.")
    guard let parts else { return nil }
    let sum = parts.reduce(0) { $0 + $1.share }
    guard abs(sum - 1) <= 1e-6 else {
      f.reading?.report(
        found: "shares that sum to \(shown((sum * 1e6).rounded() / 1e6))",
        allowed: "shares that sum to 1")
      return nil
    }
    return .mixture(of: parts.map(\.law), weights: parts.map(\.share))
  }

  @Sendable private static func empirical(_ f: Fields) -> Distribution? {
    let values = f.required(
      "values", Form<[Double]>.list(of: Form<Double>.duration(), count: 1...100_000),
      "Values to draw from.")
    let weights = f.optional(
      "weights", Form<[Double]>.list(of: Form<Double>.number(0...1e12), count: 1...100_000),
      "Weight of each value; all alike if left out.")
    guard let values else { return nil }
    let given = weights ?? Array(repeating: 1, count: values.count)
    guard given.count == values.count, given.contains(where: { $0 > 0 }) else {
      f.reading?.report(
        found: "\(given.count) weights for \(values.count) values",
        allowed: "one weight for each value, not all zero")
      return nil
    }
    return .empirical(values: values, weights: given)
  }
}

/// A law of a mixture and its share.
private struct MixturePart: Sendable {
  var share: Double
  var law: Distribution
}

extension Form<MixturePart> {
  /// A part is no mixture itself, which would be the same as a longer one.
  fileprivate static let part = Form.object("mixture_part") { f in
    let share = f.required("share", Form<Double>.share(0.000001...1), "Share of the customers.")
    let law = f.required(
      "law", Form<Distribution>.simple, "Their law: a duration, never, or a mapping as elsewhere.")
    guard let share, let law else { return nil }
    return MixturePart(share: share, law: law)
  }
}
