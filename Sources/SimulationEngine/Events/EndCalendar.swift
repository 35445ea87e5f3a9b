// SPDX-License-Identifier: GPL-3.0-or-later

/// The event list of a desk where no speed depends on the load: an end is known when work begins,
/// and never moves.
struct EndCalendar: EventList, ~Copyable {
  private var ends: CompletionCalendar
  let slotShift: Int

  static var isPlain: Bool { true }
  static var mayHold: Bool { false }
  static var namesSlots: Bool { true }

  init(_ model: SimulationModel) {
    slotShift = Self.slotShift(model)
    let mostChats = model.groups.reduce(1) { max($0, Int($1.chatLimit)) }
    ends = CompletionCalendar(
      capacity: model.agentCount * mostChats, slotCount: model.agentCount << slotShift,
      meanLength: model.meanConversation)
  }

  @inline(__always)
  var next: Double { ends.minimum }

  @inline(__always)
  func first() -> Int { ends.leastSlot &>> slotShift }

  @inline(__always)
  mutating func begin(_ work: Double, slot: Int, agent: Int, state: Agent, at now: Double) {
    ends.push(now + work * state.pointee.slowness, slot: slot)
  }

  @inline(__always)
  mutating func take(agent: Int, state: Agent, at now: Double) -> Int {
    let slot = ends.leastSlot
    // First of all: what comes next is asked for soon.
    ends.removeFirst()
    return slot
  }

  @inline(__always)
  mutating func replace(_ work: Double, slot: Int, agent: Int, state: Agent, at now: Double) {
    ends.push(now + work * state.pointee.slowness, slot: slot)
  }

  @inline(__always)
  mutating func end(agent: Int, state: Agent, at now: Double) {}

  @inline(__always)
  mutating func advance(state: Agent, to now: Double) {}

  @inline(__always)
  mutating func reschedule(agent: Int, state: Agent, at now: Double) {}

  // Desks that ask for these run on `SharedEffort`.

  mutating func setAlarm(agent: Int, at time: Double) { preconditionFailure("no alarms here") }

  mutating func withdraw(slot: Int, agent: Int, state: Agent) -> Double? {
    preconditionFailure("work that has begun here is finished")
  }

  /// Not asked for: at a constant pace what is worked off follows from the open chats.
  mutating func remaining(agent: Int, state: Agent, at now: Double) -> Double { 0 }
}
