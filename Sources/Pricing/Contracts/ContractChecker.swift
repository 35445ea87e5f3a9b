// SPDX-License-Identifier: GPL-3.0-or-later

import Money

/// Collects the problems of a contract while walking through it.
struct ContractChecker {
  private(set) var problems: [ContractProblem] = []
  private var path: [String] = []

  mutating func inside(_ step: String, _ body: (inout ContractChecker) -> Void) {
    path.append(step)
    body(&self)
    path.removeLast()
  }

  mutating func report(_ field: String, found: String, _ rule: ContractProblem.Rule) {
    problems.append(
      ContractProblem(path: (path + [field]).joined(separator: "."), found: found, rule: rule))
  }

  mutating func price(_ field: String, _ price: UnitPrice?) {
    guard let price else { return }
    if price.yuan.isNegative {
      report(field, found: price.description, .mustNotBeNegative)
    }
  }

  mutating func money(_ field: String, _ amount: Money?) {
    guard let amount else { return }
    if amount.isNegative {
      report(field, found: amount.description, .mustNotBeNegative)
    } else if !amount.isWithinLimit {
      report(field, found: amount.description, .amountTooLarge)
    }
  }

  /// - Parameter allowsAboveHundred: Whether the contract says that more than 100 % is meant; `nil`
  ///   where it cannot be.
  mutating func percentage(
    _ field: String, _ percentage: Percentage?, allowsAboveHundred: Bool? = nil
  ) {
    guard let percentage else { return }
    if percentage.percent.isNegative {
      report(field, found: percentage.description, .mustNotBeNegative)
    } else if percentage > .hundred, allowsAboveHundred != true {
      report(
        field, found: percentage.description,
        allowsAboveHundred == nil ? .percentageAboveHundred : .percentageNeedsWord)
    }
  }

  mutating func range(_ field: String, _ value: Int?, _ allowed: ClosedRange<Int>) {
    guard let value, !allowed.contains(value) else { return }
    report(
      field, found: String(value),
      .mustBeWithin("\(allowed.lowerBound) to \(allowed.upperBound)"))
  }

  mutating func notEmpty(_ field: String, _ text: String?) {
    if let text, text.isEmpty { report(field, found: "", .mustNotBeEmpty) }
  }
}
