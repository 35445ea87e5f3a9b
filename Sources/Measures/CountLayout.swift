// SPDX-License-Identifier: GPL-3.0-or-later

/// What is counted of contacts, each in the interval of its arrival, beside the waits.
package enum ContactCounter: Int, CaseIterable, Sendable {
  /// Came to the desk while it was open, the blocked included, those lost outside hours not.
  case arrived
  /// Left the queue, the silent included.
  case abandoned
  /// Of the abandoned, those who left without a word.
  case silentlyAbandoned
  /// Turned away by a full waiting room.
  case blocked
  /// Came in closed hours under the rule `lost`; not among the arrived.
  case lostOutsideHours
  /// Came in closed hours and was held until opening; counted in the interval of writing, and as
  /// arrived in the interval of opening.
  case carriedOver
  /// Answered contacts that became orders.
  case orders
  /// Still waiting, with nobody to come, when the simulation ended.
  case unserved
}

extension ContactCounter {
  /// What becomes of the arrived who are not answered.
  package static let fates: [ContactCounter] = [.abandoned, .blocked, .unserved]
}

/// Seconds summed over contacts.
package enum TimeSum: Int, CaseIterable, Sendable {
  /// Waited by the answered.
  case answeredWait
  /// Waited by the abandoned, the silent included.
  case abandonedWait
  /// From arrival to the first reply, of the answered.
  case firstReply
}

/// Yuan summed over contacts.
package enum MoneySum: Int, CaseIterable, Sendable {
  /// Orders × order value.
  case sales
  /// Arrivals that nobody answered × conversion × order value.
  case salesLost
}

/// One number of a row of counts.
package enum ContactSum: Hashable, Sendable {
  case count(ContactCounter)
  case answered
  /// Answered after a wait of no more than the measure's threshold.
  case answeredWithin
  /// First reply no later than the measure's threshold after arrival: wait plus first-reply delay,
  /// or at message fidelity the end of the first agent message.
  case repliedWithin
  case time(TimeSum)
  case money(MoneySum)
  /// Of the measure's scorecard.
  case score(ScorePart)
}

