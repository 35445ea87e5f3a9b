// SPDX-License-Identifier: GPL-3.0-or-later

import Experiments
import Exports
import Inference
import Measures
import Planning
import Wording

/// Decimal places by kind of quantity, the same in every file.
enum Places {
  static let count = 3
  static let share = 6
  static let seconds = 2
  static let yuan = 2
}

extension CSVCell {
  /// Whether promises are kept; empty where it cannot be told.
  static func kept(_ answer: TargetAnswer) -> CSVCell {
    answer == .undecided ? .empty : .flag(answer == .met)
  }
}

extension CSVColumn {
  /// The measures of a stretch of time.
  static func measures(
    _ of: @escaping @Sendable (Row) -> ServiceMeasures
  ) -> [CSVColumn] {
    MeasureRegistry.measures(in: .tables).map { measure($0, of) }
  }

  /// One measure of a stretch of time.
  static func measure(
    _ measure: Measure, _ of: @escaping @Sendable (Row) -> ServiceMeasures
  ) -> CSVColumn {
    CSVColumn(measure) { .value(of($0)[measure], of: measure) }
  }

  /// A measure's column, named and explained by the registry.
  init(_ measure: Measure, _ value: @escaping @Sendable (Row) -> CSVCell) {
    let meaning = measure.definition.columnMeaning
    self.init(measure.key, measure.unit.rawValue, en: meaning.en, zh: meaning.zh, value)
  }

  /// A measure with its 95 % interval.
  static func interval(
    of measure: Measure, _ of: @escaping @Sendable (Row) -> ConfidenceInterval?
  ) -> [CSVColumn] {
    let meaning = measure.definition.columnMeaning
    return interval(
      measure.key, measure.unit.rawValue, places: Places.of(measure.unit), en: meaning.en,
      zh: meaning.zh, of)
  }

  /// A mean and the ends of its 95 % interval, as `name`, `name_low` and `name_high`.
  static func interval(
    _ name: String, _ unit: String, places: Int, en: String, zh: String,
    _ of: @escaping @Sendable (Row) -> ConfidenceInterval?
  ) -> [CSVColumn] {
    [
      CSVColumn(name, unit, en: en, zh: zh) { row in
        of(row).map { cell($0.mean, unit, places) } ?? .empty
      }
    ] + ends(of: name, unit, places: places, of)
  }

  /// The ends of a 95 % interval, as `name_low` and `name_high`; empty where one replication gives
  /// none.
  static func ends(
    of name: String, _ unit: String, places: Int,
    _ interval: @escaping @Sendable (Row) -> ConfidenceInterval?
  ) -> [CSVColumn] {
    [
      CSVColumn(
        name + "_low", unit, en: "Lower end of its 95% interval", zh: "其 95% 区间下限"
      ) { row in interval(row).map { cell($0.lower, unit, places) } ?? .empty },
      CSVColumn(
        name + "_high", unit, en: "Upper end of its 95% interval", zh: "其 95% 区间上限"
      ) { row in interval(row).map { cell($0.upper, unit, places) } ?? .empty },
    ]
  }

  /// Student's interval may leave [0, 1]; a share cannot.
  private static func cell(_ value: Double, _ unit: String, _ places: Int) -> CSVCell {
    guard value.isFinite else { return .empty }
    return .fixed(unit == "share" ? min(1, max(0, value)) : value, places: places)
  }

  /// Marks rows that are the sum of others, so that no sum counts twice.
  static func isTotal(_ of: @escaping @Sendable (Row) -> Bool) -> CSVColumn {
    CSVColumn(
      "is_total", as: .boolean,
      en: "Whether the row is that of all types, which a sum over rows must leave out",
      zh: "是否为全部类型的合计行；逐行求和时须排除"
    ) { .flag(of($0)) }
  }

  /// A number that tells rows apart which nothing else does.
  static func place(
    _ name: String, _ en: String, _ zh: String, _ of: @escaping @Sendable (Row) -> Int
  ) -> CSVColumn {
    CSVColumn(name, as: .integer, en: "Place among \(en), from 1", zh: "在\(zh)中的序号，从 1 起") {
      .integer(of($0))
    }
  }

  /// The zone of a file's days and times.
  package static func timeZone(_ of: @escaping @Sendable (Row) -> String) -> CSVColumn {
    CSVColumn(
      "time_zone", en: "IANA zone of the shop's clock, in which days and times are meant",
      zh: "店铺时钟的 IANA 时区，日期与时刻均按此"
    ) { .text(of($0)) }
  }

  /// Three meanings of being busy.
  static func occupancy(_ of: @escaping @Sendable (Row) -> Occupancy) -> [CSVColumn] {
    [
      CSVColumn(
        "occupancy_engaged", "share", en: "Time with at least one chat ÷ time on duty",
        zh: "至少有一个会话的时间 ÷ 在岗时间"
      ) { .fixed(of($0).engaged, places: Places.share) },
      CSVColumn(
        "occupancy_slots", "share", en: "Chat slots in use ÷ chat slots on duty",
        zh: "占用会话位 ÷ 在岗会话位"
      ) { .fixed(of($0).slots, places: Places.share) },
      CSVColumn(
        "occupancy_work", "ratio",
        en:
          "Work done, in seconds of a chat handled alone, ÷ time on duty; above 1 with several at once",
        zh: "以单独处理计的工作量 ÷ 在岗时间；同时处理多个会话时可大于 1"
      ) { .fixed(of($0).work, places: Places.share) },
    ]
  }
}
