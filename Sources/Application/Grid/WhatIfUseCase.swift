// SPDX-License-Identifier: GPL-3.0-or-later

package import Planning
import Plans
import Scenarios

/// Compares the plans over a grid of settings; all points meet the same customers.
package struct WhatIfUseCase: UseCase {
  package struct Progress: Equatable, Sendable {
    /// Points that are done, of `points`.
    package let point: Int
    package let points: Int
    /// Within the point in hand.
    package let comparison: ComparisonProgress
  }

  /// One combination of the settings' values, and what the plans are there.
  package struct Point: Sendable {
    /// One value for each setting.
    package let values: [String]
    package let comparison: Comparison

    package init(values: [String], comparison: Comparison) {
      self.values = values
      self.comparison = comparison
    }
  }

  package struct Outcome: Sendable {
    /// Scenario keys that are varied, such as `demand.daily_mean`.
    package let paths: [String]
    package let points: [Point]
  }

  private let request: RunRequest
  private let settings: [Setting]
  private let scenarios: [(values: [String], scenario: PlannedScenario)]

  /// - Parameter request: Its settings may have several values each. Every point is read before the
  ///   first is run, so that a mistake costs no waiting.
  package init(_ request: RunRequest) throws(ApplicationError) {
    self.request = request
    let settings = try parseSettings(request.settings, options: request.options)
    guard !settings.isEmpty else { throw .request(.noSettings) }
    let grid = SettingGrid(settings: settings)
    guard grid.pointCount <= SettingGrid.mostPoints else {
      throw .request(.gridTooLarge(found: grid.pointCount, allowed: SettingGrid.mostPoints))
    }
    var scenarios: [(values: [String], scenario: PlannedScenario)] = []
    for point in grid.combinations {
      let scenario = try request.applied(to: try request.source.scenario(overrides: point))
      // What the first point keeps tells of all of them, before the others are read.
      if scenarios.isEmpty { try request.checkLoad(scenario, points: grid.pointCount) }
      scenarios.append((point.map(\.value), scenario))
    }
    self.settings = settings
    self.scenarios = scenarios
  }

  package var inputs: [String] {
    scenarios.first?.scenario.inputs(request.source.path) ?? [request.source.path]
  }

  package func run(
    _ report: @escaping @Sendable (Progress) -> Void
  ) async throws(ApplicationError) -> Outcome {
    var points: [Point] = []
    let memory = SimulationMemory()
    for (values, scenario) in scenarios {
      let (done, all) = (points.count, scenarios.count)
      do {
        let comparison = try await SimulationMemory.$current.withValue(memory) {
          try await request.compare(scenario) {
            report(Progress(point: done, points: all, comparison: $0))
          }
        }
        points.append(Point(values: values, comparison: comparison))
      } catch {
        throw ApplicationError(error, file: request.source.path)
      }
    }
    return Outcome(paths: settings.map(\.path), points: points)
  }
}
