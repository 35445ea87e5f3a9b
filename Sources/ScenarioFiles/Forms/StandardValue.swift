// SPDX-License-Identifier: GPL-3.0-or-later

import Money
import Scenarios
import Tables

extension JSONValue {
  /// A default as a planner would write it, or nil for one that is better told in the description.
  init?(standard value: Any) {
    switch value {
    case let value as Bool: self = .bool(value)
    case let value as Int: self = .integer(value)
    case let value as Double: self = .number(value)
    case let value as String where !value.isEmpty: self = .string(value)
    case let value as Seconds: self = .number(value.value)
    case let value as Money: self.init(decimal: value.description)
    case let value as UnitPrice: self.init(decimal: value.description)
    case let value as ExactDecimal: self.init(decimal: value.description)
    case let value as Percentage: self = .string(value.description)
    case let value as Distribution: self.init(law: value)
    case let value as IntervalLength: self = .string("\(value.seconds / 60) min")
    case let value as any RawRepresentable: self.init(word: value)
    case TargetScope.year: self = "year"
    case AgentSelection.leastLoaded: self = "least_loaded"
    case ContactSelection.fifo: self = "fifo"
    default: return nil
    }
  }

  private init?(decimal text: String) {
    guard let value = Double(text) else { return nil }
    self = .number(value)
  }

  private init?(word value: any RawRepresentable) {
    guard let word = value.rawValue as? String else { return nil }
    self = .string(word)
  }

  private init?(law: Distribution) {
    switch law {
    case .deterministic(let value):
      self = ["distribution": "deterministic", "value": .number(value)]
    case .exponential(let mean):
      self = ["distribution": "exponential", "mean": .number(mean)]
    default: return nil
    }
  }
}
