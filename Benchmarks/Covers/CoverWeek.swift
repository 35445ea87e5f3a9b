// SPDX-License-Identifier: GPL-3.0-or-later

import IntegerPrograms
import Randomness

/// A week of need and the patterns that may cover it, of our own making.
struct CoverWeek {
  enum Kind: String, CaseIterable {
    /// Shifts of four to nine hours, some with an hour's break, on any day of the week; some over midnight.
    case shifts
    /// Five days at the same hours: who is there on which days.
    case tours
    /// Shifts, and a price for each pair of hours that is used at all.
    case distinct
  }

  let name: String
  let kind: Kind
  let intervals: Int
  private(set) var patterns = 0
  private(set) var program = IntegerProgram()

  /// - Parameter perHour: Intervals of an hour: 1, 2 or 4.
  init(_ kind: Kind, perHour: Int, number: Int) {
    self.kind = kind
    intervals = 168 * perHour
    name = "\(kind.rawValue)-\(intervals)-\(number)"
    var numbers = SplitMix(state: UInt64(1000 * perHour + number) &* 0x9e37_79b9_7f4a_7c15)
    func uniform() -> Double { Double(numbers.next() >> 11) * 0x1p-53 }
    // A desk by day with two crests, a thinner one at night, and days of its own.
    let size = 6 + 20 * uniform()
    let days = (0..<7).map { _ in 0.7 + 0.6 * uniform() }
    let crest = 10 + 2 * uniform()
    let need = (0..<intervals).map { place in
      let hour = Double(place % (24 * perHour)) / Double(perHour)
      let day = days[place / (24 * perHour)]
      func bell(_ middle: Double, _ width: Double) -> Double {
        let distance = (hour - middle) / width
        return 1 / (1 + distance * distance * distance * distance)
      }
      let level = 0.1 + bell(crest, 3) + 0.9 * bell(20.5, 2.5)
      return max(1, (size * day * level * (0.92 + 0.16 * uniform())).rounded())
    }
    var there: [[IntegerProgram.Term]] = need.map { _ in [] }
    func add(_ cost: Double, _ present: [Int]) {
      let column = program.add("x\(patterns)", cost: cost, in: 0...1000, isWhole: true)
      patterns += 1
      for place in present { there[place % intervals].append(.init(column)) }
    }
    var hours: [[Int]] = []
    if kind == .tours {
      // 18 starts × the days off, in pairs of neighbours or a weekend day and another: 15.
      let off = (0..<7).map { [$0, ($0 + 1) % 7] } + (0..<5).map { [$0, 6] }
        + [[0, 5], [1, 5], [2, 5]]
      for start in (0..<24).filter({ $0 % 4 != 3 }) {
        for rest in off {
          let worked = (0..<7).filter { !rest.contains($0) }
          let nights = start >= 18 || start < 4 ? 1.2 : 1
          let weekend = Double(worked.count { $0 > 4 })
          add(
            (5 + 0.3 * weekend) * nights,
            worked.flatMap { day in (0..<8).map { (day * 24 + start + $0) * perHour } })
        }
      }
    } else {
      for day in 0..<7 {
        for start in 0..<(24 * perHour) {
          for (length, rest) in Self.lengths(perHour) {
            let first = day * 24 * perHour + start
            let present = (0..<length * perHour).filter {
              rest == nil || $0 / perHour != rest
            }
            let paid = Double(length) - (rest == nil ? 0 : 1)
            let place = hours.firstIndex(of: [start, length, rest ?? 0])
            if place == nil { hours.append([start, length, rest ?? 0]) }
            add(paid + 0.5 + (day > 4 ? 0.1 * paid : 0), present.map { first + $0 })
          }
        }
      }
    }
    for (place, people) in need.enumerated() {
      program.constrain("need\(place)", there[place], in: people...Double.infinity)
    }
    if kind == .distinct {
      let most = need.max() ?? 0
      let perDay = patterns / 7
      for shift in 0..<perDay {
        let used = program.add("y\(shift)", cost: 12, in: 0...1, isWhole: true)
        for day in 0..<7 {
          program.constrain(
            "uses\(day)_\(shift)", [.init(day * perDay + shift), .init(used, -most)],
            in: -Double.infinity...0)
        }
      }
    }
  }

  /// Hours of a shift and the hour of its break, so that a week has some 2,500 patterns.
  private static func lengths(_ perHour: Int) -> [(Int, Int?)] {
    switch perHour {
    case 1:
      [
        (4, nil), (5, nil), (6, nil), (6, 3), (7, 3), (8, 3), (8, 4), (9, 3), (9, 4), (9, 5),
        (10, 4), (10, 5), (7, nil), (8, nil), (5, 2),
      ]
    case 2: [(4, nil), (6, nil), (8, 4), (9, 4), (9, 5), (7, 3), (8, 3)]
    default: [(4, nil), (6, nil), (8, 4), (9, 4)]
    }
  }

  /// Twenty-two weeks.
  static var all: [CoverWeek] {
    [1, 2, 4].flatMap { perHour in
      (1...4).map { CoverWeek(.shifts, perHour: perHour, number: $0) }
    } + (1...5).map { CoverWeek(.tours, perHour: 1, number: $0) }
      + [1, 2].flatMap { perHour in
        (1...(perHour == 1 ? 3 : 2)).map { CoverWeek(.distinct, perHour: perHour, number: $0) }
      }
  }

  /// The program for a solver in another language: a line of numbers, then columns, then rows.
  var text: String {
    var lines = ["\(name) \(program.columns.count) \(program.rows.count)"]
    for column in program.columns {
      lines.append(
        "\(column.cost) \(column.bounds.lowerBound) \(column.bounds.upperBound) \(column.isWhole ? 1 : 0)")
    }
    for row in program.rows {
      let terms = row.terms.map { "\($0.column):\($0.factor)" }.joined(separator: " ")
      lines.append("\(row.bounds.lowerBound) \(row.bounds.upperBound) \(terms)")
    }
    return lines.joined(separator: "\n") + "\n"
  }
}
