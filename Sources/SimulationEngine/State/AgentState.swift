// SPDX-License-Identifier: GPL-3.0-or-later

/// An agent at one instant.
///
/// All conversations of an agent progress at one speed, so that each keeps the *virtual time* at
/// which it ends: the agent's virtual time runs at `speed` and only the least mark matters. At a
/// constant pace it runs with the clock, so that a mark is the instant of the end itself.
struct AgentState: BitwiseCopyable {
  /// 1 ÷ speed.
  var slowness: Double
  /// Which slots are in use, as bits; on plain desks.
  var slots: UInt64 = 0
  var group: Int32
  /// Slots, as the group's rule says.
  var chatLimit: Int32
  /// Slots in use.
  var open: Int32 = 0
  /// On duty, not on a break and not on hold: chats may be given.
  var isAccepting = false
  var isOnDuty = false
  /// On duty and not on a break: time that counts as staffed.
  var isPresent = false
  /// In a stretch on hold.
  var isHeld = false
  // With the first half of this, all that a plain desk asks for stands side by side.
  var log = AgentLog()
  var virtualTime = 0.0
  var updatedAt = 0.0
  var speed: Double
  /// Least mark among the conversations in hand.
  var leastMark = Double.infinity
  /// Requirement worked off per second, as last booked.
  var workRate = 0.0
  /// Conversations in work, each with a mark.
  var working: Int32 = 0

  init(speed: Double, group: Int32, chatLimit: Int32) {
    self.speed = speed
    slowness = 1 / speed
    self.group = group
    self.chatLimit = chatLimit
  }
}

/// How fast each chat of an agent goes on: requirement worked off per second, and its inverse.
struct Speed: BitwiseCopyable {
  var speed: Double
  var slowness: Double
}

/// What an agent has done, for the record.
struct AgentLog: BitwiseCopyable {
  var chats = 0
  var work = 0.0
  /// Seconds with a chat open.
  var busy = 0.0
  var staffed = 0.0
  var acceptingSince = 0.0
}

/// A chat in an agent's slot.
struct OpenChat: BitwiseCopyable {
  var key: UInt64 = 0
  var cell: UInt32 = 0
  var type: UInt16 = 0
  var flags: UInt16 = 0

  init() {}

  @inline(__always)
  init(_ contact: WaitingContact, type: Int) {
    key = contact.key
    cell = contact.cell
    self.type = UInt16(truncatingIfNeeded: type)
    flags = UInt16(truncatingIfNeeded: contact.flags.rawValue)
  }
}

/// A chat at message fidelity.
struct MessageChat: BitwiseCopyable {
  /// When the customer's unanswered message came, or will come; infinite when none is due.
  var readyAt: Double
  /// How long the answer to it takes to compose, without switching.
  var composing: Double
  var arrival: Double
  /// Agent messages written, and to be written in all.
  var turn: Int32
  var turns: Int32
}

/// An agent's clocks beside the conversations.
struct AgentClock: BitwiseCopyable {
  /// The message being composed, or planned next: its slot (−1 for none), start and end.
  var slot: Int32 = -1
  var replyStart = Double.infinity
  var replyEnd = Double.infinity
  /// The first closing phase or idle close to end.
  var nextClose = Double.infinity

  @inline(__always)
  var next: Double { fastMin(replyEnd, nextClose) }

  @inline(__always)
  func isDue(at time: Double) -> Bool { next <= time }
}

/// A group at one instant. The areas are integrals since the interval's start of what the counts
/// add up to: a change by d at x seconds into the interval adds −d·x, and the interval's end adds
/// count × length.
struct GroupState: BitwiseCopyable {
  /// Agents on duty and not on a break.
  var present = 0
  var chats = 0
  var workRate = 0.0
  var staffedArea = 0.0
  /// Agent-seconds with a chat open, booked when an agent becomes idle and at half hours.
  var busyArea = 0.0
  var chatArea = 0.0
  var workArea = 0.0
  /// Agents who can take a chat, and their free slots; not kept on plain desks.
  var freeAgents = 0
  var freeSlots = 0
}
