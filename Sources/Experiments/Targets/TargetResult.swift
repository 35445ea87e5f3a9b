// SPDX-License-Identifier: GPL-3.0-or-later

package import Calendars
package import Inference
package import Scenarios

/// What the replications say about a promise: kept, broken, or not to be told from them yet.
package enum TargetAnswer: String, CaseIterable, Equatable, Sendable {
  case missed, undecided, met

  /// Met first.
  package var rank: Int {
    switch self {
    case .met: 0
    case .undecided: 1
    case .missed: 2
    }
  }
}

/// Whether a promise about service is kept, and how surely.
package struct TargetResult: Equatable, Sendable {
  package var target: ServiceTarget
  /// The measure over the target's scope, at 95 %: the year's, the judged month's, or the share of
  /// days that keep the bound. Nil without anything to measure.
  package var value: ConfidenceInterval?
  /// Met where both ends of the two-sided 90 % interval keep the bound, missed where neither does:
  /// each answer is wrong with a probability of at most 5 %.
  package var answer: TargetAnswer
  /// The end of that interval which must keep the bound for the target to be met.
  package var pessimistic: Double
  /// The month that does worst, and the measure (or the share of days that keep the bound) in it;
  /// nil within a single month. A target of every month is judged by it.
  package var worst: WorstMonth?
  /// About how many replications in all would tell, where the answer is open; nil where no number
  /// would, as with a single replication or an estimate right at the bound.
  package var replicationsToTell: Int?
  /// In how many of the horizons that may come it is kept; nil where nobody has asked.
  package var horizons: KeptHorizons?
  /// The whole horizon, then each of its months.
  package var periods: [TargetPeriod] = []

  package init(
    target: ServiceTarget, value: ConfidenceInterval?, answer: TargetAnswer, pessimistic: Double,
    worst: WorstMonth? = nil, replicationsToTell: Int? = nil, horizons: KeptHorizons? = nil
  ) {
    self.target = target
    self.value = value
    self.answer = answer
    self.pessimistic = pessimistic
    self.worst = worst
    self.replicationsToTell = replicationsToTell
    self.horizons = horizons
  }

  package struct WorstMonth: Equatable, Sendable {
    package var month: YearMonth
    /// Nil where there is nothing to measure.
    package var value: Double?

    package init(month: YearMonth, value: Double?) {
      self.month = month
      self.value = value
    }
  }

  package var isMet: Bool { answer == .met }

  /// Replications in all that would likely tell, if the measure is where it seems; nil where
  /// `replicationsToTell` is. More than those, after which the next estimate falls short as often as
  /// not.
  package var replicationsLikelyToTell: Int? {
    guard let least = replicationsToTell, let judged = promise?.probability ?? value else {
      return nil
    }
    let halfWidth = judged.halfWidth(atLevel: 0.9)
    let ratio = 1 + judged.halfWidth(atLevel: 2 * SampleSize.likely - 1) / halfWidth
    let count = Double(least) * ratio * ratio
    return count < 1e9 ? max(least, Int(count.rounded(.up))) : nil
  }

  /// Whether the estimate itself keeps the bound, however wide its interval.
  package var isEstimateKept: Bool {
    if let promise { return promise.isEstimateKept }
    return value.map { target.room($0.mean) >= 0 } ?? (answer == .met)
  }

  /// Whether the bound is missed by more than three half-widths of the interval.
  package var isFarFromMet: Bool {
    promise?.isFarBelow ?? (halfWidthsWithin.map { $0 < -3 } ?? false)
  }

  /// Whether the bound is kept with more than three half-widths to spare.
  package var isFarBeyond: Bool {
    promise?.isFarAbove ?? (halfWidthsWithin.map { $0 > 3 } ?? false)
  }

  /// What a search for sizes goes by: of a promise with a confidence the estimated probability, of
  /// any other the answer.
  package var sizingAnswer: TargetAnswer {
    guard let promise else { return answer }
    return promise.isEstimateKept ? .met : .missed
  }

  private var halfWidthsWithin: Double? {
    guard let value, value.halfWidth.isFinite else { return nil }
    let room = target.room(value.mean)
    return room == 0 ? 0 : room / value.halfWidth
  }
}

extension TargetResult {
  /// Judges an estimate by its interval at 90 %.
  ///
  /// The half-width falls with the root of the number of replications, so that about
  /// n × (half-width ÷ distance from the bound)² of them would tell.
  package init(_ target: ServiceTarget, value: ConfidenceInterval) {
    let halfWidth = value.halfWidth(atLevel: 0.9)
    let room = target.room(value.mean)
    var answer = TargetAnswer.undecided
    if room - halfWidth >= 0 { answer = .met }
    if room + halfWidth < 0 { answer = .missed }
    var needed: Int?
    if answer == .undecided, halfWidth.isFinite, room != 0 {
      let count = Double(value.count) * (halfWidth / room) * (halfWidth / room)
      if count < 1e9 { needed = max(value.count + 1, Int(count.rounded(.up))) }
    }
    self.init(
      target: target, value: value, answer: answer,
      pessimistic: target.wantsMore ? value.mean - halfWidth : value.mean + halfWidth,
      replicationsToTell: needed)
  }
}

extension Sequence<TargetResult> {
  /// Met where all are, missed where one is.
  package var answer: TargetAnswer {
    if contains(where: { $0.answer == .missed }) { return .missed }
    return allSatisfy(\.isMet) ? .met : .undecided
  }

  /// As `answer`, of what a search for sizes goes by.
  package var sizingAnswer: TargetAnswer {
    if contains(where: { $0.sizingAnswer == .missed }) { return .missed }
    return allSatisfy { $0.sizingAnswer == .met } ? .met : .undecided
  }

  /// Replications that would tell of every open target; nil where none is open or none would.
  package var replicationsToTell: Int? { most(\.replicationsToTell) }

  /// The same, of those that would likely do.
  package var replicationsLikelyToTell: Int? { most(\.replicationsLikelyToTell) }

  private func most(_ count: (TargetResult) -> Int?) -> Int? {
    let open = filter { $0.answer == .undecided }
    let needed = open.compactMap(count)
    return needed.count == open.count ? needed.max() : nil
  }
}

extension ServiceTarget {
  /// Whether a larger value keeps the promise better; a share of days always does.
  package var wantsMore: Bool {
    if case .shareOfDays = scope { true } else { wantsMoreOfMeasure }
  }

  /// Whether a value of the measure keeps the bound.
  package func keeps(_ value: Double) -> Bool {
    wantsMoreOfMeasure ? value >= bound : value <= bound
  }

  /// What is promised over the scope: the bound, or the share of days.
  package var promised: Double {
    if case .shareOfDays(let wanted) = scope { wanted } else { bound }
  }

  /// How far a value over the scope is on the right side of what is promised; below zero it breaks
  /// the promise.
  package func room(_ value: Double) -> Double {
    if case .shareOfDays(let wanted) = scope { return value - wanted }
    return wantsMoreOfMeasure ? value - bound : bound - value
  }
}
