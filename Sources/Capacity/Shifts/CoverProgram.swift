// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
import IntegerPrograms
import Scenarios

/// Shifts of least price that cover a need: an integer program with one variable for each shift that can be
/// bought.
///
/// In every interval the people who are there stand for those needed; where the design has bounds, undercover
/// has a price. On simulated
/// days service may be traded: who is spared where he helps little is paid by those who are there beyond
/// the need, each at what simulation found it to matter (after the cuts of Atlason, Epelman and
/// Henderson 2008).
struct CoverProgram {
  /// What may be traded on the simulated days.
  struct Trade {
    /// `slopes[group][interval][target]`: what one person less takes of the target's surplus.
    let slopes: [[[Double]]]
    /// Stretches in which each target must hold, as intervals of the simulated days.
    let blocks: [Range<Int>]
    /// `room[block][target]`: surplus that may be spent.
    var room: [[Double]]
  }

  let need: ShiftNeed
  let columns: [ShiftColumn]
  let prices: [Double]
  var program = IntegerProgram()
  /// Of each supply what a shift of its own staff costs in a month as part of their wages; empty for others.
  let payroll: [[YearMonth: Double]]
  /// Heads of own staff: the variable of each supply and month.
  var heads: [OwnHeads] = []
  /// Rows of the trade, by block and target.
  private var tradeRows: [[Int]] = []
  /// The first interval in which no shift has anybody who stands for a group that is needed.
  private(set) var uncovered: (date: CivilDate, place: Int, group: String)?
  /// Of the missing people, by variable, the day, interval and group.
  var missing: [(column: Int, row: Int, day: Int, place: Int, group: Int)] = []

  /// A person beyond the need is worth this part of what one less would cost, and no more than `mostBeyond`
  /// of them anything.
  private static let worthBeyond = 0.5
  private static let mostBeyond = 2.0
  /// Undercover costs so many times what the dearest person does in an interval.
  private static let undercoverPrice = 1000.0

  /// - Parameters:
  ///   - prices: Yuan of each column on one day's or one month's booking.
  ///   - restDays: Of own staff in a week.
  ///   - outputs: As `GroupOutput.shares`, by the supply's group and the need's.
  ///   - presence: Of each supply, the share of their shifts that people on the payroll are there for; nil
  ///     counts those who are there, as a roster of some days does.
  init(
    _ need: ShiftNeed, columns: [ShiftColumn], prices: [Double], design: ShiftDesign,
    outputs: [[Double]], step: Int, restDays: Int, presence: [Double]? = nil, trade: Trade? = nil,
    allowance: Allowance? = nil
  ) {
    self.need = need
    self.columns = columns
    self.prices = prices
    let perDay = 86_400 / step
    let weights = need.days.map(\.weight)
    // Who is there: by day, interval and supply.
    var there: [[[Int: [IntegerProgram.Term]]]] = need.days.map { _ in
      Array(repeating: [:], count: perDay)
    }
    var dearest = 0.0
    // Own staff are paid by the month, whatever they work: of a shift's price the least is theirs.
    payroll = design.supplies.indices.map { supply in
      guard design.supplies[supply].engagement == .own else { return [:] }
      let own = columns.indices.filter { columns[$0].supply == supply }
      return Dictionary(
        own.map { (columns[$0].dates.first.yearMonth, prices[$0]) }, uniquingKeysWith: min)
    }
    for (index, column) in columns.enumerated() {
      let supply = design.supplies[column.supply]
      let days = need.days.indices.filter { column.dates.contains(need.days[$0].date) }
      let weight = column.isHeld ? 1 : days.first.map { weights[$0] } ?? 0
      program.add(
        "x\(index)",
        cost: (prices[index] - (payroll[column.supply][column.dates.first.yearMonth] ?? 0))
          * weight,
        in: 0...Double(supply.atMost ?? 10_000), isWhole: true)
      let presence = column.shift.presence(step: step)
      dearest = max(
        dearest,
        prices[index]
          / Double(max(1, column.isHeld ? column.dates.count * presence.count : presence.count))
      )
      let held = 1 - supply.absence
      for day in days where supply.works(on: need.days[day].date) {
        for (place, share) in presence {
          let at = place < perDay ? (day, place) : Self.next(day, place - perDay, column, need)
          guard let (day, place) = at else { continue }
          there[day][place][column.supply, default: []].append(.init(index, share * held))
        }
      }
    }
    var excess: [IntegerProgram.Term] = []
    for (day, rows) in there.enumerated() {
      excess += addRows(
        day, rows, design, outputs, dearest * Self.undercoverPrice, trade, allowance?.work[day])
    }
    if let allowance { program.constrain("allowance", excess, in: 0...allowance.most) }
    if let trade { addTrade(trade) }
    limit(design)
    employ(design, restDays: restDays, presence: presence)
  }

