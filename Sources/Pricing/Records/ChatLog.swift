// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
import Money
import Tables

/// A log with one row for each contact: a shop's own, or the `chats.csv` of a simulation.
struct ChatLog {
  /// `outcome` is `served` where a person answered and `robot` where only a robot did; anything else
  /// counts as an arrival alone. `first_reply_seconds` runs from the arrival to the first answer,
  /// `duration_seconds` from that answer to the end. Any further column is left unread.
  static let columns = [
    "arrived_at", "inquiry_type", "customer", "outcome", "first_reply_seconds",
    "duration_seconds", "orders", "sales", "refunds", "currency",
  ]
  /// What `chats.csv` has instead: the moment of arrival in two columns, other shops' chats and those
  /// that never came to the desk marked, and waits.
  static let simulated = [
    "plan", "replication", "date", "second", "background", "arrived", "wait", "handling", "order",
  ]

  static func isLog(_ header: [String]) -> Bool {
    header.contains("arrived_at")
      || ["date", "second", "outcome"].allSatisfy(header.contains)
  }

  private let table: DelimitedText
  private let columns: [String: Int]
  private let notes: RecordNotes

  init(_ table: DelimitedText, _ notes: RecordNotes) throws(RecordError) {
    columns = try table.columns(known: Self.columns + Self.simulated) { _ in true }
    self.table = table
    self.notes = notes
    if columns["outcome"] == nil {
      throw RecordError(line: table.headerLine, .columnNeeded(["outcome"]))
    }
    try requireOneRun()
    if !rows.contains(where: { _ in true }) { throw RecordError(line: table.headerLine, .empty) }
  }

  /// The shop's own chats, each made when it is looked at: a log may have millions.
  private var rows: some Sequence<RecordRow> {
    table.rows.lazy.map { [columns, notes] in RecordRow($0, columns, notes) }
      .filter { $0.text("background") != "true" && $0.text("arrived") != "false" }
  }

  /// Months are those of one plan's one replication: several would be billed as one shop's.
  private func requireOneRun() throws(RecordError) {
    guard columns["arrived_at"] == nil else { return }
    for column in ["plan", "replication"] where columns[column] != nil {
      var first: String?
      for row in rows {
        guard let found = row.text(column) else { continue }
        if let first, first != found {
          throw row.error(column, .severalRuns(first: first, other: found))
        }
        first = found
      }
    }
  }

  func usage(for reading: UsageReading) throws(RecordError) -> Usage {
    var definitions = [EffectiveConversation.everyArrival, .answeredByPerson]
    for definition in reading.conversations
    where !definitions.contains(definition) && definition.base != .recorded {
      try requireColumns(of: definition)
      definitions.append(definition)
    }
    let types = try names(in: rows, "inquiry_type")
    let schema = UsageSchema(
      inquiryTypes: types.isEmpty ? ["all"] : types, conversations: definitions,
      currency: try reading.currency(of: rows), columns: told(pricing: reading.orderValues))
    var moments: [(date: CivilDate, hour: Int)] = []
    var dates: [(date: CivilDate, line: Int)] = []
    for row in rows {
      let moment = try moment(of: row)
      // One note for each run of equal dates is enough.
      if moments.last?.date != moment.date { dates.append((moment.date, row.line)) }
      moments.append(moment)
    }
    let span = try wholeMonths(dates)
    try UsageLimits.check(schema, span, byHour: true, line: table.headerLine)
    var usage = Usage(schema: schema, span: span, byHour: true)
    var counted: [Set<CustomerDay>] = Array(repeating: [], count: definitions.count)
    let places = Dictionary(
      uniqueKeysWithValues: schema.inquiryTypes.enumerated().map { ($1, $0) })
    for (row, moment) in zip(rows, moments) {
      let type = row.text("inquiry_type").flatMap { places[$0] } ?? 0
      try add(row, type, moment, reading.orderValues, &usage, &counted)
    }
    return usage
  }

