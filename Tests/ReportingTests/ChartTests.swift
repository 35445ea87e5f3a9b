// SPDX-License-Identifier: GPL-3.0-or-later

import Reporting
import Testing

@Suite struct ChartTests {
  @Test func `ticks are round numbers inside the range`() {
    #expect(AxisTicks.round(in: 0...100, count: 5) == [0, 20, 40, 60, 80, 100])
    #expect(AxisTicks.round(in: 3...11, count: 4) == [4, 6, 8, 10])
    #expect(AxisTicks.round(in: 5...5, count: 4) == [5])
    #expect(AxisTicks.ceiling(83, count: 5) == 100)
    #expect(AxisTicks.ceiling(.nan, count: 5) == 1)
  }

  @Test func `a scale maps its ends to the drawing's ends`() {
    let scale = LinearScale(10...20, from: 100, to: 0)
    #expect(scale(10) == 100)
    #expect(scale(20) == 0)
    #expect(scale(15) == 50)
  }

  @Test func `series differ in colour and in dash`() {
    let looks = (0..<7).map { Palette.colour($0) + Palette.dash($0) }
    #expect(Set((0..<7).map(Palette.colour)).count == 7)
    #expect(Set((0..<7).map(Palette.dash)).count == 7)
    #expect(Set(looks).count == 7)
  }

  @Test func `a value that does not exist breaks the line`() {
    var plot = Plot(x: 0...3, y: 0...1, width: 200, height: 100, left: 50)
    plot.curve([(0, 0), (1, .nan), (2, 1), (3, 0)], series: 0, tooltip: "a < b")
    let text = plot.svg(summary: "s").text
    #expect(text.contains("d=\"M50.0 66.0M135.3 26.0L178.0 66.0\""))
    #expect(text.contains("<title>a &lt; b</title>"))
  }

  @Test func `markup escapes text and shows what XML forbids`() {
    #expect(Markup.escape("<a & \"b\">\u{1}\n") == "&lt;a &amp; &quot;b&quot;&gt;\\u{1}\n")
  }

  @Test(arguments: [
    ([0, 25, 50], 0), ([0, 0.25, 0.5, 0.75, 1], 2), ([0, 2.5, 5], 1),
    ([0, 0.1, 0.2, 0.30000000000000004], 1),
  ])
  func `ticks are written with the decimals that they have`(_ ticks: [Double], _ places: Int) {
    #expect(AxisTicks.places(ticks) == places)
  }
}
