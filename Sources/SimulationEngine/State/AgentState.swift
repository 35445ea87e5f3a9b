// SPDX-License-Identifier: GPL-3.0-or-later

/// An agent at one instant.
struct AgentState: BitwiseCopyable {
  /// Which slots are in use, as bits.
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

  // What the event list knows: see `SharedEffort`.
  /// 1 ÷ speed.
  var slowness: Double
  var speed: Double
  var virtualTime = 0.0
  /// The instant of that virtual time.
  var updatedAt = 0.0
  /// Least mark of the work in hand.
  var leastMark = Double.infinity
  /// First row of the group's speeds.
  var speedRow: Int32
  var pace: Pace

  var log = AgentLog()
  /// Fills two cache lines, so that the place of an agent's state is a shift away from her number.
  private var rest: UInt64 = 0

  init(_ rule: GroupRule, group: Int32) {
    // Frozen chats carry their speed in the length of their work.
    speed = rule.pace == .frozen ? 1 : rule.speed
    slowness = 1 / speed
    self.group = group
    chatLimit = rule.chatLimit
    speedRow = group * Int32(SimulationModel.speedLevels)
    pace = rule.pace
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
  /// Of the chats, those that were found empty.
  var empty = 0
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
  /// When the customer's unanswered message can be answered: when it came or will come, or where
  /// rounds have several messages or agents look up later, then; infinite when none is due.
  var readyAt: Double
  /// How long the answer to it takes to compose, without switching.
  var composing: Double
  /// The same of the message after it, and how long the customer will think before he writes it.
  var nextComposing = 0.0
  var nextThinking = 0.0
  /// When the first message of the round was written, or will be.
  var askedAt: Double
  /// Agent messages written, and to be written in all.
  var turn: Int32
  var turns: Int32

  static let none = MessageChat(readyAt: .infinity, composing: 0, askedAt: 0, turn: 0, turns: 0)
}

/// The message that an agent composes, or will compose next: its slot (−1 for none), start and end.
struct AgentClock: BitwiseCopyable {
  var slot: Int32 = -1
  var replyStart = Double.infinity
  var replyEnd = Double.infinity
}

/// A group at one instant. The areas are integrals since the interval's start of what the counts
/// add up to: a change by d at x seconds into the interval adds −d·x, and the interval's end adds
/// count × length.
struct GroupState: BitwiseCopyable {
  /// Agents on duty and not on a break.
  var present = 0
  var chats = 0
  var staffedArea = 0.0
  /// Agent-seconds with a chat open, booked when an agent becomes idle and at half hours.
  var busyArea = 0.0
  var chatArea = 0.0
  /// Requirement of the work begun in the interval, and what was left of earlier work at its start:
  /// less what is left at its end it is what has been worked off.
  var begun = 0.0
  var carried = 0.0
  /// Free slots of agents who can take a chat; kept where slots are reserved.
  var freeSlots = 0
}
