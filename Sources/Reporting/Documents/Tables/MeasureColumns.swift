// SPDX-License-Identifier: GPL-3.0-or-later

import Experiments
import Inference

/// Decimal places by kind of quantity, the same in every file.
enum Places {
  static let count = 3
  static let share = 6
  static let seconds = 2
  static let yuan = 2
}

extension CSVColumn {
  /// Counts and ratios of a stretch of time.
  static func measures(
    _ of: @escaping @Sendable (Row) -> ServiceMeasures
  ) -> [CSVColumn] {
    func count(
      _ name: String, _ en: String, _ zh: String,
      _ value: any KeyPath<ServiceMeasures, Double> & Sendable
    ) -> CSVColumn {
      CSVColumn(name, "contacts", en: en, zh: zh) {
        .fixed(of($0)[keyPath: value], places: Places.count)
      }
    }
    return [
      count(
        "arrivals", "Contacts that came in open hours, carried-over messages included",
        "营业时间内到达的咨询，含顺延到开门的留言", \.arrivals),
      count("answered", "Contacts that a person answered", "由人工应答的咨询", \.answered),
      count("abandoned", "Contacts that left before an answer", "应答前离开的咨询", \.abandoned),
      count("blocked", "Contacts turned away by a full waiting room", "因排队已满被拒的咨询", \.blocked),
      count(
        "lost_outside_hours",
        "Contacts outside the service window that were lost; not among the arrivals",
        "营业时间外流失的咨询，不计入到达", \.lostOutsideHours),
      count(
        "carried_over",
        "Contacts outside the service window that wait for opening, by when they were written; "
          + "among the arrivals of the next opening, if the horizon has it",
        "营业时间外发来、等到开门的咨询，按发来时刻；计入下次开门时的到达（若仍在期间内）", \.carriedOver),
      CSVColumn(
        "service_level", "share", en: "Answered within the acceptable wait ÷ arrivals",
        zh: "在可接受等待内应答 ÷ 到达"
      ) { .fixed(of($0).serviceLevel, places: Places.share) },
      CSVColumn(
        "three_minute_reply_share", "share",
        en:
          "Wait plus first-reply delay ≤ 180 s ÷ arrivals, the abandoned counted; not a platform's rate",
        zh: "等待加首次回复 ≤ 180 秒 ÷ 到达，离开者计入分母；并非平台口径"
      ) { .fixed(of($0).threeMinuteReplyShare, places: Places.share) },
      CSVColumn("abandonment", "share", en: "Abandoned ÷ arrivals", zh: "离开 ÷ 到达") {
        .fixed(of($0).abandonment, places: Places.share)
      },
      CSVColumn(
        "mean_wait", "s", en: "Mean wait of all arrivals whose wait has ended",
        zh: "等待已结束的全部到达的平均等待"
      ) {
        .fixed(of($0).meanWait, places: Places.seconds)
      },
      CSVColumn(
        "mean_wait_answered", "s", en: "Mean wait of the answered", zh: "已应答咨询的平均等待"
      ) { .fixed(of($0).meanWaitOfAnswered, places: Places.seconds) },
      CSVColumn(
        "mean_wait_abandoned", "s", en: "Mean wait of those who left, until they left",
        zh: "离开者离开前的平均等待"
      ) { .fixed(of($0).meanWaitOfAbandoned, places: Places.seconds) },
      CSVColumn(
        "mean_first_reply", "s",
        en: "Mean time from arrival to the first reply, of the answered; message by message, to "
          + "the end of the first message",
        zh: "已应答咨询从到达到首次回复的平均时间；逐条消息仿真时到首条消息写完"
      ) { .fixed(of($0).meanFirstReply, places: Places.seconds) },
      CSVColumn("orders", "orders", en: "Orders won in chat", zh: "咨询成交订单") {
        .fixed(of($0).orders, places: Places.count)
      },
      CSVColumn("sales", "yuan", en: "Sales attributed to agents", zh: "归属客服的销售额") {
        .fixed(of($0).sales, places: Places.yuan)
      },
      CSVColumn(
        "sales_lost", "yuan", en: "Unanswered contacts × conversion × order value",
        zh: "未应答咨询 × 转化率 × 客单价"
      ) { .fixed(of($0).salesLost, places: Places.yuan) },
    ]
  }

  /// A mean and the ends of its 95 % interval, as `name`, `name_low` and `name_high`.
  static func interval(
    _ name: String, _ unit: String, places: Int, en: String, zh: String,
    _ of: @escaping @Sendable (Row) -> ConfidenceInterval?
  ) -> [CSVColumn] {
    let column = {
      (
        suffix: String, en: String, zh: String,
        end: @escaping @Sendable (ConfidenceInterval) -> Double
      ) in
      CSVColumn(name + suffix, unit, en: en, zh: zh) { row in
        of(row).map {
          // Student's interval may leave [0, 1]; a share cannot.
          let value = end($0)
          return .fixed(unit == "share" ? min(1, max(0, value)) : value, places: places)
        } ?? .empty
      }
    }
    return [
      column("", en, zh, { $0.mean }),
      column("_low", "Lower end of its 95 % interval", "其 95% 区间下限", { $0.lower }),
      column("_high", "Upper end of its 95 % interval", "其 95% 区间上限", { $0.upper }),
    ]
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
