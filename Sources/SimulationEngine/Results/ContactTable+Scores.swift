// SPDX-License-Identifier: GPL-3.0-or-later

import Measures
import Scenarios

/// Rows counted by platforms' rules, when the bands are closed.
extension ContactTable {
  /// Adds up the scorecards that the layout asks for.
  ///
  /// Of the shop's own rows inside a rule's hours: first questions that were answered, those of customers
  /// who left, were turned away or still wait, and those of closed hours, which nobody answers in time;
  /// where the rule counts rounds the further questions too. Messages of the night that are answered as
  /// such have further questions alone, as their first was counted when it was written.
  ///
  /// - Parameters:
  ///   - roundWaits: Of each row seconds that the further questions waited; empty where none are counted.
  ///   - firstDay: Number of the horizon's first day.
  mutating func score(
    _ roundWaits: UnsafeBufferPointer<Double>, firstDay: Int, interval: IntervalLength
  ) {
    let counts = layout.counts
    guard counts.scoreCount > 0 else { return }
    var numbers = [Double](repeating: 0, count: rowCount * counts.scoreCount)
    let perDay = interval.perDay
    let intervalCount = rowCount / layout.rowsPerInterval - 1
    for (index, score) in counts.scores.enumerated() {
      for place in 0..<intervalCount {
        let (day, slot) = place.quotientAndRemainder(dividingBy: perDay)
        guard
          let version = score.version(day: firstDay + day, second: slot * interval.seconds)
        else { continue }
        for shop in [ContactLayout.ownShop, ContactLayout.overnight] where shop < layout.shopCount {
          for type in 0..<layout.typeCount {
            let row = layout.row(interval: place, shop: shop, type: type)
            var sums = ScoreSums()
            if shop == ContactLayout.ownShop { addFirst(row, version, score.isMean, to: &sums) }
            if version.unit == .round {
              addFurther(row, version, score.isMean, roundWaits, to: &sums)
            }
            let first = row * counts.scoreCount + index * ScorePart.allCases.count
            numbers[first + ScorePart.top.rawValue] = sums.top
            numbers[first + ScorePart.bottom.rawValue] = sums.bottom
            numbers[first + ScorePart.asked.rawValue] = sums.asked
          }
        }
      }
    }
    keep(numbers)
  }

  private struct ScoreSums {
    var top = 0.0
    var bottom = 0.0
    var asked = 0.0
  }

  private func addFirst(
    _ row: Int, _ version: ScoreCounting.Version, _ isMean: Bool, to sums: inout ScoreSums
  ) {
    let counts = layout.counts
    let first = row * counts.counterCount
    func count(_ counter: ContactCounter) -> Double { Double(counters[first + counter.rawValue]) }
    let answered = Double(counters[first + counts.answeredPlace])
    let unanswered =
      count(.arrived) - answered + count(.lostOutsideHours) + count(.carriedOver)
    sums.asked += answered + unanswered
    sums.bottom += answered + (version.countsUnanswered ? unanswered : 0)
    sums.top +=
      isMean
      ? self.sums[row].firstReply
      : inTime(first + counts.replyPlace, answered, version)
  }

  private func addFurther(
    _ row: Int, _ version: ScoreCounting.Version, _ isMean: Bool,
    _ waits: UnsafeBufferPointer<Double>, to sums: inout ScoreSums
  ) {
    let counts = layout.counts
    let first = row * counts.counterCount + counts.roundPlace
    let answered = Double(counters[first + counts.bandCount - 1])
    sums.asked += answered
    sums.bottom += answered
    sums.top += isMean ? waits[row] : inTime(first, answered, version)
  }

  /// Of replies whose bands begin at a place those in time.
  private func inTime(
    _ bands: Int, _ answered: Double, _ version: ScoreCounting.Version
  ) -> Double {
    version.threshold.map { Double(counters[bands + layout.counts.band(endingAt: $0)]) }
      ?? answered
  }
}
