// SPDX-License-Identifier: GPL-3.0-or-later

/// Who wrote a message of a log, or what its row tells.
package enum MessageSide: UInt8, CaseIterable, Sendable {
  case customer, person, robot
  /// The customer is passed on to a person.
  case transfer
  /// The customer left a word because nobody was on line.
  case leaveWord
  /// Of the platform itself; it is no message of either side.
  case system

  /// How logs spell it, lower case; the first is the canonical one.
  package var spellings: [String] {
    switch self {
    case .customer:
      ["customer", "buyer", "user", "client", "visitor", "c", "顾客", "买家", "客户", "用户", "访客", "消费者"]
    case .person:
      ["agent", "person", "staff", "seller", "human", "a", "客服", "人工", "人工客服", "商家", "卖家"]
    case .robot: ["robot", "bot", "auto", "automatic", "r", "机器人", "智能客服", "自动回复"]
    case .transfer: ["transfer", "t", "转人工"]
    case .leaveWord: ["leave_word", "leave-word", "l", "留言"]
    case .system: ["system", "s", "系统", "平台"]
    }
  }
}
