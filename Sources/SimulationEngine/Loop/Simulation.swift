// SPDX-License-Identifier: GPL-3.0-or-later

import Demand
import Measures
import Scenarios

/// One replication: its state, and the loop that carries it from event to event.
///
/// The next event is the least of three times: the first of the event list, the next arrival, and
/// the next boundary (shifts, breaks, opening, intervals, what is pending). Abandonments are
/// deadlines that are settled when they matter. At equal times: boundary, completion, abandonment,
/// arrival; completions of one instant in order of agent.
///
/// A chat's life stands in the files of this folder, in this order: `Simulation+Arrival`,
/// `+Queue`, `+Service`, `+Completion`, `+Messages`; shifts and intervals are in `Clock`.
///
/// Methods that the loop calls are all `mutating`, also those that change nothing: a borrow of so
/// large a value can be a copy of it.
struct Simulation<
  Events: EventList & ~Copyable, Agents: AgentSelector & ~Copyable, Contacts: ContactSelector,
  Observer: SimulationObserver
>: ~Copyable {
  // MARK: Rules
  let types: FixedArray<TypeRule>
  let groups: FixedArray<GroupRule>
  let eligibilities: FixedArray<Eligibility>
  let skills: FixedArray<Eligibility>
  /// As `SimulationModel.groupWork`.
  let groupWork: FixedArray<Sampler>
  let draws: Draws
  let contactSelector: Contacts
  let rules: LoopRules

  // MARK: The desk
  let agents: FixedArray<AgentState>
  let groupStates: FixedArray<GroupState>
  /// The groups that have agents.
  let staffedGroups: FixedArray<Int32>
  /// The instant up to which an agent's busy time is booked, and beside it one that nobody reads,
  /// for the beginnings that do not matter: see `bookBegin`.
  let busySince: FixedArray<Double>
  var selector: Agents
  var events: Events
  /// What is known of the chats in the slots; empty where nobody asks for it again.
  let openChats: FixedArray<OpenChat>
  /// Of slots that are held without work the pending end, else `Pending.none`.
  let holds: FixedArray<Int32>
  let messages: FixedArray<MessageChat>
  let clocks: FixedArray<AgentClock>
  /// The person who works each agent's duty; they change places under `poolExchangeable`.
  let persons: FixedArray<Int32>
  /// Duties that have ended with chats in hand, for whose persons a colleague may yet go.
  var overdue: [Int32] = []
  /// Chats at message fidelity between two agents, by customer.
  var suspended: [UInt64: MessageChat] = [:]

  // MARK: The queues: one for each type, then what is held until opening, then what is answered as
  // messages
  var lines: WaitingLines
  /// Messages of the night that are still unanswered, and the openings after which some were.
  var unread = 0
  var openings: [Double] = []
  /// Agents who can take a chat; while the desk is closed, or every arrival is an event, far more.
  /// At zero whoever arrives can do nothing but join the queue, and is fetched when that matters.
  var slack = LoopRules.closed
  /// Contacts in the queues, those held not included.
  var waiting = 0
  /// No waiting contact's deadline is earlier; kept only where the room is bounded.
  var earliestDeadline = Double.infinity

  // MARK: Clocks
  var pending = Pending()
  var now: Double
  var arrivals: ArrivalSource
  let calendar: UnsafePointer<CalendarEvent>
  var calendarIndex = 0
  var nextCalendar = Double.infinity
  var nextInterval = Double.infinity
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
  ///   - calendar: The replication's calendar, alive while the simulation is.
  init(
    model: SimulationModel, replication: Int, selector: consuming Agents, contacts: Contacts,
    aliases: UnsafePointer<AliasRow>, calendar: UnsafePointer<CalendarEvent>, calendarCount: Int,
    books: Bookkeeping, observer: Observer
  ) {
    types = FixedArray(model.types)
    groups = FixedArray(model.groups)
    eligibilities = FixedArray(model.eligibilities)
    skills = FixedArray(model.skills)
    groupWork = FixedArray(model.groupWork)
    draws = Draws(aliases: aliases)
    contactSelector = contacts
    rules = LoopRules(model, calendarCount: calendarCount, isWatched: Observer.isWatching)
    let count = model.agentCount
    agents = FixedArray(
      model.agentGroups.map { AgentState(model.groups[Int($0)], group: $0) })
    staffedGroups = FixedArray(Set(model.agentGroups).sorted())
    groupStates = FixedArray(repeating: GroupState(), count: model.groups.count)
    busySince = FixedArray(repeating: 0, count: 2 * count)
    self.selector = selector
    events = Events(model)
    let slots = count << events.slotShift
    let keepsChats = rules.keepsChats || Observer.isWatching
    openChats = FixedArray(repeating: OpenChat(), count: keepsChats ? slots : 0)
    holds = FixedArray(repeating: Pending.none, count: model.usesTimers ? slots : 0)
    messages = FixedArray(repeating: .none, count: model.usesMessages ? slots : 0)
    clocks = FixedArray(repeating: AgentClock(), count: model.usesMessages ? count : 0)
    persons = FixedArray((0..<count).map { Int32($0) })
    lines = WaitingLines(count: model.types.count * (rules.answersOvernight ? 3 : 2))
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
      let completion = events.next
      let arrival = slack == 0 ? .infinity : arrivals.next.pointee.time
      if arrival < completion, arrival < nextBoundary {
        now = arrival
        arrive()
        continue
      }
      if completion < nextBoundary {
        now = completion
        complete()
        continue
      }
      if slack == 0 { queueArrivals(before: nextBoundary) }
      if nextBoundary == .infinity { break }
      now = nextBoundary
      crossBoundary()
    }
    settleRemaining()
  }

  @inline(__always)
  mutating func updateBoundary() {
    nextBoundary = fastMin(fastMin(nextCalendar, nextInterval), pending.minimum)
  }

  // Rules that a plain desk does not have, which is known when the loop is compiled.

  var usesMessages: Bool {
    @inline(__always)
    mutating get { !Events.isPlain && rules.usesMessages }
  }

  /// Whether the rule of shift ends is `poolExchangeable`.
  var countsHeads: Bool {
    @inline(__always)
    mutating get { !Events.isPlain && rules.shiftEnd == .poolExchangeable }
  }

  /// Whether slots are reserved for a type.
  var reservesSlots: Bool {
    @inline(__always)
    mutating get { !Events.isPlain && rules.reservedType >= 0 }
  }

  /// Whether what is known of a chat is asked for while it is open.
  var keepsChats: Bool {
    @inline(__always)
    mutating get { Observer.isWatching || !Events.isPlain && rules.keepsChats }
  }
}

