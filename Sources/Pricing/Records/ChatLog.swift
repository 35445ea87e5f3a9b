// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
import Money

/// A log with one row for each contact: a shop's own, or the `chats.csv` of a simulation. It is read
/// row by row; what is kept are counts, and the customers of each day where a contract tells them apart.
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

  private var table: RecordTable
  private let reading: UsageReading
  private let columns: Columns
  private let definitions: [EffectiveConversation]
  private var types = RecordedNames()
  /// Of each type the value of an order in 分, where it is known.
  private var orderValues: [Int64?] = []
  /// Of each definition, then of each type: whether its repeats count among this type's contacts.
  private var isAmong: [[Bool]]
  /// Of each definition that counts a customer once a day.
  private var customers: [CustomerDays]
  private var cells: UsageCells
  private var days = RecordedDays()
  private var run = SimulatedRun()

  init(_ table: RecordTable, for reading: UsageReading) throws(RecordError) {
    let named = try table.columns(known: Self.columns + Self.simulated) { _ in true }
    columns = Columns(named)
    guard columns.outcome.isPresent else {
      throw RecordError(line: table.headerLine, .columnNeeded(["outcome"]))
    }
    var definitions = [EffectiveConversation.everyArrival, .answeredByPerson]
    for definition in reading.conversations
    where !definitions.contains(definition) && definition.base != .recorded {
      for column in columns.needed(by: definition) where !column.isPresent {
        throw RecordError(line: table.headerLine, .columnNeeded([column.name]))
      }
      definitions.append(definition)
    }
    self.table = table
    self.reading = reading
    self.definitions = definitions
    isAmong = Array(repeating: [], count: definitions.count)
    customers = Array(repeating: CustomerDays(), count: definitions.count)
    cells = UsageCells(slots: 24, columns: definitions.count + 3)
  }

  mutating func usage() throws(RecordError) -> Usage {
    var isEmpty = true
    while let row = try table.next() {
      if row.says("true", columns.background) || row.says("false", columns.hasArrived) { continue }
      try run.check(row, columns)
      isEmpty = false
      try add(row)
    }
    if isEmpty { throw RecordError(line: table.headerLine, .empty) }
    if types.names.isEmpty { meet("all") }
    let schema = UsageSchema(
      inquiryTypes: types.names.isEmpty ? ["all"] : types.names, conversations: definitions,
      currency: reading.currency, columns: told)
    let span = try days.wholeMonths()
    try UsageLimits.check(schema, times: span.count, byHour: true, line: table.headerLine)
    var usage = Usage(schema: schema, span: span, byHour: true)
    cells.forEach { amount, column, type, date, hour in
      usage.add(amount, column: column, type: type, on: date, hour: hour)
    }
    return usage
  }

  /// A log that tells orders and no sales tells them too where the orders' value is known.
  private var told: Set<UsageColumn> {
    var told: Set<UsageColumn> = [.inquiries]
    if columns.orders.isPresent || columns.order.isPresent { told.insert(.orders) }
    if columns.sales.isPresent || (told.contains(.orders) && !reading.orderValues.isEmpty) {
      told.insert(.sales)
    }
    if columns.refunds.isPresent { told.insert(.refunds) }
    return told
  }

  private mutating func add(_ row: RecordRow) throws(RecordError) {
    try reading.checkCurrency(row, columns.currency)
    let known = types.names.count
    // A contact without a type is one of the first type's.
    let type = try types.place(in: row, columns.type) ?? 0
    if types.names.count > known { meet(types.names[known]) }
    let (date, hour) = try moment(of: row)
    days.note(date, line: row.line)
    let place = try cells.row(type: type, on: date, hour: hour, line: row.line)
    let outcome = try outcome(row)
    for (column, definition) in definitions.enumerated() {
      guard try counts(row, outcome, as: definition) else { continue }
      if definition.oncePerCustomerAndDay {
        guard isAmong[column].isEmpty || isAmong[column][type] else { continue }
        guard let customer = row.cell(columns.customer) else {
          throw row.error(columns.customer, .mustNotBeEmpty)
        }
        guard customers[column].insert(customer, on: date) else { continue }
      }
      cells.add(1, column: column, of: place)
    }
    let orders = try row.count(columns.orders) ?? (row.says("true", columns.order) ? 1 : nil)
    var sales = try row.positiveMoney(columns.sales)?.fen
    if !columns.sales.isPresent, let orders, let value = orderValue(of: type) {
      sales = value * min(orders, 1_000_000)
    }
    let refunds = try row.positiveMoney(columns.refunds)?.fen
    let first = definitions.count
    if let orders { cells.add(orders, column: first, of: place) }
    if let sales { cells.add(sales, column: first + 1, of: place) }
    if let refunds { cells.add(refunds, column: first + 2, of: place) }
  }

  private func orderValue(of type: Int) -> Int64? {
    type < orderValues.count ? orderValues[type] : reading.orderValues["all"]?.fen
  }

  /// A type is met for the first time.
  private mutating func meet(_ type: String) {
    orderValues.append(reading.orderValues[type]?.fen)
    for (column, definition) in definitions.enumerated() {
      let isAmong = definition.repeatsAmong.isEmpty || definition.repeatsAmong.contains(type)
      // What came before without a type was of this one.
      if self.isAmong[column].isEmpty, !isAmong {
        cells.clear(column: column)
        customers[column].clear()
      }
      self.isAmong[column].append(isAmong)
    }
  }

  private func moment(of row: RecordRow) throws(RecordError) -> (date: CivilDate, hour: Int) {
    guard !columns.arrived.isPresent else { return try row.moment(columns.arrived) }
    let second = try row.decimal(columns.second)
    guard let second, !second.isNegative, second < ExactDecimal(86_400) else {
      throw row.error(columns.second, .notATime(row.text(columns.second) ?? ""))
    }
    return (try row.date(columns.date), Int(second.millionths / 3_600_000_000))
  }

  /// Who answered a contact.
  private enum Outcome { case person, robot, nobody }

  private func outcome(_ row: RecordRow) throws(RecordError) -> Outcome {
    guard row.cell(columns.outcome) != nil else {
      throw row.error(columns.outcome, .mustNotBeEmpty)
    }
    return row.says("served", columns.outcome)
      ? .person : row.says("robot", columns.outcome) ? .robot : .nobody
  }

  private func counts(
    _ row: RecordRow, _ outcome: Outcome, as definition: EffectiveConversation
  ) throws(RecordError) -> Bool {
    switch definition.base {
    case .arrived: break
    case .answered: guard outcome == .person else { return false }
    case .answeredByAnyone: guard outcome != .nobody else { return false }
    case .recorded: return false
    }
    if let limit = definition.answeredWithin {
      guard let reply = try row.positiveDecimal(columns.reply), reply <= whole(limit) else {
        return false
      }
    }
    if let least = definition.minimumDuration {
      guard let duration = try row.positiveDecimal(columns.duration), duration >= whole(least)
      else { return false }
    }
    return true
  }

  private func whole(_ seconds: Int) -> ExactDecimal { ExactDecimal(Int32(clamping: seconds)) }
}

