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
  ///   - unansweredStarts: Of each row the sum of when those came whom nobody answered, in seconds since the
  ///     horizon's start; empty where no rule asks for it.
  ///   - firstDay: Number of the horizon's first day.
  mutating func score(
    roundWaits: UnsafeBufferPointer<Double>, unansweredStarts: UnsafeBufferPointer<Double>,
    firstDay: Int, interval: IntervalLength
  ) {
    let (layout, counts) = (layout, layout.counts)
    guard counts.scoreCount > 0 else { return }
    var numbers = [Double](repeating: 0, count: rowCount * counts.scoreCount)
    let perDay = interval.perDay
    let dayCount = (rowCount / layout.rowsPerInterval - 1) / perDay
    let shops = [ContactLayout.ownShop, ContactLayout.overnight].filter { $0 < layout.shopCount }
    numbers.withUnsafeMutableBufferPointer { numbers in
      counters.withUnsafeBufferPointer { counters in
        sums.withUnsafeBufferPointer { times in
          let rows = ScoreRows(
            counts: counts, counters: counters, times: times, roundWaits: roundWaits,
            unansweredStarts: unansweredStarts)
          for (index, score) in counts.scores.enumerated() {
            for day in 0..<dayCount {
              // Of two versions with the same hours the first one grades.
              for version in score.versions.reversed() where version.grades(firstDay + day) {
                let terms = ScoreTerms(version, isMean: score.isMean, day: day, counts)
                for slot in version.window.slots(of: interval) {
                  for shop in shops {
                    for type in 0..<layout.typeCount {
                      let row = layout.row(
                        interval: day * perDay + slot, shop: shop, type: type)
                      let first = row * counts.scoreCount + index * ScorePart.allCases.count
                      let sums = rows.sums(
                        row, terms, withFirst: shop == ContactLayout.ownShop)
                      numbers[first + ScorePart.top.rawValue] = sums.top
                      numbers[first + ScorePart.bottom.rawValue] = sums.bottom
                      numbers[first + ScorePart.asked.rawValue] = sums.asked
                    }
                  }
                }
              }
            }
          }
        }
      }
    }
    keep(numbers)
  }
}

extension Range<Int> {
  /// The intervals of a day that begin within seconds of it.
  fileprivate func slots(of interval: IntervalLength) -> Range<Int> {
    let length = interval.seconds
    let first = (lowerBound + length - 1) / length
    return first..<Swift.max(first, Swift.min(interval.perDay, (upperBound + length - 1) / length))
  }
}

/// A version of a rule on one day, as plain numbers.
private struct ScoreTerms: BitwiseCopyable {
  let isMean: Bool
  let countsRounds: Bool
  let countsUnanswered: Bool
  let waitsUntilEnd: Bool
  /// Seconds since the horizon's start at which the rule's hours end.
  let end: Double
  /// The band of the replies in time; negative where any answer is.
  let band: Int

  init(_ version: ScoreCounting.Version, isMean: Bool, day: Int, _ counts: CountLayout) {
    self.isMean = isMean
    countsRounds = version.unit == .round
    countsUnanswered = version.countsUnanswered
    waitsUntilEnd = version.waitsUntilEnd
    end = Double(day * 86_400 + version.window.upperBound)
    band = version.threshold.map { counts.band(endingAt: $0) } ?? -1
  }
}

private struct ScoreSums: BitwiseCopyable {
  var top = 0.0
  var bottom = 0.0
  var asked = 0.0
}

/// The rows where they lie, and what a rule counts of one.
private struct ScoreRows {
  let counters: UnsafeBufferPointer<UInt32>
  let times: UnsafeBufferPointer<TimeSums>
  let roundWaits: UnsafeBufferPointer<Double>
  let unansweredStarts: UnsafeBufferPointer<Double>
  private let width: Int
  private let answeredPlace: Int
  private let replyPlace: Int
  private let roundPlace: Int
  private let lastBand: Int

  init(
    counts: CountLayout, counters: UnsafeBufferPointer<UInt32>,
    times: UnsafeBufferPointer<TimeSums>, roundWaits: UnsafeBufferPointer<Double>,
    unansweredStarts: UnsafeBufferPointer<Double>
  ) {
    self.counters = counters
    self.times = times
    self.roundWaits = roundWaits
    self.unansweredStarts = unansweredStarts
    width = counts.counterCount
    answeredPlace = counts.answeredPlace
    replyPlace = counts.replyPlace
    roundPlace = counts.roundPlace
    lastBand = counts.bandCount - 1
  }

  /// - Parameter withFirst: Whether first questions are counted, beside further ones.
  func sums(_ row: Int, _ terms: ScoreTerms, withFirst: Bool) -> ScoreSums {
    var sums = ScoreSums()
    if withFirst { addFirst(row, terms, to: &sums) }
    if terms.countsRounds { addFurther(row, terms, to: &sums) }
    return sums
  }

  private func addFirst(_ row: Int, _ terms: ScoreTerms, to sums: inout ScoreSums) {
    let first = row * width
    func count(_ counter: ContactCounter) -> Double { Double(counters[first + counter.rawValue]) }
    let answered = Double(counters[first + answeredPlace])
    let unanswered =
      count(.arrived) - answered + count(.lostOutsideHours) + count(.carriedOver)
    sums.asked += answered + unanswered
    sums.bottom += answered + (terms.countsUnanswered ? unanswered : 0)
    sums.top +=
      terms.isMean
      ? times[row].firstReply
      : terms.band < 0 ? answered : Double(counters[first + replyPlace + terms.band])
    if terms.waitsUntilEnd { sums.top += unanswered * terms.end - unansweredStarts[row] }
  }

  private func addFurther(_ row: Int, _ terms: ScoreTerms, to sums: inout ScoreSums) {
    let first = row * width + roundPlace
    let answered = Double(counters[first + lastBand])
    sums.asked += answered
    sums.bottom += answered
    sums.top +=
      terms.isMean
      ? roundWaits[row] : terms.band < 0 ? answered : Double(counters[first + terms.band])
  }
}
