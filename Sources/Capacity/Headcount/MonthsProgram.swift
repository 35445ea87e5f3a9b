// SPDX-License-Identifier: GPL-3.0-or-later

package import Calendars
package import IntegerPrograms
import Pricing

/// How many seats or heads to have in each month, where what is there in one binds the next: an integer
/// program over the months with what is carried, what arrives and what leaves.
package struct MonthsProgram: Sendable {
  package struct Path: Equatable, Sendable {
    package let heads: [Int]
    /// Of each month the people whose work is missing, as those who were hired for growth have yet to learn
    /// it.
    package let learning: [Double]
    /// Yuan of hiring.
    package let hiring: Double
    /// Yuan of heads and hiring.
    package let cost: Double
    /// No path costs less.
    package let bound: Double
  }

  private var program = IntegerProgram()
  private let months: [DateSpan]
  private var heads: [Int] = []
  private let needed: [Int]
  /// Of own staff the variable of people hired for each month; nil where nobody can be.
  private var hires: [Int?]
  private var team: OwnTeam?

  /// - Parameters:
  ///   - months: In order, without gaps.
  ///   - needed: The least of each month.
  ///   - prices: Yuan of one head in each month.
  package init(months: [DateSpan], needed: [Int], prices: [Double], terms: StaffTerms) {
    self.months = months
    self.needed = needed
    hires = months.map { _ in nil }
    heads = months.indices.map { month in
      program.add(
        "n\(month)", cost: prices[month], in: Double(needed[month])...Double.infinity,
        isWhole: true)
    }
    switch terms {
    case .free: break
    case .seats(let terms): hold(terms)
    case .own(let team):
      self.team = team
      keep(team)
      learn(team)
    }
  }

  package func solved(
    by solver: any IntegerProgramSolver = GLPKSolver(), within limits: SolverLimits = SolverLimits()
  ) throws(IntegerProgramError) -> Path {
    let solution = try solver.solve(program, within: limits) { _ in }
    let path = heads.map { Int(solution.values[$0].rounded()) }
    let people = heads.reduce(0) { $0 + program.columns[$1].cost * solution.values[$1] }
    let learning = months.indices.map { month in
      self.learning(in: month).reduce(0) { $0 + $1.factor * solution.values[$1.column] }
    }
    return Path(
      heads: path, learning: learning, hiring: max(0, solution.cost - people), cost: solution.cost,
      bound: solution.bound)
  }

  /// Seats of a month are those of the month before, less what is returned after its term, and what is added.
  private mutating func hold(_ terms: SeatTerms) {
    let open = terms.noticeToAdd.after(months[0].first)
    var added = [heads[0]]
    for month in months.indices.dropFirst() {
      let more = program.add("a\(month)")
      program.constrain(
        "added\(month)",
        [.init(heads[month]), .init(heads[month - 1], -1), .init(more, -1)],
        in: -Double.infinity...0)
      if months[month].first < open {
        program.constrain(
          "open\(month)", [.init(heads[month]), .init(heads[0], -1)], in: -Double.infinity...0)
      }
      let held = added.indices.filter {
        terms.release(ofSeatFrom: months[$0].first) > months[month].first
      }
      if !held.isEmpty {
        program.constrain(
          "held\(month)", [.init(heads[month])] + held.map { .init(added[$0], -1) },
          in: 0...Double.infinity)
      }
      added.append(more)
    }
  }

  /// A team shrinks by turnover only, and grows at the price of hiring; so does the one that is there before
  /// the first month. Who is expected to have left since a month is counted in whole people, rounded up: of
  /// nine, half a person a month would never leave.
  private mutating func keep(_ team: OwnTeam) {
    for month in months.indices {
      program.constrain(
        "there\(month)", [.init(heads[month])],
        in: Double(team.leastStaying(months: month))...Double.infinity)
      if month > 0 || team.existing != nil {
        let more = program.add("h\(month)", cost: team.hirePrice)
        hires[month] = more
        let before: [IntegerProgram.Term] = month > 0 ? [.init(heads[month - 1], -1)] : []
        program.constrain(
          "hired\(month)", [.init(heads[month]), .init(more, -1)] + before,
          in: -Double.infinity...(month > 0 ? 0 : Double(team.existing ?? 0)))
      }
      for earlier in 0..<month {
        let stay = team.staying(of: 1, months: Double(month - earlier))
        program.constrain(
          "stay\(month)_\(earlier)", [.init(heads[month]), .init(heads[earlier], -stay)],
          in: (team.turnover > 0 ? OwnTeam.wholePerson - 1 : 0)...Double.infinity)
      }
    }
  }

  /// Whoever has yet to learn the work counts in part beside those who are needed.
  private mutating func learn(_ team: OwnTeam) {
    guard team.missing(inMonth: 0) > 0 else { return }
    for month in months.indices {
      program.constrain(
        "learned\(month)",
        [.init(heads[month])] + learning(in: month).map { .init($0.column, -$0.factor) },
        in: Double(needed[month])...Double.infinity)
    }
  }

  /// Hires of the months before and of a month itself, with the share of each one's work that is missing.
  private func learning(in month: Int) -> [IntegerProgram.Term] {
    guard let team else { return [] }
    return (0...month).compactMap { begun in
      let share = team.missing(inMonth: month - begun)
      return share > 0 ? hires[begun].map { .init($0, share) } : nil
    }
  }
}
