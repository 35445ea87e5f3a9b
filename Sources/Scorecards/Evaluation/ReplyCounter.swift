// SPDX-License-Identifier: GPL-3.0-or-later

/// Goes through the messages once and adds up the units of one rule.
///
/// A chain is a session with those that a customer's quick return makes part of it. All lists are read
/// in the order in which they lie in memory.
struct ReplyCounter {
  let terms: ReplyTerms
  let days: UnsafeMutableBufferPointer<ReplyTallies>
  let agents: UnsafeMutableBufferPointer<ReplyTallies>
  /// Times of the messages that wait for an answer, where each is a unit.
  private var pending: [Int] = []
  private var customerDays = CustomerDays()

  init(
    terms: ReplyTerms, days: UnsafeMutableBufferPointer<ReplyTallies>,
    agents: UnsafeMutableBufferPointer<ReplyTallies>
  ) {
    self.terms = terms
    self.days = days
    self.agents = agents
  }

  mutating func count(_ log: MessageLog) {
    log.times.withUnsafeBufferPointer { times in
      log.sides.withUnsafeBufferPointer { sides in
        log.agents.withUnsafeBufferPointer { agents in
          let messages = Messages(times: times, sides: sides, agents: agents)
          var session = 0
          while session < log.sessionCount {
            let first = session
            session += 1
            while session < log.sessionCount, continues(session, log) { session += 1 }
            let range = log.starts[first]..<log.starts[session]
            let nextIsOther =
              session == log.sessionCount || log.customers[session] != log.customers[first]
            chain(messages, range)
            if terms.unit == .customer, nextIsOther { settleCustomer() }
          }
        }
      }
    }
  }

  struct Messages {
    let times: UnsafeBufferPointer<Int>
    let sides: UnsafeBufferPointer<MessageSide>
    let agents: UnsafeBufferPointer<Int32>
  }

  /// Whether the session goes on with the one before.
  private func continues(_ session: Int, _ log: MessageLog) -> Bool {
    guard terms.returnWithin > 0, log.customers[session] == log.customers[session - 1] else {
      return false
    }
    let pause = log.times[log.starts[session]] - log.times[log.starts[session] - 1]
    return pause >= 0 && pause <= terms.returnWithin
  }

  /// A unit: when it was asked, and how long it waited (negative without an answer).
  struct Unit {
    var asked: Int
    var answered: Int
    var sessionStart: Int
    var agent: Int32

    var isAnswered: Bool { answered >= 0 }
  }

  private mutating func chain(_ messages: Messages, _ range: Range<Int>) {
    let start = messages.times[range.lowerBound]
    guard let opening = range.first(where: { Self.isCustomers(messages.sides[$0]) }) else { return }
    if messages.sides[opening] == .leaveWord {
      if terms.statistic == .leaveWords {
        word(asked: messages.times[opening], start, isWord: true)
      }
      return
    }
    if terms.statistic == .leaveWords {
      return word(asked: messages.times[opening], start, isWord: false)
    }
    // Without a robot and a transfer the customer is with a person from the beginning.
    var isReached = true
    if terms.afterTransfer {
      isReached = !range.contains {
        messages.sides[$0] == .robot || messages.sides[$0] == .transfer
      }
    }
    var (open, last) = (-1, -1)
    var agent: Int32 = -1
    for index in range {
      let time = messages.times[index]
      switch messages.sides[index] {
      case .customer:
        if open < 0 { open = time }
        last = time
        if terms.unit == .message { pending.append(time) }
      case .transfer:
        guard terms.afterTransfer, !isReached else { break }
        isReached = true
        if open >= 0 { open = time }
        restart(time)
      case .robot:
        guard terms.robotsCount, open >= 0 else { break }
        if answer(open, last, time, start, -1) { return }
        open = -1
      case .person:
        agent = messages.agents[index]
        if terms.afterTransfer, !isReached {
          // Nobody noted when: his first message shows that he was there.
          isReached = true
          (open, last) = (-1, -1)
          pending.removeAll(keepingCapacity: true)
          break
        }
        guard open >= 0 else { break }
        if answer(open, last, time, start, agent) { return }
        open = -1
      case .leaveWord, .system: break
      }
    }
    if open >= 0, isReached {
      _ = answer(open, last, -1, start, agent)
    }
    pending.removeAll(keepingCapacity: true)
  }

  private static func isCustomers(_ side: MessageSide) -> Bool {
    side == .customer || side == .leaveWord
  }

  /// Messages before the transfer wait from then on.
  private mutating func restart(_ time: Int) {
    for index in pending.indices { pending[index] = time }
  }

  /// Ends a round, with an answer or without one (a negative time).
  ///
  /// - Returns: Whether the chain has no further unit.
  private mutating func answer(
    _ open: Int, _ last: Int, _ time: Int, _ start: Int, _ agent: Int32
  ) -> Bool {
    let asked =
      switch terms.clockStart {
      case .firstUnanswered: open
      case .lastMessage: last
      case .sessionStart: terms.unit == .session ? start : open
      }
    switch terms.unit {
    case .message:
      for asked in pending {
        add(Unit(asked: asked, answered: time, sessionStart: start, agent: agent))
      }
      pending.removeAll(keepingCapacity: true)
      return false
    case .customer:
      note(Unit(asked: asked, answered: time, sessionStart: start, agent: agent))
      return false
    case .round, .session:
      add(Unit(asked: asked, answered: time, sessionStart: start, agent: agent))
      return terms.unit == .session
    }
  }

