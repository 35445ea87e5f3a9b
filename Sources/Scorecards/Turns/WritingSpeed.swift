// SPDX-License-Identifier: GPL-3.0-or-later

/// How long messages take to write against how long they are, from messages that follow an own one.
///
/// The slope is the median of those between any two messages (Theil 1950, Sen 1968), so that an agent who
/// was called away does not bend the line; its interval comes from Kendall's rank statistic.
package struct WritingSpeed: Equatable, Sendable {
  /// Messages of like length.
  package struct Bin: Equatable, Sendable {
    /// Characters.
    package let shortest: Int
    package let longest: Int
    package let count: Int
    /// Seconds.
    package let median: Double
  }

  /// Seconds that a message takes however short.
  package let base: Double
  /// Seconds for each further character.
  package let aCharacter: Double
  /// 95 % interval of the seconds for a character.
  package let interval: ClosedRange<Double>
  package let count: Int
  /// Seconds that messages of the lower quartile, the median and the upper quartile of length take.
  package let quartiles: [Double]
  /// From the shortest messages to the longest, of about the same number each.
  package let bins: [Bin]

  /// Pairs grow with the square of the messages: of more than this many every so many-th is taken.
  private static let most = 1000
  private static let binCount = 4

  /// Nil of fewer than `MessageFit.fewest` messages with a length, or where all are as long.
  package init?(_ followUps: [MessageTurns.FollowUp]) {
    let all = followUps.compactMap { message in
      message.characters.map { (characters: $0, seconds: message.seconds) }
    }.sorted { ($0.characters, $0.seconds) < ($1.characters, $1.seconds) }
    guard all.count >= MessageFit.fewest else { return nil }
    let step = (all.count + Self.most - 1) / Self.most
    let taken = stride(from: 0, to: all.count, by: step).map { all[$0] }
    var slopes: [Double] = []
    slopes.reserveCapacity(taken.count * (taken.count - 1) / 2)
    for (place, one) in taken.enumerated() {
      for other in taken[(place + 1)...] where other.characters > one.characters {
        slopes.append(
          (other.seconds - one.seconds) / Double(other.characters - one.characters))
      }
    }
    guard !slopes.isEmpty else { return nil }
    slopes.sort()
    let slope = Sorted.quantile(slopes, 0.5)
    aCharacter = slope
    let base = Sorted.quantile(
      taken.map { $0.seconds - slope * Double($0.characters) }.sorted(), 0.5)
    self.base = base
    quartiles = [0.25, 0.5, 0.75].map {
      base + slope * Sorted.quantile(all.map { Double($0.characters) }, $0)
    }
    // 1.96 is the 97.5 % quantile of the standard normal law.
    let size = Double(taken.count)
    let spread = 1.96 * (size * (size - 1) * (2 * size + 5) / 18).squareRoot()
    let half = spread / 2 / Double(slopes.count)
    interval =
      Sorted.quantile(slopes, max(0, 0.5 - half))...Sorted.quantile(slopes, min(1, 0.5 + half))
    count = all.count
    bins = (0..<Self.binCount).map { bin in
      let own = all[(all.count * bin / Self.binCount)..<(all.count * (bin + 1) / Self.binCount)]
      return Bin(
        shortest: own.first?.characters ?? 0, longest: own.last?.characters ?? 0,
        count: own.count, median: Sorted.quantile(own.map(\.seconds).sorted(), 0.5))
    }
  }
}
