// SPDX-License-Identifier: GPL-3.0-or-later

import Experiments
import Planning
import Plans
import Scenarios

extension PlannedScenario {
  /// Compiles every plan as a comparison would, without simulating anything: what only the parts
  /// together can tell is then known before the run.
  func rehearse(_ file: String) throws(CommandFailure) {
    for plan in plans {
      let least = plan.staffing.sizing.map { max(1, $0.range.lowerBound) }
      do {
        _ = try Experiment(
          scenario: scenario, staffing: least.map(plan.staffing.sized) ?? plan.staffing)
      } catch {
        throw CommandFailure(
          status: .badData, message: "\(file): plans.\(plan.name): \(sentence(for: error))")
      }
    }
  }

  /// Files that a run reads: the scenario's own and the histories that it replays.
  func inputs(_ file: String) -> [String] {
    let folder = file.lastIndex(of: "/").map { String(file[...$0]) } ?? ""
    let streams = scenario.demand + plans.flatMap(\.staffing.background)
    return [file]
      + streams.compactMap { stream in
        guard case .history(let history) = stream.source else { return nil }
        return history.source.hasPrefix("/") ? history.source : folder + history.source
      }
  }
}