  /// Where a shift over midnight is on the following day.
  private static func next(
    _ day: Int, _ place: Int, _ column: ShiftColumn, _ need: ShiftNeed
  ) -> (Int, Int)? {
    let tomorrow = need.days[day].date.advanced(by: 1)
    if let next = need.days.firstIndex(where: { $0.date == tomorrow }),
      need.days[next].isSimulated == need.days[day].isSimulated
    {
      return (next, place)
    }
    // A day that stands for many is followed by its like; so is the last for seats held by the month.
    return column.isHeld || !need.days[day].isSimulated ? (day, place) : nil
  }

  private var spared: [Spare] = []

  /// Variables of people spared and people beyond, where service is traded.
  private struct Spare {
    let interval: Int
    let group: Int
    let less: Int
    let more: Int
  }

  private mutating func addRows(
    _ day: Int, _ there: [[Int: [IntegerProgram.Term]]], _ design: ShiftDesign,
    _ outputs: [[Double]], _ undercover: Double, _ trade: Trade?, _ work: [[LoadExcess]]?
  ) -> [IntegerProgram.Term] {
    let perDay = there.count
    var excess: [IntegerProgram.Term] = []
    for place in 0..<perDay {
      let people = need.groups.indices.map { need.days[day].people[$0][place] }
      let wanted = need.groups.indices.map {
        max(people[$0], work?[$0][place].points.isEmpty == false ? 1 : 0)
      }
      guard wanted.contains(where: { $0 > 0 }) else { continue }
      var terms: [[IntegerProgram.Term]] = need.groups.map { _ in [] }
      for (supply, people) in there[place].sorted(by: { $0.key < $1.key }) {
        let leads = need.groups.indices.filter { outputs[supply][$0] > 0 && wanted[$0] > 0 }
        guard leads.count > 1 else {
          for lead in leads {
            terms[lead] += people.map { .init($0.column, $0.factor * outputs[supply][lead]) }
          }
          continue
        }
        // People who can stand for several groups are shared out among them.
        var shares = people.map { IntegerProgram.Term($0.column, -$0.factor) }
        for lead in leads {
          let share = program.add("f\(day)_\(place)_\(supply)_\(lead)")
          shares.append(.init(share))
          terms[lead].append(.init(share, outputs[supply][lead]))
        }
        program.constrain("share\(day)_\(place)_\(supply)", shares, in: -Double.infinity...0)
      }
      for group in need.groups.indices where wanted[group] > 0 {
        if let points = work?[group][place].points, points.count > 1 {
          excess.append(
            addExcess(points, terms[group], "\(day)_\(place)_\(group)", need.days[day].weight))
        }
        guard people[group] > 0 else { continue }
        let people = Double(people[group])
        var row = terms[group]
        if row.isEmpty, uncovered == nil {
          uncovered = (need.days[day].date, place, need.groups[group])
        }
        if design.isBounded {
          let short = program.add(
            "u\(day)_\(place)_\(group)", cost: undercover * need.days[day].weight, in: 0...people)
          row.append(.init(short))
          missing.append((short, program.rows.count, day, place, group))
        }
        if let trade, need.days[day].isSimulated {
          let interval = day * perDay + place
          let matters = trade.slopes[group][interval].contains { $0 > 0 }
          let less = program.add("d\(day)_\(place)_\(group)", in: 0...max(0, people - 1))
          let more = program.add(
            "e\(day)_\(place)_\(group)", in: 0...(matters ? Self.mostBeyond : 0))
          row += [.init(less), .init(more, -1)]
          spared.append(Spare(interval: interval, group: group, less: less, more: more))
        }
        program.constrain("need\(day)_\(place)_\(group)", row, in: people...Double.infinity)
      }
      let all = wanted.reduce(0, +)
      if trade != nil, need.days[day].isSimulated, design.leastOnDuty > 1 {
        let least = Double(min(design.leastOnDuty, all))
        program.constrain(
          "least\(day)_\(place)", there[place].sorted { $0.key < $1.key }.flatMap(\.value),
          in: least...Double.infinity)
      }
    }
    return excess
  }

