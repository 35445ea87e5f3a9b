// SPDX-License-Identifier: GPL-3.0-or-later

import Wording

/// A drawing area with two axes, to which marks are added one layer after another.
///
/// Every mark may carry a tooltip (SVG's `title`). Ink and grid take their colours from the page's
/// style sheet, so that the picture follows light, dark and print.
package struct Plot: Sendable {
  package let x: LinearScale
  package let y: LinearScale
  private let width: Double
  private let height: Double
  var marks = Markup()

  static let left = 64.0
  static let right = 22.0
  static let top = 26.0
  static let bottom = 34.0

  /// - Parameters:
  ///   - width: Drawing units over all; the picture scales to its place.
  ///   - left: Room for labels of the vertical axis.
  package init(
    x: ClosedRange<Double>, y: ClosedRange<Double>, width: Double = 900, height: Double = 260,
    left: Double = Plot.left
  ) {
    self.width = width
    self.height = height
    self.x = LinearScale(x, from: left, to: width - Self.right)
    self.y = LinearScale(y, from: height - Self.bottom, to: Self.top)
  }

  // MARK: Axes

  package mutating func horizontalGrid(
    _ ticks: [Double], title: String, _ label: (Double) -> String
  ) {
    for tick in ticks {
      let at = y(tick)
      line(x.start, at, x.end, at, "grid")
      text(label(tick), x.start - 8, at + 4, "end")
    }
    text(title, x.start, Self.top - 11, "start", "axis")
  }

  package mutating func verticalTicks(_ ticks: [(value: Double, label: String)], title: String = "")
  {
    line(x.start, y.start, x.end, y.start, "axis-line")
    for tick in ticks {
      line(x(tick.value), y.start, x(tick.value), y.start + 4, "axis-line")
      text(tick.label, x(tick.value), y.start + 17, "middle")
    }
    text(title, x.end, height - 3, "end", "axis")
  }

  // MARK: Marks

  /// A line through the points; values that are not finite break it.
  package mutating func curve(
    _ points: [(x: Double, y: Double)], series: Int, tooltip: String = "", isStrong: Bool = false
  ) {
    var path = ""
    var isDrawing = false
    for point in points {
      guard point.x.isFinite, point.y.isFinite else {
        isDrawing = false
        continue
      }
      path += (isDrawing ? "L" : "M") + "\(Self.unit(x(point.x))) \(Self.unit(y(point.y)))"
      isDrawing = true
    }
    stroke(path, series, tooltip, isStrong)
  }

  /// A level for each step from its start to the next one's.
  package mutating func steps(
    _ levels: [Double], edges: [Double], series: Int, tooltip: String = "", isStrong: Bool = false
  ) {
    var path = ""
    var isDrawing = false
    for (index, level) in levels.enumerated() where index + 1 < edges.count {
      guard level.isFinite else {
        isDrawing = false
        continue
      }
      path += (isDrawing ? "L" : "M") + "\(Self.unit(x(edges[index]))) \(Self.unit(y(level)))"
      path += "L\(Self.unit(x(edges[index + 1]))) \(Self.unit(y(level)))"
      isDrawing = true
    }
    stroke(path, series, tooltip, isStrong)
  }

  /// The area under a curve, down to the axis.
  package mutating func area(_ points: [(x: Double, y: Double)], series: Int) {
    guard let first = points.first, let last = points.last else { return }
    var path = "M\(Self.unit(x(first.x))) \(Self.unit(y.start))"
    for point in points where point.y.isFinite {
      path += "L\(Self.unit(x(point.x))) \(Self.unit(y(point.y)))"
    }
    path += "L\(Self.unit(x(last.x))) \(Self.unit(y.start))Z"
    marks.element(
      empty: "path",
      ["d": path, "fill": Palette.colour(series), "fill-opacity": "\(Self.areaOpacity)"])
  }

  static let areaOpacity = "0.18"
  static let barOpacity = "0.55"

  /// The area between two curves; values that are not finite break it.
  package mutating func ribbon(_ points: [(x: Double, low: Double, high: Double)], series: Int) {
    let stretches = points.split { !($0.x.isFinite && $0.low.isFinite && $0.high.isFinite) }
    var path = ""
    for stretch in stretches where stretch.count > 1 {
      let there = stretch.map { "\(Self.unit(x($0.x))) \(Self.unit(y($0.high)))" }
      let back = stretch.reversed().map { "\(Self.unit(x($0.x))) \(Self.unit(y($0.low)))" }
      path += "M" + (there + back).joined(separator: "L") + "Z"
    }
    guard !path.isEmpty else { return }
    marks.element(
      empty: "path",
      ["d": path, "fill": Palette.colour(series), "fill-opacity": Self.areaOpacity])
  }

  /// Many small dots of one look, without tooltips of their own.
  package mutating func points(
    _ points: [(x: Double, y: Double)], series: Int, size: Double = 3
  ) {
    let path = points.filter { $0.x.isFinite && $0.y.isFinite }.map {
      "M\(Self.unit(x($0.x))) \(Self.unit(y($0.y)))h0"
    }.joined()
    guard !path.isEmpty else { return }
    marks.element(
      empty: "path",
      [
        "d": path, "class": "points", "stroke": Palette.colour(series),
        "stroke-width": Self.unit(size),
      ])
  }

  /// An upright stroke between two values.
  package mutating func stem(
    at value: Double, from start: Double, to end: Double, series: Int, tooltip: String
  ) {
    guard start.isFinite, end.isFinite else { return }
    let (low, high) = (min(start, end), max(start, end))
    rectangle(
      x(value) - 3, y(high), 6, y(low) - y(high), "", Palette.colour(series), "0.65", tooltip)
  }

  /// A dashed line across, at a value.
  package mutating func level(at value: Double) {
    line(x.start, y(value), x.end, y(value), "rule")
  }

  package mutating func bar(
    from start: Double, to end: Double, height value: Double, series: Int, tooltip: String
  ) {
    guard value.isFinite else { return }
    rectangle(
      x(start) + 0.5, y(value), max(0.5, x(end) - x(start) - 1), y.start - y(value), "",
      Palette.colour(series), Self.barOpacity, tooltip)
  }

  /// A bar from zero up or down.
  package mutating func bar(
    from start: Double, to end: Double, reaching value: Double, series: Int, tooltip: String
  ) {
    guard value.isFinite, value != 0 else { return }
    let (top, bottom) = (y(max(0, value)), y(min(0, value)))
    rectangle(
      x(start) + 0.5, top, max(0.5, x(end) - x(start) - 1), bottom - top, "",
      Palette.colour(series), Self.barOpacity, tooltip)
  }

  /// Cells of equal size over the whole drawing area, those of a kind as one path in units of a cell,
  /// from the top left corner.
  package mutating func cells(
    _ kinds: [(path: String, fill: String?, tooltip: String)], columns: Int, rows: Int
  ) {
    let (across, down) = ((x.end - x.start) / Double(columns), (y.start - y.end) / Double(rows))
    let place = "translate(\(Self.unit(x.start)) \(Self.unit(y.end)))"
    let scale = "scale(\(Decimals.fixed(across, places: 5)) \(Decimals.fixed(down, places: 5)))"
    marks.element("g", ["transform": place + scale, "shape-rendering": "crispEdges"]) { group in
      for kind in kinds where !kind.path.isEmpty {
        let look: KeyValuePairs<String, String> =
          if let fill = kind.fill { ["d": kind.path, "fill": fill] } else {
            ["d": kind.path, "class": "few"]
          }
        group.element("path", look) { $0.element("title", text: kind.tooltip) }
      }
    }
  }

  package mutating func dot(
    x value: Double, y level: Double, series: Int, tooltip: String, isStrong: Bool = false
  ) {
    marks.element(
      "circle",
      [
        "cx": Self.unit(x(value)), "cy": Self.unit(y(level)), "r": isStrong ? "6.5" : "4.5",
        "fill": Palette.colour(series), "class": isStrong ? "dot strong" : "dot",
      ]
    ) { $0.element("title", text: tooltip) }
  }

  /// A horizontal range with a box for its middle and a mark at its centre, centred on `level`.
  package mutating func range(
    low: Double, boxLow: Double, centre: Double, boxHigh: Double, high: Double, level: Double,
    thickness: Double, series: Int, tooltip: String
  ) {
    let (at, colour) = (y(level), Palette.colour(series))
    line(x(low), at, x(high), at, "whisker")
    for end in [low, high] { line(x(end), at - 5, x(end), at + 5, "whisker") }
    rectangle(
      x(boxLow), at - thickness / 2, max(1, x(boxHigh) - x(boxLow)), thickness, "", colour, "0.65",
      tooltip)
    line(x(centre), at - thickness / 2 - 3, x(centre), at + thickness / 2 + 3, "centre")
  }

  /// The finished picture; `summary` is what a screen reader says of it.
  package func svg(summary: String) -> Markup {
    var svg = Markup()
    svg.element(
      "svg",
      [
        "xmlns": "http://www.w3.org/2000/svg", "role": "img", "aria-label": summary,
        "viewBox": "0 0 \(Self.unit(width)) \(Self.unit(height))",
      ]
    ) { $0.append(marks) }
    return svg
  }

  // MARK: Primitives

  static func unit(_ value: Double) -> String { Decimals.fixed(value, places: 1) }

  private mutating func stroke(
    _ path: String, _ series: Int, _ tooltip: String, _ isStrong: Bool
  ) {
    guard !path.isEmpty else { return }
    marks.element(
      "path",
      [
        "d": path, "class": isStrong ? "series strong" : "series",
        "stroke": Palette.colour(series),
        "stroke-dasharray": Palette.dash(series).isEmpty ? "none" : Palette.dash(series),
      ]
    ) { if !tooltip.isEmpty { $0.element("title", text: tooltip) } }
  }

  mutating func line(
    _ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double, _ kind: String
  ) {
    marks.element(
      empty: "line",
      [
        "x1": Self.unit(x1), "y1": Self.unit(y1), "x2": Self.unit(x2), "y2": Self.unit(y2),
        "class": kind,
      ])
  }

  mutating func rectangle(
    _ left: Double, _ top: Double, _ width: Double, _ height: Double, _ kind: String,
    _ fill: String?, _ opacity: String?, _ tooltip: String
  ) {
    let style = fill.map { "fill:\($0);fill-opacity:\(opacity ?? "1")" } ?? ""
    marks.element(
      "rect",
      [
        "x": Self.unit(left), "y": Self.unit(top), "width": Self.unit(width),
        "height": Self.unit(max(0, height)), "class": kind, "style": style,
      ]
    ) { if !tooltip.isEmpty { $0.element("title", text: tooltip) } }
  }

  mutating func text(
    _ content: String, _ left: Double, _ baseline: Double, _ anchor: String,
    _ kind: String = "tick"
  ) {
    guard !content.isEmpty else { return }
    marks.element(
      "text",
      ["x": Self.unit(left), "y": Self.unit(baseline), "text-anchor": anchor, "class": kind],
      text: content)
  }
}
