// SPDX-License-Identifier: GPL-3.0-or-later

import Wording

/// The grades that a platform gives to a value, the best first.
///
/// Written `good>=90%;safe>=70%;weak`: each grade has its bound, and one without a bound at the end is
/// for all that is left. Bounds fall where more is better (`>=`, `>`) and rise where less is (`<=`, `<`).
package struct GradeLadder: Equatable, Sendable {
  package struct Step: Equatable, Sendable {
    package let name: String
    package let bound: Double
    /// Whether the bound itself is not enough.
    package let isStrict: Bool
  }

  package let steps: [Step]
  package let isMoreBetter: Bool
  /// Name of the grade below all steps.
  package let rest: String?
  /// The step that meets the target.
  package let target: Int

  /// Why a text is no ladder.
  package enum Problem: Error, Equatable, Sendable {
    case unreadable(String)
    case outOfOrder(String, after: String)
    case unknownTarget(String, known: [String])
  }

  /// - Parameter target: Name of the grade to be reached; empty takes the last with a bound.
  package init(_ text: String, target: String = "") throws(Problem) {
    var steps: [Step] = []
    var (directions, rest): (Set<Bool>, String?) = ([], nil)
    for part in text.split(separator: ";") {
      let part = part.trimmed
      guard rest == nil, !part.isEmpty else { throw .unreadable(part) }
      guard let mark = part.firstIndex(where: { "<>".contains($0) }) else {
        rest = part
        continue
      }
      let name = part[..<mark].trimmed
      var bound = part[part.index(after: mark)...]
      let isStrict = bound.first != "="
      if !isStrict { bound.removeFirst() }
      guard !name.isEmpty, let value = Self.number(bound.trimmed) else { throw .unreadable(part) }
      directions.insert(part[mark] == ">")
      steps.append(Step(name: name, bound: value, isStrict: isStrict))
    }
    guard let isMoreBetter = directions.first, directions.count == 1 else {
      throw .unreadable(text)
    }
    for (better, step) in zip(steps, steps.dropFirst())
    where isMoreBetter ? step.bound >= better.bound : step.bound <= better.bound {
      throw .outOfOrder(step.name, after: better.name)
    }
    let names = steps.map(\.name)
    guard let index = target.isEmpty ? steps.count - 1 : names.firstIndex(of: target) else {
      throw .unknownTarget(target, known: names)
    }
    self.steps = steps
    self.isMoreBetter = isMoreBetter
    self.rest = rest
    self.target = index
  }

  /// The step that a value reaches; nil below all.
  package func step(of value: Double) -> Int? {
    steps.firstIndex { reaches(value, $0) }
  }

  /// The grade's name; nil below all where the ladder names none.
  package func grade(of value: Double) -> String? { step(of: value).map { steps[$0].name } ?? rest }

  package func meetsTarget(_ value: Double) -> Bool { reaches(value, steps[target]) }

  private func reaches(_ value: Double, _ step: Step) -> Bool {
    if value == step.bound { return !step.isStrict }
    return isMoreBetter ? value > step.bound : value < step.bound
  }

  /// `0.9` or `90%`.
  private static func number(_ text: String) -> Double? {
    let isPercent = text.hasSuffix("%")
    guard let value = Double(isPercent ? String(text.dropLast()) : text), value.isFinite, value >= 0
    else { return nil }
    return isPercent ? value / 100 : value
  }

  /// As it is written, shares in percent.
  package func text(inPercent: Bool) -> String {
    let mark = isMoreBetter ? ">" : "<"
    let written = steps.map { step in
      let bound =
        inPercent
        ? Decimals.shortest((step.bound * 1e6).rounded() / 1e4) + "%"
        : Decimals.shortest(step.bound)
      return step.name + mark + (step.isStrict ? "" : "=") + bound
    }
    return (written + [rest].compactMap(\.self)).joined(separator: ";")
  }
}
