// SPDX-License-Identifier: GPL-3.0-or-later

package import Calendars

/// The messages of a log in flat lists, session after session, the sessions of a customer together
/// and in order of time.
package struct MessageLog: Sendable {
  /// A message as it is given to the log.
  package struct Message: Equatable, Sendable {
    /// Wall-clock milliseconds since 1970.
    package var time: Int
    package var side: MessageSide
    package var session: Int
    package var customer: Int
    /// Negative where nobody is named.
    package var agent: Int

    package init(time: Int, side: MessageSide, session: Int, customer: Int, agent: Int = -1) {
      self.time = time
      self.side = side
      self.session = session
      self.customer = customer
      self.agent = agent
    }
  }

  /// Milliseconds since midnight of the first day.
  package private(set) var times: [Int] = []
  package private(set) var sides: [MessageSide] = []
  /// Negative where nobody is named.
  package private(set) var agents: [Int32] = []
  /// Of each message; negative where nothing is said. Empty where the log tells no lengths.
  package private(set) var characters: [Int32] = []
  /// Where each session begins among the messages, and the end of the last.
  package private(set) var starts: [Int] = [0]
  /// Of each session.
  package private(set) var customers: [Int32] = []
  /// Names of the agents.
  package let agentNames: [String]
  package let firstDay: CivilDate
  package let dayCount: Int

  package static let millisecondsADay = 86_400_000

  package var count: Int { times.count }
  package var sessionCount: Int { customers.count }
  package var days: DateSpan { DateSpan(unchecked: firstDay, firstDay.advanced(by: dayCount - 1)) }

  /// - Parameters:
  ///   - messages: Those of a session in order of time; one at least.
  ///   - agentNames: Of each number of an agent.
  package init(_ messages: [Message], agentNames: [String] = []) {
    var columns = Columns()
    columns.reserve(messages.count)
    for message in messages { columns.append(message) }
    self.init(columns, agentNames: agentNames)
  }

  /// Messages in the order of a file, column by column.
  struct Columns {
    var times: [Int] = []
    var sides: [MessageSide] = []
    var sessions: [Int32] = []
    var agents: [Int32] = []
    /// Empty where the log tells no lengths.
    var characters: [Int32] = []
    /// Of each session.
    var customers: [Int32] = []

    mutating func reserve(_ count: Int) {
      times.reserveCapacity(count)
      sides.reserveCapacity(count)
      sessions.reserveCapacity(count)
      agents.reserveCapacity(count)
    }

    mutating func append(_ message: Message) {
      times.append(message.time)
      sides.append(message.side)
      sessions.append(Int32(message.session))
      agents.append(Int32(message.agent))
      while customers.count <= message.session { customers.append(0) }
      customers[message.session] = Int32(message.customer)
    }
  }

  init(_ columns: Columns, agentNames: [String]) {
    let first = columns.times.min() ?? 0
    let day = Int((Double(first) / Double(Self.millisecondsADay)).rounded(.down))
    firstDay = CivilDate(dayNumber: day)
    let base = day * Self.millisecondsADay
    dayCount = ((columns.times.max() ?? 0) - base) / Self.millisecondsADay + 1
    self.agentNames = agentNames
    let order = Self.order(columns)
    // Where each session of the file goes.
    var counts = [Int](repeating: 0, count: columns.customers.count)
    for session in columns.sessions { counts[Int(session)] += 1 }
    var heads = [Int](repeating: 0, count: columns.customers.count)
    var next = 0
    starts.reserveCapacity(order.count + 1)
    customers.reserveCapacity(order.count)
    for session in order {
      heads[session] = next
      next += counts[session]
      starts.append(next)
      customers.append(columns.customers[session])
    }
    times = [Int](repeating: 0, count: next)
    sides = [MessageSide](repeating: .system, count: next)
    agents = [Int32](repeating: -1, count: next)
    if !columns.characters.isEmpty { characters = [Int32](repeating: -1, count: next) }
    for (row, session) in columns.sessions.enumerated() {
      let place = heads[Int(session)]
      heads[Int(session)] += 1
      times[place] = columns.times[row] - base
      sides[place] = columns.sides[row]
      agents[place] = columns.agents[row]
      if !characters.isEmpty { characters[place] = columns.characters[row] }
    }
  }

  /// The sessions that have messages, by customer and then by time.
  private static func order(_ columns: Columns) -> [Int] {
    var firsts = [Int](repeating: .max, count: columns.customers.count)
    for (row, session) in columns.sessions.enumerated() {
      let session = Int(session)
      if columns.times[row] < firsts[session] { firsts[session] = columns.times[row] }
    }
    var order = firsts.indices.filter { firsts[$0] < .max }
    order.sort {
      (columns.customers[$0], firsts[$0], $0) < (columns.customers[$1], firsts[$1], $1)
    }
    return order
  }
}
