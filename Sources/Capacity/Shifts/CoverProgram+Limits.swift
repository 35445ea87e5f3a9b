// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
import IntegerPrograms
import Scenarios

/// What a design says beside the need: bounds of people and shifts, and the weeks of own staff.
extension CoverProgram {
  /// Bounds of people on a day, and of shifts that differ.
  mutating func limit(_ design: ShiftDesign) {
    for (place, supply) in design.supplies.enumerated() {
      guard let most = supply.atMost else { continue }
      var byDates: [DateSpan: [IntegerProgram.Term]] = [:]
      for (index, column) in columns.enumerated() where column.supply == place {
        byDates[column.dates, default: []].append(.init(index))
      }
      for (dates, terms) in byDates.sorted(by: { $0.key.first < $1.key.first }) {
        program.constrain("most\(place)_\(dates)", terms, in: 0...Double(most))
      }
    }
    guard let distinct = design.distinctShifts else { return }
    var byHours: [ClockSpan: [Int]] = [:]
    for (index, column) in columns.enumerated() {
      byHours[column.shift.hours, default: []].append(index)
    }
    var used: [IntegerProgram.Term] = []
    for (hours, indices) in byHours.sorted(by: {
      ($0.key.start, $0.key.length) < ($1.key.start, $1.key.length)
    }) {
      let isUsed = program.add("y\(hours.start)_\(hours.length)", in: 0...1, isWhole: true)
      used.append(.init(isUsed))
      for index in indices {
        program.constrain(
          "uses\(index)", [.init(index), .init(isUsed, -Double(2 * peak(of: columns[index])))],
          in: -Double.infinity...0)
      }
    }
    program.constrain("distinct", used, in: 0...Double(distinct))
  }

  /// The most people who are needed at once while somebody on a shift is there.
  private func peak(of column: ShiftColumn) -> Int {
    var most = 0
    for day in need.days {
      guard let perDay = day.people.first?.count else { continue }
      let presence = column.shift.presence(step: 86_400 / perDay)
      guard column.dates.contains(day.date) || presence.contains(where: { $0.0 >= perDay }) else {
        continue
      }
      for (place, _) in presence {
        most = max(most, day.people.reduce(0) { $0 + $1[place % perDay] })
      }
    }
    return most
  }

  /// Own staff are paid by the month: nobody works more shifts in a week than rest days leave, nor more
  /// than one a day.
  mutating func employ(_ design: ShiftDesign, restDays: Int, presence: [Double]?) {
    for (place, supply) in design.supplies.enumerated() where supply.engagement == .own {
      var months: [YearMonth: Int] = [:]
      for (week, days) in weeks() {
        let length = days.reduce(0) { $0 + need.days[$1].weight }
        let paid = length * Double(7 - restDays) / 7
        let worked = paid * (presence?[place] ?? 1)
        let known = months[week.month]
        let column =
          known ?? program.add("n\(place)_\(week.month)", in: 0...10_000, isWhole: true)
        months[week.month] = column
        // A shift's price holds those who are expected to be absent; here they are counted as heads.
        let present = presence == nil ? 1 : 1 - supply.shrinkage
        program.raiseCost(of: column, by: (payroll[place][week.month] ?? 0) * present * paid)
        heads.append(OwnHeads(supply: place, column: column, days: days, worked: worked))
        var all: [IntegerProgram.Term] = []
        for day in days {
          let shifts = self.shifts(of: place, on: day)
          all += shifts.map { .init($0, need.days[day].weight) }
          program.constrain(
            "heads\(place)_\(day)", shifts.map { .init($0) } + [.init(column, -1)],
            in: -Double.infinity...0)
        }
        program.constrain(
          "week\(place)_\(days[0])", all + [.init(column, -worked)], in: -Double.infinity...0)
      }
    }
  }

  private func shifts(of supply: Int, on day: Int) -> [Int] {
    let date = need.days[day].date
    return columns.indices.filter {
      columns[$0].supply == supply && columns[$0].dates == DateSpan(unchecked: date, date)
    }
  }

  /// The shifts that own staff are paid for and that the need did not ask for, added where fewest of
  /// them are there.
  func filled(_ counts: [Int], _ values: [Double]) -> [Int] {
    var counts = counts
    for week in heads {
      let people = Int(values[week.column].rounded())
      var left =
        Double(people) * week.worked
        - week.days.reduce(0) { sum, day in
          sum + need.days[day].weight
            * Double(shifts(of: week.supply, on: day).reduce(0) { $0 + counts[$1] })
        }
      while true {
        let open = week.days.map { day in
          (day: day, shifts: shifts(of: week.supply, on: day))
        }.map { (day: $0.day, shifts: $0.shifts, people: $0.shifts.reduce(0) { $0 + counts[$1] }) }
          .filter {
            $0.people < people && !$0.shifts.isEmpty && need.days[$0.day].weight <= left + 1e-9
          }
        guard let day = open.min(by: { ($0.people, $0.day) < ($1.people, $1.day) }),
          // One more on the shift that has most already, so that no further one comes about.
          let shift = day.shifts.max(by: { (counts[$0], -$0) < (counts[$1], -$1) })
        else { break }
        counts[shift] += 1
        left -= need.days[day.day].weight
      }
    }
    return counts
  }

  private struct Week: Hashable {
    let month: YearMonth
    /// Nil for the days beside those that are simulated.
    let monday: CivilDate?
  }

  /// Days of the need, by place: those of a week in a month, and all others of a month together.
  private func weeks() -> [(Week, [Int])] {
    var weeks: [Week: [Int]] = [:]
    for (place, day) in need.days.enumerated() {
      let monday = day.date.advanced(by: -day.date.weekday.rawValue)
      weeks[
        Week(month: day.date.yearMonth, monday: day.isSimulated ? monday : nil), default: []
      ].append(place)
    }
    return weeks.sorted { ($0.value.first ?? 0) < ($1.value.first ?? 0) }
      .map { ($0.key, $0.value) }
  }
}

/// Own staff of a supply in a week.
struct OwnHeads {
  let supply: Int
  /// The variable of the people who are employed in its month.
  let column: Int
  /// Days of the need.
  let days: [Int]
  /// Shifts that each of them works in it.
  let worked: Double
}
