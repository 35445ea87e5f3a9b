// SPDX-License-Identifier: GPL-3.0-or-later

/// What points something out on a picture, or says it in words.
extension Plot {
  /// A ring around a place.
  package mutating func ring(x value: Double, y level: Double, tooltip: String) {
    marks.element(
      "circle",
      ["cx": Self.unit(x(value)), "cy": Self.unit(y(level)), "r": "7", "class": "ring"]
    ) { $0.element("title", text: tooltip) }
  }

  /// A small triangle above the drawing area that points down at a value.
  package mutating func pointer(at value: Double, tooltip: String) {
    let (tip, left) = (Self.unit(Self.top - 1), Self.unit(x(value) - 5))
    marks.element(
      "path",
      [
        "d": "M\(left) \(Self.unit(Self.top - 10))h10L\(Self.unit(x(value))) \(tip)z",
        "class": "pointer",
      ]
    ) { $0.element("title", text: tooltip) }
  }

  /// A full-height band behind the marks that follow.
  package mutating func band(from start: Double, to end: Double, tooltip: String) {
    rectangle(
      x(start), Self.top, max(2, x(end) - x(start)), y.start - Self.top, "band", nil, nil, tooltip)
  }

  /// Names at the top of stretches, in as many rows as keep them apart, none beyond the axes.
  package mutating func captions(_ captions: [(from: Double, to: Double, text: String)]) {
    /// The right end of what each row has so far.
    var rows: [Double] = []
    for caption in captions {
      let half = Double(TextWidth.of(caption.text)) * 3.1
      let middle = min(
        max((x(caption.from) + x(caption.to)) / 2, x.start + half), x.end - half)
      let row = rows.firstIndex { $0 < middle - half } ?? rows.count
      if row == rows.count { rows.append(0) }
      rows[row] = middle + half + 6
      text(caption.text, middle, Self.top + 14 + Double(min(row, 4)) * 12, "middle", "mark")
    }
  }

  /// An upright line with a label at its top.
  package mutating func rule(at value: Double, label: String) {
    line(x(value), Self.top, x(value), y.start, "rule")
    text(label, x(value) + 4, Self.top + 10, "start", "note")
  }

  /// - Parameter end: Right end of the label; left of the axes unless given.
  package mutating func label(
    _ content: String, level: Double, dy: Double = 4, endingAt end: Double? = nil,
    isStrong: Bool = false
  ) {
    text(
      content, end ?? x.start - 8, y(level) + dy, "end", isStrong ? "name strong" : "name")
  }

  /// A heading above the drawing area, from a drawing unit on.
  package mutating func heading(_ content: String, from left: Double) {
    text(content, left, Self.top - 11, "start", "axis")
  }

  /// A bar beside the axes with its value behind it: `share` of `width` drawing units.
  package mutating func meter(
    share: Double, from left: Double, width: Double, value: String, level: Double,
    thickness: Double, series: Int, tooltip: String
  ) {
    let length = min(1, max(0, share)) * width
    rectangle(
      left, y(level) - thickness / 2, max(1, length), thickness, "", Palette.colour(series), "0.45",
      tooltip)
    text(value, left + length + 5, y(level) + 4, "start", "name")
  }

  /// A thin upright line through the whole drawing area.
  package mutating func zeroLine(at value: Double) {
    line(x(value), Self.top, x(value), y.start, "grid")
  }
}
