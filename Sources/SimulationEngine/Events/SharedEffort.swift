// SPDX-License-Identifier: GPL-3.0-or-later

/// The event list of a desk where an agent's speed depends on her load: a place for each agent.
///
/// All chats of an agent go on at one speed, so that each keeps the *virtual time* at which it ends:
/// the agent's virtual time runs at that speed, only the least mark matters, and a change of the
/// load moves one number and one place of the list. At a constant pace virtual time is the clock's.
struct SharedEffort<Marks: WorkMarks & ~Copyable>: EventList, ~Copyable {
  private var list: EventTree
  private var marks: Marks
  /// Speed for group × open chats.
  private let speeds: FixedArray<Speed>
  /// Speed of each slot's work where a group's chats keep the one they started with.
  private let frozenSpeeds: FixedArray<Double>
  /// Each agent's next event beside the work in her slots; empty where there are none.
  private let alarms: FixedArray<Double>
  let slotShift: Int

  static var isPlain: Bool { Marks.areInterchangeable }
  static var mayHold: Bool { true }
  static var namesSlots: Bool { !Marks.areInterchangeable }

  init(_ model: SimulationModel) {
    slotShift = max(Self.slotShift(model), 3)
    let slots = model.agentCount << slotShift
    list = EventTree(count: model.agentCount, origin: model.startTime)
    marks = Marks(model, slotShift: slotShift)
    speeds = FixedArray(model.speeds.map { Speed(speed: $0, slowness: 1 / $0) })
    frozenSpeeds = FixedArray(
      repeating: 1, count: model.groups.contains { $0.pace == .frozen } ? slots : 0)
    alarms = FixedArray(repeating: .infinity, count: model.usesMessages ? model.agentCount : 0)
  }

  @inline(__always)
  var next: Double { list.minimum }

  @inline(__always)
  func first() -> Int { list.first }

  @inline(__always)
  mutating func begin(_ work: Double, slot: Int, agent: Int, state: Agent, at now: Double) {
    advance(state: state, to: now)
    marks.insert(
      state.pointee.virtualTime + length(of: work, slot: slot, state: state), slot: slot,
      agent: agent, state: state)
    reschedule(agent: agent, state: state, at: now)
  }

  @inline(__always)
  mutating func take(agent: Int, state: Agent, at now: Double) -> Int {
    state.pointee.virtualTime = state.pointee.leastMark
    state.pointee.updatedAt = now
    return marks.takeLeast(agent: agent, state: state)
  }

  @inline(__always)
  mutating func replace(_ work: Double, slot: Int, agent: Int, state: Agent, at now: Double) {
    marks.replaceTaken(
      with: state.pointee.virtualTime + length(of: work, slot: slot, state: state), slot: slot,
      agent: agent, state: state)
    plan(agent: agent, state: state, at: now)
  }

  @inline(__always)
  mutating func end(agent: Int, state: Agent, at now: Double) {
    marks.removeTaken(agent: agent, state: state)
    reschedule(agent: agent, state: state, at: now)
  }

  @inline(__always)
  mutating func advance(state: Agent, to now: Double) {
    if pace(of: state) == .constant {
      state.pointee.virtualTime = now
      return
    }
    let time =
      state.pointee.virtualTime + (now - state.pointee.updatedAt) * state.pointee.speed
    // Begins anew where there is no work; by a mask, since that is a matter of chance.
    let isAtWork =
      Int64(bitPattern: state.pointee.leastMark.bitPattern &- Double.infinity.bitPattern) &>> 63
    state.pointee.virtualTime = Double(
      bitPattern: time.bitPattern & UInt64(bitPattern: isAtWork))
    state.pointee.updatedAt = now
  }

  @inline(__always)
  mutating func reschedule(agent: Int, state: Agent, at now: Double) {
    if pace(of: state) == .shared {
      let speed = speeds[Int(state.pointee.speedRow &+ state.pointee.open)]
      state.pointee.speed = speed.speed
      state.pointee.slowness = speed.slowness
    }
    plan(agent: agent, state: state, at: now)
  }

  mutating func setAlarm(agent: Int, at time: Double) { alarms[agent] = time }

  mutating func withdraw(slot: Int, agent: Int, state: Agent) -> Double? {
    let mark = marks.withdraw(slot: slot, agent: agent, state: state)
    guard mark < .infinity else { return nil }
    return max(0, mark - state.pointee.virtualTime) * requirement(of: slot, state)
  }

  mutating func remaining(agent: Int, state: Agent, at now: Double) -> Double {
    let time = state.pointee.virtualTime + (now - state.pointee.updatedAt) * state.pointee.speed
    var sum = 0.0
    let isFrozen = pace(of: state) == .frozen
    let frozenSpeeds = frozenSpeeds.base
    let speed = pace(of: state) == .constant ? state.pointee.speed : 1
    marks.forEach(agent: agent, state: state) { slot, mark in
      sum += (mark - time) * (isFrozen ? frozenSpeeds[slot] : speed)
    }
    return sum
  }

  /// How the speed of the agent's chats comes about; of interchangeable marks it is known.
  @inline(__always)
  private func pace(of state: Agent) -> Pace {
    Marks.areInterchangeable ? .shared : state.pointee.pace
  }

  /// What the work adds to virtual time.
  @inline(__always)
  private func length(of work: Double, slot: Int, state: Agent) -> Double {
    switch pace(of: state) {
    case .shared: return work
    case .constant: return work * state.pointee.slowness
    case .frozen:
      let speed = speeds[Int(state.pointee.speedRow &+ state.pointee.open)].speed
      frozenSpeeds[slot] = speed
      return work / speed
    }
  }

  /// Requirement worked off by a unit of virtual time.
  private func requirement(of slot: Int, _ state: Agent) -> Double {
    switch pace(of: state) {
    case .constant: state.pointee.speed
    case .frozen: frozenSpeeds[slot]
    case .shared: 1
    }
  }

  /// Plans the agent's next event: the instant at which the least mark is reached, or the alarm.
  @inline(__always)
  private mutating func plan(agent: Int, state: Agent, at now: Double) {
    let mark = state.pointee.leastMark
    var next =
      pace(of: state) == .constant
      ? mark : now + (mark - state.pointee.virtualTime) * state.pointee.slowness
    if !Self.isPlain, alarms.count > 0 { next = fastMin(next, alarms[agent]) }
    list.set(agent, to: next)
  }
}
