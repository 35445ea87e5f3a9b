// SPDX-License-Identifier: GPL-3.0-or-later

/// Which column of a message log means what.
struct MessageColumns {
  enum Meaning: String, CaseIterable {
    case time, side, session, customer, agent, characters, text

    /// Headings that mean it, lower case; the first is the canonical one.
    var headings: [String] {
      switch self {
      case .time:
        [
          "time", "timestamp", "sent_at", "at", "datetime", "created_at", "message_time", "时间",
          "发送时间", "消息时间", "聊天时间",
        ]
      case .side: ["side", "from", "sender", "role", "sender_type", "发送方", "角色", "身份", "方向"]
      case .session:
        [
          "session", "session_id", "chat", "chat_id", "conversation", "conversation_id", "会话",
          "会话id", "会话编号",
        ]
      case .customer:
        [
          "customer", "customer_id", "buyer", "buyer_id", "user", "user_id", "顾客", "买家", "客户", "用户",
          "买家昵称", "顾客昵称", "买家旺旺",
        ]
      case .agent:
        ["agent", "agent_id", "staff", "seller", "客服", "客服昵称", "客服账号", "旺旺昵称", "接待客服"]
      case .characters:
        ["characters", "chars", "text_chars", "length", "字数", "消息字数", "消息长度"]
      case .text: ["text", "message", "content", "body", "消息内容", "聊天内容", "内容"]
      }
    }
  }

  /// Meanings that are only looked for where lengths are asked for.
  private static let lengths: [Meaning] = [.characters, .text]

  private var places = [Int?](repeating: nil, count: Meaning.allCases.count)
  /// Fields that a row needs at least.
  let needed: Int

  /// Whether messages have lengths.
  var tellsLengths: Bool { self[.characters] != nil || self[.text] != nil }

  subscript(_ meaning: Meaning) -> Int? {
    places[Meaning.allCases.firstIndex(of: meaning) ?? 0]
  }

  init(header: [String], line: Int, withLengths: Bool) throws(MessageLogError) {
    for (index, heading) in header.enumerated() {
      let key = heading.lowercased().replacing(" ", with: "_")
      guard
        let meaning = Meaning.allCases.firstIndex(where: { $0.headings.contains(key) }),
        withLengths || !Self.lengths.contains(Meaning.allCases[meaning])
      else { continue }
      if let other = places[meaning] {
        throw MessageLogError(
          line: line,
          .twoColumns(
            meaning: Meaning.allCases[meaning].rawValue, names: [header[other], heading]))
      }
      places[meaning] = index
    }
    func needs(_ meanings: Meaning...) throws(MessageLogError) {
      for meaning in meanings where places[Meaning.allCases.firstIndex(of: meaning) ?? 0] != nil {
        return
      }
      throw MessageLogError(line: line, .noColumn(meanings.map(\.rawValue), found: header))
    }
    needed = (places.compactMap(\.self).max() ?? 0) + 1
    try needs(.time)
    try needs(.side)
    try needs(.session, .customer)
  }
}
