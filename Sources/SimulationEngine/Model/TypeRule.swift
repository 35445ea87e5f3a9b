// SPDX-License-Identifier: GPL-3.0-or-later

/// An inquiry type, compiled.
struct TypeRule: BitwiseCopyable {
  // First what every arrival asks for.
  /// The groups that serve the type: a range of the model's eligibilities, best preference first.
  var eligible = TableRange()
  /// The group that is asked first, alone and unconditionally; −1 where there is none.
  var firstGroup: Int32 = -1
  /// Whether the first reply to a conversation that is simulated whole takes longer than the wait,
  /// and whether by a fixed time.
  var repliesLater = false
  var replyDelayIsFixed = false
  var sells = false
  /// Whether wrap-up is part of a conversation's work.
  var hasWrapUp = false
  var isMessages = false
  var patience = Sampler.never
  /// Handling requirement of a conversation; wrap-up is added to it.
  var work = Sampler.zero
  var wrapUp = Sampler.zero
  var firstReply = Sampler.zero
  var conversion = 0.0
  var silentShare = 0.0
  var idleClose = 0.0
  /// Rank and clock under the contact selections.
  var priority = 0.0
  var waitWeight = 1.0
  var replyTarget = 180.0

  var composing = Sampler.zero
  var thinking = Sampler.zero
  var closing = Sampler.zero
  var switchingCost = 0.0
  /// Whether a round may have several messages, or is looked at later than written.
  var answersRounds = false
  /// Mean number of a round's messages beyond the first.
  var furtherMean = 0.0
  var messageGap = Sampler.zero
  var attention = Sampler.zero
  var turns = TurnLaw.fixed
  /// Fixed number, or mean number beyond the first.
  var turnMean = 1.0
  var turnShape = 0.0

  /// The time from taking a conversation that is simulated whole to the first reply; nil where it
  /// varies.
  var replyDelay: Double? { isMessages || !firstReply.isConstant ? nil : firstReply.scale }
}

/// That a group serves a type.
struct Eligibility: BitwiseCopyable {
  var group: Int32
  var type: Int32
  /// Groups of a smaller tier are asked first.
  var tier: Int32
  /// Whether the next row is of another tier.
  var endsTier = false
  /// Seconds of waiting after which the group is open to the type.
  var overflowDelay: Double
}

/// How the speed of a group's chats comes about.
enum Pace: UInt8, BitwiseCopyable {
  /// The group's own speed however many chats are open, and every open chat is in work: what is
  /// worked off follows from the open chats.
  case constant
  /// The speed of the present load.
  case shared
  /// The speed of the load at the chat's start.
  case frozen
}

/// A group of agents, compiled.
struct GroupRule: BitwiseCopyable {
  var chatLimit: Int32 = 1
  var speed = 1.0
  var conversionFactor = 1.0
  var weight = 1.0
  var pace = Pace.constant
  /// The types it serves: a range of the model's skills.
  var skills = TableRange()
  /// The one type that it serves, unconditionally; −1 where it serves several.
  var onlyType: Int32 = -1
  /// Whether it serves the type that slots are reserved for.
  var servesReserved = false
}

/// Something that the clock brings.
struct CalendarEvent: BitwiseCopyable {
  /// In the order in which events of one instant happen.
  enum Kind: UInt8, BitwiseCopyable {
    case windowOpens, dutyStarts, breakEnds, holdEnds, dutyEnds, breakStarts, holdStarts,
      windowCloses
  }

  var time: Double
  var agent: Int32
  var kind: Kind
}
