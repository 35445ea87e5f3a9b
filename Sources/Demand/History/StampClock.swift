// SPDX-License-Identifier: GPL-3.0-or-later

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

  /// Whole wall-clock seconds, or nil when the stamp's zone does not fit the ones before it.
  mutating func wallClock(_ stamp: Timestamp, line: Int) -> Int? {
    if let first = offset {
      guard (first == nil) == (stamp.offset == nil) else { return nil }
      if zone == nil, first != stamp.offset { return nil }
    } else {
      offset = .some(stamp.offset)
    }
    guard let shift = stamp.offset else { return stamp.wallClock }
    if stampsWithOffset == 0 { firstLine = line }
    stampsWithOffset += 1
    guard let zone else { return stamp.wallClock }
    let instant = stamp.wallClock - shift
    return instant + zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(instant)))
  }

  /// What was assumed about zones.
  func note(into notes: inout HistoryNotes) {
    guard stampsWithOffset > 0 else { return }
    let kind = zone != nil ? zoneName.map { HistoryNote.Kind.movedToZone($0) } : nil
    notes.add(kind ?? .offsetDropped, line: firstLine, count: stampsWithOffset)
  }
}