extension ChatLog {
  private struct Columns {
    let arrived, date, second, type, background, customer, outcome, reply, duration: RecordColumn
    let plan, replication, hasArrived: RecordColumn
    let order, orders, sales, refunds, currency: RecordColumn

    init(_ columns: RecordColumns) {
      arrived = columns["arrived_at"]
      (plan, replication, hasArrived) = (
        columns["plan"], columns["replication"], columns["arrived"]
      )
      (date, second, background) = (columns["date"], columns["second"], columns["background"])
      (type, customer, outcome) = (columns["inquiry_type"], columns["customer"], columns["outcome"])
      // A simulation bills by the wait for an agent, a shop by the first answer.
      reply = columns[arrived.isPresent ? "first_reply_seconds" : "wait"]
      duration = columns[arrived.isPresent ? "duration_seconds" : "handling"]
      (order, orders, sales) = (columns["order"], columns["orders"], columns["sales"])
      (refunds, currency) = (columns["refunds"], columns["currency"])
    }

    func needed(by definition: EffectiveConversation) -> [RecordColumn] {
      (definition.answeredWithin != nil ? [reply] : [])
        + (definition.minimumDuration != nil ? [duration] : [])
        + (definition.oncePerCustomerAndDay ? [customer] : [])
    }
  }
}

extension ChatLog {
  /// Months are those of one plan's one replication: several would be billed as one shop's.
  private struct SimulatedRun {
    private var first: (plan: [UInt8], replication: [UInt8])?

    mutating func check(_ row: RecordRow, _ columns: Columns) throws(RecordError) {
      guard !columns.arrived.isPresent else { return }
      guard let first else {
        first = (
          Array(row.cell(columns.plan) ?? []), Array(row.cell(columns.replication) ?? [])
        )
        return
      }
      for (column, known) in [(columns.plan, first.plan), (columns.replication, first.replication)]
      where !(row.cell(column) ?? []).elementsEqual(known) {
        throw row.error(
          column,
          .severalRuns(
            first: String(decoding: known, as: UTF8.self), other: row.text(column) ?? ""))
      }
    }
  }
}
