// SPDX-License-Identifier: GPL-3.0-or-later

package import Plans
import Scenarios

/// What every ranked plan costs over volume × seasonality, and where the cheaper one changes.
package struct BreakEvenSurface: Equatable, Sendable {
  /// Ascending by strength.
  package var seasons: [Season]

  /// One strength of the season, at the volumes of its curve.
  package struct Season: Equatable, Sendable {
    /// Factor on what the season moves; 1 is the scenario, 0 an even year of the same volume.
    package var strength: Double
    /// Daily mean of the busiest month ÷ that of the horizon.
    package var peakToMean: Double
    package var curve: BreakEvenCurve

    /// Where the cheapest plan by volume and the cheapest by seats cost the same.
    package var breakEven: BreakEvenCurve.Crossing? {
      curve.crossings.first(where: \.isVolumeAgainstSeats)
    }
  }
}

/// Runs the break-even curve anew for each strength of the season, on the same customers.
package struct SurfaceFinder {
  private let scenario: Scenario
  private let plans: [Plan]
  private let options: ComparisonOptions
  private let strengths: [Double]

  /// - Parameter strengths: Factors on the season, ≥ 0.
  package init(
    scenario: PlannedScenario, options: ComparisonOptions, strengths: [Double] = [0, 1, 2]
  ) throws(PlanningError) {
    for strength in strengths where !(strength >= 0 && strength <= 100) {
      throw .outOfRange(field: "season", found: strength, allowed: "0 to 100")
    }
    self.scenario = scenario.scenario
    plans = scenario.plans
    self.options = options
    self.strengths = strengths.sorted()
  }

  /// - Returns: nil where no own demand has a season to move, as with a replayed history.
  package func surface(
    _ comparison: Comparison, progress: @escaping @Sendable (Int, Int) -> Void = { _, _ in }
  ) async throws -> BreakEvenSurface? {
    guard scenario.hasSeason else { return nil }
    let volumes = options.volumeMultiples.count
    var seasons: [BreakEvenSurface.Season] = []
    for (index, strength) in strengths.enumerated() {
      let season = try scenario.withSeason(strength)
      let groups = PlanGroup.split(plans)
      let sizes = groups.map { group in
        group.plans.first.flatMap { comparison.plan($0.name)?.staffing.sizesFound }
      }
      let total = strengths.count * volumes
      var finder = BreakEvenFinder(
        scenario: season, plans: plans, groups: groups, sizes: sizes, options: options,
        sizingReplications: comparison.replications,
        comparison: strength == 1 ? comparison : nil,
        progress: { step in progress(index * volumes + step.done, total) })
      seasons.append(
        BreakEvenSurface.Season(
          strength: strength, peakToMean: try season.peakToMean(), curve: try await finder.curve()))
    }
    return BreakEvenSurface(seasons: seasons)
  }
}
