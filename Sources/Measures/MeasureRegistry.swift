// SPDX-License-Identifier: GPL-3.0-or-later

/// Every measure, in the order of the columns: an entry here is all that a measure takes.
package enum MeasureRegistry {
  private static let callCenters =
    "Gans, Koole, Mandelbaum: Telephone Call Centers, MSOM 5 (2003)"
  private static let own = "this planner"

  private static let ended: [MeasureTerm] = [
    .plus(.answered), .plus(.count(.abandoned)), .plus(.count(.blocked)),
  ]

  package static let all: [MeasureDefinition] = [
    MeasureDefinition(
      id: "arrivals", target: nil, unit: .contacts, window: .open, threshold: .none,
      leavers: .counted, numerator: [.plus(.count(.arrived))], denominator: nil, uses: [.tables],
      name: Words("inquiries", "咨询量"), heading: Words("inquiries", "咨询量"),
      meaning: Words(
        "Contacts that came in open hours, carried-over messages included",
        "营业时间内到达的咨询，含顺延到开门的留言"),
      formula: Words(
        "inquiries that came in open hours, and messages carried over from closed hours, which "
          + "arrive at opening", "营业时间内到达的咨询，加上顺延到开门时到达的留言"),
      source: callCenters),
    MeasureDefinition(
      id: "answered", target: nil, unit: .contacts, window: .open, threshold: .none,
      leavers: .notCounted, numerator: [.plus(.answered)], denominator: nil, uses: [.tables],
      name: Words("answered", "应答量"), heading: Words("answered", "应答"),
      meaning: Words("Contacts that a person answered", "由人工应答的咨询"),
      formula: Words(
        "inquiries that an agent took while the customer was still there", "顾客仍在时由客服接起的咨询"),
      source: callCenters),
    MeasureDefinition(
      id: "abandoned", target: nil, unit: .contacts, window: .open, threshold: .none,
      leavers: .numerator, numerator: [.plus(.count(.abandoned))], denominator: nil,
      uses: [.tables], name: Words("left unanswered", "未应答离开"), heading: Words("left", "离开"),
      meaning: Words("Contacts that left before an answer", "应答前离开的咨询"),
      formula: Words(
        "left before an agent took the chat, told or silent", "客服接起前离开，含无声离开"),
      source: callCenters),
    MeasureDefinition(
      id: "blocked", target: nil, unit: .contacts, window: .open, threshold: .none,
      leavers: .notCounted, numerator: [.plus(.count(.blocked))], denominator: nil,
      uses: [.tables], name: Words("blocked", "被拒"), heading: Words("blocked", "被拒"),
      meaning: Words("Contacts turned away by a full waiting room", "因排队已满被拒的咨询"),
      formula: Words(
        "turned away because the waiting room was full; count as arrivals", "因排队已满被拒；计入到达"),
      source: callCenters),
    MeasureDefinition(
      id: "lost_outside_hours", target: nil, unit: .contacts, window: .closed, threshold: .none,
      leavers: .notCounted, numerator: [.plus(.count(.lostOutsideHours))], denominator: nil,
      uses: [.tables], name: Words("lost outside hours", "营业时间外流失"),
      heading: Words("lost outside hours", "营业外 流失"),
      meaning: Words(
        "Contacts outside the service window that were lost; not among the arrivals",
        "营业时间外流失的咨询，不计入到达"),
      formula: Words(
        "came while chat was closed under `closed_hours: lost`; not arrivals, not in the sales "
          + "lost", "在 closed_hours: lost 下于关门时到来；不计入到达与损失销售额"),
      source: own),
    MeasureDefinition(
      id: "carried_over", target: nil, unit: .contacts, window: .closed, threshold: .none,
      leavers: .counted, numerator: [.plus(.count(.carriedOver))], denominator: nil,
      uses: [.tables], name: Words("carried over", "顺延"), heading: Words("carried over", "顺延"),
      meaning: Words(
        "Contacts outside the service window that wait for opening, by when they were written; "
          + "among the arrivals of the next opening, if the horizon has it",
        "营业时间外发来、等到开门的咨询，按发来时刻；计入下次开门时的到达（若仍在期间内）"),
      formula: Words(
        "wrote while chat was closed under `wait_until_open`; booked when written, and as an "
          + "arrival at opening, when its wait begins. Those of the last night open after the "
          + "horizon and are in no arrivals (`waiting_for_opening` in `chats.csv`). With `overnight` they are "
          + "answered as messages and in no arrivals",
        "在 wait_until_open 下于关门时发来；发来时记一次，开门时作为到达再记一次，等待自开门起。最后一夜的在期间之后开门，"
          + "不在任何到达之内（`chats.csv` 中为 waiting_for_opening）。设 overnight 时按留言答复，不计入到达"),
      source: own),
    MeasureDefinition(
      id: "service_level", target: ("service_level", .more), unit: .share, window: .open,
      threshold: .acceptableWait, leavers: .countAgainst, numerator: [.plus(.answeredWithin)],
      denominator: [.plus(.count(.arrived))], uses: [.tables, .plans, .results, .estimates],
      name: Words("answered within {T}", "{T}内应答率"), heading: Words("service level", "服务 水平"),
      meaning: Words("Answered within the acceptable wait ÷ arrivals", "在可接受等待内应答 ÷ 到达"),
      formula: Words(
        "answered with wait ≤ `acceptable_wait` of the scenario (60 s unless it says otherwise; a "
          + "target's own `within`) ÷ arrivals", "等待 ≤ 场景的 acceptable_wait（默认 60 秒；目标用其 within）÷ 到达"
      ),
      source: callCenters),
    MeasureDefinition(
      id: "three_minute_reply_share", target: ("first_reply_within_3_min", .more), unit: .share,
      window: .open, threshold: .fixed(180), leavers: .countAgainst,
      numerator: [.plus(.repliedWithin)], denominator: [.plus(.count(.arrived))],
      uses: [.tables, .plans, .results], name: Words("first reply within {T}", "{T}内首次回复率"),
      heading: Words("reply ≤3 min", "3分钟 回复"),
      meaning: Words(
        "Wait plus first-reply delay ≤ 180 s ÷ arrivals, the abandoned counted; not a platform's "
          + "rate", "等待加首次回复 ≤ 180 秒 ÷ 到达，离开者计入分母；并非平台口径"),
      formula: Words(
        "wait + first-reply delay ≤ 180 s ÷ arrivals; where chats are simulated message by "
          + "message, the end of the agent's first message",
        "等待加首次回复延迟 ≤ 180 秒 ÷ 到达；逐条消息仿真时到首条消息写完"),
      source: own),
    MeasureDefinition(
      id: "abandonment", target: ("abandonment", .less), unit: .share, window: .open,
      threshold: .none, leavers: .numerator, numerator: [.plus(.count(.abandoned))],
      denominator: [.plus(.count(.arrived))], uses: [.tables, .plans, .results, .estimates],
      name: Words("leaving unanswered", "未应答离开率"), heading: Words("abandon %", "放弃率"),
      meaning: Words("Abandoned ÷ arrivals", "离开 ÷ 到达"),
      formula: Words("abandoned ÷ arrivals", "离开 ÷ 到达"), source: callCenters),
    MeasureDefinition(
      id: "mean_wait", target: ("mean_wait", .less), unit: .seconds, window: .open,
      threshold: .none, leavers: .counted,
      numerator: [.plus(.time(.answeredWait)), .plus(.time(.abandonedWait))],
      denominator: ended, uses: [.tables, .plans, .results, .estimates],
      name: Words("mean wait", "平均等待"), heading: Words("mean wait", "平均 等待"),
      meaning: Words("Mean wait of all arrivals whose wait has ended", "等待已结束的全部到达的平均等待"),
      formula: Words(
        "(waits of the answered + waits of those who left) ÷ (answered + abandoned + blocked); a "
          + "leaver's wait ends when he leaves, the blocked wait 0; who still waits when nobody "
          + "will come any more is left out",
        "（已应答者等待 + 离开者等待）÷（应答 + 离开 + 被拒）；离开者等到离开为止，被拒者等待为 0；最后无人接待仍在等的不计"),
      source: callCenters),
    MeasureDefinition(
      id: "mean_wait_answered", target: nil, unit: .seconds, window: .open, threshold: .none,
      leavers: .leftOut, numerator: [.plus(.time(.answeredWait))],
      denominator: [.plus(.answered)], uses: [.tables],
      name: Words("mean wait of the answered", "已应答者平均等待"),
      heading: Words("of the answered", "已应答者"),
      meaning: Words("Mean wait of the answered", "已应答咨询的平均等待"),
      formula: Words("waits of the answered ÷ answered", "已应答者等待 ÷ 应答"), source: callCenters),
    MeasureDefinition(
      id: "mean_wait_abandoned", target: nil, unit: .seconds, window: .open, threshold: .none,
      leavers: .numerator, numerator: [.plus(.time(.abandonedWait))],
      denominator: [.plus(.count(.abandoned))], uses: [.tables],
      name: Words("mean wait of those who left", "离开者平均等待"),
      heading: Words("of those who left", "离开者"),
      meaning: Words("Mean wait of those who left, until they left", "离开者离开前的平均等待"),
      formula: Words("waits of those who left ÷ abandoned", "离开者等待 ÷ 离开"), source: callCenters),
    MeasureDefinition(
      id: "mean_first_reply", target: nil, unit: .seconds, window: .open, threshold: .none,
      leavers: .leftOut, numerator: [.plus(.time(.firstReply))], denominator: [.plus(.answered)],
      uses: [.tables], name: Words("mean first reply", "平均首次回复"),
      heading: Words("first reply", "首次 回复"),
      meaning: Words(
        "Mean time from arrival to the first reply, of the answered; message by message, to the "
          + "end of the first message", "已应答咨询从到达到首次回复的平均时间；逐条消息仿真时到首条消息写完"),
      formula: Words(
        "time from arrival to the agent's first reply (message by message: the end of the first "
          + "message) ÷ answered", "从到达到客服首次回复的时间（逐条消息仿真时到首条消息写完）÷ 应答"),
      source: own),
    MeasureDefinition(
      id: "orders", target: nil, unit: .orders, window: .open, threshold: .none,
      leavers: .notCounted, numerator: [.plus(.count(.orders))], denominator: nil,
      uses: [.tables], name: Words("orders", "订单"), heading: Words("orders", "订单"),
      meaning: Words("Orders won in chat", "咨询成交订单"),
      formula: Words(
        "answered inquiries whose customer bought; the chance is the type's `conversion` × the "
          + "answering group's `conversion_factor`",
        "应答后成交的咨询；概率为类型的 conversion × 应答组的 conversion_factor"), source: own),
    MeasureDefinition(
      id: "sales", target: nil, unit: .yuan, window: .open, threshold: .none,
      leavers: .notCounted, numerator: [.plus(.money(.sales))], denominator: nil,
      uses: [.tables], name: Words("sales attributed", "归属销售额"), heading: Words("sales", "销售额"),
      meaning: Words("Sales attributed to agents", "归属客服的销售额"),
      formula: Words(
        "orders × `order_value` of their type, refunds not taken off", "订单 × 其类型的 order_value，未扣退款"),
      source: own),
    MeasureDefinition(
      id: "sales_lost", target: nil, unit: .yuan, window: .open, threshold: .none,
      leavers: .counted, numerator: [.plus(.money(.salesLost))], denominator: nil,
      uses: [.tables], name: Words("sales lost", "损失销售额"), heading: Words("sales lost", "损失销售"),
      meaning: Words("Unanswered contacts × conversion × order value", "未应答咨询 × 转化率 × 客单价"),
      formula: Words(
        "(arrivals − answered) × `conversion` × `order_value`, by type: those who left, were "
          + "blocked, or still waited at the end",
        "（到达 − 应答）× conversion × order_value，按类型：离开、被拒、最后仍在等的"), source: own),
    MeasureDefinition(
      id: "late_replies", target: nil, unit: .contacts, window: .open, threshold: .fixed(180),
      leavers: .notCounted, numerator: [.plus(.answered), .minus(.repliedWithin)],
      denominator: nil, uses: [.results], name: Words("late replies", "超时回复"),
      heading: Words("late replies", "超时 回复"),
      meaning: Words("Answered contacts without a reply in three minutes", "已应答但 3 分钟内未回复的咨询"),
      formula: Words("answered − first replies within 180 s", "应答 − 180 秒内首次回复"), source: own),
    MeasureDefinition(
      id: "answered_within", target: ("answered_within", .more), unit: .share, window: .open,
      threshold: .asked, leavers: .countAgainst, numerator: [.plus(.answeredWithin)],
      denominator: [.plus(.count(.arrived))], uses: [],
      name: Words("answered within {T}", "{T}内应答率"), heading: Words("answered ≤{T}", "{T}内 应答"),
      meaning: Words("Answered within {T} ÷ arrivals", "{T}内应答 ÷ 到达"),
      formula: Words("answered with wait ≤ T ÷ arrivals", "等待 ≤ T 的应答 ÷ 到达"), source: callCenters),
    MeasureDefinition(
      id: "first_reply_within", target: ("first_reply_within", .more), unit: .share,
      window: .open, threshold: .asked, leavers: .countAgainst,
      numerator: [.plus(.repliedWithin)], denominator: [.plus(.count(.arrived))], uses: [],
      name: Words("first reply within {T}", "{T}内首次回复率"), heading: Words("reply ≤{T}", "{T}内 回复"),
      meaning: Words(
        "Wait plus first-reply delay ≤ {T} ÷ arrivals; not a platform's rate",
        "等待加首次回复 ≤ {T} ÷ 到达；并非平台口径"),
      formula: Words(
        "wait + first-reply delay ≤ T ÷ arrivals; message by message, the end of the agent's "
          + "first message", "等待加首次回复延迟 ≤ T ÷ 到达；逐条消息仿真时到首条消息写完"), source: own),
    MeasureDefinition(
      id: "answered_at_once", target: ("answered_at_once", .more), unit: .share, window: .open,
      threshold: .fixed(0), leavers: .countAgainst, numerator: [.plus(.answeredWithin)],
      denominator: [.plus(.count(.arrived))], uses: [],
      name: Words("answered at once", "即时应答率"), heading: Words("at once", "即时 应答"),
      meaning: Words("Answered without a wait ÷ arrivals", "无需等待即应答 ÷ 到达"),
      formula: Words("answered with wait 0 ÷ arrivals", "等待为 0 的应答 ÷ 到达"), source: callCenters),
    MeasureDefinition(
      id: "scorecard", target: ("scorecard", .more), unit: .share, window: .open,
      threshold: .rule, leavers: .countAgainst, numerator: [.plus(.score(.top))],
      denominator: [.plus(.score(.bottom))], uses: [], name: Words("{T}", "{T}"),
      heading: Words("{T}", "{T}"),
      meaning: Words(
        "Replies in time by a platform's rule, in its hours ÷ what it counts",
        "按平台规则、在其考核时段内及时回复的数量 ÷ 计入数量"),
      formula: Words(
        "Σ in time ÷ Σ counted, over the intervals in the rule's hours, each day by the version in "
          + "force", "考核时段内各时段：Σ 及时回复 ÷ Σ 计入数量，每天按当日有效的版本"),
      source: "[reply rules](reply-rules.md)"),
    MeasureDefinition(
      id: "scorecard_mean", target: ("scorecard", .less), unit: .seconds, window: .open,
      threshold: .rule, leavers: .leftOut, numerator: [.plus(.score(.top))],
      denominator: [.plus(.score(.bottom))], uses: [], name: Words("{T}", "{T}"),
      heading: Words("{T}", "{T}"),
      meaning: Words(
        "Mean wait for a reply by a platform's rule, in its hours", "按平台规则、在其考核时段内的平均回复时长"),
      formula: Words(
        "Σ waits of the answered ÷ Σ answered, over the intervals in the rule's hours",
        "考核时段内各时段：Σ 已回复的等待 ÷ Σ 已回复数量"),
      source: "[reply rules](reply-rules.md)"),
  ]

  /// - Precondition: an entry has the id.
  package static func definition(_ id: String) -> MeasureDefinition {
    guard let definition = all.first(where: { $0.id == id }) else {
      preconditionFailure("no measure \(id)")
    }
    return definition
  }

  /// Those found somewhere without being asked for.
  package static func measures(in use: MeasureUses) -> [Measure] {
    all.filter { $0.uses.contains(use) }.map { Measure($0) }
  }

  /// Those whose precision is told, times before shares.
  package static let estimates = [MeasureUnit.seconds, .share].flatMap { unit in
    measures(in: .estimates).filter { $0.unit == unit }
  }

  /// Those that a scenario may ask for.
  package static let onRequest: [MeasureDefinition] = all.filter { $0.uses.isEmpty }
}

