// SPDX-License-Identifier: GPL-3.0-or-later

package import Calendars

/// What may be bought to staff a plan, where its shifts are to be designed.
package struct ShiftDesign: Equatable, Sendable {
  package var supplies: [ShiftSupply]
  /// People on duty in every open interval, whatever the targets (F1).
  package var leastOnDuty: Int
  /// The most hours of work that may differ (09:00–17:00 is one); nil for any number.
  package var distinctShifts: Int?

  package init(supplies: [ShiftSupply], leastOnDuty: Int = 1, distinctShifts: Int? = nil) {
    self.supplies = supplies
    self.leastOnDuty = leastOnDuty
    self.distinctShifts = distinctShifts
  }
}

/// People of one group under one engagement, and the shifts on which they may be booked.
///
/// A *dedicated* seat is on one shift on every day of the months in which it is held (F4, R9); all
/// others are booked shift by shift.
package struct ShiftSupply: Equatable, Sendable {
  package var group: String
  package var engagement: Engagement
  /// When a shift may begin; nil for every interval from opening on.
  package var starts: [ClockTime]?
  /// From coming to leaving, minutes, 15–1,440; ascending.
  package var lengths: [Int]
  /// Pause without pay in every shift, minutes; 0 for none.
  package var breakMinutes: Int
  /// From coming to the earliest and the latest beginning of the pause, minutes.
  package var breakAfter: ClosedRange<Int>
  package var weekdays: Set<Weekday>
  /// Dates on which they can be had; nil for all.
  package var dates: [DateSpan]?
  /// The most people on one day; nil for any number.
  package var atMost: Int?
  /// Days before the first shift by which they must be booked or hired; nil where nobody says.
  package var noticeDays: Int?
  /// As of a staffing line.
  package var shrinkage: Double
  package var absence: Double

  package init(
    group: String, engagement: Engagement = .dedicated, starts: [ClockTime]? = nil,
    lengths: [Int] = [480], breakMinutes: Int = 0, breakAfter: ClosedRange<Int> = 180...300,
    weekdays: Set<Weekday> = Set(Weekday.allCases), dates: [DateSpan]? = nil, atMost: Int? = nil,
    noticeDays: Int? = nil, shrinkage: Double = 0, absence: Double = 0
  ) {
    self.noticeDays = noticeDays
    self.group = group
    self.engagement = engagement
    self.starts = starts
    self.lengths = lengths
    self.breakMinutes = breakMinutes
    self.breakAfter = breakAfter
    self.weekdays = weekdays
    self.dates = dates
    self.atMost = atMost
    self.shrinkage = shrinkage
    self.absence = absence
  }

  /// Whether they can be booked for a shift that begins on the date.
  package func works(on date: CivilDate) -> Bool {
    weekdays.contains(date.weekday) && (dates?.contains { $0.contains(date) } ?? true)
  }

  /// Whether one booking is for every day of a month.
  package var isHeldByMonth: Bool { engagement == .dedicated }
}

extension StaffingPlan {
  /// What the written lines say can be bought: each group under each engagement, on shifts as long as
  /// theirs, with their pauses, on their days; they may begin in any interval.
  ///
  /// A provider's shared people are not the shop's to book.
  package var impliedDesign: ShiftDesign {
    var supplies: [ShiftSupply] = []
    for line in lines where line.engagement != .shared {
      let place = supplies.firstIndex {
        $0.group == line.group && $0.engagement == line.engagement
      }
      let length = line.shift.hours.length / 60
      let pause = line.shift.breaks.reduce(0) { $0 + $1.length } / 60
      guard let place else {
        supplies.append(
          ShiftSupply(
            group: line.group, engagement: line.engagement, lengths: [length],
            breakMinutes: pause, weekdays: line.weekdays, dates: line.dates,
            shrinkage: line.shrinkage, absence: line.absence))
        continue
      }
      supplies[place].lengths = Set(supplies[place].lengths + [length]).sorted()
      supplies[place].breakMinutes = max(supplies[place].breakMinutes, pause)
      supplies[place].weekdays.formUnion(line.weekdays)
      supplies[place].dates = supplies[place].dates.flatMap { held in
        line.dates.map { (held + $0).joined }
      }
    }
    return ShiftDesign(supplies: supplies)
  }
}

extension [DateSpan] {
  /// Spans in order, those that overlap or touch joined.
  fileprivate var joined: [DateSpan] {
    var joined: [DateSpan] = []
    for span in sorted(by: { ($0.first, $0.last) < ($1.first, $1.last) }) {
      if let last = joined.last, span.first <= last.last.advanced(by: 1) {
        joined[joined.count - 1] = DateSpan(unchecked: last.first, Swift.max(last.last, span.last))
      } else {
        joined.append(span)
      }
    }
    return joined
  }
}
