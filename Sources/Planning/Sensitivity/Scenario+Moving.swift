// SPDX-License-Identifier: GPL-3.0-or-later

import Scenarios

extension Scenario {
  /// The scenario with one assumption multiplied; volume and prices are moved elsewhere.
  func moving(_ assumption: TornadoRow.Assumption, by factor: Double) -> Scenario {
    var copy = self
    for index in copy.inquiryTypes.indices {
      switch assumption {
      case .handlingTime:
        copy.inquiryTypes[index].service = copy.inquiryTypes[index].service.scaled(by: factor)
      case .patience:
        copy.inquiryTypes[index].patience = copy.inquiryTypes[index].patience.scaled(by: factor)
      case .conversion:
        copy.inquiryTypes[index].conversion = min(1, copy.inquiryTypes[index].conversion * factor)
      case .volume, .price: break
      }
    }
    return copy
  }
}

extension ServiceProcess {
  /// All of the agent's times multiplied; what the customer does stays.
  func scaled(by factor: Double) -> ServiceProcess {
    switch self {
    case .conversation(let handling): return .conversation(handling: handling.scaled(by: factor))
    case .messages(var exchange):
      exchange.composing = exchange.composing.scaled(by: factor)
      exchange.switchingCost = Seconds(exchange.switchingCost.value * factor)
      return .messages(exchange)
    }
  }
}

extension Distribution {
  /// The law of the time multiplied by a factor above zero.
  func scaled(by factor: Double) -> Distribution {
    switch self {
    case .deterministic(let value): .deterministic(value * factor)
    case .exponential(let mean): .exponential(mean: mean * factor)
    case .lognormal(let mean, let cv): .lognormal(mean: mean * factor, cv: cv)
    case .gamma(let mean, let cv): .gamma(mean: mean * factor, cv: cv)
    case .weibull(let mean, let shape): .weibull(mean: mean * factor, shape: shape)
    case .empirical(let values, let weights):
      .empirical(values: values.map { $0 * factor }, weights: weights)
    case .uniform(let lower, let upper):
      .uniform(lower: lower * factor, upper: upper * factor)
    case .mixture(let laws, let weights):
      .mixture(of: laws.map { $0.scaled(by: factor) }, weights: weights)
    case .never: .never
    }
  }
}
