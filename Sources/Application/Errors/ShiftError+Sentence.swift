// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
import Capacity
import IntegerPrograms
import Wording

extension ShiftError {
  var sentence: Localized {
    switch self {
    case .nothingToBuy:
      return Localized(
        en: "staffing: found shared agents alone, needed people whom the shop can book.",
        zh: "staffing：只有共享客服；须有店铺可以预订的人员。")
    case .uncovered(let date, let interval, let seconds, let group):
      let clock = ClockTime(unchecked: interval * seconds)
      return Localized(
        en:
          "staffing.design: no shift that can be booked has anybody for \(group) on duty on \(date) at "
          + "\(clock); allow another start or length, other dates or weekdays, or close the desk then.",
        zh: "staffing.design：\(date) \(clock) 没有任何可预订的班次能为 \(group) 安排在岗人员；"
          + "请允许其他开始时间、时长、日期或星期，或在该时段停止营业。")
    case .tooFew(let date, let interval, let seconds, let group):
      let clock = ClockTime(unchecked: interval * seconds)
      return Localized(
        en:
          "staffing.design: the bounds at_most and distinct_shifts leave too few for \(group) on \(date) "
          + "at \(clock); raise one of them, or lower the service targets.",
        zh: "staffing.design：受 at_most 与 distinct_shifts 限制，\(date) \(clock) 的 \(group) 人数不足；"
          + "请放宽其中之一，或降低服务目标。")
    case .contract(let plan, let error):
      return Cause.pricing(error).sentence.placed("plans.\(plan).contract")
    }
  }
}

extension IntegerProgramError {
  var sentence: Localized {
    switch self {
    case .infeasible:
      Localized(
        en:
          "staffing.design: its bounds contradict each other, so that no choice of shifts keeps them all.",
        zh: "staffing.design：各项限制相互矛盾，没有任何排班能同时满足。")
    case .unbounded:
      Localized(
        en:
          "staffing.design: more people would cost less and less; found a negative price of a shift.",
        zh: "staffing.design：人越多费用越低；存在价格为负的班次。")
    case .outOfTime:
      Localized(
        en:
          "staffing.design: the search found no choice of shifts within its bounds, which does not prove "
          + "that there is none; loosen at_most or distinct_shifts, allow fewer starts and lengths, or "
          + "more --seconds.",
        zh: "staffing.design：在各项限制内没有找到排班方案（并不证明不存在）；请放宽 at_most 或 distinct_shifts，"
          + "减少可选的开始时间与时长，或增加 --seconds。")
    case .cancelled: Localized(en: "cancelled.", zh: "已取消。")
    case .failed(let solver, let message):
      Localized(en: "\(solver) failed: \(message).", zh: "\(solver) 求解失败：\(message)。")
    }
  }
}
