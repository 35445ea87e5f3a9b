// SPDX-License-Identifier: GPL-3.0-or-later

/// Shift ends where heads count and not names: of a group, whoever has nothing in hand goes first.
///
/// As long as more are at work than the roster has, nobody of the group who finishes takes a new
/// chat: she goes, and the one whose shift has ended stays in her place. So the number at work falls
/// to the roster's with the next chats that end, whoever holds them.
extension Simulation where Events: ~Copyable, Agents: ~Copyable {
  /// The duty of an idle colleague of the same group, if the one whose duty ends is busy.
  mutating func idleColleague(of duty: Int) -> Int? {
    let busy = agents[Int(persons[duty])]
    guard busy.open > 0 else { return nil }
    for other in 0..<agents.count where other != duty {
      let state = agents[Int(persons[other])]
      if state.group == busy.group, state.open == 0, state.isAccepting { return other }
    }
    return nil
  }

  /// Two persons of a group change duties. That of `other`, which is neither in a break nor on hold,
  /// goes on.
  mutating func exchange(_ duty: Int, _ other: Int) {
    (persons[duty], persons[other]) = (persons[other], persons[duty])
    let stays = Int(persons[other])
    agents[stays].isOnDuty = true
    agents[stays].isHeld = false
    come(stays)
    openSlots(stays)
  }

  /// Lets idle colleagues go for those whose duty is over and who still have chats in hand.
  mutating func relieveOverdue() {
    forgetRelieved()
    var rest: [Int32] = []
    for duty in overdue.map(Int.init) {
      if let other = idleColleague(of: duty) {
        exchange(duty, other)
        dismiss(Int(persons[duty]))
      } else {
        rest.append(Int32(duty))
      }
    }
    overdue = rest
  }

  /// Drops the duties whose persons have finished, or are on duty again.
  ///
  /// - Parameter idle: An agent whose last chat is just ending.
  private mutating func forgetRelieved(idle: Int = -1) {
    var rest: [Int32] = []
    for duty in overdue {
      let person = Int(persons[Int(duty)])
      let state = agents[person]
      if !state.isOnDuty, state.open > 0, person != idle { rest.append(duty) }
    }
    overdue = rest
  }

  /// The place among the overdue of the first of the group who still has chats in hand, for whom an
  /// agent whose last chat is just ending may go; nil where there is none.
  @inline(never)
  mutating func overdueColleague(of agent: Int) -> Int? {
    forgetRelieved(idle: agent)
    guard agents[agent].isAccepting else { return nil }
    return overdue.firstIndex { agents[Int(persons[Int($0)])].group == agents[agent].group }
  }

  /// Lets an agent who has become idle go in the place of an overdue colleague.
  @inline(never)
  mutating func go(_ agent: Int, inThePlaceOf place: Int) {
    let duty = Int(overdue.remove(at: place))
    var other = 0
    while Int(persons[other]) != agent { other += 1 }
    exchange(duty, other)
    dismiss(agent)
    // Who stays may have slots free.
    dispatchWaiting()
  }
}
