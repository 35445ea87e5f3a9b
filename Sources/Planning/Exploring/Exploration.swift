// SPDX-License-Identifier: GPL-3.0-or-later

/// A comparison with its sensitivities, its break-even surfaces and the frontier of cost and service.
package struct Exploration: Sendable {
  package var comparison: Comparison
  /// The plan whose lead the tornado measures: the recommended one, or else the cheapest.
  package var favourite: String?
  /// Share by which the tornado moves each assumption.
  package var span: Double
  package var tornado: [TornadoRow]
  /// Nil where no demand of the shop has a season to move.
  package var surface: BreakEvenSurface?
  package var hybrids: [HybridTable]
  package var providers: [ProviderView]
  package var frontier: [FrontierPoint]

  package init(
    comparison: Comparison, favourite: String?, span: Double, tornado: [TornadoRow] = [],
    surface: BreakEvenSurface? = nil, hybrids: [HybridTable] = [], providers: [ProviderView] = [],
    frontier: [FrontierPoint] = []
  ) {
    self.comparison = comparison
    self.favourite = favourite
    self.span = span
    self.tornado = tornado
    self.surface = surface
    self.hybrids = hybrids
    self.providers = providers
    self.frontier = frontier
  }

  /// A plan of seats and short-term shifts over a grid of head counts.
  package struct HybridTable: Sendable {
    package var plan: String
    package var seats: ClosedRange<Int>
    package var shortTerm: ClosedRange<Int>
    /// Those that meet the targets first, each part by cost.
    package var rows: [HybridRow]

    /// Whether the best combination has as many or as few people as the grid allows, so that a wider
    /// grid may hold a better one.
    package var isBestOnEdge: Bool {
      guard let best = rows.first else { return false }
      let edges = { (range: ClosedRange<Int>, least: Int, value: Int) in
        range.count > 1 && value != least
          && (value == range.lowerBound || value == range.upperBound)
      }
      return edges(seats, 1, best.seats) || edges(shortTerm, 0, best.shortTerm)
    }
  }
}

/// How an exploration is run.
package struct ExplorationOptions: Sendable {
  package var comparison: ComparisonOptions
  /// Share by which the tornado moves each assumption, in (0, 1).
  package var span: Double
  /// Strengths of the season for the surface; 1 is the scenario. Empty leaves it out.
  package var seasons: [Double]
  /// Head counts of the hybrid grid; nil goes around the plan's own.
  package var hybridSeats: ClosedRange<Int>?
  package var hybridShortTerm: ClosedRange<Int>?
  package var provider: ProviderView.Terms

  package init(
    comparison: ComparisonOptions = ComparisonOptions(), span: Double = 0.1,
    seasons: [Double] = [0, 1, 2], hybridSeats: ClosedRange<Int>? = nil,
    hybridShortTerm: ClosedRange<Int>? = nil,
    provider: ProviderView.Terms = ProviderView.Terms()
  ) {
    self.comparison = comparison
    self.span = span
    self.seasons = seasons
    self.hybridSeats = hybridSeats
    self.hybridShortTerm = hybridShortTerm
    self.provider = provider
  }
}

/// How far an exploration has come.
package struct ExplorationProgress: Equatable, Sendable {
  package enum Phase: String, CaseIterable, Sendable {
    case comparison, tornado, surface, hybrid, provider
  }

  package var phase: Phase
  package var done: Int
  package var total: Int
  /// Points of the tornado, the surface and the mixes that are done, of all.
  package var point = 0
  package var points = 0
}
