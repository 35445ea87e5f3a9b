// SPDX-License-Identifier: GPL-3.0-or-later

import Experiments
import Inference
import Scenarios

/// Changes taken together.
extension TodaySearch {
  /// Takes what helps in order, each on top of those before, as long as it still helps and until the
  /// day keeps every target as surely as it should.
  func steps(
    _ effects: [TodayOutlook.Effect], _ base: DayService, _ endangered: Int, _ range: Range<Int>
  ) async throws -> [TodayOutlook.Step] {
    let wanted =
      base.targets.compactMap(\.confidence.share).max() ?? TargetConfidence.usual.share ?? 0.9
    var steps: [TodayOutlook.Step] = []
    var (service, scenario, people) = (base, question.scenario, question.people)
    var cost: Double? = 0
    for effect in effects where effect.verdict == .helps {
      guard steps.count < Self.mostSteps, service.probability.interval.mean < wanted else { break }
      guard let staff = people.taking(effect.change, from: question.people) else { continue }
      let changed = effect.change.applied(to: scenario)
      let after = try await DayService(
        question, scenario: changed, lines: staff.lines, replications: range, before: base)
      let gain = try? PairedDifference(
        after.surplus(endangered), minus: service.surplus(endangered))
      guard let gain, gain.interval.lower > 0 else { continue }
      (service, scenario, people) = (after, changed, staff)
      cost = cost.flatMap { sum in effect.change.cost.map { sum + $0 } }
      steps.append(
        TodayOutlook.Step(
          change: effect.change, probability: after.probability.interval,
          value: after.value(endangered), cost: cost))
    }
    return steps
  }
}

extension [DutyPerson] {
  /// The people after one more change; nil where it concerns somebody whom an earlier one has changed.
  ///
  /// - Parameter first: The people before any change, to whom the change was made.
  func taking(_ change: TodayChange, from first: [DutyPerson]) -> [DutyPerson]? {
    var people = self
    for place in first.indices where change.staff[place] != first[place] {
      guard people[place] == first[place] else { return nil }
      people[place] = change.staff[place]
    }
    return people + change.staff.dropFirst(first.count)
  }
}
