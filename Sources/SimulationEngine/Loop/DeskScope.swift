// SPDX-License-Identifier: GPL-3.0-or-later

/// What a desk may have beyond plain work. The loop is compiled for each scope, so that a desk
/// without the extras does not ask for them at every event.
protocol DeskScope {
  /// Every group works at its own speed whatever the load (`Pace.constant`), and there are no
  /// messages, silent leavers, reserved slots or overflow delays, whose shift ends finishes and
  /// leaves, and there are no lengths that two conversations may share to the last bit.
  ///
  /// A conversation's end is then known when it begins, and the ends are the event list.
  static var isPlain: Bool { get }
}

enum PlainDesk: DeskScope {
  static var isPlain: Bool { true }
}

enum EveryDesk: DeskScope {
  static var isPlain: Bool { false }
}
