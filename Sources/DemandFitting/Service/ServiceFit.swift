// SPDX-License-Identifier: GPL-3.0-or-later

package import Demand

/// What recorded waits, handling times and outcomes tell of service and patience.
package struct ServiceFit: Equatable, Sendable {
  /// Nil without handling times.
  package let handling: DurationFit?
  /// Share of chats by how long they take; nil without handling times.
  package let handlingCurve: KaplanMeier?
  package let handlingCount: Int
  /// Served chats of at most `shortLimit`, left out of the fit: agents who hung up.
  package let shortCount: Int
  /// Nil without waits and outcomes, or if nearly nobody left.
  package let patience: DurationFit?
  package let patienceCurve: KaplanMeier?
  package let leftCount: Int
  /// The longest wait on record, of those who left or were answered, in seconds.
  package let longestWait: Double
  package let answeredCount: Int

  /// Seconds up to which a served chat counts as hung up on.
  package static let shortLimit = 10.0

  /// - Parameter excludeShort: Whether to leave chats of up to `shortLimit` seconds out.
  package init(_ service: RecordedService, excludeShort: Bool = true) {
    // One after the other: of millions of chats the times of both at once would be much.
    let (handling, short) = Self.handling(service, excludeShort: excludeShort)
    self.handling = DurationFit.best(handling)
    handlingCurve = handling.isEmpty ? nil : KaplanMeier(handling)
    (handlingCount, shortCount) = (handling.count, short)
    let patience = Self.patience(service)
    self.patience = DurationFit.best(patience)
    patienceCurve = patience.isEmpty ? nil : KaplanMeier(patience)
    leftCount = patience.count { $0.isEvent }
    longestWait = patience.reduce(0) { max($0, $1.time) }
    answeredCount = patience.count - leftCount
  }

  /// How long the served took, and how many were too short to count.
  private static func handling(
    _ service: RecordedService, excludeShort: Bool
  ) -> (times: [CensoredTime], short: Int) {
    var times: [CensoredTime] = []
    var short = 0
    for index in service.handling.indices {
      let value = Double(service.handling[index])
      let served = service.outcomes.isEmpty || service.outcomes[index] == .served
      guard value > 0, served else { continue }
      if excludeShort, value <= shortLimit {
        short += 1
      } else {
        times.append(CensoredTime(value, isEvent: true))
      }
    }
    return (times, short)
  }

  /// How long customers waited until they left, or were answered.
  private static func patience(_ service: RecordedService) -> [CensoredTime] {
    guard service.waits.count == service.outcomes.count else { return [] }
    var times: [CensoredTime] = []
    for index in service.waits.indices {
      let wait = Double(service.waits[index])
      let outcome = service.outcomes[index]
      guard wait.isFinite, outcome == .served || outcome == .abandoned else { continue }
      // Who was answered at once has shown nothing of patience.
      if outcome == .served, wait == 0 { continue }
      times.append(CensoredTime(wait, isEvent: outcome == .abandoned))
    }
    return times
  }
}
