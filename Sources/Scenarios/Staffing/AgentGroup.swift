// SPDX-License-Identifier: GPL-3.0-or-later

/// A kind of agent: what they can answer, how many chats they hold, and how fast they are.
public struct AgentGroup: Equatable, Sendable {
  /// Unique within a scenario.
  public var name: String
  /// Inquiry types the agents can answer, in order of preference (first = speciality).
  public var skills: [Skill]
  /// Most chats open at once, 1–64.
  public var chatLimit: Int
  /// How the speed of each chat falls with the number of chats in hand.
  public var concurrency: ConcurrencyCurve
  /// Chats up to which the curve was given where the speeds beyond are extrapolated; nil where none
  /// are.
  public var extrapolatedBeyond: Int?
  /// Factor on working speed, > 0; 0.8 takes a quarter longer.
  public var speed: Double
  /// Factor on conversion of the inquiries they answer, ≥ 0 (part-timers sell less, F27).
  public var conversionFactor: Double
  /// Whether the scenario leaves the factor on the conversion out.
  package var isConversionAssumed: Bool
  /// Relative share of chats under weighted routing, > 0.
  public var weight: Double

  /// A group of agents; only name and skills must be said.
  public init(
    name: String, skills: [Skill], chatLimit: Int = 1,
    concurrency: ConcurrencyCurve = .independentOfLoad, speed: Double = 1,
    conversionFactor: Double = 1, weight: Double = 1, extrapolatedBeyond: Int? = nil
  ) {
    isConversionAssumed = false
    self.name = name
    self.skills = skills
    self.chatLimit = chatLimit
    self.concurrency = concurrency
    self.speed = speed
    self.conversionFactor = conversionFactor
    self.weight = weight
    self.extrapolatedBeyond = extrapolatedBeyond
  }
}

/// The right to answer one inquiry type.
public struct Skill: Hashable, Sendable {
  /// Name of the type.
  public var inquiryType: String
  /// Smaller is preferred: 1 for specialists, 2 for helpers …
  public var preference: Int
  /// A contact must have waited this long before the group takes it (overflow).
  public var overflowDelay: Seconds
  /// Handling of a chat of the type by agents of the group; nil for the type's own. Only for a type
  /// whose chats are one stretch of work. Who hands a chat over has its rest done at the same length.
  public var handling: Distribution?
  /// Smaller is served first by the group under `ContactSelection.priority`; nil for the type's own.
  public var priority: Int?

  /// The right to answer a type, at once unless an overflow delay is given.
  public init(
    inquiryType: String, preference: Int = 1, overflowDelay: Seconds = 0,
    handling: Distribution? = nil, priority: Int? = nil
  ) {
    self.inquiryType = inquiryType
    self.preference = preference
    self.overflowDelay = overflowDelay
    self.handling = handling
    self.priority = priority
  }
}

/// Speed of each chat when an agent holds k of them, relative to holding one.
public enum ConcurrencyCurve: Equatable, Sendable {
  /// Every chat at full speed, however many are open.
  case independentOfLoad
  /// `speeds[k − 1]` is each chat's speed with k open, > 0, not rising; the last value holds beyond.
  case speeds([Double])
  /// As `speeds`, but a chat keeps the speed it started with (for contrast only).
  case frozenAtStart([Double])
}

extension ConcurrencyCurve {
  /// Speed of each chat while `chats` are open, 1 for a single one under `independentOfLoad`.
  ///
  /// - Parameter chats: At least 1.
  package func speed(open chats: Int) -> Double {
    switch self {
    case .independentOfLoad: 1
    case .speeds(let speeds), .frozenAtStart(let speeds):
      speeds.isEmpty ? 1 : speeds[min(chats, speeds.count) - 1]
    }
  }

  /// With a speed for every chat up to a limit: each further one falls by the ratio of the last two; a
  /// single one is kept.
  package func extended(to limit: Int) -> ConcurrencyCurve {
    switch self {
    case .independentOfLoad: self
    case .speeds(let speeds): .speeds(Self.extended(speeds, to: limit))
    case .frozenAtStart(let speeds): .frozenAtStart(Self.extended(speeds, to: limit))
    }
  }

  private static func extended(_ speeds: [Double], to limit: Int) -> [Double] {
    guard let last = speeds.last, speeds.count < limit else { return speeds }
    let ratio = speeds.count > 1 ? last / speeds[speeds.count - 2] : 1
    var longer = speeds
    while longer.count < limit { longer.append(max(0.001, longer[longer.count - 1] * ratio)) }
    return longer
  }
}

extension AgentGroup {
  /// Seconds of work that one agent does in a second at the number of open chats at which she does
  /// most: the largest k × speed(k) for k up to the chat limit, times the group's speed.
  package var greatestOutput: Double {
    let outputs = (1...max(1, chatLimit)).map { Double($0) * concurrency.speed(open: $0) }
    return (outputs.max() ?? 1) * speed
  }
}

extension AgentGroup {
  /// Chats up to which the scenario says the speed; nil where it does not depend on them.
  package var knownSpeeds: Int? {
    switch concurrency {
    case .independentOfLoad: nil
    case .speeds(let speeds), .frozenAtStart(let speeds): extrapolatedBeyond ?? speeds.count
    }
  }

  /// The group with another limit; speeds beyond the curve are extrapolated.
  package func limited(to chats: Int) -> AgentGroup {
    var group = self
    group.chatLimit = chats
    group.concurrency = concurrency.extended(to: chats)
    if let known = knownSpeeds { group.extrapolatedBeyond = known < chats ? known : nil }
    return group
  }
}
