// SPDX-License-Identifier: GPL-3.0-or-later

/// What happens to customers later at a known time: a heap, the first in front; of one instant,
/// what was added first. Where nothing is ever added it costs nothing.
///
/// An entry keeps its ticket until it happens or is cancelled, and a cancelled one leaves nothing
/// behind. It grows by doubling.
package struct Pending: ~Copyable {
  package enum Stage: UInt8, BitwiseCopyable {
    /// A waiting customer may be given to a further group.
    case overflow
    /// A slot that was held without work becomes free.
    case holdEnds
  }

  package struct Entry: BitwiseCopyable {
    package var time: Double
    /// The customer's key.
    package var contact: UInt64
    /// What the stage needs: an inquiry type, or a slot.
    package var place: Int32
    package var stage: Stage

    package init(time: Double, contact: UInt64, place: Int, stage: Stage) {
      self.time = time
      self.contact = contact
      self.place = Int32(place)
      self.stage = stage
    }
  }

  private struct Node: BitwiseCopyable {
    var time: Double
    var order: UInt64
    var ticket: Int32
  }

  /// The ticket of nothing.
  package static let none: Int32 = -1

  private var capacity = 16
  private var nodes = UnsafeMutablePointer<Node>.allocate(capacity: 16)
  private var entries = UnsafeMutablePointer<Entry>.allocate(capacity: 16)
  /// Where a ticket's node stands; for a free ticket the next free one.
  private var places = UnsafeMutablePointer<Int32>.allocate(capacity: 16)
  private var used: Int32 = 0
  private var firstFree: Int32 = none
  private var order: UInt64 = 0
  package private(set) var count = 0
  /// The first entry's time; infinite without one.
  package private(set) var minimum = Double.infinity

  package init() {}

  deinit {
    nodes.deallocate()
    entries.deallocate()
    places.deallocate()
  }

  /// - Returns: The entry's ticket.
  package mutating func add(_ entry: Entry) -> Int32 {
    if count == capacity { grow() }
    var ticket = firstFree
    if ticket >= 0 {
      firstFree = places[Int(ticket)]
    } else {
      ticket = used
      used += 1
    }
    (entries + Int(ticket)).initialize(to: entry)
    order += 1
    count += 1
    rise(Node(time: entry.time, order: order, ticket: ticket), from: count - 1)
    minimum = nodes[0].time
    return ticket
  }

  /// Takes the first entry out; there must be one.
  package mutating func takeFirst() -> Entry {
    let ticket = nodes[0].ticket
    let entry = entries[Int(ticket)]
    cancel(ticket)
    return entry
  }

  /// - Parameter ticket: Of an entry that is still here, or `none`.
  package mutating func cancel(_ ticket: Int32) {
    guard ticket >= 0 else { return }
    let place = Int(places[Int(ticket)])
    places[Int(ticket)] = firstFree
    firstFree = ticket
    count -= 1
    if place < count {
      let last = nodes[count]
      if place > 0, Self.isBefore(last, nodes[(place - 1) / 2]) {
        rise(last, from: place)
      } else {
        sink(last, from: place)
      }
    }
    minimum = count > 0 ? nodes[0].time : .infinity
  }

  private static func isBefore(_ left: Node, _ right: Node) -> Bool {
    left.time < right.time || (left.time == right.time && left.order < right.order)
  }

  private func put(_ node: Node, at place: Int) {
    (nodes + place).initialize(to: node)
    (places + Int(node.ticket)).initialize(to: Int32(place))
  }

  private func rise(_ node: Node, from hole: Int) {
    var hole = hole
    while hole > 0 {
      let parent = (hole - 1) / 2
      guard Self.isBefore(node, nodes[parent]) else { break }
      put(nodes[parent], at: hole)
      hole = parent
    }
    put(node, at: hole)
  }

  private func sink(_ node: Node, from hole: Int) {
    var hole = hole
    while 2 * hole + 1 < count {
      var child = 2 * hole + 1
      if child + 1 < count, Self.isBefore(nodes[child + 1], nodes[child]) { child += 1 }
      guard Self.isBefore(nodes[child], node) else { break }
      put(nodes[child], at: hole)
      hole = child
    }
    put(node, at: hole)
  }

  private mutating func grow() {
    nodes = Self.doubled(nodes, capacity)
    entries = Self.doubled(entries, capacity)
    places = Self.doubled(places, capacity)
    capacity *= 2
  }

  private static func doubled<Element: BitwiseCopyable>(
    _ old: UnsafeMutablePointer<Element>, _ count: Int
  ) -> UnsafeMutablePointer<Element> {
    let new = UnsafeMutablePointer<Element>.allocate(capacity: 2 * count)
    new.initialize(from: old, count: count)
    old.deallocate()
    return new
  }
}
