// SPDX-License-Identifier: GPL-3.0-or-later

/// The event list of a desk where an agent's speed depends on her load: a place for each agent.
///
/// All chats of an agent go on at one speed, so that each keeps the *virtual time* at which it ends:
/// the agent's virtual time runs at that speed, only the least mark matters, and a change of the
/// load moves one number and one place of the list. At a constant pace virtual time is the clock's.
struct SharedEffort: EventList, ~Copyable {
  private var list: EventTree
  /// The virtual time at which each slot's work ends; infinite where there is none.
  private let marks: FixedArray<Double>
  /// Speed for group × open chats.
  private let speeds: FixedArray<Speed>
  /// Speed of each slot's work where a group's chats keep the one they started with.
  private let frozenSpeeds: FixedArray<Double>
  /// Each agent's next event beside the work in her slots; empty where there are none.
  private let alarms: FixedArray<Double>
  private let boundsOfOthers: FixedArray<Double>
  /// Whether an agent's marks lie in one block of eight.
  private let isNarrow: Bool
  let slotShift: Int

  init(_ model: SimulationModel) {
    slotShift = max(Self.slotShift(model), 3)
    isNarrow = slotShift == 3
    let slots = model.agentCount << slotShift
    list = EventTree(count: model.agentCount, origin: model.startTime)
    boundsOfOthers = EightTimes.boundsOfOthers()
    marks = FixedArray(repeating: .infinity, count: slots)
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
    start(work, slot: slot, state: state)
    reschedule(agent: agent, state: state, at: now)
  }

  @inline(__always)
  mutating func take(agent: Int, state: Agent, at now: Double) -> Int {
    let mark = state.pointee.leastMark
    state.pointee.virtualTime = mark
    state.pointee.updatedAt = now
    let first = agent &<< slotShift
    if isNarrow {
      let times = EightTimes(UnsafePointer(marks.base + first))
      let place = times.place(of: mark)
      let bounds = EightTimes(UnsafePointer(boundsOfOthers.base + place &* 8))
      marks[first &+ place] = .infinity
      state.pointee.leastMark = times.least(above: bounds)
      return first &+ place
    }
    return takeWide(mark, first: first, state: state)
  }

  @inline(never)
  private func takeWide(_ mark: Double, first: Int, state: Agent) -> Int {
    var slot = first
    while marks[slot] != mark { slot &+= 1 }
    marks[slot] = .infinity
    state.pointee.leastMark = leastMark(first: first)
    return slot
  }

  @inline(__always)
  mutating func replace(_ work: Double, slot: Int, agent: Int, state: Agent, at now: Double) {
    start(work, slot: slot, state: state)
    plan(agent: agent, state: state, at: now)
  }

  @inline(__always)
  mutating func end(agent: Int, state: Agent, at now: Double) {
    reschedule(agent: agent, state: state, at: now)
  }

  @inline(__always)
  mutating func advance(state: Agent, to now: Double) {
    if state.pointee.pace == .constant {
      state.pointee.virtualTime = now
      return
    }
    let time =
      state.pointee.virtualTime + (now - state.pointee.updatedAt) * state.pointee.speed
    // Begins anew where there is no work; by a mask, since that is a matter of chance.
    let isAtWork: UInt64 =
      state.pointee.leastMark.bitPattern < Double.infinity.bitPattern ? 1 : 0
    state.pointee.virtualTime = Double(bitPattern: time.bitPattern & (0 &- isAtWork))
    state.pointee.updatedAt = now
  }

  @inline(__always)
  mutating func reschedule(agent: Int, state: Agent, at now: Double) {
    if state.pointee.pace == .shared {
      let speed = speeds[Int(state.pointee.speedRow &+ state.pointee.open)]
      state.pointee.speed = speed.speed
      state.pointee.slowness = speed.slowness
    }
    plan(agent: agent, state: state, at: now)
  }

  mutating func setAlarm(agent: Int, at time: Double) { alarms[agent] = time }

  mutating func withdraw(slot: Int, agent: Int, state: Agent) -> Double? {
    guard marks[slot] < .infinity else { return nil }
    let left = max(0, marks[slot] - state.pointee.virtualTime) * pace(of: slot, state)
    marks[slot] = .infinity
    state.pointee.leastMark = leastMark(first: agent << slotShift)
    return left
  }

  func remaining(agent: Int, state: Agent, at now: Double) -> Double {
    let time = state.pointee.virtualTime + (now - state.pointee.updatedAt) * state.pointee.speed
    let first = agent << slotShift
    var sum = 0.0
    for slot in first..<(first + (1 << slotShift)) where marks[slot] < .infinity {
      sum += (marks[slot] - time) * pace(of: slot, state)
    }
    return sum
  }

  // MARK: Marks

  @inline(__always)
  private func start(_ work: Double, slot: Int, state: Agent) {
    var length = work
    if state.pointee.pace != .shared {
      if state.pointee.pace == .frozen {
        let speed = speeds[Int(state.pointee.speedRow &+ state.pointee.open)].speed
        frozenSpeeds[slot] = speed
        length = work / speed
      } else {
        length = work * state.pointee.slowness
      }
    }
    let mark = state.pointee.virtualTime + length
    marks[slot] = mark
    state.pointee.leastMark = fastMin(state.pointee.leastMark, mark)
  }

  /// The instant at which the least mark is reached.
  @inline(__always)
  private mutating func plan(agent: Int, state: Agent, at now: Double) {
    let mark = state.pointee.leastMark
    var next =
      state.pointee.pace == .constant
      ? mark : now + (mark - state.pointee.virtualTime) * state.pointee.slowness
    if alarms.count > 0 { next = fastMin(next, alarms[agent]) }
    list.set(agent, to: next)
  }

  /// Requirement worked off by a unit of virtual time.
  private func pace(of slot: Int, _ state: Agent) -> Double {
    switch state.pointee.pace {
    case .constant: state.pointee.speed
    case .frozen: frozenSpeeds[slot]
    case .shared: 1
    }
  }

  private func leastMark(first: Int) -> Double {
    var least = Double.infinity
    for slot in first..<(first + (1 << slotShift)) { least = fastMin(least, marks[slot]) }
    return least
  }
}
