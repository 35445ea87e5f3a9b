// SPDX-License-Identifier: GPL-3.0-or-later

package import Measures
package import SimulationEngine

/// A measure's numerator and denominator, read of rows where they stand.
///
/// Where the numbers stand is found once, not for every interval of every replication. It gives what
/// `CountRow.parts(of:)` gives, to the last bit.
package struct MeasureReader: Sendable {
  private struct Term: Sendable {
    var place: Int
    var isTakenAway: Bool
  }

  private let top: [Term]
  /// Nil of a sum, whose denominator is 1.
  private let bottom: [Term]?
  private let counterCount: Int
  private let timePlace: Int
  private let scorePlace: Int

  package init(_ measure: Measure, _ layout: CountLayout) {
    let threshold = measure.threshold(acceptableWait: layout.acceptableWait)
    func terms(_ terms: [MeasureTerm]) -> [Term] {
      terms.map { term in
        let place =
          if case .score(let part) = term.sum, let score = measure.score {
            layout.place(of: part, score: score)
          } else {
            layout.place(of: term.sum, threshold: threshold)
          }
        return Term(place: place, isTakenAway: term.isTakenAway)
      }
    }
    top = terms(measure.definition.numerator)
    bottom = measure.definition.denominator.map(terms)
    counterCount = layout.counterCount
    timePlace = layout.timePlace
    scorePlace = layout.scorePlace
  }

  /// Of one interval and type of a record.
  package func parts(of row: ContactRow) -> (top: Double, bottom: Double) {
    func number(_ place: Int) -> Double {
      if place < counterCount { return Double(row.counters[place]) }
      if place >= scorePlace { return row.scores[place - scorePlace] }
      guard let sum = TimeSum(rawValue: place - timePlace) else { return .nan }
      return row.times[sum]
    }
    return (total(top, number), bottom.map { total($0, number) } ?? 1)
  }

  /// Of the sum of some rows, each by its place in a list.
  package func parts(
    ofSum places: some Sequence<Int>, in rows: [ServiceMeasures]
  ) -> (top: Double, bottom: Double) {
    func number(_ place: Int) -> Double {
      var sum = 0.0
      for row in places { sum += rows[row].number(at: place) }
      return sum
    }
    return (total(top, number), bottom.map { total($0, number) } ?? 1)
  }

  @inline(__always)
  private func total(_ terms: [Term], _ number: (Int) -> Double) -> Double {
    var total = 0.0
    for term in terms {
      let value = number(term.place)
      if term.isTakenAway { total -= value } else { total += value }
    }
    return total
  }
}
