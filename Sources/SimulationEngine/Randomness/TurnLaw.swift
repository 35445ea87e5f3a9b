// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation

/// How the number of an agent's messages in a chat is drawn.
package enum TurnLaw: UInt8, BitwiseCopyable {
  case fixed, geometric, negativeBinomial
}

extension Draws {
  /// The number of messages of the key's chat, at least one.
  ///
  /// - Parameters:
  ///   - mean: The number if it is fixed, else the mean number beyond the first.
  ///   - shape: Of the gamma law that the rate of a negative binomial count is drawn from.
  package func turns(_ law: TurnLaw, mean: Double, shape: Double, _ key: UInt64) -> Int32 {
    switch law {
    case .fixed: return Int32(mean)
    case .geometric: return 1 + furtherCount(mean: mean, key, Purpose.turns)
    case .negativeBinomial:
      guard mean > 0 else { return 1 }
      let rates = Sampler(
        kind: shape < 1 ? .smallGamma : .gamma, scale: mean / shape, shape: shape)
      let rate = value(rates, key, Purpose.turns)
      var counts = RandomStream(key: key ^ 0x6e62, purpose: Purpose.turns)
      return 1 + Int32(min(poisson(mean: rate, &counts), 1_000_000))
    }
  }

  /// 0, 1, 2 …, each further one with the same chance.
  func furtherCount(mean: Double, _ key: UInt64, _ purpose: UInt64) -> Int32 {
    guard mean > 0 else { return 0 }
    var stream = RandomStream(key: key, purpose: purpose)
    return Int32(min(log(stream.uniform()) / log(mean / (1 + mean)), 1e6))
  }
}
