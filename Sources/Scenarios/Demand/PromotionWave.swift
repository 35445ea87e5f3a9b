// SPDX-License-Identifier: GPL-3.0-or-later

package import Calendars

/// A promotion, with its phases in order of time. Where two waves overlap, their extra lifts add.
package struct PromotionWave: Equatable, Sendable {
  package var name: String
  package var phases: [PromotionPhase]
  /// What the days around it give up for it; nil for nothing.
  package var borrowing: PromotionBorrowing?
  package var dates: PromotionDates

  package init(
    name: String, phases: [PromotionPhase], borrowing: PromotionBorrowing? = nil,
    dates: PromotionDates = .given
  ) {
    self.dates = dates
    self.name = name
    self.phases = phases
    self.borrowing = borrowing
  }

  /// The same promotion some days later, or earlier where `days` is negative.
  package func moved(days: Int) -> PromotionWave {
    var wave = self
    for index in wave.phases.indices {
      wave.phases[index].start.date = wave.phases[index].start.date.advanced(by: days)
      wave.phases[index].end.date = wave.phases[index].end.date.advanced(by: days)
    }
    return wave
  }

  /// From the first phase's start to the last one's end, as dates.
  package var span: DateSpan? {
    guard let first = phases.map(\.start.date).min(), let last = phases.map(\.lastDate).max()
    else { return nil }
    return DateSpan(first: first, last: last)
  }
}

/// How sure a promotion's dates are.
package enum PromotionDates: Equatable, Sendable {
  /// By the scenario itself.
  case given
  case published
  case uncertain
  /// Those of another year, moved.
  case extrapolated(from: Int)
}

/// The part of a promotion's additional inquiries that it takes from the days before and after it.
package struct PromotionBorrowing: Equatable, Sendable {
  /// In [0, 1]: 0.3 where three of ten would have come anyway, a few days earlier or later.
  package var share: Double
  /// Days right before the first phase, and right after the last, that give it up evenly.
  package var daysBefore: Int
  package var daysAfter: Int

  package init(share: Double, daysBefore: Int, daysAfter: Int) {
    self.share = share
    self.daysBefore = daysBefore
    self.daysAfter = daysAfter
  }
}

/// One regime of a promotion: warm-up, deposit, balance payment, spot sale, after-sale …
package struct PromotionPhase: Equatable, Sendable {
  package var name: String
  package var start: WallClock
  /// End, not included.
  package var end: WallClock
  /// Factor on the rate at the phase's start, ≥ 0; 1 changes nothing, 0.5 is a trough.
  package var lift: Double
  /// Time in which the extra lift (lift − 1) falls to 1/e; nil holds it level.
  package var decay: Seconds?
  /// Clock weights of this phase (24, 48 or 96 values); nil keeps the day's own profile.
  package var profile: [Double]?
  /// Shares of inquiry types in this phase; nil keeps the stream's own.
  package var mix: [TypeShare]?

  package init(
    name: String, start: WallClock, end: WallClock, lift: Double, decay: Seconds? = nil,
    profile: [Double]? = nil, mix: [TypeShare]? = nil
  ) {
    self.name = name
    self.start = start
    self.end = end
    self.lift = lift
    self.decay = decay
    self.profile = profile
    self.mix = mix
  }

  /// The last date of which the phase covers a part.
  package var lastDate: CivilDate {
    end.time == .midnight ? end.date.advanced(by: -1) : end.date
  }
}

/// A date and a clock time on the shop's wall clock.
package struct WallClock: Hashable, Comparable, Sendable, CustomStringConvertible {
  package var date: CivilDate
  package var time: ClockTime

  package init(date: CivilDate, time: ClockTime = .midnight) {
    self.date = date
    self.time = time
  }

  package static func < (left: WallClock, right: WallClock) -> Bool {
    left.secondsSince1970 < right.secondsSince1970
  }

  /// Wall-clock seconds since 1970-01-01T00:00, every day counted as 86,400.
  package var secondsSince1970: Int { date.dayNumber * 86_400 + time.secondsSinceMidnight }

  /// ISO 8601, as in `2026-10-20T20:00`.
  package var description: String { "\(date)T\(time)" }
}