  private func testTime(_ unit: Unit) -> Int {
    switch terms.windowTest {
    case .sessionStart: unit.sessionStart
    case .message: unit.asked
    case .reply: unit.isAnswered ? unit.answered : unit.asked
    }
  }

  private func isInWindow(_ time: Int, _ day: Int) -> Bool {
    let clock = time - day * MessageLog.millisecondsADay
    return clock >= terms.windowStart && clock < terms.windowEnd && !terms.isExempt[day]
  }

  private func add(_ unit: Unit) {
    if !unit.isAnswered, terms.unanswered == .leftOut { return }
    let time = testTime(unit)
    let day = time / MessageLog.millisecondsADay
    guard terms.days.contains(day) else { return }
    let agent = unit.agent < 0 ? agents.count - 1 : Int(unit.agent)
    let graded = tally(unit, closing: day * MessageLog.millisecondsADay + terms.windowEnd)
    let whole =
      unit.isAnswered || terms.unanswered != .untilWindowEnd
      ? graded : tally(unit, closing: (day + 1) * MessageLog.millisecondsADay)
    days[day].wholeDay += whole
    agents[agent].wholeDay += whole
    guard isInWindow(time, day) else { return }
    days[day].graded += graded
    agents[agent].graded += graded
  }

  private func tally(_ unit: Unit, closing: Int) -> ReplyTally {
    guard unit.isAnswered else {
      return terms.unanswered == .untilWindowEnd
        ? ReplyTally(units: 1, hits: 0, wait: max(0, closing - unit.asked), waited: 1)
        : ReplyTally(units: 1, hits: 0)
    }
    let wait = unit.answered - unit.asked
    return ReplyTally(
      units: 1, hits: wait <= terms.threshold ? 1 : 0, answered: 1, wait: wait, waited: 1)
  }

  /// A session of the month's inquiries, and whether it was a word left.
  private func word(asked: Int, _ start: Int, isWord: Bool) {
    let time = terms.windowTest == .sessionStart ? start : asked
    let day = time / MessageLog.millisecondsADay
    guard terms.days.contains(day) else { return }
    let tally = ReplyTally(units: 1, hits: isWord ? 1 : 0)
    days[day].wholeDay += tally
    agents[agents.count - 1].wholeDay += tally
    guard isInWindow(time, day) else { return }
    days[day].graded += tally
    agents[agents.count - 1].graded += tally
  }

  // MARK: Customers

  /// Notes a round of the customer at hand.
  private mutating func note(_ unit: Unit) {
    if !unit.isAnswered, terms.unanswered == .leftOut { return }
    let time = testTime(unit)
    let day = time / MessageLog.millisecondsADay
    guard terms.days.contains(day) else { return }
    let wait = unit.isAnswered ? unit.answered - unit.asked : .max
    let isHit = unit.isAnswered && wait <= terms.threshold
    customerDays.note(
      day: day, isHit: isHit, wait: unit.isAnswered ? wait : nil,
      isInWindow: isInWindow(time, day), agent: unit.agent)
  }

  private mutating func settleCustomer() {
    for day in customerDays.days {
      let agent = day.agent < 0 ? agents.count - 1 : Int(day.agent)
      days[day.day].wholeDay += day.wholeDay
      agents[agent].wholeDay += day.wholeDay
      days[day.day].graded += day.graded
      agents[agent].graded += day.graded
    }
    customerDays.removeAll()
  }
}

/// The days on which one customer asked.
private struct CustomerDays {
  struct Day {
    let day: Int
    var graded = ReplyTally()
    var wholeDay = ReplyTally()
    /// Who missed a round of his, or else who answered last.
    var agent: Int32 = -1
    var isMissed = false
  }

  private(set) var days: [Day] = []

  mutating func note(day: Int, isHit: Bool, wait: Int?, isInWindow: Bool, agent: Int32) {
    var index = days.count - 1
    while index >= 0, days[index].day != day { index -= 1 }
    if index < 0 {
      index = days.count
      days.append(Day(day: day))
    }
    if !days[index].isMissed { days[index].agent = agent }
    if !isHit { days[index].isMissed = true }
    Self.note(isHit: isHit, wait: wait, in: &days[index].wholeDay)
    if isInWindow { Self.note(isHit: isHit, wait: wait, in: &days[index].graded) }
  }

  mutating func removeAll() { days.removeAll(keepingCapacity: true) }

  /// A customer is one unit, in time while no round of his is missed.
  private static func note(isHit: Bool, wait: Int?, in tally: inout ReplyTally) {
    let isFirst = tally.units == 0
    tally.units = 1
    tally.hits = isHit && (isFirst || tally.hits == 1) ? 1 : 0
    tally.answered = wait != nil && (isFirst || tally.answered == 1) ? 1 : 0
    if let wait {
      tally.wait += wait
      tally.waited += 1
    }
  }
}
