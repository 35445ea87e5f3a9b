// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
import Plans
import Scenarios

/// The changes that are still open at an hour of a day.
struct TodayOptions {
  private let question: TodayQuestion
  private var prices: TodayPrices
  /// Starts of a shift that are tried.
  private static let mostStarts = 4
  /// Minutes of a shift before which and after which nobody takes his break.
  private static let breakMargin = 60

  init(_ question: TodayQuestion) {
    self.question = question
    prices = TodayPrices(question)
  }

  private var step: Int { question.scenario.interval.seconds }

  mutating func all() -> [TodayChange] {
    overtime() + breaks() + extras() + chatLimits()
  }

  /// People of one group on equal shifts, by their places.
  private func classes(
    where isMeant: (DutyPerson) -> Bool
  ) -> [(first: DutyPerson, places: [Int])] {
    var classes: [(first: DutyPerson, places: [Int])] = []
    for (place, person) in question.people.enumerated() where isMeant(person) {
      if let index = classes.firstIndex(where: {
        $0.first.group == person.group && $0.first.shift.hours == person.shift.hours
          && $0.first.shift.breaks == person.shift.breaks
          && $0.first.line.engagement == person.line.engagement
      }) {
        classes[index].places.append(place)
      } else {
        classes.append((person, [place]))
      }
    }
    return classes
  }

  /// One of them, and all.
  private func sizes(_ places: [Int]) -> [[Int]] {
    places.count > 1 ? [[places[0]], places] : [places]
  }

  private func names(_ places: [Int]) -> [String] {
    places.map { question.people[$0].name }.filter { !$0.isEmpty }
  }

  private func staff(_ places: [Int], on shift: ShiftPattern) -> [DutyPerson] {
    var people = question.people
    for place in places { people[place].line.shift = shift }
    return people
  }

  // MARK: Overtime

  private mutating func overtime() -> [TodayChange] {
    let (day, closing) = (question.day, question.closing)
    let staying = classes { person in
      let end = person.span(on: day).upperBound
      return end > question.now && end < closing
    }
    var changes: [TodayChange] = []
    for (person, places) in staying {
      let span = person.span(on: day)
      for minutes in [60, 120] where span.upperBound + minutes * 60 <= closing {
        var longer = person.shift
        longer.hours = ClockSpan(seconds: span.lowerBound..<span.upperBound + minutes * 60)
        let price = prices.overtime(of: person, to: longer, minutes: minutes)
        for chosen in sizes(places) {
          changes.append(
            TodayChange(
              .overtime(shift: person.shift, minutes: minutes), group: person.group,
              people: chosen.count, names: names(chosen),
              cost: price.yuan.map { $0 * Double(chosen.count) }, isCostAssumed: price.isAssumed,
              staff: staff(chosen, on: longer)))
        }
      }
    }
    return changes
  }

  // MARK: Breaks

  /// A break that has not begun, moved to where fewest customers are expected for each person, and to
  /// the earliest and the latest hour.
  private func breaks() -> [TodayChange] {
    let day = question.day
    let pausing = classes { person in
      person.breaks(on: day).contains { $0.lowerBound >= question.now }
    }
    return pausing.flatMap { person, places -> [TodayChange] in
      let pauses = person.breaks(on: day)
      guard let index = pauses.firstIndex(where: { $0.lowerBound >= question.now }) else {
        return []
      }
      return targets(of: pauses[index], in: person).flatMap { start -> [TodayChange] in
        var shift = person.shift
        let moved = start..<start + pauses[index].count
        shift.breaks[index] = ClockSpan(seconds: moved)
        shift.breaks.sort {
          offset($0.start, in: person.shift) < offset($1.start, in: person.shift)
        }
        return sizes(places).map { chosen in
          TodayChange(
            .breakMoved(
              shift: person.shift, from: ClockSpan(seconds: pauses[index]),
              to: ClockSpan(seconds: moved)),
            group: person.group, people: chosen.count, names: names(chosen),
            staff: staff(chosen, on: shift))
        }
      }
    }
  }

  private func offset(_ time: ClockTime, in shift: ShiftPattern) -> Int {
    (time.secondsSinceMidnight - shift.hours.start.secondsSinceMidnight + ClockSpan.day)
      % ClockSpan.day
  }

