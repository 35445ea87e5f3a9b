// SPDX-License-Identifier: GPL-3.0-or-later

import Wording

/// A tab of the page on which a scenario is thought about.
enum PlannerView: String, CaseIterable {
  case plans, service, verdict, explore, require, plan, headcount, roster, today, score, bill

  var title: Localized {
    switch self {
    case .plans: Localized(en: "Plans", zh: "方案")
    case .service: Localized(en: "Service", zh: "服务")
    case .verdict: Localized(en: "Break-even", zh: "盈亏平衡")
    case .explore: Localized(en: "Explore", zh: "探索")
    case .require: Localized(en: "Required", zh: "所需人数")
    case .plan: Localized(en: "Staff plan", zh: "排班方案")
    case .headcount: Localized(en: "Headcount", zh: "编制")
    case .roster: Localized(en: "Roster", zh: "班表")
    case .today: Localized(en: "Today", zh: "今日")
    case .score: Localized(en: "Scorecards", zh: "平台考核")
    case .bill: Localized(en: "Bill", zh: "账单核对")
    }
  }

  /// What it answers.
  var about: Localized {
    switch self {
    case .plans:
      Localized(en: "What each plan costs and how it serves.", zh: "各方案的费用与服务。")
    case .service:
      Localized(
        en:
          "When customers are answered in time: by day and time of day, over the period, on the busiest day.",
        zh: "顾客何时得到及时应答：逐日逐时段、整个期间与最忙的一天。")
    case .verdict:
      Localized(
        en:
          "The verdict with its warnings, and at which volume another plan becomes the cheaper one.",
        zh: "结论与提醒，以及咨询量到多少时另一方案更便宜。")
    case .explore:
      Localized(
        en:
          "Which assumption or price moves the lead most, which mix of people is best, what the provider "
          + "should quote.",
        zh: "哪个假设或价格最影响领先、怎样的人员组合最好、服务商应报什么价。")
    case .require:
      Localized(
        en:
          "The fewest people on duty in every half hour that keep the targets, and whom the plan has there.",
        zh: "各半小时达标所需的最少在岗人数，以及方案在岗人数。")
    case .plan:
      Localized(
        en:
          "Which shifts to book by which day so that the targets are kept, and what that costs under each "
          + "contract.",
        zh: "为达标应在何日前预订哪些班次，以及在各合同下的费用。")
    case .headcount:
      Localized(
        en:
          "How many seats and people to hold month by month, what to hire, book or return by which day, and "
          + "how many to hold in reserve for promotions.",
        zh: "逐月应保有的坐席与人数，何日前招聘、预订或退还，以及大促后备人数。")
    case .today:
      Localized(
        en:
          "What the rest of a day will bring, told from its first hours, and which changes still pay.",
        zh: "由当日已过时段推算其余时段，并指出哪些改动仍然划算。")
    case .roster:
      Localized(
        en:
          "Who works when: made from the staff plan's shifts and your people, then edited by hand; every "
          + "change is checked.",
        zh: "谁在何时上班：由排班方案的班次与人员生成，可手工修改，每次改动都会检查。")
    case .score:
      Localized(
        en:
          "How platforms would grade the replies: of every plan's simulated chats, or of a recorded log.",
        zh: "平台会如何考核回复：可对各方案的模拟会话或实际记录评分。")
    case .bill:
      Localized(
        en: "What the contracts charge for recorded months, and where a received invoice differs.",
        zh: "按合同计算实际月份应收多少，并指出收到的账单有何不符。")
    }
  }
}
