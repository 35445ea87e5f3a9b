// SPDX-License-Identifier: GPL-3.0-or-later

import Experiments
import Inference
import Measures
import Reporting
import Scenarios
import Testing

/// What a requirement says of targets that the replications leave open.
@Suite struct AnswerWordsTests {
  private func result(
    _ mean: Double, _ half: Double, confidence: TargetConfidence = .mean
  ) -> TargetResult {
    var target = ServiceTarget(measure: .serviceLevel(within: 60), bound: 0.8)
    target.confidence = confidence
    return TargetResult(
      target, value: ConfidenceInterval(mean: mean, halfWidth: half, level: 0.95, count: 30))
  }

  private func words(_ held: [TargetResult], _ whole: [TargetResult]) -> String {
    held.answerWords(within: whole, NumberStyle())
  }

  @Test func `an interval about the bound leaves it open, and says to which side it lies`() {
    #expect(words([result(0.81, 0.03)], []) == "cannot tell, likely met")
    #expect(words([result(0.78, 0.03)], []) == "cannot tell, likely missed")
    #expect(words([result(0.75, 0.03)], []) == "missed")
    #expect(words([result(0.85, 0.03)], []) == "met")
  }

  @Test func `a day that surely misses a mean misses it, though none of its stretches can tell`() {
    let stretches = [result(0.77, 0.06), result(0.78, 0.06)]
    #expect(words(stretches, [result(0.775, 0.02)]) == "missed")
    #expect(words(stretches, [result(0.79, 0.02)]) == "cannot tell, likely missed")
    // How often days keep a target does not add up from stretches.
    #expect(
      words(stretches, [result(0.775, 0.02, confidence: .horizons(0.9))])
        == "cannot tell, likely missed")
  }
}
