// SPDX-License-Identifier: GPL-3.0-or-later

import Demand
import Scenarios

/// One replication: its state, and the loop that carries it from event to event.
///
/// The next event is the least of three times: the first completion in the tree of agents, the next
/// arrival, and the next boundary (shifts, breaks, opening, half hours, overflow). Abandonments are
/// deadlines that are settled when they matter. At equal times: boundary, completion, abandonment,
/// arrival; completions of one instant in order of agent.
///
/// Methods that the loop calls are all `mutating`, also those that change nothing: a borrow of so
/// large a value can be a copy of it.
struct Simulation<
  Scope: DeskScope, Agents: AgentSelector & ~Copyable, Contacts: ContactSelector,
  Observer: SimulationObserver
>: ~Copyable {
  // MARK: Rules
  let types: FixedArray<TypeRule>
  let groups: FixedArray<GroupRule>
  let eligibilities: FixedArray<Eligibility>
  let skills: FixedArray<Eligibility>
  let speeds: FixedArray<Speed>
  let draws: Draws
  let contactSelector: Contacts
  let rules: LoopRules

  // MARK: The desk
  let agents: FixedArray<AgentState>
  let groupStates: FixedArray<GroupState>
  /// The instant up to which an agent's busy time is booked, and beside it one that nobody reads,
  /// for the beginnings that do not matter: see `bookBegin`.
  let busySince: FixedArray<Double>
  var selector: Agents
  /// The event list: of each agent the next completion; on a plain desk the ends of all
  /// conversations instead.
  var completions: MinimumTree
  var ends: CompletionCalendar
  /// Slots of an agent begin at agent × `slotStride`. On a plain desk the stride is a power of two
  /// and a chat keeps its slot; else it is one, or whole eights, and slots in use come first.
  let slotStride: Int
  let slotShift: Int
  let marks: FixedArray<Double>
  let openChats: FixedArray<OpenChat>
  let closes: FixedArray<Double>
  let messages: FixedArray<MessageChat>
  let clocks: FixedArray<AgentClock>
  /// The person who works each agent's duty; they change places under `poolExchangeable`.
  let persons: FixedArray<Int32>
  /// Duties that have ended with chats in hand, for whose persons a colleague may yet go.
  var overdue: [Int32] = []
  /// Chats at message fidelity between two agents, by customer.
  var suspended: [UInt64: MessageChat] = [:]
  let agentLines: FixedArray<Int32>
  /// Speed of each chat where a group's chats keep the one they started with.
  let frozenSpeeds: FixedArray<Double>

  // MARK: The queues: a line for each type, then what is held until opening
  var lines: WaitingLines
  var overflowLines: WaitingLines
  /// Contacts in line, those held not included.
  var waiting = 0
  /// No waiting contact's deadline is earlier; kept only where the room is bounded.
  var earliestDeadline = Double.infinity

  // MARK: Clocks
  var now: Double
  var arrivals: ArrivalSource
  let calendar: UnsafePointer<CalendarEvent>
  var calendarIndex = 0
  var nextCalendar = Double.infinity
  var nextInterval = Double.infinity
  var nextOverflow = Double.infinity
  var nextBoundary = Double.infinity
  var isOpen = false
  var interval: Int
  /// Of the shop's own arrivals in the current interval.
  var ownFlags: ContactFlags = []
  var intervalStart: Double

  // MARK: Results
  let books: Bookkeeping
  /// First row of the counts of the current interval.
  var firstCell: Int
  var observer: Observer

  /// - Parameters:
  ///   - calendar: The model's calendar, alive while the simulation is.
  init(
    model: SimulationModel, replication: Int, selector: consuming Agents, contacts: Contacts,
    aliases: UnsafePointer<AliasRow>, calendar: UnsafePointer<CalendarEvent>,
    books: Bookkeeping, observer: Observer
  ) {
    types = FixedArray(model.types)
    groups = FixedArray(model.groups)
    eligibilities = FixedArray(model.eligibilities)
    skills = FixedArray(model.skills)
    speeds = FixedArray(model.speeds.map { Speed(speed: $0, slowness: 1 / $0) })
    draws = Draws(aliases: aliases)
    contactSelector = contacts
    rules = LoopRules(model)
    let count = model.agentCount
    agents = FixedArray(
      model.agentGroups.map { group in
        let rule = model.groups[Int(group)]
        // Frozen chats carry their speed in the length of their work.
        let speed = rule.pace == .frozen ? 1 : rule.speed
        return AgentState(speed: speed, group: group, chatLimit: rule.chatLimit)
      })
    groupStates = FixedArray(repeating: GroupState(), count: model.groups.count)
    busySince = FixedArray(repeating: 0, count: 2 * count)
    self.selector = selector
    let mostChats = model.groups.reduce(1) { max($0, Int($1.chatLimit)) }
    slotShift = Int.bitWidth - (mostChats - 1).leadingZeroBitCount
    slotStride = Scope.isPlain ? 1 << slotShift : mostChats == 1 ? 1 : (mostChats + 7) & ~7
    completions = MinimumTree(count: Scope.isPlain ? 0 : count)
    ends = CompletionCalendar(
      capacity: Scope.isPlain ? count * mostChats : 0,
      slotCount: Scope.isPlain ? count << slotShift : 0, meanLength: model.meanConversation)
    marks = FixedArray(repeating: .infinity, count: Scope.isPlain ? 0 : count * slotStride)
    openChats = FixedArray(
      repeating: OpenChat(),
      count: Self.keepsChats ? count * slotStride : 0)
    let timed = model.usesTimers ? count : 0
    closes = FixedArray(repeating: .infinity, count: timed * slotStride)
    messages = FixedArray(
      repeating: MessageChat(readyAt: .infinity, composing: 0, arrival: 0, turn: 0, turns: 0),
      count: timed * slotStride)
    clocks = FixedArray(repeating: AgentClock(), count: timed)
    persons = FixedArray((0..<count).map { Int32($0) })
    agentLines = FixedArray(model.agentLines)
    frozenSpeeds = FixedArray(
      repeating: 1, count: model.groups.contains { $0.pace == .frozen } ? count * slotStride : 0)
    lines = WaitingLines(count: model.types.count * 2)
    overflowLines = WaitingLines(count: model.overflowLineCount)
    arrivals = ArrivalSource(
      model: model, replication: replication, draws: draws, types: UnsafePointer(types.base))
    self.calendar = calendar
    self.books = books
    self.observer = observer
    now = model.startTime
    interval = -1
    intervalStart = model.startTime
    firstCell = model.intervalCount * model.contactLayout.rowsPerInterval
    nextCalendar = rules.calendarCount > 0 ? calendar[0].time : .infinity
    nextInterval = model.startTime < 0 ? 0 : model.startTime
    updateBoundary()
  }

  /// Runs to the end: the last chat is over and nobody is still to come.
  mutating func run() {
    while true {
      let completion = Scope.isPlain ? ends.minimum : completions.minimum
      let arrival = arrivals.next.pointee.time
      if arrival < completion, arrival < nextBoundary {
        now = arrival
        arrive()
      } else if completion < nextBoundary {
        now = completion
        if Scope.isPlain { endConversation() } else { complete() }
      } else if nextBoundary < .infinity {
        now = nextBoundary
        crossBoundary()
      } else {
        break
      }
    }
    settleRemaining()
  }

  /// Whether what is known of the chats in the slots is asked for again.
  static var keepsChats: Bool { !Scope.isPlain || Observer.isWatching }

  @inline(__always)
  mutating func updateBoundary() {
    nextBoundary = fastMin(fastMin(nextCalendar, nextInterval), nextOverflow)
  }
}

/// The rules that the loop asks for, as plain values.
struct LoopRules {
  let room: Int
  let shiftEnd: ShiftEndRule
  /// Whether the rule of shift ends is `poolExchangeable`.
  let countsHeads: Bool
  let shortestFirst: Bool
  let holdsUntilOpen: Bool
  let rowsPerInterval: Int
  let usesTimers: Bool
  let usesMessages: Bool
  let calendarCount: Int
  let intervalCount: Int
  /// Seconds of an interval.
  let intervalLength: Double
  let endTime: Double
  let reservedType: Int

  init(_ model: SimulationModel) {
    room = model.rules.waitingRoom ?? .max
    shiftEnd = model.rules.shiftEnd
    countsHeads = model.rules.shiftEnd == .poolExchangeable
    shortestFirst = model.rules.messageOrder == .shortestFirst
    holdsUntilOpen = model.closedHours == .waitUntilOpen
    rowsPerInterval = model.contactLayout.rowsPerInterval
    usesTimers = model.usesTimers
    usesMessages = model.usesMessages
    calendarCount = model.calendar.count
    intervalCount = model.intervalCount
    intervalLength = Double(model.interval.seconds)
    endTime = model.endTime
    reservedType = Int(model.reservedType)
  }
}