  /// A log that tells orders and no sales tells them too where the orders' value is known.
  private func told(pricing orderValues: [String: Money]) -> Set<UsageColumn> {
    var told: Set<UsageColumn> = [.inquiries]
    if columns["orders"] != nil || columns["order"] != nil { told.insert(.orders) }
    if columns["sales"] != nil || (told.contains(.orders) && !orderValues.isEmpty) {
      told.insert(.sales)
    }
    if columns["refunds"] != nil { told.insert(.refunds) }
    return told
  }

  private func moment(of row: RecordRow) throws(RecordError) -> (date: CivilDate, hour: Int) {
    guard columns["arrived_at"] == nil else { return try row.moment("arrived_at") }
    let second = try row.decimal("second")
    guard let second, !second.isNegative, second < ExactDecimal(86_400) else {
      throw row.error("second", .notATime(row.text("second") ?? ""))
    }
    return (try row.date("date"), Int(second.millionths / 3_600_000_000))
  }

  private struct CustomerDay: Hashable {
    var customer: String
    var date: CivilDate
  }

  private func add(
    _ row: RecordRow, _ type: Int, _ moment: (date: CivilDate, hour: Int),
    _ orderValues: [String: Money], _ usage: inout Usage, _ counted: inout [Set<CustomerDay>]
  ) throws(RecordError) {
    let schema = usage.schema
    for (column, definition) in schema.conversations.enumerated() {
      guard try counts(row, as: definition),
        definition.repeatsAmong.isEmpty
          || definition.repeatsAmong.contains(schema.inquiryTypes[type])
      else { continue }
      if definition.oncePerCustomerAndDay {
        let customer = CustomerDay(customer: try row.required("customer"), date: moment.date)
        guard counted[column].insert(customer).inserted else { continue }
      }
      usage.add(1, column: column, type: type, on: moment.date, hour: moment.hour)
    }
    let orders = try row.count("orders") ?? (row.text("order") == "true" ? 1 : nil)
    var sales = try row.positiveMoney("sales")?.fen
    if columns["sales"] == nil, let orders {
      sales = orderValues[schema.inquiryTypes[type]].map { $0.fen * min(orders, 1_000_000) }
    }
    let amounts = [
      (schema.ordersColumn, orders), (schema.salesColumn, sales),
      (schema.refundsColumn, try row.positiveMoney("refunds")?.fen),
    ]
    for case (let column, let amount?) in amounts {
      usage.add(amount, column: column, type: type, on: moment.date, hour: moment.hour)
    }
  }

  private func counts(
    _ row: RecordRow, as definition: EffectiveConversation
  ) throws(RecordError) -> Bool {
    let outcome = try row.required("outcome")
    switch definition.base {
    case .arrived: break
    case .answered: guard outcome == "served" else { return false }
    case .answeredByAnyone: guard outcome == "served" || outcome == "robot" else { return false }
    case .recorded: return false
    }
    if let limit = definition.answeredWithin {
      guard let reply = try row.positiveDecimal(replyColumn), reply <= whole(limit) else {
        return false
      }
    }
    if let least = definition.minimumDuration {
      guard let duration = try row.positiveDecimal(durationColumn), duration >= whole(least) else {
        return false
      }
    }
    return true
  }

  /// A simulation bills by the wait for an agent, a shop by the first answer.
  private var replyColumn: String {
    columns["arrived_at"] == nil ? "wait" : "first_reply_seconds"
  }
  private var durationColumn: String {
    columns["arrived_at"] == nil ? "handling" : "duration_seconds"
  }

  private func whole(_ seconds: Int) -> ExactDecimal { ExactDecimal(Int32(clamping: seconds)) }

  private func requireColumns(of definition: EffectiveConversation) throws(RecordError) {
    var needed: [String] = []
    if definition.answeredWithin != nil { needed.append(replyColumn) }
    if definition.minimumDuration != nil { needed.append(durationColumn) }
    if definition.oncePerCustomerAndDay { needed.append("customer") }
    for column in needed where columns[column] == nil {
      throw RecordError(line: table.headerLine, .columnNeeded([column]))
    }
  }
}
