// SPDX-License-Identifier: GPL-3.0-or-later

package import Scenarios

/// One point of a grid of settings: what was set, and the scenario that it makes.
package struct WhatIfCase: Sendable {
  /// Path and value of each setting, as written.
  package var settings: [Setting]
  package var scenario: Scenario

  package struct Setting: Equatable, Sendable {
    package var path: String
    package var value: String

    package init(path: String, value: String) {
      self.path = path
      self.value = value
    }
  }

  package init(settings: [Setting], scenario: Scenario) {
    self.settings = settings
    self.scenario = scenario
  }
}

package struct WhatIfResult: Sendable {
  package var settings: [WhatIfCase.Setting]
  package var comparison: Comparison
}

/// Compares every plan at every point of a grid, each point on its own seed's customers.
///
/// Points that keep the seed share their random numbers, so that neighbours differ by what was set.
package enum WhatIf {
  /// In the order of the cases; half hours and break-even curves are left out.
  package static func run(
    _ cases: [WhatIfCase], options: ComparisonOptions,
    progress: @escaping @Sendable (_ done: Int, _ total: Int) -> Void = { _, _ in }
  ) async throws -> [WhatIfResult] {
    var lean = options
    lean.volumeMultiples = []
    lean.keepsIntervals = false
    var results: [WhatIfResult] = []
    for (index, point) in cases.enumerated() {
      progress(index, cases.count)
      let comparison = try await Comparer(scenario: point.scenario, options: lean).compare()
      results.append(WhatIfResult(settings: point.settings, comparison: comparison))
    }
    return results
  }
}
