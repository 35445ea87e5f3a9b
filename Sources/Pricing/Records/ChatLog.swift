// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars

/// A log with one row for each contact.
struct ChatLog {
  /// `outcome` is `served` where a person answered and `robot` where only a robot did; anything else
  /// counts as an arrival alone. `first_reply_seconds` runs from the arrival to the first answer,
  /// `duration_seconds` from that answer to the end. Any further column is left unread.
  static let columns = [
    "arrived_at", "inquiry_type", "customer", "outcome", "first_reply_seconds",
    "duration_seconds", "orders", "sales", "refunds", "currency",
  ]

  private let rows: [RecordRow]
  private let columns: [String: Int]
  private let headerLine: Int

  init(_ table: DelimitedText) throws(RecordError) {
    columns = try table.columns(known: Self.columns) { _ in true }
    rows = table.rows.map { [columns] in RecordRow($0, columns) }
    headerLine = table.headerLine
    if columns["outcome"] == nil {
      throw RecordError(line: table.headerLine, .columnNeeded(["outcome"]))
    }
    if rows.isEmpty { throw RecordError(line: table.headerLine, .empty) }
  }

  func usage(for reading: UsageReading) throws(RecordError) -> Usage {
    var definitions = [EffectiveConversation.everyArrival, .answeredByPerson]
    for definition in reading.conversations
    where !definitions.contains(definition) && definition.base != .recorded {
      try requireColumns(of: definition)
      definitions.append(definition)
    }
    let types = names(in: rows, "inquiry_type")
    let schema = UsageSchema(
      inquiryTypes: types.isEmpty ? ["all"] : types, conversations: definitions,
      currency: try reading.currency(of: rows))
    var moments: [(date: CivilDate, hour: Int)] = []
    var dates: [(date: CivilDate, line: Int)] = []
    for row in rows {
      let moment = try row.moment("arrived_at")
      moments.append(moment)
      dates.append((moment.date, row.line))
    }
    var usage = Usage(schema: schema, span: try wholeMonths(dates), byHour: true)
    var counted: [Set<CustomerDay>] = Array(repeating: [], count: definitions.count)
    for (row, moment) in zip(rows, moments) {
      try add(row, moment, &usage, &counted)
    }
    return usage
  }

  private struct CustomerDay: Hashable {
    var customer: String
    var date: CivilDate
  }

  private func add(
    _ row: RecordRow, _ moment: (date: CivilDate, hour: Int), _ usage: inout Usage,
    _ counted: inout [Set<CustomerDay>]
  ) throws(RecordError) {
    let schema = usage.schema
    let type = row.text("inquiry_type").flatMap { schema.inquiryTypes.firstIndex(of: $0) } ?? 0
    for (column, definition) in schema.conversations.enumerated() {
      guard try counts(row, as: definition) else { continue }
      if definition.oncePerCustomerAndDay {
        let customer = CustomerDay(customer: try row.required("customer"), date: moment.date)
        guard counted[column].insert(customer).inserted else { continue }
      }
      usage.add(1, column: column, type: type, on: moment.date, hour: moment.hour)
    }
    let amounts = [
      (schema.ordersColumn, try row.count("orders")),
      (schema.salesColumn, try row.positiveMoney("sales")?.fen),
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
      guard let reply = try row.decimal("first_reply_seconds"), reply <= whole(limit) else {
        return false
      }
    }
    if let least = definition.minimumDuration {
      guard let duration = try row.decimal("duration_seconds"), duration >= whole(least) else {
        return false
      }
    }
    return true
  }

  private func whole(_ seconds: Int) -> ExactDecimal { ExactDecimal(Int32(clamping: seconds)) }

  private func requireColumns(of definition: EffectiveConversation) throws(RecordError) {
    var needed: [String] = []
    if definition.answeredWithin != nil { needed.append("first_reply_seconds") }
    if definition.minimumDuration != nil { needed.append("duration_seconds") }
    if definition.oncePerCustomerAndDay { needed.append("customer") }
    for column in needed where columns[column] == nil {
      throw RecordError(line: headerLine, .columnNeeded([column]))
    }
  }
}
