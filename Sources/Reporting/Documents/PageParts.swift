// SPDX-License-Identifier: GPL-3.0-or-later

extension Markup {
  /// A whole document, well-formed XML as well as HTML, that needs no other file.
  static func page(
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
  mutating func table(_ table: TextTable) {
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
  mutating func picture(
    _ title: String, _ charts: [Markup], caption: String, legend names: [String] = []
  ) {
    guard !charts.isEmpty else { return }
    element("section") { section in
      section.element("h2", text: title)
      section.element("figure") { figure in
        if !names.isEmpty { figure.legend(names) }
        for chart in charts { figure.append(chart) }
        figure.element("figcaption", text: caption)
      }
    }
  }

  private mutating func legend(_ names: [String]) {
    element("ul", ["class": "legend"]) { list in
      for (index, name) in names.enumerated() {
        list.element("li") { item in
          item.element("svg", ["viewBox": "0 0 30 8", "aria-hidden": "true"]) { svg in
            let dash = Palette.dash(index)
            svg.element(
              empty: "line",
              [
                "x1": "0", "y1": "4", "x2": "30", "y2": "4", "class": "series",
                "stroke": Palette.colour(index), "stroke-dasharray": dash.isEmpty ? "none" : dash,
              ])
          }
          item.append(name)
        }
      }
    }
  }
}
