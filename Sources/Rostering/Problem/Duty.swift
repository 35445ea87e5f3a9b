// SPDX-License-Identifier: GPL-3.0-or-later

/// A shift that somebody works for one of his groups.
package struct Duty: Hashable, Sendable {
  /// Index into the problem's shift kinds.
  package var kind: Int
  /// Index into the problem's groups.
  package var group: Int

  package init(kind: Int, group: Int = 0) {
    self.kind = kind
    self.group = group
  }
}

/// Who works what on which day.
package struct Roster: Equatable, Sendable {
  package let people: Int
  package let days: Int
  private var duties: [Duty?]

  /// Everybody is off every day.
  package init(people: Int, days: Int) {
    self.people = people
    self.days = days
    duties = Array(repeating: nil, count: people * days)
  }

  /// nil for a day off.
  package subscript(person: Int, day: Int) -> Duty? {
    get { duties[person * days + day] }
    set { duties[person * days + day] = newValue }
  }

  /// Places in which somebody's day differs.
  package func differences(to other: Roster) -> Int {
    zip(duties, other.duties).reduce(0) { $0 + ($1.0 == $1.1 ? 0 : 1) }
  }
}
