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
            for column in table.columns { row.element("th", text: column.heading) }
          }
        }
        element.element("tbody") { rows in
          for cells in table.rows {
            let isChosen = cells.first?.hasPrefix("→") == true
            rows.element("tr", isChosen ? ["class": "chosen"] : [:]) { row in
              for cell in cells { row.element("td", text: cell) }
            }
          }
        }
      }
    }
  }

  /// Charts under a heading; nothing where there are none.
  ///
  /// - Parameter legend: Names of the series, in the palette's order.
  package mutating func picture(
    _ title: String, _ charts: [Markup], caption: String, legend names: [String] = []
  ) {
    picture(
      title, charts, caption: caption,
      keys: names.enumerated().map { LegendKey($0.element, series: $0.offset) })
  }

  /// Charts under a heading; nothing where there are none.
  package mutating func picture(
    _ title: String, _ charts: [Markup], caption: String, keys: [LegendKey]
  ) {
    guard !charts.isEmpty else { return }
    element("section") { section in
      section.element("h2", text: title)
      section.element("figure") { figure in
        if !keys.isEmpty { figure.legend(keys) }
        for chart in charts { figure.append(chart) }
        figure.element("figcaption", text: caption)
      }
    }
  }

  private mutating func legend(_ keys: [LegendKey]) {
    element("ul", ["class": "legend"]) { list in
      for key in keys {
        list.element("li") { item in
          item.element("svg", ["viewBox": "0 0 30 8", "aria-hidden": "true"]) { key.draw(&$0) }
          item.append(key.name)
        }
      }
    }
  }
}

/// A series' name beside a sample of its mark.
package struct LegendKey: Sendable {
  package enum Mark: Sendable { case line, dots, area, bar }

  let name: String
  private let series: Int
  private let mark: Mark

  package init(_ name: String, series: Int, mark: Mark = .line) {
    self.name = name
    self.series = series
    self.mark = mark
  }

  fileprivate func draw(_ svg: inout Markup) {
    let colour = Palette.colour(series)
    switch mark {
    case .line:
      let dash = Palette.dash(series)
      svg.element(
        empty: "line",
        [
          "x1": "0", "y1": "4", "x2": "30", "y2": "4", "class": "series", "stroke": colour,
          "stroke-dasharray": dash.isEmpty ? "none" : dash,
        ])
    case .dots:
      for place in ["7", "15", "23"] {
        svg.element(empty: "circle", ["cx": place, "cy": "4", "r": "2.2", "fill": colour])
      }
    case .area, .bar:
      svg.element(
        empty: "rect",
        [
          "x": "0", "y": "0", "width": "30", "height": "8", "fill": colour,
          "fill-opacity": mark == .bar ? Plot.barOpacity : Plot.areaOpacity,
        ])
    }
  }
}
