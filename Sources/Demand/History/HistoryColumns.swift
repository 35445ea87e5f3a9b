// SPDX-License-Identifier: GPL-3.0-or-later

/// Which column of the file means what.
struct HistoryColumns {
  enum Meaning: Int, CaseIterable {
    case time, second, count, type, wait, handling, outcome, abandoned, reachedQueue, otherShop

    /// Headings that mean it, lower case; the first is the canonical one.
    var headings: [String] {
      switch self {
      case .time:
        [
          "interval_start", "timestamp", "arrival", "arrival_time", "arrived_at", "time",
          "datetime", "date_time", "start", "start_time", "created_at", "interval", "period",
          "date", "ds", "到达时间", "进线时间", "开始时间", "时间", "日期",
        ]
      case .second: ["second"]
      case .count:
        [
          "count", "counts", "arrivals", "inquiries", "contacts", "calls", "chats", "offered",
          "volume", "y", "咨询量", "数量", "进线量", "会话量",
        ]
      case .type: ["type", "inquiry_type", "category", "service", "skill", "咨询类型", "类型"]
      case .wait:
        ["wait", "wait_s", "wait_seconds", "waiting_time", "queue_s", "queue_time", "等待时长"]
      case .handling:
        [
          "handle", "handle_s", "handling_s", "handle_seconds", "handling", "handle_time",
          "handling_time", "service_s", "处理时长",
        ]
      case .outcome: ["outcome", "result", "status", "结果"]
      case .abandoned: ["abandoned", "abandon", "is_abandoned", "lost", "放弃", "是否放弃"]
      case .reachedQueue: ["reached_queue", "arrived"]
      case .otherShop: ["background"]
      }
    }
  }

  /// Columns of the chats that `simulate` writes which a history has no use for: nobody needs to be told.
  private static let ofOwnChats: Set<String> = [
    "plan", "replication", "chat", "written_date", "written_second", "carried_over", "taken",
    "first_reply", "group", "agent", "last_agent", "order", "time_zone",
  ]

  /// By meaning; a list, since every cell of millions of rows asks for one.
  private var places = [Int?](repeating: nil, count: Meaning.allCases.count)
  /// Headings without a meaning.
  private(set) var ignored: [String] = []
  /// Fields that a row needs at least.
  let needed: Int

  /// Position of the column, if the file has it.
  subscript(_ meaning: Meaning) -> Int? { places[meaning.rawValue] }

  init(header: [String], line: Int) throws(HistoryError) {
    var highest = 0
    let areOwnChats = header.contains("written_second") && header.contains("second")
    for (index, heading) in header.enumerated() {
      let key = heading.lowercased().replacing(" ", with: "_")
      guard let meaning = Meaning.allCases.first(where: { $0.headings.contains(key) }) else {
        if !areOwnChats || !Self.ofOwnChats.contains(key) { ignored.append(heading) }
        continue
      }
      if let other = places[meaning.rawValue] {
        throw HistoryError([
          HistoryProblem(
            line: line,
            kind: .twoColumns(meaning: meaning.headings[0], names: [header[other], heading]))
        ])
      }
      places[meaning.rawValue] = index
    }
    guard let time = places[Meaning.time.rawValue] else {
      throw HistoryError([HistoryProblem(line: line, kind: .noTimeColumn(found: header))])
    }
    highest = max(time, places[Meaning.count.rawValue] ?? 0)
    // Counts have their own columns of the same names: abandoned is a number of customers there.
    needed = highest + 1
  }
}
