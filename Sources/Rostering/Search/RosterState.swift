// SPDX-License-Identifier: GPL-3.0-or-later

/// A whole roster while it is searched, with what it costs.
struct RosterState: Sendable {
  let days: Int
  let duties: Int
  /// `person × days + day`: 0 for a day off, otherwise 1 + the duty's place.
  private(set) var tours: [Int16]
  private(set) var counts: [Int]
  private(set) var own: [Double]
  private(set) var total: Double

  /// Everybody is off.
  init(_ model: RosterModel) {
    days = model.days
    duties = model.duties
    tours = Array(repeating: 0, count: model.people.count * model.days)
    counts = Array(repeating: 0, count: model.cover.rows)
    own = Array(repeating: 0, count: model.people.count)
    total = (0..<model.cover.rows).reduce(0.0) { $0 + Double(model.cover.price($1, 0)) }
  }

  func tour(of person: Int) -> ArraySlice<Int16> { tours[person * days..<(person + 1) * days] }

  /// Gives somebody another tour.
  mutating func set(
    _ tour: [Int16], of person: Int, price: Double, in model: RosterModel
  ) {
    total += price - own[person]
    own[person] = price
    for day in 0..<days {
      let place = person * days + day
      guard tours[place] != tour[day] else { continue }
      change(Int(tours[place]) - 1, day, by: -1, model)
      change(Int(tour[day]) - 1, day, by: 1, model)
      tours[place] = tour[day]
    }
  }

  private mutating func change(_ duty: Int, _ day: Int, by step: Int, _ model: RosterModel) {
    guard duty >= 0 else { return }
    let row = day * duties + duty
    total -= Double(model.cover.price(row, counts[row]))
    counts[row] += step
    total += Double(model.cover.price(row, counts[row]))
  }

  /// What one more person in each row would cost once somebody's own tour is taken out.
  func margins(
    without person: Int, in model: RosterModel, into prices: inout [Double]
  ) {
    let cover = model.cover
    for row in 0..<cover.rows {
      let duty = Int(tours[person * days + row / duties]) - 1
      let others = counts[row] - (duty == row % duties ? 1 : 0)
      prices[row] = others < cover.demand[row] ? -Double(cover.under[row]) : Double(cover.over[row])
    }
  }

  func roster(_ problem: RosterProblem) -> Roster {
    var roster = Roster(people: problem.people.count, days: days)
    for person in 0..<roster.people {
      for day in 0..<days {
        let duty = Int(tours[person * days + day]) - 1
        roster[person, day] = duty < 0 ? nil : problem.duty(at: duty)
      }
    }
    return roster
  }
}
