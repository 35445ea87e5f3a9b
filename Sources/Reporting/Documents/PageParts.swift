// SPDX-License-Identifier: GPL-3.0-or-later

package import Wording

extension Markup {
  /// A whole document, well-formed XML as well as HTML, that needs no other file.
  package static func page(
    _ title: String, _ language: Language, _ body: (inout Markup) -> Void
  ) -> String {
    var page = Markup()
    page.element("html", ["lang": language.htmlTag]) { html in
      html.element("head") { head in
        head.element(empty: "meta", ["charset": "utf-8"])
        head.element(
          empty: "meta",
          ["name": "viewport", "content": "width=device-width, initial-scale=1"])
        head.element("title", text: title)
        head.element("style", text: ReportStyle.css)
      }
      html.element("body") { body(&$0) }
    }
    return "<!DOCTYPE html>\n" + page.text
  }

  /// A terminal's table as the page's; rows that begin with `→` stand out.
  package mutating func table(_ table: TextTable) {
    element("div", ["class": "scroll"]) { division in
      division.element("table") { element in
        element.element("thead") { head in
          head.element("tr") { row in
            for (place, column) in table.columns.enumerated() {
              row.element("th", Self.look(table, place), text: Self.joined(column.heading))
            }
          }
        }
        element.element("tbody") { rows in
          for cells in table.rows {
            let isChosen = cells.first?.hasPrefix("→") == true
            rows.element("tr", isChosen ? ["class": "chosen"] : [:]) { row in
              for (place, cell) in cells.enumerated() {
                row.element("td", Self.look(table, place), text: cell)
              }
            }
          }
        }
      }
    }
  }

  /// Dates stand in one line; sentences stand on the left and may be broken.
  private static func look(
    _ table: TextTable, _ place: Int
  ) -> KeyValuePairs<String, String> {
    let cells = table.rows.compactMap { $0.indices.contains(place) ? $0[place] : nil }
    if place == 0 { return cells.allSatisfy(isDate) ? ["class": "date"] : [:] }
    guard table.columns[place].alignment == .left else { return [:] }
    return cells.contains { TextWidth.of($0) > mostUnbroken } ? ["class": "words"] : [:]
  }

  private static let mostUnbroken = 28

  private static func isDate(_ cell: String) -> Bool {
    !cell.isEmpty && cell.allSatisfy { $0.isASCII && !$0.isLetter && $0 != " " }
  }

  /// A heading without the blanks at which a terminal may break its Chinese words.
  static func joined(_ heading: String) -> String {
    var text = ""
    for word in heading.split(separator: " ") {
      let isBetween = [text.last, word.first].contains { $0.map { TextWidth.of(String($0)) } == 2 }
      text += (text.isEmpty || isBetween ? "" : " ") + word
    }
    return text
  }

  /// Charts under a heading; nothing where there are none.
  package mutating func picture(
    _ title: String, _ charts: [Markup], caption: String, keys: [LegendKey] = []
  ) {
    guard !charts.isEmpty else { return }
    element("section") { section in
      section.element("h2", text: title)
      section.element("figure") { figure in
        figure.legend(keys)
        for chart in charts { figure.chart(chart) }
        figure.element("figcaption", text: caption)
      }
    }
  }

  /// A picture that keeps a legible size: on a narrow screen it is moved sideways.
  mutating func chart(_ chart: Markup) {
    element("div", ["class": "chart"]) { $0.append(chart) }
  }

  mutating func legend(_ keys: [LegendKey]) {
    guard !keys.isEmpty else { return }
    element("ul", ["class": "legend"]) { list in
      for key in keys {
        list.element("li", key.isStrong ? ["class": "strong"] : [:]) { item in
          item.element("svg", ["viewBox": "0 0 30 8", "aria-hidden": "true"]) { key.draw(&$0) }
          item.append(key.name)
        }
      }
    }
  }
}

/// A series' name beside a sample of its mark.
package struct LegendKey: Sendable {
  package enum Mark: Sendable { case line, dots, area, bar, band, rule, ring, pointer, few }

  let name: String
  /// Whether it is what the page recommends.
  let isStrong: Bool
  private let series: Int
  private let mark: Mark
  /// Instead of the series' colour.
  private let fill: String?

  package init(
    _ name: String, series: Int = Palette.neutral, mark: Mark = .line, isStrong: Bool = false
  ) {
    self.name = name
    self.isStrong = isStrong
    self.series = series
    self.mark = mark
    fill = nil
  }

  /// A class of values with a colour of its own.
  init(_ name: String, fill: String) {
    self.name = name
    self.fill = fill
    isStrong = false
    series = Palette.neutral
    mark = .bar
  }

  fileprivate func draw(_ svg: inout Markup) {
    let colour = Palette.colour(series)
    switch mark {
    case .line:
      let dash = Palette.dash(series)
      svg.element(
        empty: "line",
        [
          "x1": "0", "y1": "4", "x2": "30", "y2": "4",
          "class": isStrong ? "series strong" : "series", "stroke": colour,
          "stroke-dasharray": dash.isEmpty ? "none" : dash,
        ])
    case .rule:
      svg.element(
        empty: "line", ["x1": "0", "y1": "4", "x2": "30", "y2": "4", "class": "rule"])
    case .ring:
      svg.element(empty: "circle", ["cx": "15", "cy": "4", "r": "3.2", "class": "ring"])
    case .pointer:
      svg.element(empty: "path", ["d": "M11 0h8l-4 8z", "class": "pointer"])
    case .band, .few:
      svg.element(
        empty: "rect",
        [
          "x": "0", "y": "0", "width": "30", "height": "8",
          "class": mark == .band ? "band" : "few",
        ])
    case .dots:
      for place in ["7", "15", "23"] {
        svg.element(empty: "circle", ["cx": place, "cy": "4", "r": "2.2", "fill": colour])
      }
    case .area, .bar:
      svg.element(
        empty: "rect",
        [
          "x": "0", "y": "0", "width": "30", "height": "8", "fill": fill ?? colour,
          "fill-opacity": fill != nil
            ? "1" : mark == .bar ? Plot.barOpacity : Plot.areaOpacity,
        ])
    }
  }
}
