// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
import IntegerPrograms
import Scenarios

/// The cheapest people for the need of one month.
struct MonthProgram {
  private var cover: CoverProgram
  private let design: ShiftDesign
  private let month: DateSpan
  /// Of own supplies the variable of people on the payroll.
  private let employed: [Int?]

  init(_ cover: CoverProgram, design: ShiftDesign, month: DateSpan) {
    self.cover = cover
    self.design = design
    self.month = month
    employed = design.supplies.indices.map { supply in
      cover.heads.first { $0.supply == supply }?.column
    }
  }

  /// Yuan of one more seat or head in the month, by supply; 0 for people who are booked by the day.
  var headPrices: [Double] {
    design.supplies.indices.map { supply in
      if let column = employed[supply] { return cover.program.columns[column].cost }
      return cover.columns.indices.filter {
        cover.columns[$0].supply == supply && cover.columns[$0].isHeld
      }.map { cover.prices[$0] }.min() ?? 0
    }
  }

  /// Asks for so many seats or heads of a supply.
  mutating func hold(_ people: Int, of supply: Int) {
    let terms =
      employed[supply].map { [IntegerProgram.Term($0)] }
      ?? cover.columns.indices.filter { cover.columns[$0].supply == supply }.map { .init($0) }
    cover.program.constrain(
      "hold\(supply)", terms, in: Double(people)...Double(people))
  }

  /// Has at least so many people on the payroll, who are there whatever the need.
  mutating func keep(_ people: Int, of supply: Int) {
    guard people > 0, let column = employed[supply] else { return }
    cover.program.constrain(
      "keep\(supply)", [.init(column)], in: Double(people)...Double.infinity)
  }

  /// - Throws: `IntegerProgramError`, `ShiftError.tooFew`.
  func solved(
    by solver: any IntegerProgramSolver, within limits: SolverLimits, step: Int
  ) throws -> YearStaff {
    let solution = try cover.solved(by: solver, within: limits, step: step) { _ in }
    return YearStaff(
      shifts: cover.plan(solution.values, of: design), months: [month],
      employed: employed.map { [$0.map { Int(solution.values[$0].rounded()) } ?? 0] },
      cost: solution.cost, bound: solution.bound, isCut: solution.isCut)
  }
}
