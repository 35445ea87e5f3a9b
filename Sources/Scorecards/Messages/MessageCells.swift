// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
import Tables

/// The rows of a message log as they grow, in the order of the file.
struct MessageCells {
  private let columns: MessageColumns
  private var messages = MessageLog.Columns()
  private var lines = RowLines()
  /// Whoever a row belongs to: its session, or where the log has none its customer.
  private var owners = KeyTable()
  private var customers = KeyTable()
  private var agents = NameTable()
  private var spellings: NameTable
  private var sideOf: [MessageSide]
  private var lastOwner: (name: [UInt8], place: Int) = ([], -1)
  /// Zone offset of the stamps; `nil` before the first row or where they have none.
  private(set) var offset: Int?
  private var isFirst = true

  var count: Int { messages.times.count }

  init(_ columns: MessageColumns) {
    self.columns = columns
    spellings = NameTable()
    sideOf = []
    for side in MessageSide.allCases {
      for spelling in side.spellings {
        spellings.add(Array(spelling.utf8)[...])
        sideOf.append(side)
      }
    }
  }

  mutating func reserve(_ count: Int) { messages.reserve(count) }

  /// Takes a row, or tells what is wrong with it.
  mutating func append(_ rows: DelimitedRows) -> MessageLogError.Kind? {
    guard rows.fields.count >= columns.needed, let timeColumn = columns[.time],
      let sideColumn = columns[.side]
    else { return .tooFewFields(found: rows.fields.count, needed: columns.needed) }
    guard let stamp = Timestamp(rows.cell(timeColumn)), stamp.hasTime else {
      return .badTime(rows.text(timeColumn))
    }
    if isFirst {
      (offset, isFirst) = (stamp.offset, false)
    } else if stamp.offset != offset {
      return .mixedZones
    }
    let sideCell = rows.cell(sideColumn)
    if sideCell.isEmpty { return .noSide }
    guard let side = side(sideCell) else {
      return .unknownSide(
        rows.text(sideColumn), allowed: MessageSide.allCases.map { $0.spellings[0] })
    }
    guard let ownerColumn = columns[.session] ?? columns[.customer] else { return .noSession }
    let ownerCell = rows.cell(ownerColumn)
    if ownerCell.isEmpty { return .noSession }
    let owner = owner(ownerCell)
    if owner == messages.customers.count { messages.customers.append(-1) }
    if messages.customers[owner] < 0, let customer = customer(rows) {
      messages.customers[owner] = customer
    }
    messages.times.append(stamp.wallClock * 1000 + Int((stamp.fraction * 1000).rounded()))
    messages.sides.append(side)
    messages.sessions.append(Int32(owner))
    messages.agents.append(agent(rows, side))
    if columns.tellsLengths { messages.characters.append(characters(rows)) }
    lines.append(rows.line)
    return nil
  }

  private func side(_ cell: ArraySlice<UInt8>) -> MessageSide? {
    if let place = spellings.place(of: cell) { return sideOf[place] }
    let lower = Array(String(decoding: cell, as: UTF8.self).lowercased().utf8)
    return spellings.place(of: lower[...]).map { sideOf[$0] }
  }

  /// Rows of a session often stand together.
  private mutating func owner(_ cell: ArraySlice<UInt8>) -> Int {
    if lastOwner.name[...] == cell { return lastOwner.place }
    let place = owners.number(of: cell)
    lastOwner = (Array(cell), place)
    return place
  }

  private mutating func customer(_ rows: DelimitedRows) -> Int32? {
    guard columns[.session] != nil, let column = columns[.customer] else { return nil }
    let cell = rows.cell(column)
    guard !cell.isEmpty else { return nil }
    return Int32(customers.number(of: cell))
  }

  private mutating func agent(_ rows: DelimitedRows, _ side: MessageSide) -> Int32 {
    guard side == .person, let column = columns[.agent] else { return -1 }
    let cell = rows.cell(column)
    guard !cell.isEmpty else { return -1 }
    return Int32(agents.place(of: cell) ?? agents.add(cell))
  }

  /// Negative where the cell tells nothing.
  private func characters(_ rows: DelimitedRows) -> Int32 {
    if let column = columns[.characters] { return Int32(rows.text(column)) ?? -1 }
    guard let column = columns[.text] else { return -1 }
    // Every byte of UTF-8 but those that go on with a character.
    return Int32(clamping: rows.cell(column).count { $0 & 0xC0 != 0x80 })
  }

  /// The log, once the file is read.
  ///
  /// - Parameter sorted: Counts the rows that were put in order.
  mutating func log(
    sessionGap: Int, sorts: Bool, _ sorted: inout Int
  ) throws(MessageLogError) -> MessageLog {
    guard messages.sides.contains(.customer) || messages.sides.contains(.leaveWord) else {
      throw MessageLogError(line: 0, .noCustomer)
    }
    let (first, last) = (messages.times.min() ?? 0, messages.times.max() ?? 0)
    let days = (last - first) / MessageLog.millisecondsADay + 1
    guard days <= MessageReader.mostDays else {
      throw MessageLogError(line: 0, .spanTooLong(days: days, most: MessageReader.mostDays))
    }
    sorted = try putInOrder(sorts: sorts)
    // Whoever is named nowhere is nobody else.
    for (session, customer) in messages.customers.enumerated() where customer < 0 {
      messages.customers[session] = Int32(customers.count + session)
    }
    if columns[.session] == nil { partSessions(gap: sessionGap * 60_000) }
    return MessageLog(messages, agentNames: agents.names)
  }

  /// - Returns: Rows that were earlier than one before them in their session.
  private mutating func putInOrder(sorts: Bool) throws(MessageLogError) -> Int {
    var latest = [(time: Int, row: Int)](
      repeating: (.min, -1), count: messages.customers.count)
    var misplaced: [MessageLogError.Problem] = []
    var count = 0
    for row in messages.times.indices {
      let session = Int(messages.sessions[row])
      if messages.times[row] >= latest[session].time {
        latest[session] = (messages.times[row], row)
        continue
      }
      count += 1
      if misplaced.count < 10 {
        misplaced.append(
          MessageLogError.Problem(
            line: lines[row], kind: .outOfOrder(after: lines[latest[session].row])))
      }
    }
    guard count > 0 else { return 0 }
    guard sorts else {
      throw MessageLogError(misplaced, further: count - misplaced.count)
    }
    // Messages of the same time stay as they are in the file.
    let order = messages.times.indices.sorted {
      (messages.times[$0], $0) < (messages.times[$1], $1)
    }
    messages.times = order.map { messages.times[$0] }
    messages.sides = order.map { messages.sides[$0] }
    messages.sessions = order.map { messages.sessions[$0] }
    messages.agents = order.map { messages.agents[$0] }
    if columns.tellsLengths { messages.characters = order.map { messages.characters[$0] } }
    return count
  }

  /// Makes sessions of a customer's messages: one ends where nobody writes for so long.
  private mutating func partSessions(gap: Int) {
    var current = [(session: Int32, time: Int)](
      repeating: (-1, 0), count: messages.customers.count)
    var customers: [Int32] = []
    for row in messages.times.indices {
      let customer = Int(messages.sessions[row])
      let (session, time) = current[customer]
      if session < 0 || messages.times[row] - time > gap {
        current[customer].session = Int32(customers.count)
        customers.append(Int32(customer))
      }
      current[customer].time = messages.times[row]
      messages.sessions[row] = current[customer].session
    }
    messages.customers = customers
  }
}
