// SPDX-License-Identifier: GPL-3.0-or-later

package import Experiments
import Scenarios
import Wording

extension [TargetResult] {
  /// What can be said of a day: of the stretches of it that are held, and of the day as a whole. A day is
  /// the mean of its stretches, so that one that surely misses a mean has a stretch that does, though each of
  /// them be too short to tell.
  ///
  /// - Parameter whole: Every target over the whole day.
  package func answerWords(within whole: [TargetResult], _ style: NumberStyle) -> String {
    let means = whole.filter { $0.target.confidence.share == nil }
    if answer == .undecided, means.contains(where: { $0.answer == .missed }) {
      return TargetAnswer.missed.words(style)
    }
    return answerWords(style)
  }

  /// The answer; where the replications leave it open, to which side the estimates lie.
  package func answerWords(_ style: NumberStyle) -> String {
    guard answer == .undecided else { return answer.words(style) }
    return allSatisfy(\.isEstimateKept)
      ? Localized(en: "cannot tell, likely met", zh: "尚难判断，偏向达标")[style.language]
      : Localized(en: "cannot tell, likely missed", zh: "尚难判断，偏向未达标")[style.language]
  }
}
