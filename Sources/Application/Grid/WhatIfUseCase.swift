// SPDX-License-Identifier: GPL-3.0-or-later

package import Planning
import Plans
import Randomness
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

  package struct Request: Sendable {
    package var run: RunRequest
    /// Whether a grid of more points than are run unasked is meant.
    package var isLongMeant: Bool

    /// - Parameter run: Its settings may have several values each.
    package init(_ run: RunRequest, isLongMeant: Bool = false) {
      self.run = run
      self.isLongMeant = isLongMeant
    }
  }

  /// One combination of the settings' values, and what the plans are there.
  package struct Point: Sendable {
    /// Names the point's question: scenario, settings, seed and replications.
    package let key: String
    /// One value for each setting.
    package let values: [String]
    package let comparison: Comparison

    package init(key: String, values: [String], comparison: Comparison) {
      self.key = key
      self.values = values
      self.comparison = comparison
    }
  }

  package struct Outcome: Sendable {
    /// Scenario keys that are varied, such as `demand.daily_mean`.
    package let paths: [String]
    /// Those that were run, in the grid's order.
    package let points: [Point]
    /// Of the grid's first point.
    package let record: RunRecord
  }

  /// Points that are run without being asked whether they are meant.
  package static let mostUnasked = 500

  private let request: RunRequest
  private let settings: [Setting]
  private let scenarios: [(key: String, values: [String], scenario: PlannedScenario)]
  /// Names the scenario's file and histories, whatever is set.
  package let scenarioHash: String
  /// Keys of points that are known from an earlier run, and not run again.
  package var known: Set<String> = []

  /// Keys of all points, in the grid's order.
  package var keys: [String] { scenarios.map(\.key) }

  /// Scenario keys that are varied.
  package var paths: [String] { settings.map(\.path) }

  /// Every point is read before the first is run, so that a mistake costs no waiting.
  package init(_ whole: Request) throws(ApplicationError) {
    let request = whole.run
    self.request = request
    let settings = try parseSettings(request.settings, options: request.options)
    guard !settings.isEmpty else { throw .request(.noSettings) }
    let grid = SettingGrid(settings: settings)
    guard grid.pointCount <= SettingGrid.mostPoints else {
      throw .request(.gridTooLarge(found: grid.pointCount, allowed: SettingGrid.mostPoints))
    }
    guard whole.isLongMeant || grid.pointCount <= Self.mostUnasked else {
      throw .request(.gridIsLong(found: grid.pointCount, unasked: Self.mostUnasked))
    }
    var scenarios: [(key: String, values: [String], scenario: PlannedScenario)] = []
    var file = ""
    for point in grid.combinations {
      let scenario = try request.applied(to: try request.source.scenario(overrides: point))
      // What the first point keeps tells of all of them, before the others are read.
      if scenarios.isEmpty {
        try request.checkLoad(scenario, points: grid.pointCount)
        file = request.source.fingerprint([], scenario)
      }
      scenarios.append((Self.key(of: point, scenario, file), point.map(\.value), scenario))
    }
    scenarioHash = file
    self.settings = settings
    self.scenarios = scenarios
  }

  private static func key(
    of point: [(path: String, value: String)], _ scenario: PlannedScenario, _ file: String
  ) -> String {
    var hash = FNV(hashing: file)
    hash.add(scenario.seed)
    hash.add(UInt64(scenario.experiment.replications))
    for (path, value) in point { hash.add("\(path)=\(value)\n") }
    let digits = String(hash.hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }

  package var inputs: [String] {
    scenarios.first?.scenario.inputs(request.source.path) ?? [request.source.path]
  }

  package func run(
    _ report: @escaping @Sendable (Progress) -> Void
  ) async throws(ApplicationError) -> Outcome {
    try await run(report) { _ in true }
  }

  /// - Parameter goesOn: Is given each point as it is done, and says whether to go on.
  package func run(
    _ report: @escaping @Sendable (Progress) -> Void, goesOn: (Point) -> Bool
  ) async throws(ApplicationError) -> Outcome {
    let record = RunRecord(scenarios[0].scenario)
    var points: [(index: Int, point: Point)] = []
    let memory = SimulationMemory()
    let wanted = order.filter { !known.contains(scenarios[$0].key) }
    let all = scenarios.count
    for (place, index) in wanted.enumerated() {
      let (key, values, scenario) = scenarios[index]
      let done = all - wanted.count + place
      do {
        let comparison = try await SimulationMemory.$current.withValue(memory) {
          try await request.compare(scenario) {
            report(Progress(point: done, points: all, comparison: $0))
          }
        }
        points.append((index, Point(key: key, values: values, comparison: comparison)))
      } catch {
        throw ApplicationError(error, file: request.source.path)
      }
      if let last = points.last?.point, !goesOn(last) { break }
    }
    return Outcome(
      paths: paths, points: points.sorted { $0.index < $1.index }.map(\.point),
      record: record.finished())
  }

  /// The order in which points are run: those that differ in prices alone follow each other, whatever
  /// the order of the settings, as only the last simulations are remembered.
  private var order: [Int] {
    var strides = [Int](repeating: 1, count: settings.count)
    for axis in settings.indices.dropLast().reversed() {
      strides[axis] = strides[axis + 1] * settings[axis + 1].values.count
    }
    let moving = settings.indices.filter { axis in
      settings[axis].values.indices.dropFirst().contains {
        !scenarios[0].scenario.isSimulated(as: scenarios[$0 * strides[axis]].scenario)
      }
    }
    let keys = scenarios.indices.map { index in
      moving.reduce(0) { key, axis in
        let count = settings[axis].values.count
        return key * count + index / strides[axis] % count
      }
    }
    return scenarios.indices.sorted { (keys[$0], $0) < (keys[$1], $1) }
  }
}

extension PlannedScenario {
  /// Whether both meet the same customers with the same people, whatever these cost.
  fileprivate func isSimulated(as other: PlannedScenario) -> Bool {
    scenario == other.scenario
      && plans.map(\.staffing.asSimulated) == other.plans.map(\.staffing.asSimulated)
  }
}
