// SPDX-License-Identifier: GPL-3.0-or-later

package import Planning

/// How each plan is drawn: one colour and one line style over all pictures of all pages of a run.
package struct PlanLooks: Sendable {
  private let places: [String: Int]
  /// Drawn with stronger marks, and over the others; nil where none is recommended.
  package let recommended: String?

  /// By the plans' order in the comparison; those that their contract refuses come last.
  package init(_ comparison: Comparison) {
    let names = comparison.plans.map(\.name) + comparison.refused.map(\.plan)
    places = Dictionary(
      names.enumerated().map { ($0.element, $0.offset) }, uniquingKeysWith: { first, _ in first })
    if case .winner(let plan, _, _) = comparison.verdict.recommendation {
      recommended = plan
    } else {
      recommended = nil
    }
  }

  /// The palette's series.
  package func series(_ plan: String) -> Int { places[plan] ?? places.count }

  func isRecommended(_ plan: String) -> Bool { plan == recommended }

  /// In the order of drawing: what is recommended lies on top.
  func drawn(_ plans: [String]) -> [String] {
    plans.filter { !isRecommended($0) } + plans.filter(isRecommended)
  }

  func legend(
    _ plans: [String], mark: LegendKey.Mark = .line, title: (String) -> String
  ) -> [LegendKey] {
    plans.map {
      LegendKey(title($0), series: series($0), mark: mark, isStrong: isRecommended($0))
    }
  }
}
