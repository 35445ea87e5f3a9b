// SPDX-License-Identifier: GPL-3.0-or-later

/// The work in hand and which of it ends first: all that the loop knows of how work goes on.
///
/// The loop counts an agent's open chats and slots; a list is told after a change, with the agent's
/// state as it is now. Slots of an agent begin at agent << `slotShift`.
protocol EventList: ~Copyable {
  typealias Agent = UnsafeMutablePointer<AgentState>

  /// Whether the desk is plain: every chat is one stretch of work, done by the agent who began it (no
  /// messages, nothing handed over or exchanged when a shift ends), and no slot is reserved. The loop
  /// asks for none of that then.
  static var isPlain: Bool { get }
  /// Whether a slot may be held without work.
  static var mayHold: Bool { get }
  /// Whether an agent's slots are told apart; where not, her first stands for each of them.
  static var namesSlots: Bool { get }

  init(_ model: SimulationModel)

  /// Each agent's slots are a power of two.
  var slotShift: Int { get }
  /// Instant of the first event; infinite if nothing is under way.
  var next: Double { get }
  /// The agent whose event is first.
  func first() -> Int

  /// Work begins in a slot without work.
  mutating func begin(_ work: Double, slot: Int, agent: Int, state: Agent, at now: Double)
  /// The agent's first work ends now. The slot is returned, and one of `replace`, `end` follows.
  mutating func take(agent: Int, state: Agent, at now: Double) -> Int
  /// Other work begins at once in the slot that was taken.
  mutating func replace(_ work: Double, slot: Int, agent: Int, state: Agent, at now: Double)
  /// None does.
  mutating func end(agent: Int, state: Agent, at now: Double)

  /// Brings the agent's work to now, before a change that is none of its own.
  mutating func advance(state: Agent, to now: Double)
  /// Plans the agent's next event anew: open chats without work have come or gone, or the alarm
  /// has been set. Her work has been brought to now.
  mutating func reschedule(agent: Int, state: Agent, at now: Double)
  /// Sets the agent's next event beside the work in her slots; `reschedule` follows.
  mutating func setAlarm(agent: Int, at time: Double)
  /// Takes the slot's work out unfinished, and returns what is left of it; nil if there is none.
  /// The agent's work has been brought to now, and `reschedule` follows.
  mutating func withdraw(slot: Int, agent: Int, state: Agent) -> Double?
  /// What is left of the agent's work.
  mutating func remaining(agent: Int, state: Agent, at now: Double) -> Double
}

extension EventList where Self: ~Copyable {
  @inline(__always)
  static func slotShift(_ model: SimulationModel) -> Int {
    let most = model.groups.reduce(1) { max($0, Int($1.chatLimit)) }
    return Int.bitWidth - (most - 1).leadingZeroBitCount
  }
}
