// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
import Foundation

/// Turns stamps into the wall clock of one zone, and notices when they do not share one.
struct StampClock {
  private let zoneName: String?
  private let zone: TimeZone?
  private var offset: Int??
  private(set) var firstLine = 0
  private(set) var stampsWithOffset = 0

  init(timeZone: String?) {
    zoneName = timeZone
    zone = timeZone.flatMap { TimeZone(identifier: $0) }
  }

  /// A stamp on the clock, and its place in the order of time.
  struct Moment {
    /// Whole wall-clock seconds since 1970.
    let wallClock: Int
    /// Seconds since 1970 in Greenwich where the stamp was moved to another clock, else the wall
    /// clock: it tells the two hours apart that the end of summer time shows alike.
    let instant: Int

    init(_ wallClock: Int, instant: Int? = nil) {
      self.wallClock = wallClock
      self.instant = instant ?? wallClock
    }
  }

  /// Nil when the stamp's zone does not fit the ones before it.
  mutating func moment(_ stamp: Timestamp, line: Int) -> Moment? {
    if let first = offset {
      guard (first == nil) == (stamp.offset == nil) else { return nil }
      if zone == nil, first != stamp.offset { return nil }
    } else {
      offset = .some(stamp.offset)
    }
    guard let shift = stamp.offset else { return Moment(stamp.wallClock) }
    if stampsWithOffset == 0 { firstLine = line }
    stampsWithOffset += 1
    guard let zone else { return Moment(stamp.wallClock) }
    let instant = stamp.wallClock - shift
    let local = instant + zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(instant)))
    return Moment(local, instant: instant)
  }

  /// What was assumed about zones.
  func note(into notes: inout HistoryNotes) {
    guard stampsWithOffset > 0 else { return }
    let kind = zone != nil ? zoneName.map { HistoryNote.Kind.movedToZone($0) } : nil
    notes.add(kind ?? .offsetDropped, line: firstLine, count: stampsWithOffset)
  }
}
