// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
import IntegerPrograms
import Pricing
import Scenarios

/// The cheapest people for the need of some months, with what binds one month to the next: seats that are held
/// for a term, own staff who are hired for good and leave by and by.
struct YearProgram {
  private var cover: CoverProgram
  private let design: ShiftDesign
  private let months: [DateSpan]
  /// Of the own supplies the variable of people on the payroll, by month.
  private var employed: [Int: [Int]] = [:]

  /// - Parameters:
  ///   - terms: By supply.
  ///   - isBound: Whether months are bound to each other; without, each stands alone.
  init(
    _ cover: CoverProgram, design: ShiftDesign, months: [DateSpan], terms: [StaffTerms],
    isBound: Bool
  ) {
    self.cover = cover
    self.design = design
    self.months = months
    for supply in design.supplies.indices {
      let heads = cover.heads.filter { $0.supply == supply }
      guard !heads.isEmpty else { continue }
      employed[supply] = months.compactMap { month in
        heads.first { month.contains(cover.need.days[$0.days[0]].date) }?.column
      }
    }
    guard isBound else { return }
    for (supply, rule) in terms.enumerated() {
      switch rule {
      case .free: continue
      case .seats(let terms): hold(supply, terms)
      case .own(let team): keep(supply, team)
      }
    }
  }

  /// Seats of a month are those of the month before, less what is returned after its term, and what is added.
  private mutating func hold(_ supply: Int, _ terms: SeatTerms) {
    let seats = months.map { month in
      cover.columns.indices.filter {
        cover.columns[$0].supply == supply && month.contains(cover.columns[$0].dates.first)
      }.map { IntegerProgram.Term($0) }
    }
    let open = terms.noticeToAdd.after(months[0].first)
    var added: [[IntegerProgram.Term]] = [seats[0]]
    for month in months.indices.dropFirst() {
      let name = "\(supply)_\(month)"
      let more = cover.program.add("a\(name)")
      // more ≥ seats − seats of the month before
      cover.program.constrain(
        "added\(name)", seats[month] + seats[month - 1].negative + [.init(more, -1)],
        in: -Double.infinity...0)
      if months[month].first < open {
        cover.program.constrain(
          "open\(name)", seats[month] + seats[0].negative, in: -Double.infinity...0)
      }
      let held = added.indices.filter {
        terms.release(ofSeatFrom: months[$0].first) > months[month].first
      }
      if !held.isEmpty {
        cover.program.constrain(
          "held\(name)", seats[month] + held.flatMap { added[$0] }.negative,
          in: 0...Double.infinity)
      }
      added.append([.init(more)])
    }
  }

  /// A team shrinks by turnover only, and grows at the price of hiring.
  private mutating func keep(_ supply: Int, _ team: OwnTeam) {
    guard let heads = employed[supply], heads.count == months.count else { return }
    for month in months.indices {
      let name = "\(supply)_\(month)"
      let before = month > 0 ? heads[month - 1] : nil
      if before != nil || team.existing != nil {
        let more = cover.program.add("h\(name)", cost: team.hirePrice)
        let there = before == nil ? Double(team.existing ?? 0) : 0
        cover.program.constrain(
          "hired\(name)",
          [.init(heads[month]), .init(more, -1)] + (before.map { [.init($0, -1)] } ?? []),
          in: -Double.infinity...there)
      }
      for earlier in 0..<month {
        let stay = team.staying(of: 1, months: Double(month - earlier))
        cover.program.constrain(
          "stay\(name)_\(earlier)", [.init(heads[month]), .init(heads[earlier], -stay)],
          in: 0...Double.infinity)
      }
    }
  }

  /// - Throws: `IntegerProgramError`, `ShiftError.tooFew`.
  func solved(
    by solver: any IntegerProgramSolver, within limits: SolverLimits, step: Int,
    progress: @Sendable (SolverProgress) -> Void = { _ in }
  ) throws -> YearStaff {
    let solution = try solver.solve(cover.program, within: limits, progress: progress)
    guard let values = cover.repaired(solution.values) else {
      guard !solution.isCut, let missing = cover.firstMissing(solution.values) else {
        throw IntegerProgramError.outOfTime
      }
      throw ShiftError.tooFew(
        date: missing.date, interval: missing.place, seconds: step, group: missing.group)
    }
    return YearStaff(
      shifts: cover.plan(values, of: design), months: months,
      employed: design.supplies.indices.map { supply in
        months.indices.map { month in
          employed[supply].map { Int(values[$0[month]].rounded()) } ?? 0
        }
      },
      cost: cover.program.cost(of: values), bound: solution.bound, isCut: solution.isCut)
  }
}

extension [IntegerProgram.Term] {
  fileprivate var negative: [IntegerProgram.Term] { map { .init($0.column, -$0.factor) } }
}