/// The measures that the program itself speaks of.
extension Measure {
  package static let arrivals = Measure(MeasureRegistry.definition("arrivals"))
  package static let answered = Measure(MeasureRegistry.definition("answered"))
  package static let abandoned = Measure(MeasureRegistry.definition("abandoned"))
  package static let blocked = Measure(MeasureRegistry.definition("blocked"))
  package static let carriedOver = Measure(MeasureRegistry.definition("carried_over"))
  package static let lostOutsideHours = Measure(MeasureRegistry.definition("lost_outside_hours"))
  package static let serviceLevel = Measure(MeasureRegistry.definition("service_level"))
  package static let threeMinuteReplies = Measure(
    MeasureRegistry.definition("three_minute_reply_share"))
  package static let abandonment = Measure(MeasureRegistry.definition("abandonment"))
  package static let meanWait = Measure(MeasureRegistry.definition("mean_wait"))
  package static let meanWaitOfAnswered = Measure(MeasureRegistry.definition("mean_wait_answered"))
  package static let meanWaitOfAbandoned = Measure(
    MeasureRegistry.definition("mean_wait_abandoned"))
  package static let meanFirstReply = Measure(MeasureRegistry.definition("mean_first_reply"))
  package static let orders = Measure(MeasureRegistry.definition("orders"))
  package static let sales = Measure(MeasureRegistry.definition("sales"))
  package static let salesLost = Measure(MeasureRegistry.definition("sales_lost"))

  /// Answered within the seconds, as a target binds it.
  package static func serviceLevel(within seconds: Double) -> Measure {
    Measure(MeasureRegistry.definition("service_level"), within: seconds)
  }

  package static func answered(within seconds: Double) -> Measure {
    Measure(MeasureRegistry.definition("answered_within"), within: seconds)
  }

  package static func firstReply(within seconds: Double) -> Measure {
    Measure(MeasureRegistry.definition("first_reply_within"), within: seconds)
  }
}
