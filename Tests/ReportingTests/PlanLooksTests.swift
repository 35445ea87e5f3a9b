// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Planning
import Reporting
import Testing
import Wording

/// One colour and one line style for a plan, whatever picture it is in.
@Suite struct PlanLooksTests {
  private static let sample = Task { try await SampleComparison.make() }

  @Test func `a plan has the same look in the legend of every picture`() async throws {
    let comparison = try await Self.sample.value
    let looks = PlanLooks(comparison)
    #expect(looks.series("seats") == 0 && looks.series("tiered") == 1)
    let report = HTMLReport(comparison, style: NumberStyle(), version: "1").text
    let keys = report.matches(of: #/<li[^>]*><svg[^>]*>([^\n]*)<\/svg>\s*Dedicated seats<\/li>/#)
    // The busiest day, the costs and the break-even curve.
    #expect(keys.count == 3)
    #expect(keys.allSatisfy { $0.output.1.contains(Palette.colour(0)) })
  }

  @Test func `what is no plan's has no plan's colour`() {
    let own = [Palette.neutral, Palette.earlier, Palette.short].map(Palette.colour)
    #expect(Set(own).count == 3)
    #expect(Set(own).isDisjoint(with: (0..<7).map(Palette.colour)))
  }

  @Test func `the recommended plan is drawn with a stronger line, and no other`() async throws {
    var comparison = try await Self.sample.value
    comparison.verdict.recommendation = .winner(plan: "tiered", runnerUp: nil, margin: nil)
    let report = HTMLReport(comparison, style: NumberStyle(), version: "1").text
    let strong = report.matches(of: #/class="series strong" stroke="(#[0-9A-F]+)"/#)
    #expect(!strong.isEmpty)
    #expect(strong.allSatisfy { String($0.output.1) == Palette.colour(1) })
    comparison.verdict.recommendation = .nothingToRank
    let none = HTMLReport(comparison, style: NumberStyle(), version: "1").text
    #expect(!none.contains("class=\"series strong\""))
  }
}
