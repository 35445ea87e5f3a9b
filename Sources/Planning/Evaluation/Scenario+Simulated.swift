// SPDX-License-Identifier: GPL-3.0-or-later

import Measures
import Money
import Scenarios

extension Scenario {
  /// The scenario without what is only computed with afterwards: equal ones have the same simulation.
  var asSimulated: Scenario {
    var copy = self
    copy.name = ""
    copy.summary = ""
    copy.grossMargin = 1
    return copy
  }

  /// The scenario as those see it who wait: what they buy changes nobody's wait, since it is decided by
  /// a coin of their own when they are answered.
  ///
  /// The same as `asSimulated` where a target asks for orders or sales.
  var asServed: Scenario {
    var copy = asSimulated
    guard serviceTargets.allSatisfy({ !$0.measure.countsPurchases }) else { return copy }
    copy.refundShare = 0
    copy.silentOrders = nil
    for type in copy.inquiryTypes.indices {
      copy.inquiryTypes[type].conversion = 0
      copy.inquiryTypes[type].orderValue = .zero
    }
    return copy
  }
}

extension Measure {
  /// Whether orders, or amounts of money, are part of it.
  fileprivate var countsPurchases: Bool {
    (definition.numerator + (definition.denominator ?? [])).contains { term in
      switch term.sum {
      case .count(let counter): counter == .orders
      case .money: true
      case .answered, .answeredWithin, .repliedWithin, .time, .score: false
      }
    }
  }
}