/// The rules that the loop asks for, as plain values.
struct LoopRules {
  let room: Int
  let shiftEnd: ShiftEndRule
  let shortestFirst: Bool
  let holdsUntilOpen: Bool
  /// Whether what is held until opening is answered as messages.
  let answersOvernight: Bool
  let overnightPatience: Sampler
  let rowsPerInterval: Int
  let usesMessages: Bool
  /// Whether what is known of a chat is asked for while it is open.
  let keepsChats: Bool
  /// Whether answers to further questions are counted by interval.
  let countsRounds: Bool
  /// Whether a rule asks when those came whom nobody answered.
  let timesUnanswered: Bool
  let overflows: Bool
  let hasGroupWork: Bool
  /// Whether groups put types in orders of their own.
  let ranksByGroup: Bool
  /// Whether a customer who finds nobody free changes nothing but the queue: the room is unbounded,
  /// no slot is reserved and nothing is planned for him.
  let queuesFreely: Bool

  /// More than all agents.
  static let closed = 1 << 40
  let calendarCount: Int
  let intervalCount: Int
  /// Seconds of an interval.
  let intervalLength: Double
  let endTime: Double
  let reservedType: Int

  init(_ model: SimulationModel, calendarCount: Int, isWatched: Bool) {
    queuesFreely =
      !isWatched && model.rules.waitingRoom == nil && !model.overflows && model.reservedType < 0
    room = model.rules.waitingRoom ?? .max
    shiftEnd = model.rules.shiftEnd
    shortestFirst = model.rules.messageOrder == .shortestFirst
    holdsUntilOpen = model.closedHours == .waitUntilOpen
    answersOvernight = holdsUntilOpen && model.overnightPatience != nil
    overnightPatience = model.overnightPatience ?? .never
    rowsPerInterval = model.contactLayout.rowsPerInterval
    usesMessages = model.usesMessages
    keepsChats = model.usesMessages || model.rules.shiftEnd == .handOver
    countsRounds = model.contactLayout.counts.countsRounds
    timesUnanswered = model.contactLayout.counts.timesUnanswered
    overflows = model.overflows
    hasGroupWork = !model.groupWork.isEmpty
    ranksByGroup = !model.groupRanks.isEmpty
    self.calendarCount = calendarCount
    intervalCount = model.intervalCount
    intervalLength = Double(model.interval.seconds)
    endTime = model.endTime
    reservedType = Int(model.reservedType)
  }
}