  /// Where a break may begin instead: seconds of the day, at most three.
  private func targets(of pause: Range<Int>, in person: DutyPerson) -> [Int] {
    let span = person.span(on: question.day)
    let others = person.breaks(on: question.day).filter { $0 != pause }
    let first = max(question.now, span.lowerBound + Self.breakMargin * 60)
    let last = span.upperBound - Self.breakMargin * 60 - pause.count
    let places = stride(from: (first + step - 1) / step * step, through: last, by: step).filter {
      start in
      !(start..<start + pause.count).overlaps(pause)
        && !others.contains { $0.overlaps(start..<start + pause.count) }
    }
    guard let earliest = places.first, let latest = places.last else { return [] }
    let quietest = places.min { load($0, pause.count) < load($1, pause.count) } ?? earliest
    return Set([earliest, latest, quietest]).sorted()
  }

  /// Expected customers for each person on duty.
  private func load(_ start: Int, _ length: Int) -> Double {
    let onDuty = question.people.onDuty(
      groups: question.scenario.agentGroups.map(\.name), on: question.day,
      interval: question.scenario.interval)
    return (start / step...(start + length - 1) / step).reduce(0) { worst, place in
      guard place < question.scenario.interval.perDay else { return worst }
      let people = onDuty.reduce(0) { $0 + $1[place] }
      return max(worst, question.expected[place] / max(people, 0.01))
    }
  }

  // MARK: Further people

  private mutating func extras() -> [TodayChange] {
    let design = question.plan.staffing.design ?? question.plan.staffing.impliedDesign
    let called = design.supplies.filter {
      $0.engagement == .shortTerm && $0.works(on: question.day)
    }
    // Without short-term people, one more of each group on duty, from wherever.
    let supplies =
      called.isEmpty
      ? Set(question.people.map(\.group)).sorted().map {
        ShiftSupply(group: $0, engagement: .shortTerm, lengths: [240])
      } : called
    var changes: [TodayChange] = []
    for supply in supplies {
      for shift in shifts(of: supply) {
        let price = prices.extra(supply.group, supply.engagement, shift)
        for people in [1, 2] {
          let one = DutyPerson(
            line: StaffingLine(
              group: supply.group, shift: shift, agents: 1, engagement: supply.engagement,
              dates: [DateSpan(unchecked: question.day, question.day)]))
          changes.append(
            TodayChange(
              .extra(shift, supply.engagement), group: supply.group, people: people,
              cost: price.yuan.map { $0 * Double(people) }, isCostAssumed: price.isAssumed,
              staff: question.people + Array(repeating: one, count: people)))
        }
      }
    }
    return changes
  }

  /// Shifts of the supply that can still start, a few over the rest of the day; the earliest pause.
  private func shifts(of supply: ShiftSupply) -> [ShiftPattern] {
    let first = (question.now + question.notice + step - 1) / step * step
    guard first < question.closing else { return [] }
    let all = supply.shifts(open: first..<question.closing, step: step).filter { shift in
      let start = shift.hours.start.secondsSinceMidnight
      return start >= first && start + shift.hours.length <= question.closing
    }
    var starts: [ClockSpan] = []
    for shift in all where !starts.contains(shift.hours) { starts.append(shift.hours) }
    let most = min(Self.mostStarts, starts.count)
    return (0..<most).compactMap { number in
      let hours = starts[most > 1 ? number * (starts.count - 1) / (most - 1) : 0]
      return all.first { $0.hours == hours }
    }
  }

  // MARK: Chat limits

  private func chatLimits() -> [TodayChange] {
    let day = question.day
    return question.scenario.agentGroups.compactMap { group in
      let people = question.people.count {
        $0.group == group.name && $0.span(on: day).upperBound > question.now
      }
      guard people > 0, group.chatLimit < 64 else { return nil }
      let more = group.limited(to: group.chatLimit + 1)
      return TodayChange(
        .chatLimit(more.chatLimit), group: group.name, people: people,
        isElsewhere: more.extrapolatedBeyond != nil, staff: question.people, limitedGroup: more)
    }
  }
}