/// Where the numbers of a row stand: counters, contacts answered within each threshold and at all,
/// the same of first replies and, where somebody counts them, of further replies, sums of time, sums
/// of money, scorecards.
package struct CountLayout: Equatable, Sendable {
  /// Seconds, ascending: the waits and times to a first reply up to which somebody counts.
  package var thresholds: [Double] { lists.thresholds }
  /// The threshold of measures that take the scenario's.
  package let acceptableWait: Double
  /// Rules of platforms by which the rows are counted, each once.
  package var scores: [ScoreCounting] { lists.scores }

  /// Behind one reference: a layout is copied with every row that is read.
  private final class Lists: Sendable {
    let thresholds: [Double]
    let scores: [ScoreCounting]
    let scoreKeys: [String]

    init(thresholds: [Double], scores: [ScoreCounting]) {
      self.thresholds = thresholds
      self.scores = scores
      scoreKeys = scores.map(\.key)
    }
  }

  private let lists: Lists

  package init(
    acceptableWait: Double, thresholds: Set<Double>, scores: [ScoreCounting] = []
  ) {
    self.acceptableWait = acceptableWait
    lists = Lists(thresholds: thresholds.union([acceptableWait]).sorted(), scores: scores)
    bandCount = lists.thresholds.count + 1
    waitPlace = ContactCounter.allCases.count
    replyPlace = waitPlace + bandCount
    roundPlace = replyPlace + bandCount
    countsRounds = scores.contains(where: \.countsRounds)
    timesUnanswered = scores.contains(where: \.timesUnanswered)
    counterCount = roundPlace + (countsRounds ? bandCount : 0)
    timePlace = counterCount
    moneyPlace = timePlace + TimeSum.allCases.count
    scorePlace = moneyPlace + MoneySum.allCases.count
    scoreCount = scores.count * ScorePart.allCases.count
    width = scorePlace + scoreCount
    answeredPlace = replyPlace - 1
  }

  package static func == (left: CountLayout, right: CountLayout) -> Bool {
    left.acceptableWait == right.acceptableWait && left.thresholds == right.thresholds
      && left.scores == right.scores
  }

  // Stored, since every row of every replication is read by them.

  /// Waits, and replies, up to each threshold and beyond the last.
  package let bandCount: Int
  package let waitPlace: Int
  package let replyPlace: Int
  /// Answers to further questions of a chat, by when these were asked; as wide as the replies.
  package let roundPlace: Int
  /// Whether somebody counts them.
  package let countsRounds: Bool
  /// Whether somebody asks when those came whom nobody answered.
  package let timesUnanswered: Bool
  /// Numbers that are counts; they come first.
  package let counterCount: Int
  package let timePlace: Int
  package let moneyPlace: Int
  /// Numbers of the scorecards, each with its `ScorePart`s.
  package let scorePlace: Int
  package let scoreCount: Int
  package let width: Int
  package let answeredPlace: Int

  /// - Precondition: `threshold` is among the thresholds.
  package func place(of sum: ContactSum, threshold: Double?) -> Int {
    switch sum {
    case .count(let counter): counter.rawValue
    case .answered: answeredPlace
    case .answeredWithin: waitPlace + band(endingAt: threshold ?? acceptableWait)
    case .repliedWithin: replyPlace + band(endingAt: threshold ?? acceptableWait)
    case .time(let time): timePlace + time.rawValue
    case .money(let money): moneyPlace + money.rawValue
    case .score(let part): preconditionFailure("\(part) of no scorecard")
    }
  }

  /// - Precondition: the scorecard is among the scores.
  package func place(of part: ScorePart, score: ScoreCounting) -> Int {
    guard let index = lists.scoreKeys.firstIndex(of: score.key) else {
      preconditionFailure("nobody asked for the scorecard \(score.key)")
    }
    return scorePlace + index * ScorePart.allCases.count + part.rawValue
  }

  package func band(endingAt threshold: Double) -> Int {
    guard let band = lists.thresholds.firstIndex(of: threshold) else {
      preconditionFailure("nobody asked for the threshold \(threshold)")
    }
    return band
  }
}

/// Numbers of contacts: of an interval, or summed over several.
package protocol CountRow {
  var layout: CountLayout { get }
  /// The number at a place of the layout.
  func number(at place: Int) -> Double
}

extension CountRow {
  /// A number, with the scenario's acceptable wait as its threshold if it has one.
  package func number(of sum: ContactSum) -> Double {
    number(at: layout.place(of: sum, threshold: nil))
  }

  /// Numerator and denominator of a measure; the denominator of a sum is 1.
  package func parts(of measure: Measure) -> (top: Double, bottom: Double) {
    let definition = measure.definition
    let threshold = measure.threshold(acceptableWait: layout.acceptableWait)
    return (
      total(definition.numerator, measure, threshold),
      definition.denominator.map { total($0, measure, threshold) } ?? 1
    )
  }

  /// Whether nobody came whom the measure counts, so that there is nothing to keep or to break.
  package func isEmpty(for measure: Measure) -> Bool {
    guard let score = measure.score else { return number(of: .count(.arrived)) == 0 }
    return number(at: layout.place(of: .asked, score: score)) == 0
  }

  /// The measure's value; NaN where the denominator is zero.
  package subscript(measure: Measure) -> Double {
    let (top, bottom) = parts(of: measure)
    return top / bottom
  }

  private func total(
    _ terms: [MeasureTerm], _ measure: Measure, _ threshold: Double?
  ) -> Double {
    var total = 0.0
    for term in terms {
      let place =
        if case .score(let part) = term.sum, let score = measure.score {
          layout.place(of: part, score: score)
        } else {
          layout.place(of: term.sum, threshold: threshold)
        }
      let value = number(at: place)
      if term.isTakenAway { total -= value } else { total += value }
    }
    return total
  }
}
