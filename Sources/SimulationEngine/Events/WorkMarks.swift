// SPDX-License-Identifier: GPL-3.0-or-later

/// The virtual times at which an agent's work ends, of which the least stands in her state. What
/// `SharedEffort` knows of them.
protocol WorkMarks: ~Copyable {
  typealias Agent = UnsafeMutablePointer<AgentState>

  /// Whether the marks belong to no slot, and all run at the speed of the present load. The desk is
  /// plain then: see `EventList`.
  static var areInterchangeable: Bool { get }

  init(_ model: SimulationModel, slotShift: Int)

  /// Work that ends at the mark begins in a slot without work.
  mutating func insert(_ mark: Double, slot: Int, agent: Int, state: Agent)
  /// The slot whose work ends at the least mark, which is the next to be replaced or removed.
  mutating func takeLeast(agent: Int, state: Agent) -> Int
  /// Other work begins in the slot that was taken.
  mutating func replaceTaken(with mark: Double, slot: Int, agent: Int, state: Agent)
  /// None does.
  mutating func removeTaken(agent: Int, state: Agent)
  /// Takes the slot's work out and returns its mark; infinite where there is none.
  mutating func withdraw(slot: Int, agent: Int, state: Agent) -> Double
  /// Hands on the marks of work in hand, the earliest first.
  mutating func forEach(
    agent: Int, state: Agent, _ body: (_ slot: Int, _ mark: Double) -> Void
  )
}

/// Marks in the order of time, where no slot matters: the next one is at hand when the least is
/// reached.
struct MarksInOrder: WorkMarks, ~Copyable {
  static var areInterchangeable: Bool { true }

  /// The most chats of an agent: the least mark stands in her state, the others in a row.
  static let mostChats = OrderedRow.length

  private let others: FixedArray<Double>

  init(_ model: SimulationModel, slotShift: Int) {
    others = FixedArray(repeating: .infinity, count: model.agentCount * OrderedRow.length)
  }

  @inline(__always)
  private func row(_ agent: Int) -> UnsafeMutablePointer<Double> {
    others.base + agent &* OrderedRow.length
  }

  @inline(__always)
  mutating func insert(_ mark: Double, slot: Int, agent: Int, state: Agent) {
    let least = state.pointee.leastMark
    state.pointee.leastMark = fastMin(least, mark)
    OrderedRow(row(agent)).insert(fastMax(least, mark), above: least)
  }

  @inline(__always)
  mutating func takeLeast(agent: Int, state: Agent) -> Int { agent &* OrderedRow.length }

  @inline(__always)
  mutating func replaceTaken(with mark: Double, slot: Int, agent: Int, state: Agent) {
    let row = row(agent)
    let next = row[0]
    state.pointee.leastMark = fastMin(next, mark)
    OrderedRow(row).replaceFirst(with: fastMax(next, mark))
  }

  @inline(__always)
  mutating func removeTaken(agent: Int, state: Agent) {
    let row = row(agent)
    state.pointee.leastMark = row[0]
    OrderedRow(row).removeFirst()
  }

  mutating func withdraw(slot: Int, agent: Int, state: Agent) -> Double {
    preconditionFailure("work that has begun here is finished")
  }

  mutating func forEach(
    agent: Int, state: Agent, _ body: (_ slot: Int, _ mark: Double) -> Void
  ) {
    let row = row(agent)
    let first = agent &* OrderedRow.length
    if state.pointee.leastMark < .infinity { body(first, state.pointee.leastMark) }
    for place in 0..<OrderedRow.length where row[place] < .infinity { body(first, row[place]) }
  }
}

/// Marks in the places of their slots: any pace, any limit, chats that are told apart.
struct MarksBySlot: WorkMarks, ~Copyable {
  static var areInterchangeable: Bool { false }

  private let marks: FixedArray<Double>
  private let slotShift: Int
  /// Whether an agent's marks lie in one block of eight.
  private let isNarrow: Bool
  private let boundsOfOthers = EightTimes.boundsOfOthers()

  init(_ model: SimulationModel, slotShift: Int) {
    self.slotShift = slotShift
    isNarrow = slotShift == 3
    marks = FixedArray(repeating: .infinity, count: model.agentCount << slotShift)
  }

  @inline(__always)
  mutating func insert(_ mark: Double, slot: Int, agent: Int, state: Agent) {
    marks[slot] = mark
    state.pointee.leastMark = fastMin(state.pointee.leastMark, mark)
  }

  @inline(__always)
  mutating func takeLeast(agent: Int, state: Agent) -> Int {
    let mark = state.pointee.leastMark
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
  private mutating func takeWide(_ mark: Double, first: Int, state: Agent) -> Int {
    var slot = first
    while marks[slot] != mark { slot &+= 1 }
    marks[slot] = .infinity
    state.pointee.leastMark = leastMark(first: first)
    return slot
  }

  @inline(__always)
  mutating func replaceTaken(with mark: Double, slot: Int, agent: Int, state: Agent) {
    insert(mark, slot: slot, agent: agent, state: state)
  }

  @inline(__always)
  mutating func removeTaken(agent: Int, state: Agent) {}

  mutating func withdraw(slot: Int, agent: Int, state: Agent) -> Double {
    let mark = marks[slot]
    marks[slot] = .infinity
    state.pointee.leastMark = leastMark(first: agent << slotShift)
    return mark
  }

  mutating func forEach(
    agent: Int, state: Agent, _ body: (_ slot: Int, _ mark: Double) -> Void
  ) {
    let first = agent << slotShift
    var slots = state.pointee.slots
    while slots != 0 {
      var next = -1
      var rest = slots
      while rest != 0 {
        let place = rest.trailingZeroBitCount
        rest &= rest - 1
        if next < 0 || marks[first + place] < marks[first + next] { next = place }
      }
      slots &= ~(1 << UInt64(next))
      if marks[first + next] < .infinity { body(first + next, marks[first + next]) }
    }
  }

  private func leastMark(first: Int) -> Double {
    var least = Double.infinity
    for slot in first..<(first + (1 << slotShift)) { least = fastMin(least, marks[slot]) }
    return least
  }
}
