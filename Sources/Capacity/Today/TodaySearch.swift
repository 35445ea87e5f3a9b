// SPDX-License-Identifier: GPL-3.0-or-later

import Experiments
import Inference
import Measures
import Scenarios

/// Simulates the rest of a day, and every change that is still open on the same customers.
///
/// Changes are screened on few replications; those that seem to save most are told on others, so that
/// no luck of the screening is in what is told.
package struct TodaySearch: Sendable {
  package struct Progress: Equatable, Sendable {
    /// Changes simulated so far, of so many.
    package let done: Int
    package let all: Int
  }

  let question: TodayQuestion
  private let report: @Sendable (Progress) -> Void
  /// Replications on which changes are screened.
  static let screening = 30
  /// Changes that are told.
  private static let told = 12
  /// Changes taken together at most.
  static let mostSteps = 6

  package init(
    _ question: TodayQuestion, progress: @escaping @Sendable (Progress) -> Void = { _ in }
  ) {
    self.question = question
    report = progress
  }

  /// - Throws: What compiling the roster or the model refuses.
  package func run() async throws -> TodayOutlook {
    let screen = min(Self.screening, question.replications)
    let range = screen..<screen + question.replications
    let base = try await service(replications: range)
    let endangered = mostEndangered(base)
    var options = TodayOptions(question)
    let changes = options.all()
    let screened = try await screened(changes, replications: 0..<screen, target: endangered)
    var effects: [TodayOutlook.Effect] = []
    for change in screened {
      let service = try await service(change, replications: range, before: base)
      effects.append(effect(of: change, service, base, endangered))
      report(Progress(done: changes.count + effects.count, all: changes.count + screened.count))
    }
    effects.sort { rank($0) < rank($1) }
    return TodayOutlook(
      question: question,
      customers: TodayOutlook.Band(base.customers.map { $0.reduce(0, +) }),
      targets: question.scenario.serviceTargets.indices.map { target($0, base) },
      probability: base.probability.interval, slots: slots(base), endangered: endangered,
      effects: effects, screened: changes.count - screened.count,
      steps: try await steps(effects, base, endangered, range))
  }

  private func service(
    _ change: TodayChange? = nil, replications: Range<Int>, before: DayService? = nil
  ) async throws -> DayService {
    try await DayService(
      question, scenario: change?.applied(to: question.scenario) ?? question.scenario,
      lines: (change?.staff ?? question.people).lines, replications: replications, before: before)
  }

  /// The changes that seem to save most, and those that seem to save next to nothing last.
  private func screened(
    _ changes: [TodayChange], replications: Range<Int>, target: Int
  ) async throws -> [TodayChange] {
    guard changes.count > Self.told else { return changes }
    let base = try await service(replications: replications)
    let before = base.surplus(target).reduce(0, +)
    var gains: [Double] = []
    for change in changes {
      let service = try await service(change, replications: replications, before: base)
      gains.append(service.surplus(target).reduce(0, +) - before)
      report(Progress(done: gains.count, all: changes.count + Self.told))
    }
    let best = changes.indices.sorted { (gains[$1], $0) < (gains[$0], $1) }.prefix(Self.told)
    return best.sorted().map { changes[$0] }
  }

  /// The target with the least probability; of several as probable the one with the least room.
  private func mostEndangered(_ service: DayService) -> Int {
    let room = service.targets.indices.map { target -> (Double, Double) in
      let margins = service.margins(target)
      let scale = max(abs(service.targets[target].fullRoom(isKept: true)), 1e-9)
      return (
        service.probability(target).interval.mean,
        margins.reduce(0, +) / Double(margins.count) / scale
      )
    }
    return room.indices.min { room[$0] < room[$1] } ?? 0
  }

  private func target(_ index: Int, _ service: DayService) -> TodayOutlook.Target {
    let rule = service.targets[index]
    let value = service.value(index)
    let result =
      value.map { TargetResult(rule, value: $0) }
      ?? TargetResult(target: rule, value: nil, answer: .met, pessimistic: rule.bound)
    return TodayOutlook.Target(
      soFar: service.soFar(index), isRecorded: question.past[index] != nil,
      rest: service.value(index, withPast: false),
      day: result.judged(by: service.margins(index), wanted: rule.confidence.share),
      probability: service.probability(index).interval)
  }

  private func slots(_ service: DayService) -> [TodayOutlook.Slot] {
    let interval = question.scenario.interval
    let groups = question.scenario.agentGroups.map(\.name)
    let onDuty = question.people.onDuty(groups: groups, on: question.day, interval: interval)
    return (0..<interval.perDay).filter(question.isOpen).map { place in
      let isPast = (place + 1) * interval.seconds <= question.now
      let shortfalls = service.targets.indices.map { target -> Double in
        let sign = service.targets[target].wantsMoreOfMeasure ? 1.0 : -1.0
        let sum = service.replications.reduce(0.0) { sum, replication in
          let parts = service.parts(target, replication, in: place..<place + 1)
          return sum + sign * (service.targets[target].bound * parts.bottom - parts.top)
        }
        return sum / Double(max(1, service.replications.count))
      }
      return TodayOutlook.Slot(
        place: place, isPast: isPast,
        customers: TodayOutlook.Band(service.customers.map { $0[place] }),
        values: service.targets.indices.map { service.value($0, in: place..<place + 1) },
        shortfall: shortfalls.max() ?? 0, onDuty: onDuty.map { $0[place] })
    }
  }

  private func effect(
    of change: TodayChange, _ after: DayService, _ before: DayService, _ endangered: Int
  ) -> TodayOutlook.Effect {
    func paired(_ first: [Double], _ second: [Double]) -> ConfidenceInterval {
      (try? PairedDifference(first, minus: second).interval)
        ?? ConfidenceInterval(mean: .nan, halfWidth: .infinity, level: 0.95, count: first.count)
    }
    let probability = paired(after.probability.chances, before.probability.chances)
    let saved = paired(after.surplus(endangered), before.surplus(endangered))
    let harmed = before.targets.indices.filter { target in
      paired(after.margins(target), before.margins(target)).upper < 0
    }
    var verdict = TodayOutlook.Effect.Verdict.undecided
    if saved.lower > 0 || probability.lower > 0 { verdict = .helps }
    if saved.upper < 0 || probability.upper < 0 || (!harmed.isEmpty && verdict != .helps) {
      verdict = .harms
    }
    if before.targets[endangered].measure.unit == .share, saved.isWithin(1),
      probability.isWithin(0.01)
    {
      verdict = .negligible
    }
    return TodayOutlook.Effect(
      change: change, probability: probability,
      values: before.targets.indices.map { paired(after.values($0), before.values($0)) },
      saved: saved, contribution: paired(before.lost, after.lost), verdict: verdict,
      harmed: verdict == .negligible ? [] : harmed)
  }

  /// What helps first, by what a customer saved costs; without a price by how many, last.
  private func rank(_ effect: TodayOutlook.Effect) -> (Int, Double, Double) {
    switch effect.verdict {
    case .helps: (0, effect.price ?? .infinity, -effect.saved.mean)
    case .undecided: (1, -effect.saved.mean, 0)
    case .negligible: (2, -effect.saved.mean, 0)
    case .harms: (3, -effect.saved.mean, 0)
    }
  }
}

extension ConfidenceInterval {
  /// Whether all of it lies between −bound and bound.
  fileprivate func isWithin(_ bound: Double) -> Bool { abs(mean) + halfWidth < bound }
}
