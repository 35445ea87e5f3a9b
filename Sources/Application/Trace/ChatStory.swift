// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
import Experiments
import Scenarios
import SimulationEngine
package import Wording
import Workforce

/// One chat told in sentences, a moment a line.
package struct ChatStory: Sendable {
  /// One moment of it.
  package struct Line: Sendable {
    /// Seconds since the horizon's start.
    package let time: Double
    /// Date and time on the shop's clock.
    package let clock: String
    package let text: Localized
  }

  package let heading: Localized
  package let lines: [Line]

  init(
    _ chat: LoggedChat, number: Int, replication: Int, plan: String, in scenario: Scenario,
    _ timeline: StaffingTimeline
  ) {
    let type = scenario.inquiryTypes[chat.type].name
    heading = Localized(
      en: "Chat \(number) of replication \(replication) at \(plan): \(type)"
        + (chat.isBackground ? ", a customer of another shop" : ""),
      zh: "方案 \(plan) 第 \(replication) 次模拟的第 \(number) 个会话：\(type)"
        + (chat.isBackground ? "（其他店铺的顾客）" : ""))
    let start = chat.arrived ?? chat.firstSeen
    var replies = 0
    // A reply may be told before its time; the sort keeps the order of what is simultaneous.
    lines = chat.moments.sorted { $0.time < $1.time }.map { moment in
      if case .replied = moment.kind { replies += 1 }
      return Line(
        time: moment.time, clock: Self.clock(moment.time, scenario.horizon.first),
        text: Self.words(
          moment.kind, since: Self.seconds(moment.time - start), reply: replies,
          agent: { agent in
            let group = timeline.groups[timeline.agents[agent].group]
            return Localized(en: "agent \(agent) (\(group))", zh: "客服 \(agent)（\(group)）")
          }))
    }
  }

  private static func words(
    _ kind: ChatMoment.Kind, since: String, reply: Int, agent name: (Int) -> Localized
  ) -> Localized {
    switch kind {
    case .arrived:
      return Localized(en: "The customer writes.", zh: "顾客发来消息。")
    case .carriedOver:
      return Localized(
        en: "The customer writes in closed hours and is kept until opening.",
        zh: "顾客在非服务时间留言，等待开店后处理。")
    case .lostOutsideHours:
      return Localized(
        en: "The customer writes in closed hours and is lost.", zh: "顾客在非服务时间来询，流失。")
    case .blocked:
      return Localized(
        en: "The waiting room is full: the customer is turned away.", zh: "排队已满，顾客被拒。")
    case .abandoned:
      return Localized(
        en: "Nobody has answered; the customer leaves after \(since) s.",
        zh: "无人应答，顾客等待 \(since) 秒后离开。")
    case .silentlyAbandoned:
      return Localized(
        en: "The customer stops waiting after \(since) s and tells nobody.",
        zh: "顾客等待 \(since) 秒后悄悄离开。")
    case .assigned(let agent):
      let name = name(agent)
      return Localized(
        en: "After \(since) s \(name.en) takes the chat.", zh: "\(since) 秒后由\(name.zh)接起。")
    case .wrote:
      return Localized(
        en: "The customer writes again, \(since) s after the arrival.",
        zh: "顾客再次发来消息，距来询 \(since) 秒。")
    case .replied(let agent):
      let name = name(agent)
      return Localized(
        en: "Reply \(reply), \(since) s after the arrival, by \(name.en).",
        zh: "\(name.zh)的第 \(reply) 条回复，距来询 \(since) 秒。")
    case .ordered:
      return Localized(en: "The customer will place an order.", zh: "顾客将下单。")
    case .handedOver(let agent):
      let name = name(agent)
      return Localized(
        en: "The shift ends; \(name.en) takes the chat over.", zh: "班次结束，由\(name.zh)接手。")
    case .closed:
      return Localized(
        en: "The chat is closed, \(since) s after the arrival.", zh: "会话结束，距来询 \(since) 秒。")
    }
  }

  private static func seconds(_ value: Double) -> String { Decimals.fixed(value, places: 1) }

  private static func clock(_ time: Double, _ first: CivilDate) -> String {
    let whole = Int(time.rounded(.down))
    let day = (time / 86_400).rounded(.down)
    let second = whole - Int(day) * 86_400
    func two(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
    return "\(first.advanced(by: Int(day))) \(two(second / 3600)):"
      + "\(two(second / 60 % 60)):\(two(second % 60))"
  }
}
