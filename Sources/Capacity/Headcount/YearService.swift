// SPDX-License-Identifier: GPL-3.0-or-later

package import Calendars
package import Experiments
import Inference
import Scenarios

/// What customers of the whole horizon meet under a staffing, judged in each of its months.
package struct YearService: Sendable {
  package struct Month: Sendable {
    package let month: YearMonth
    /// In the order of the scenario's targets.
    package let results: [TargetResult]

    package var answer: TargetAnswer { results.answer }
  }

  package let months: [Month]
  /// Over the whole horizon, in the order of the targets.
  package let horizon: [TargetResult]
  package let replications: Int

  /// - Parameter targets: As they are asked of a month.
  init(_ service: ProfileService, at desk: RequirementDesk, months: [DateSpan]) {
    let targets = desk.question.scenario.serviceTargets
    func results(_ span: DateSpan) -> [TargetResult] {
      let first = desk.question.days.first.days(to: span.first)
      let days = first..<first + span.count
      return targets.indices.map { index in
        if case .shareOfDays = targets[index].scope {
          return service.daysKept(targets[index], index, days, perDay: desk.perDay)
        }
        return service.result(
          index, in: days.lowerBound * desk.perDay..<days.upperBound * desk.perDay)
      }
    }
    replications = service.replications
    horizon = results(desk.question.days)
    self.months = months.map { Month(month: $0.first.yearMonth, results: results($0)) }
  }

  /// What is promised of some months: targets of the whole horizon count where all months are asked.
  package func promised(in places: [Int]) -> [TargetResult] {
    let whole = places.count == months.count ? horizon.filter { $0.target.isOfHorizon } : []
    return whole
      + places.flatMap { months[$0].results.filter { !$0.target.isOfHorizon } }
  }

  /// Everything that is promised.
  package var promised: [TargetResult] { promised(in: Array(months.indices)) }
}

extension ServiceTarget {
  /// Whether months may make up for each other.
  var isOfHorizon: Bool { scope == .year }
}

extension ProfileService {
  /// A promise on a share of days, over some days.
  fileprivate func daysKept(
    _ target: ServiceTarget, _ index: Int, _ days: Range<Int>, perDay: Int
  ) -> TargetResult {
    let shares = (0..<replications).map { replication in
      var (kept, all) = (0, 0)
      for day in days {
        let (top, bottom) = parts(index, in: day * perDay..<(day + 1) * perDay, replication)
        guard bottom > 0 else { continue }
        all += 1
        if target.keeps(top / bottom) { kept += 1 }
      }
      return all == 0 ? 1 : Double(kept) / Double(all)
    }
    return TargetResult(target, value: ConfidenceInterval(of: shares))
      .judged(by: shares.map(target.room), wanted: target.confidence.share)
  }
}
