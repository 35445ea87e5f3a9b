// SPDX-License-Identifier: GPL-3.0-or-later

package import Application
import Inference
import Measures
package import Tables
import Wording

/// Estimates with their intervals, and what a method of less variance gained.
package enum EstimateText {
  package static func table(_ rows: [EstimateRow], style: NumberStyle) -> TextTable {
    let isReduced = rows.contains { $0.reduced != nil }
    var headings = [
      Localized(en: "Estimate", zh: "估计"), Localized(en: "mean", zh: "均值"),
      Localized(en: "95% ±", zh: "95% ±"), Localized(en: "± of mean", zh: "± 占均值"),
    ]
    if isReduced {
      headings += [
        Localized(en: "corrected", zh: "校正后"), Localized(en: "95% ±", zh: "95% ±"),
        Localized(en: "gain", zh: "方差比"),
      ]
    }
    return TextTable(
      columns: headings.enumerated().map {
        TextTable.Column($0.element[style.language], $0.offset == 0 ? .left : .right)
      },
      rows: rows.map { row in
        let name = name(row.measure, style)
        var cells = [row.title.isEmpty ? name : row.title + " · " + name]
        cells += values(row.plain, of: row.measure, style)
        cells.append(style.percent(row.plain.relativeHalfWidth))
        if isReduced {
          cells += row.reduced.map { values($0, of: row.measure, style) } ?? ["", ""]
          cells.append(row.gain.map { "× " + style.number($0, places: 2) } ?? "")
        }
        return cells
      })
  }

  /// How many replications it took, and whether the wanted precision was reached.
  package static func method(
    replications: Int, wanted: (relative: Double, measure: String)?, _ rows: [EstimateRow],
    style: NumberStyle
  ) -> String {
    let count = style.count(replications)
    let first = Localized(
      en:
        "\(count) replication\(replications == 1 ? "" : "s"). A gain of × 2 is worth twice as many.",
      zh: "\(count) 次仿真。方差比 × 2 相当于次数加倍。")[style.language]
    guard let wanted else { return first }
    let isReached = rows.filter { $0.measure == wanted.measure }
      .allSatisfy { $0.plain.relativeHalfWidth <= wanted.relative }
    let percent = style.percent(wanted.relative)
    return first
      + (isReached
      ? Localized(
        en: " The precision of \(percent) is reached.", zh: "已达到 \(percent) 的精度。")
      : Localized(
        en: " The precision of \(percent) is not reached with the most replications.",
        zh: "在最多次数内未达到 \(percent) 的精度。"))[style.language]
  }

  package static func json(_ rows: [EstimateRow]) -> JSONValue {
    .array(
      rows.map { row in
        [
          "plan": .string(row.plan), "measure": .string(row.measure),
          "mean": .number(row.plain.mean), "half_width": .number(row.plain.halfWidth),
          "corrected_mean": .optional(row.reduced?.mean),
          "corrected_half_width": .optional(row.reduced?.halfWidth),
          "variance_gain": .optional(row.gain),
        ]
      })
  }

  private static func values(
    _ interval: ConfidenceInterval, of measure: String, _ style: NumberStyle
  ) -> [String] {
    [interval.mean, interval.halfWidth].map { value in
      guard Measure(ratio: measure)?.unit == .seconds else {
        return style.percent(value, places: 2)
      }
      return value.isFinite
        ? style.number(value, places: 2) + Localized(en: " s", zh: " 秒")[style.language]
        : NumberStyle.missing
    }
  }

  private static func name(_ key: String, _ style: NumberStyle) -> String {
    if let measure = Measure(ratio: key) { return style.tag(measure) }
    return key == "occupancy_engaged" ? Localized(en: "occupancy", zh: "占用率")[style.language] : key
  }
}
