// SPDX-License-Identifier: GPL-3.0-or-later

extension Chinese {
  /// Clauses, prices, what the parties did.
  static let contracts: [String: String] = [
    "-%1 to %2 yuan with at most two decimals": "-%1 至 %2 元，至多两位小数",
    "0 to %1 yuan with at most two decimals": "0 至 %1 元，至多两位小数",
    "-%1 to %2 yuan with at most six decimals, or a price's name such as dedicated_seat":
      "-%1 至 %2 元，至多六位小数，或价格名如 dedicated_seat",
    "0 to %1 yuan with at most six decimals, or a price's name such as dedicated_seat":
      "0 至 %1 元，至多六位小数，或价格名如 dedicated_seat",
    "a share of 0 or more such as 0.05 or 5 %": "0 或更大的比例，如 0.05 或 5 %",
    "a share such as -0.05 or -5 %": "比例，如 -0.05 或 -5 %",
    "a clause's kind, or %1": "条款种类，或%1", "no %1 staff to bill": "没有可计费的 %1 人员",
    "group: %1": "group: %1", "both price and brackets": "同时给出 price 与 brackets",
    "both monthly_fee and fee_per_seat": "同时给出 monthly_fee 与 fee_per_seat", "no fee": "没有费用",
    "monthly_fee or fee_per_seat": "monthly_fee 或 fee_per_seat",
    "both hours and dates": "同时给出 hours 与 dates", "neither hours nor dates": "既无 hours 也无 dates",
    "both amount and share_of_price": "同时给出 amount 与 share_of_price", "no amount": "没有金额",
    "amount or share_of_price": "amount 或 share_of_price",
    "%1 twice in payments": "payments 中 %1 出现两次", "each month once": "每月一次",
    "on_time, never, or days late such as 35 days": "on_time、never，或逾期天数如 35 days",
    "seat_changes without agreed_seats": "有 seat_changes 而无 agreed_seats",
    "both, or the seats of a group": "两者都有，或某个组的坐席",
    "an incomplete change": "不完整的变更",
    "added and from, or returned and last_day": "added 与 from，或 returned 与 last_day",
    "several adjustments": "多种调整",
    "one of share_of_charges, amount, per_unit": "share_of_charges、amount、per_unit 之一",

    "more than 0": "大于 0", "at most 100 %": "不超过 100 %",
    "at most 100 %, or more with allow_above_hundred: true":
      "不超过 100 %；超过须写 allow_above_hundred: true",
    "%1, where the bracket before ends, as brackets must meet": "%1，即上一档的终点，因为各档必须首尾相接",
    "bounds that rise from bracket to bracket": "逐档上升的边界",
    "an open end only in the last bracket": "只有最后一档可以不封顶",
    "no overflow, as the last bracket has no end": "没有 overflow，因为最后一档不封顶",
    "each name once": "每个名称一次",
    "a clause that bills something beside them, such as seats or tiered":
      "此外还有计费的条款，如 seats 或 tiered",
    "%1, as it does not go with %2": "%1，因为它不能与 %2 并用",
    "amounts up to 10,000,000,000,000 yuan": "不超过 10,000,000,000,000 元的金额",
    "three capital letters such as CNY": "三个大写字母，如 CNY", "-%1 % to %2 %": "-%1 % 至 %2 %",
    "at most the %1 seats held then": "不超过当时持有的 %1 个坐席",
    "nothing, or base: answered": "不写，或 base: answered", "open last step": "不封顶的最后一级",
    "%1 as in the first plan": "%1，与第一个方案相同",
  ]
}
