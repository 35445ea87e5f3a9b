// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
import Rostering
import Wording

/// Who works when: a row for each person, a column for each day, a bar for each shift at its hours.
struct RosterChart {
  let problem: RosterProblem
  let roster: Roster
  let language: Language

  /// Days beside one another, so that bars stay legible on paper.
  private static let daysAbreast = 14
  private static let (left, dayWidth, rowHeight, top) = (130, 60, 20, 24)

  var keys: [LegendKey] {
    problem.kinds.enumerated().map { number, kind in
      let end = ClockTime(unchecked: (kind.start + kind.length) % 1440 * 60)
      let start = ClockTime(unchecked: kind.start * 60)
      // A shift that is named by its times says them once.
      let name = kind.name.contains(":") ? kind.name : "\(kind.name) \(start)–\(end)"
      return LegendKey(name, series: number, mark: .bar)
    }
  }

  var charts: [Markup] {
    stride(from: 0, to: roster.days, by: Self.daysAbreast).map {
      chart($0..<min(roster.days, $0 + Self.daysAbreast))
    }
  }

  private func chart(_ days: Range<Int>) -> Markup {
    let width = Self.left + Self.daysAbreast * Self.dayWidth
    let height = Self.top + roster.people * Self.rowHeight + 4
    var markup = Markup()
    let name = Localized(en: "Who works when", zh: "班表")[language]
    markup.element(
      "svg", ["viewBox": "0 0 \(width) \(height)", "role": "img", "aria-label": name]
    ) { svg in
      for day in days { column(day, days, height, &svg) }
      for person in 0..<roster.people {
        let y = Self.top + person * Self.rowHeight
        svg.element(
          "text", ["x": "0", "y": "\(y + 14)", "class": "name"],
          text: String(problem.people[person].name.prefix(18)))
        for day in days { bar(person, day, days, y, &svg) }
      }
    }
    return markup
  }

  private func x(_ day: Int, _ days: Range<Int>, minute: Int) -> Double {
    Double(Self.left + (day - days.lowerBound) * Self.dayWidth)
      + Double(minute * Self.dayWidth) / 1440
  }

  private func column(_ day: Int, _ days: Range<Int>, _ height: Int, _ svg: inout Markup) {
    let date = problem.days[day]
    let place = Decimals.fixed(x(day, days, minute: 0), places: 1)
    if date.weekday.isWeekend {
      svg.element(
        empty: "rect",
        [
          "x": place, "y": "\(Self.top - 2)", "width": "\(Self.dayWidth)",
          "height": "\(height - Self.top)", "class": "band", "fill-opacity": "0.5",
        ])
    }
    svg.element(
      empty: "line", ["x1": place, "x2": place, "y1": "16", "y2": "\(height)", "class": "grid"])
    svg.element(
      "text",
      ["x": Decimals.fixed(x(day, days, minute: 90), places: 1), "y": "12", "class": "tick"],
      text: "\(date.month)/\(date.day)")
  }

  private func bar(_ person: Int, _ day: Int, _ days: Range<Int>, _ y: Int, _ svg: inout Markup) {
    guard let duty = roster[person, day] else {
      guard problem.people[person].leave.contains(day) else { return }
      svg.element(
        empty: "line",
        [
          "x1": Decimals.fixed(x(day, days, minute: 240), places: 1),
          "x2": Decimals.fixed(x(day, days, minute: 1200), places: 1), "y1": "\(y + 10)",
          "y2": "\(y + 10)", "class": "rule",
        ])
      return
    }
    let kind = problem.kinds[duty.kind]
    // What goes beyond the last day of a row is cut off there.
    let end = min(
      x(day, days, minute: kind.start + kind.length),
      Double(Self.left + Self.daysAbreast * Self.dayWidth))
    let start = x(day, days, minute: kind.start)
    svg.element(
      "rect",
      [
        "x": Decimals.fixed(start, places: 1), "y": "\(y + 3)",
        "width": Decimals.fixed(max(1, end - start), places: 1), "height": "\(Self.rowHeight - 6)",
        "fill": Palette.colour(duty.kind), "fill-opacity": "0.75",
      ]
    ) { rect in
      let group = problem.groups[duty.group]
      rect.element(
        "title",
        text: "\(problem.people[person].name) · \(problem.days[day]) · \(kind.name) \(group)")
    }
  }
}
