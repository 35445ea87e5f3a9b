// SPDX-License-Identifier: GPL-3.0-or-later

import Measures

/// Is told what happens to contacts, counts it in the row of the contact's arrival, and tells the
/// observer.
extension Simulation where Events: ~Copyable, Agents: ~Copyable {
  /// Has come to the desk in open hours. How many came follows from what became of them.
  @inline(__always)
  mutating func bookArrival(key: UInt64, cell: Int) { note(.arrived, key: key, cell: cell) }

  @inline(__always)
  mutating func bookBlocked(key: UInt64, cell: Int) {
    books.count(.blocked, row: cell)
    bookUnanswered(cell, since: now)
    note(.blocked, key: key, cell: cell)
  }

  mutating func bookLostOutsideHours(key: UInt64, cell: Int) {
    books.count(.lostOutsideHours, row: cell)
    bookUnanswered(cell, since: now)
    note(.lostOutsideHours, key: key, cell: cell)
  }

  mutating func bookCarriedOver(key: UInt64, cell: Int) {
    books.count(.carriedOver, row: cell)
    bookUnanswered(cell, since: now)
    note(.carriedOver, key: key, cell: cell)
  }

  /// An agent has taken the contact now.
  @inline(__always)
  mutating func bookAnswer(_ contact: WaitingContact, type: Int, isAtOnce: Bool) {
    if isAtOnce {
      books.atOnce[Int(contact.cell)] &+= 1
    } else {
      books.answer(
        row: Int(contact.cell), type: type, after: now - contact.arrival,
        isMeasured: contact.flags.isMeasured)
    }
  }

  /// Left at the deadline, or was found to have left then without a word.
  @inline(__always)
  mutating func bookLeaver(_ contact: WaitingContact, type: Int, isSilent: Bool) {
    let cell = Int(contact.cell)
    books.leave(
      row: cell, type: type, after: contact.deadline - contact.arrival,
      isMeasured: contact.flags.isMeasured)
    if isSilent { books.count(.silentlyAbandoned, row: cell) }
    bookUnanswered(cell, since: contact.arrival)
    note(
      isSilent ? .silentlyAbandoned : .abandoned, key: contact.key, cell: cell,
      time: contact.deadline)
  }

  /// Still waits when nobody will come any more.
  mutating func bookUnserved(_ contact: WaitingContact) {
    books.count(.unserved, row: Int(contact.cell))
    bookUnanswered(Int(contact.cell), since: contact.arrival)
  }

  /// When somebody came whom nobody answers, where a rule asks for it.
  @inline(__always)
  private func bookUnanswered(_ cell: Int, since time: Double) {
    if rules.timesUnanswered { books.unansweredStarts[cell] += time }
  }

  /// The first reply to a conversation that is simulated whole, known when an agent takes it.
  ///
  /// - Parameter isCounted: Whether it is counted now, and not as a fixed time when the books are
  ///   closed.
  @inline(__always)
  mutating func bookFirstReply(
    key: UInt64, cell: Int, type: Int, at time: Double, after seconds: Double, isMeasured: Bool,
    agent: Int, isCounted: Bool
  ) {
    if isCounted {
      books.firstReply(row: cell, after: seconds)
      if isMeasured { books.reply(type: type, after: seconds) }
    }
    note(.replied(agent: agent), key: key, cell: cell, time: time)
  }

  /// A message of the agent, which ends now.
  @inline(__always)
  mutating func bookReply(_ chat: OpenChat, after seconds: Double, isFirst: Bool, agent: Int) {
    let type = Int(chat.type)
    if isFirst { books.firstReply(row: Int(chat.cell), after: seconds) }
    if ContactFlags(rawValue: UInt32(chat.flags)).isMeasured {
      books.reply(type: type, after: seconds)
      if isFirst { books.count(.firstMessage, type: type, seconds) }
    }
    note(.replied(agent: agent), key: chat.key, cell: Int(chat.cell))
    if rules.countsRounds, !isFirst { bookRound(cell: Int(chat.cell), after: seconds) }
  }

  /// An answer to a further question, in the interval in which it was asked; those of the warm-up and
  /// of other shops are not counted.
  private func bookRound(cell: Int, after seconds: Double) {
    let row = cell % rules.rowsPerInterval
    let asked = Int(((now - seconds) / rules.intervalLength).rounded(.down))
    guard asked >= 0, row / types.count != ContactLayout.background else { return }
    let interval = min(asked, rules.intervalCount)
    books.furtherReply(row: interval &* rules.rowsPerInterval &+ row, after: seconds)
  }

  @inline(__always)
  mutating func bookOrder(key: UInt64, cell: Int) {
    books.count(.orders, row: cell)
    note(.ordered, key: key, cell: cell)
  }

  @inline(__always)
  mutating func note(
    _ kind: @autoclosure () -> ChatMoment.Kind, key: UInt64, cell: Int, time: Double? = nil
  ) {
    guard Observer.isWatching else { return }
    let row = cell % rules.rowsPerInterval
    observer.note(
      ChatMoment(
        contact: key, time: time ?? now, type: row % types.count,
        isBackground: row / types.count == ContactLayout.background, kind: kind()))
  }
}