  private mutating func addTrade(_ trade: Trade) {
    for (index, block) in trade.blocks.enumerated() {
      let within = spared.filter { block.contains($0.interval) }
      tradeRows.append(
        trade.room[index].enumerated().map { target, room in
          let terms = within.flatMap { spare -> [IntegerProgram.Term] in
            let slope = trade.slopes[spare.group][spare.interval][target]
            return [.init(spare.less, slope), .init(spare.more, -slope * Self.worthBeyond)]
          }
          return program.constrain(
            "service\(index)_\(target)", terms, in: -Double.infinity...room)
        })
    }
  }

  /// The same with other rooms for trade.
  mutating func set(room: [[Double]]) {
    for (rows, room) in zip(tradeRows, room) {
      for (row, room) in zip(rows, room) {
        program.bound(row: row, in: -Double.infinity...room)
      }
    }
  }

  /// What a solution spends of each block's room.
  func spent(_ values: [Double]) -> [[Double]] {
    tradeRows.map { rows in
      rows.map { row in
        program.rows[row].terms.reduce(0) { $0 + $1.factor * values[$1.column] }
      }
    }
  }

  private func counts(_ values: [Double]) -> [Int] {
    columns.indices.map { Int(values[$0].rounded()) }
  }

  /// What a solution books, own staff's shifts beyond the need included.
  func plan(_ values: [Double], of design: ShiftDesign) -> ShiftPlan {
    ShiftPlan(
      design: design, columns: columns, counts: filled(counts(values), values), prices: prices,
      heads: heads(values, of: design),
      likeDates: Dictionary(uniqueKeysWithValues: need.days.map { ($0.date, $0.dates) }))
  }

  /// The most own people of each supply that a month needs.
  private func heads(_ values: [Double], of design: ShiftDesign) -> [Int] {
    design.supplies.indices.map { supply in
      heads.filter { $0.supply == supply }.map { Int(values[$0.column].rounded()) }.max() ?? 0
    }
  }

  /// The first interval for which more than a trace of a person is missing.
  func firstMissing(_ values: [Double]) -> (date: CivilDate, place: Int, group: String)? {
    missing.first { values[$0.column] > 1e-3 }
      .map { (need.days[$0.day].date, $0.place, need.groups[$0.group]) }
  }
}

extension ShiftDesign {
  /// Whether so few may be had that somebody can be missing.
  fileprivate var isBounded: Bool {
    distinctShifts != nil || supplies.contains { $0.atMost != nil }
  }
}

extension CoverProgram {
  /// Columns of a design for the days of a need.
  ///
  /// - Parameters:
  ///   - months: The spans for which a seat is held.
  ///   - open: As `ShiftSupply.shifts` takes them.
  static func columns(
    _ design: ShiftDesign, need: ShiftNeed, months: [DateSpan], open: Range<Int>, step: Int
  ) -> [ShiftColumn] {
    var columns: [ShiftColumn] = []
    for (place, supply) in design.supplies.enumerated() {
      let shifts = supply.shifts(open: open, step: step)
      if supply.isHeldByMonth {
        for month in months {
          let held = supply.dates?.compactMap { $0.intersection(month) } ?? [month]
          columns += held.flatMap { span in
            shifts.map { ShiftColumn(supply: place, shift: $0, dates: span, isHeld: true) }
          }
        }
      } else {
        for day in need.days where supply.works(on: day.date) {
          let date = DateSpan(unchecked: day.date, day.date)
          columns += shifts.map {
            ShiftColumn(supply: place, shift: $0, dates: date, isHeld: false)
          }
        }
      }
    }
    return columns
  }
}
